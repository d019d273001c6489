import type { DataVersion } from './options.ts';

/** Where the sandbox's servers stand in the shipped configuration. */
const shipped = { ehr: 'http://localhost:4201', fhir: 'http://localhost:4202' };

/** A version as the sandbox's addresses name it. */
export function pathOf(version: DataVersion): 'r4' | 'stu3' | 'dstu2' {
  return ({ R4: 'r4', STU3: 'stu3', DSTU2: 'dstu2' } as const)[version];
}

/** The version that such an address names. */
export function versionAt(path: ReturnType<typeof pathOf>): DataVersion {
  return ({ r4: 'R4', stu3: 'STU3', dstu2: 'DSTU2' } as const)[path];
}

/**
 * The configuration with the sandbox's entries moved to the ports it really has. Other systems are left as they are.
 * Takes and gives the text of `smart-config.json`; text that is no JSON is given back, for the registry to refuse.
 */
export function withSandboxAt(
  config: string,
  at: { readonly ehr: string; readonly fhir: string },
  dataVersion: DataVersion = 'R4',
): string {
  const move = (value: unknown): unknown => {
    if (typeof value === 'string') {
      for (const server of ['ehr', 'fhir'] as const) {
        const [from, to] = [shipped[server], at[server]];
        if (value === from || value.startsWith(`${from}/`)) return to + value.slice(from.length);
        if (value === new URL(from).host) return new URL(to).host;
      }
      return value;
    }
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, move(inner)]));
  };
  try {
    return JSON.stringify(ofVersion(move(JSON.parse(config)), at.fhir, dataVersion));
  } catch {
    return config;
  }
}

/** Local records of an earlier version are served at a base of their own. */
function ofVersion(config: unknown, fhir: string, version: DataVersion): unknown {
  const { systems } = config as { systems?: unknown };
  if (version === 'R4' || !Array.isArray(systems)) return config;
  const base = `${fhir}/data/fhir/${pathOf(version)}`;
  return {
    ...(config as object),
    systems: systems.map((system: { fhirBase?: unknown } | null) =>
      system?.fhirBase === `${fhir}/data/fhir/r4`
        ? { ...system, fhirBase: base, aud: base, fhirVersion: version }
        : system,
    ),
  };
}
