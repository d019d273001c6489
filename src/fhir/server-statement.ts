/**
 * What a server says it can do: CapabilityStatement (R4 §5.3, STU3) or Conformance (DSTU2), the same elements under two
 * names. Servers' statements are often wrong (NextGen Office's gives the wrong types of parameters), so it explains
 * what was seen and decides nothing.
 */
import { FhirError, failureOf } from './failure.ts';
import { asObjects, asText, type FhirResource, type JsonObject } from './json.ts';
import type { PlannedSearch } from './plan.ts';
import type { StatementState } from './reading.ts';

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

/** FHIR R5 has 157 types, the longest list of parameters of one some 50. */
const mostTypes = 400;
const mostParameters = 200;
const longestName = 80;

function short(value: unknown): string | undefined {
  return asText(value)?.trim().slice(0, longestName);
}

function readType(stated: JsonObject): StatedType {
  const codes = asObjects(stated['interaction']).map((interaction) => asText(interaction['code']));
  const names = asObjects(stated['searchParam'])
    .slice(0, mostParameters)
    .map((parameter) => short(parameter['name']));
  return {
    search: codes.includes('search-type'),
    read: codes.includes('read'),
    parameters: new Set(names.filter((name) => name !== undefined)),
  };
}

/**
 * The statement of a server, within bounds; undefined for any other resource. Never throws. A type that stands in
 * several `rest` elements is taken from the first; those of a client's mode say nothing about the server.
 */
export function readStatement(resource: FhirResource): ServerStatement | undefined {
  if (resource.resourceType !== 'CapabilityStatement' && resource.resourceType !== 'Conformance') {
    return undefined;
  }
  const types = new Map<string, StatedType>();
  const rests = asObjects(resource['rest']).filter((rest) => asText(rest['mode']) !== 'client');
  for (const stated of rests.flatMap((rest) => asObjects(rest['resource']))) {
    const type = asText(stated['type']);
    if (type === undefined || !/^[A-Z][A-Za-z]{1,63}$/.test(type) || types.has(type)) continue;
    if (types.size >= mostTypes) break;
    types.set(type, readType(stated));
  }
  const software = asObjects(resource['software'])[0];
  const named = [short(software?.['name']), short(software?.['version'])].filter((one) => one !== undefined);
  return {
    software: named.length === 0 ? undefined : named.join(' '),
    fhirVersion: short(resource['fhirVersion']),
    types,
  };
}

/** What came of asking: `request` brings the resource. Never rejects. */
export async function askForStatement(request: () => Promise<FhirResource>): Promise<StatementState> {
  try {
    const statement = readStatement(await request());
    if (statement === undefined) throw new FhirError({ kind: 'broken', status: 200, reason: 'not-fhir' });
    return { state: 'read', statement };
  } catch (error) {
    return { state: 'failed', failure: failureOf(error) };
  }
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
