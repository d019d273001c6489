import { readFile } from 'node:fs/promises';
import { t } from '#i18n/translate.ts';
import { parseRegistry, type Registry } from '#smart/registry.ts';
import { UsageError } from './options.ts';

/** The text of the configuration. Rejects with a sentence where there is none to read. */
export async function readConfig(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw new UsageError(`The configuration ${file} ${reason}. Name another one with --config.`);
  }
}

/** The registry, or what is wrong with it, each fault with its path. With faults the registry names no system. */
export function readRegistry(config: string): {
  readonly registry: Registry;
  readonly faults: readonly string[];
} {
  const nothing: Registry = { systems: [], defaultLaunch: undefined };
  let json: unknown;
  try {
    json = JSON.parse(config);
  } catch (error) {
    return { registry: nothing, faults: [`it is not JSON: ${(error as Error).message}`] };
  }
  const parsed = parseRegistry(json);
  return parsed.ok
    ? { registry: parsed.registry, faults: [] }
    : { registry: nothing, faults: parsed.faults.map(({ path, rule }) => `${path}: ${t(`config.${rule}`)}`) };
}
