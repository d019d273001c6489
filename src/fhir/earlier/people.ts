/** Patient, RelatedPerson, Practitioner and Person of DSTU2 and STU3 in R4's elements. */
import {
  asList,
  asObject,
  asObjects,
  asText,
  asTexts,
  type FhirResource,
  type JsonObject,
} from '#fhir/json.ts';
import { completed, each, listOf, renamed, replaced, type Reshape } from './reshape.ts';

/** Family names were a list until STU3. */
function name(value: unknown): unknown {
  const object = asObject(value);
  if (object === undefined || !Array.isArray(object['family'])) return value;
  const family = asTexts(object['family']).join(' ');
  return replaced(object, { family: family === '' ? undefined : family });
}

function named(resource: FhirResource): FhirResource {
  return replaced(resource, { name: listOf(asList(resource['name']).map(name)) });
}

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';
const cdcRaces = 'urn:oid:2.16.840.1.113883.6.238';
/** The OMB categories; every other code of the table is a detailed one (US Core, race and ethnicity). */
const ombCodes = new Set([
  '1002-5',
  '2028-9',
  '2054-5',
  '2076-8',
  '2106-3',
  '2135-2',
  '2186-5',
  'UNK',
  'ASKU',
]);

/** Race and ethnicity as one concept, as DSTU2's US profiles and Argonaut's first ones have it. */
function raceOrEthnicity(kind: 'race' | 'ethnicity', concept: JsonObject): JsonObject {
  const codings = asObjects(concept['coding']);
  const isOmb = (coding: JsonObject): boolean => ombCodes.has(asText(coding['code']) ?? '');
  const parts = codings.map((coding) => ({
    url: isOmb(coding) ? 'ombCategory' : 'detailed',
    valueCoding: completed(coding, { system: cdcRaces }),
  }));
  const text = asText(concept['text']) ?? asText(codings[0]?.['display']) ?? asText(codings[0]?.['code']);
  return {
    url: `${usCore}${kind}`,
    extension: [...parts, ...(text === undefined ? [] : [{ url: 'text', valueString: text }])],
  };
}

/** The addresses of the US extensions before R4 (DSTU2's own, Argonaut's), and their shapes. */
function usExtension(extension: JsonObject): JsonObject {
  const url = asText(extension['url']) ?? '';
  const concept = asObject(extension['valueCodeableConcept']);
  const kind = /\/(?:us-core|argo)-(race|ethnicity)$/.exec(url)?.[1] as 'race' | 'ethnicity' | undefined;
  if (kind !== undefined && concept !== undefined) return raceOrEthnicity(kind, concept);
  if (kind !== undefined) return { ...extension, url: `${usCore}${kind}` };
  if (/\/(?:us-core|argo)-birth-?sex$/.test(url)) {
    const code = asText(extension['valueCode']) ?? asText(asObjects(concept?.['coding'])[0]?.['code']);
    return code === undefined ? extension : { url: `${usCore}birthsex`, valueCode: code };
  }
  return extension;
}

const patient: Reshape = (resource) =>
  replaced(named(resource), {
    extension: each(resource['extension'], usExtension),
    contact: each(resource['contact'], (contact) => replaced(contact, { name: name(contact['name']) })),
  });

export const patientFromDstu2: Reshape = (resource) =>
  patient(renamed(resource, { careProvider: 'generalPractitioner' }));
export const patientFromStu3 = patient;

/** RelatedPerson, Practitioner and Person: they differ in their names alone. */
export const personFromEarlier: Reshape = named;
