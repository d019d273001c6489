/**
 * What a server says it can do, and what that explains. Servers' statements are often wrong (NextGen Office's gives the
 * wrong types of parameters): nothing is decided by one.
 */
import type { PlannedSearch } from './plan.ts';

export interface StatedType {
  readonly search: boolean;
  readonly read: boolean;
  readonly parameters: ReadonlySet<string>;
}

export interface ServerStatement {
  readonly software: string | undefined;
  /** The version of FHIR as written: `4.0.1`. */
  readonly fhirVersion: string | undefined;
  readonly types: ReadonlyMap<string, StatedType>;
}

/** What the statement says of searching for a type. */
export type Stated = 'listed' | 'unlisted' | 'not-searchable';

export function statedOf({ types }: ServerStatement, type: string): Stated {
  const stated = types.get(type);
  if (stated === undefined) return 'unlisted';
  return stated.search ? 'listed' : 'not-searchable';
}

/** Parameters of a search that the statement does not list for its type; none where it lists none at all. */
export function unlistedParameters({ types }: ServerStatement, search: PlannedSearch): readonly string[] {
  const stated = types.get(search.type)?.parameters;
  if (stated === undefined || stated.size === 0) return [];
  return search.parameters.map(([name]) => name).filter((name) => !stated.has(name));
}

/** Types that can be searched for by patient and are not among those asked for. */
export function unaskedTypes({ types }: ServerStatement, asked: ReadonlySet<string>): readonly string[] {
  return [...types]
    .filter(([type, { search, parameters }]) => search && parameters.has('patient') && !asked.has(type))
    .map(([type]) => type);
}

/** Whether the version of FHIR that the statement names is the one the system was entered with. */
export function isVersion({ fhirVersion }: ServerStatement, expected: 'DSTU2' | 'STU3' | 'R4'): boolean {
  const beginning = { DSTU2: '1.0', STU3: '3.0', R4: '4.0' }[expected];
  return fhirVersion === undefined || fhirVersion === beginning || fhirVersion.startsWith(`${beginning}.`);
}
