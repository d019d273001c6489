import { type FhirResource, isObject, objectsOf, own, textOf, valuesAt } from '#sandbox/fhir/resource.ts';
import { element, textElement } from './xml.ts';

/** Code systems by FHIR address: object identifier and name, as CDA names them. */
const systems: Readonly<Record<string, readonly [oid: string, name: string]>> = {
  'http://snomed.info/sct': ['2.16.840.1.113883.6.96', 'SNOMED CT'],
  'http://loinc.org': ['2.16.840.1.113883.6.1', 'LOINC'],
  'http://www.nlm.nih.gov/research/umls/rxnorm': ['2.16.840.1.113883.6.88', 'RxNorm'],
  'http://hl7.org/fhir/sid/cvx': ['2.16.840.1.113883.12.292', 'CVX'],
  'http://hl7.org/fhir/sid/icd-10-cm': ['2.16.840.1.113883.6.90', 'ICD-10-CM'],
  'http://hl7.org/fhir/sid/ndc': ['2.16.840.1.113883.6.69', 'NDC'],
  'http://www.ama-assn.org/go/cpt': ['2.16.840.1.113883.6.12', 'CPT-4'],
  'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets': ['2.16.840.1.113883.6.285', 'HCPCS'],
  'http://fdasis.nlm.nih.gov': ['2.16.840.1.113883.4.9', 'UNII'],
  'http://ncimeta.nci.nih.gov': ['2.16.840.1.113883.3.26.1.1', 'NCI Thesaurus'],
  'urn:oid:2.16.840.1.113883.6.238': ['2.16.840.1.113883.6.238', 'Race & Ethnicity - CDC'],
  'http://terminology.hl7.org/CodeSystem/v3-ActCode': ['2.16.840.1.113883.5.4', 'ActCode'],
  'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation': [
    '2.16.840.1.113883.5.83',
    'ObservationInterpretation',
  ],
};

/** What a CodeableConcept is called: its text, else the first display, else the first code. */
export function labelOf(concept: unknown): string {
  const found = isObject(concept) ? concept : {};
  const codings = objectsOf(found['coding']);
  const first = (key: string): string | undefined => codings.map((each) => textOf(each[key])).find(Boolean);
  return textOf(found['text']) ?? first('display') ?? first('code') ?? '';
}

/** Labels of a repeating concept, joined. */
export function labelsOf(concepts: unknown): string {
  return objectsOf(concepts).map(labelOf).filter(Boolean).join(', ');
}

/**
 * A concept as a CDA code: the first coding of a known system, the others as translations; without one, a
 * `nullFlavor` with the words. `type`: the `xsi:type` of a value.
 */
export function codeElement(name: string, concept: unknown, type?: 'CD'): string {
  const codings = objectsOf(isObject(concept) ? concept['coding'] : undefined).flatMap((coding) => {
    const code = textOf(coding['code']);
    const [codeSystem, codeSystemName] = own(systems, textOf(coding['system']) ?? '') ?? [];
    return code === undefined || codeSystem === undefined
      ? []
      : [{ code, codeSystem, codeSystemName, displayName: textOf(coding['display']) ?? labelOf(concept) }];
  });
  const [main, ...others] = codings;
  const words = labelOf(concept);
  return element(
    name,
    { 'xsi:type': type, ...(main ?? { nullFlavor: 'UNK' }) },
    words === '' ? '' : textElement('originalText', words),
    ...others.map((other) => element('translation', other)),
  );
}

/** A fixed code. */
export function fixedCode(
  name: string,
  code: string,
  system: 'LOINC' | 'SNOMED CT',
  displayName: string,
): string {
  const codeSystem = system === 'LOINC' ? '2.16.840.1.113883.6.1' : '2.16.840.1.113883.6.96';
  return element(name, { code, codeSystem, codeSystemName: system, displayName });
}

/** A decimal as written: a `JSON.rawJSON` carries its own text. */
function decimal(value: unknown): string | undefined {
  if (isObject(value)) return textOf(value['rawJSON']);
  return typeof value === 'number' ? String(value) : undefined;
}

/** `{ value: 138, unit: 'mmol/L' }` → `138 mmol/L`. */
export function quantityText(quantity: unknown): string {
  if (!isObject(quantity)) return '';
  const unit = textOf(quantity['unit']) ?? textOf(quantity['code']) ?? '';
  return `${textOf(quantity['comparator']) ?? ''}${decimal(quantity['value']) ?? ''} ${unit}`.trim();
}

/** A quantity as attributes of a `PQ`. */
export function quantityAttributes(quantity: unknown): Readonly<Record<string, string | undefined>> {
  if (!isObject(quantity)) return { nullFlavor: 'UNK' };
  const value = decimal(quantity['value']);
  return value === undefined
    ? { nullFlavor: 'UNK' }
    : { value, unit: textOf(quantity['code']) ?? textOf(quantity['unit']) };
}

/** The first text at any of these paths. */
export function firstText(resource: unknown, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = valuesAt(resource, path).map(textOf).find(Boolean);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A date for a narrative cell: the day, or the time as written when there is one. */
export function dateText(value: unknown): string {
  return typeof value === 'string'
    ? value.replace('T', ' ').replace(/:\d{2}(?:\.\d+)?(?=Z|[+-]\d{2}:|$)/, '')
    : '';
}

/** The code of a status: a plain one, or the first coding of a concept. */
export function statusOf(resource: FhirResource, name = 'status'): string {
  const value = resource[name];
  return typeof value === 'string' ? value : (firstText(value, 'coding.code') ?? '');
}
