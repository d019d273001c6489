import { readFile } from 'node:fs/promises';
import '#i18n/later.ts';
import { t } from '#i18n/translate.ts';
import { type CheckedRegistry, parseRegistry, type Registry } from '#smart/registry.ts';
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
  readonly checked: CheckedRegistry;
  readonly registry: Registry;
  readonly faults: readonly string[];
} {
  const checked = parseRegistry(config);
  return checked.ok
    ? { checked, registry: checked.registry, faults: [] }
    : {
        checked,
        registry: { systems: [], defaultLaunch: undefined },
        faults: checked.findings.map(({ path, rule }) => `${path}: ${t(`config.${rule}`)}`),
      };
}
