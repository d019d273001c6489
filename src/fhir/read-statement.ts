/**
 * Reads what a server says it can do: CapabilityStatement (R4 §5.3, STU3) or Conformance (DSTU2), the same elements under
 * two names. Loaded with the first question; nobody imports it otherwise, so that it stays a file of its own.
 */
import { asObjects, asText, type FhirResource, type JsonObject } from './json.ts';
import type { ServerStatement, StatedType } from './server-statement.ts';

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
