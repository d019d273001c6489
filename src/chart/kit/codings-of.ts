import type { FhirResource } from '#fhir/json.ts';
import { asObject, asText } from '#fhir/json.ts';

export interface FoundCoding {
  readonly display: string | undefined;
  readonly system: string;
  readonly code: string;
}

const systemNames: Readonly<Record<string, string>> = {
  'http://snomed.info/sct': 'SNOMED CT',
  'http://loinc.org': 'LOINC',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://hl7.org/fhir/sid/icd-9-cm': 'ICD-9-CM',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
  'http://hl7.org/fhir/sid/mvx': 'MVX',
  'http://hl7.org/fhir/sid/ndc': 'NDC',
  'http://www.ama-assn.org/go/cpt': 'CPT',
  'http://unitsofmeasure.org': 'UCUM',
  'urn:iso:std:iso:11073:10101': 'ISO 11073',
};

/** What people call a code system; its address where it has no such name here. */
export function systemName(address: string): string {
  if (Object.hasOwn(systemNames, address)) return systemNames[address]!;
  const hl7 = /^http:\/\/(?:terminology\.hl7\.org|hl7\.org\/fhir)\/(?:.*\/)?([\w.-]+)$/.exec(address);
  return hl7?.[1] === undefined ? address : `HL7 ${hl7[1]}`;
}

const deepest = 30;

/** Every coding of a record, wherever it stands, once each, in the order they were sent. */
export function codingsOf(resource: FhirResource): readonly FoundCoding[] {
  const found = new Map<string, FoundCoding>();
  const walk = (value: unknown, depth: number): void => {
    if (depth > deepest) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, depth + 1);
      return;
    }
    const object = asObject(value);
    if (object === undefined) return;
    const [system, code] = [asText(object['system']), asText(object['code'])];
    if (system !== undefined && code !== undefined) {
      const display = asText(object['display']) ?? asText(object['unit']);
      found.set(`${system}|${code}|${display ?? ''}`, { display, system, code });
    }
    for (const child of Object.values(object)) walk(child, depth + 1);
  };
  walk(resource, 0);
  return [...found.values()];
}
