import * as v from 'valibot';
import { findingsBetween, findingsOf } from './registry-rules.ts';
import { registrySchema, systemSchema } from './registry-schema.ts';
import type { Registry, System } from './registry.ts';

/** What an entry can break; `config.<rule>` among the messages says it in words. */
export type Rule =
  | 'json'
  | 'missing'
  | 'unknown'
  | 'secret'
  | 'list'
  | 'object'
  | 'id'
  | 'name'
  | 'word'
  | 'flag'
  | 'number'
  | 'url'
  | 'base'
  | 'host'
  | 'scope'
  | 'client'
  | 'path'
  | 'empty'
  | 'twice'
  | 'useless'
  | 'openid'
  | 'launch'
  | 'identity'
  | 'origin'
  | 'shared'
  | 'callback'
  | 'default'
  | 'pkce'
  | 'https';

/** One place where the registry is at fault. */
export interface Finding {
  /** `systems[0].fhirBase` */
  readonly path: string;
  readonly rule: Rule;
}

export type CheckedRegistry =
  | { readonly ok: true; readonly registry: Registry }
  | { readonly ok: false; readonly findings: readonly Finding[] };

interface Shape {
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
}

function below(path: string, key: unknown): string {
  return typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`;
}

/**
 * Every member whose name the schema does not know, at any depth (valibot's own check stops at the first). A name that
 * promises a secret is called that.
 */
function strangers(value: unknown, shape: Shape | undefined, path: string): Finding[] {
  const { entries, item } = shape?.wrapped ?? shape ?? {};
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (Array.isArray(value)) return strangers(inner, item, below(path, Number(name)));
    const here = below(path, name);
    if (entries === undefined || Object.hasOwn(entries, name)) return strangers(inner, entries?.[name], here);
    return { path: here, rule: /secret|password|private_?key/i.test(name) ? 'secret' : 'unknown' };
  });
}

function misshapen(issues: readonly v.BaseIssue<unknown>[] = []): Finding[] {
  return issues.map(({ path = [], received, type, message }) => ({
    path: path.reduce((at, { key }) => below(at, key), ''),
    rule:
      received === 'undefined'
        ? 'missing'
        : type === 'custom'
          ? (message as Rule)
          : type === 'array'
            ? 'list'
            : 'object',
  }));
}

/** NextGen Office has its R4 below its R3: another system's, whether or not this file has an entry for it. */
function reservedBy({ searchRules, fhirVersion, fhirBase }: System): readonly string[] {
  return searchRules === 'office' && fhirVersion === 'STU3' ? [`${fhirBase}/r4`] : [];
}

/**
 * Checks `smart-config.json`, already parsed as JSON: shape, then the rules between members, then those between
 * systems. Anything found refuses the whole file; everything that can be seen at once is reported.
 */
export function checkRegistry(json: unknown): CheckedRegistry {
  const outer = v.safeParse(registrySchema, json);
  const findings = [...strangers(json, registrySchema as Shape, ''), ...misshapen(outer.issues)];
  const items = (json as { systems?: unknown } | null)?.systems;
  const systems: System[] = [];
  for (const [index, item] of Array.isArray(items) ? items.entries() : []) {
    const { success, output } = v.safeParse(systemSchema, item);
    if (!success) continue;
    // Members that may be left out are there all the same, as undefined.
    const { aud, broker, endpoints, rateLimit, scopes, refreshWithinHours, door, practiceSearch } = output;
    const optional = { aud, broker, endpoints, rateLimit, scopes, refreshWithinHours, door, practiceSearch };
    const system = { ...output, ...optional, innerBases: [] } as System;
    systems.push(system);
    findings.push(...findingsOf(system, `systems[${index}]`));
  }
  const bases = new Set(systems.flatMap(({ fhirBase, aliases }) => [fhirBase, ...aliases]));
  const placed = systems.map((system) => ({
    ...system,
    innerBases: [...new Set([...bases, ...reservedBy(system)])].filter((base) =>
      base.toLowerCase().startsWith(`${system.fhirBase.toLowerCase()}/`),
    ),
  }));
  const registry = {
    systems: placed,
    defaultLaunch: outer.success ? outer.output.defaultLaunch : undefined,
    ...(outer.success && !outer.output.openFile && { openFile: false as const }),
  };
  // Rules between systems mean nothing while some of the file could not be read.
  if (outer.success) findings.push(...findingsBetween(registry));
  return findings.length === 0 ? { ok: true, registry } : { ok: false, findings };
}
