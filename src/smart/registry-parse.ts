import * as v from 'valibot';
import type { ConfigFault } from './failure.ts';
import type { ParsedRegistry, System } from './registry.ts';
import { faultsBetween, faultsOf } from './registry-rules.ts';
import { registrySchema, systemSchema } from './registry-schema.ts';

function dotted(parent: string, keys: readonly unknown[]): string {
  return keys.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`,
    parent,
  );
}

/** No secret belongs in a file that every visitor's browser receives: named wherever it stands, at any depth. */
function secretsIn(value: unknown, path: string): ConfigFault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = dotted(path, [Array.isArray(value) ? Number(key) : key]);
    return /secret|password|private_?key/i.test(key)
      ? [{ path: here, message: 'no secret is accepted here: every visitor receives this file' }]
      : secretsIn(inner, here);
  });
}

function shapeFaults(issues: readonly v.BaseIssue<unknown>[], parent: string): ConfigFault[] {
  return issues.map((issue) => ({
    path: dotted(parent, issue.path?.map(({ key }) => key) ?? []),
    message:
      issue.expected === 'never'
        ? 'is not known here'
        : issue.kind === 'validation'
          ? issue.message
          : issue.received === 'undefined'
            ? 'is missing'
            : `must be ${issue.expected ?? 'something else'}`,
  }));
}

/** Shape, then the rules between members, then the rules between systems; every fault that can be seen at once. */
export function parseSystems(json: unknown): ParsedRegistry {
  const faults = secretsIn(json, '');
  const add = (found: readonly ConfigFault[]): void => {
    for (const fault of found) if (!faults.some(({ path }) => path === fault.path)) faults.push(fault);
  };
  const outer = v.safeParse(registrySchema, json);
  if (!outer.success) add(shapeFaults(outer.issues, ''));
  const items = listIn(json);
  const systems: System[] = [];
  items.forEach((item, index) => {
    const path = `systems[${index}]`;
    const parsed = v.safeParse(systemSchema, item);
    if (!parsed.success) return add(shapeFaults(parsed.issues, path));
    const { endpoints, rateLimit } = parsed.output;
    const system: System = {
      ...parsed.output,
      scopes: parsed.output.scopes as System['scopes'],
      endpoints: endpoints && { revocation: undefined, jwks: undefined, ...endpoints },
      rateLimit,
    };
    systems.push(system);
    add(faultsOf(system, path));
  });
  const registry = { systems, defaultLaunch: outer.success ? outer.output.defaultLaunch : undefined };
  // Rules between systems mean nothing while some of them could not be read.
  if (systems.length === items.length) add(faultsBetween(registry));
  return faults.length === 0 ? { ok: true, registry } : { ok: false, faults };
}

function listIn(json: unknown): readonly unknown[] {
  const systems: unknown = (json as { systems?: unknown } | null | undefined)?.systems;
  return Array.isArray(systems) ? systems : [];
}
