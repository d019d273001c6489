/** Where an observation belongs, from what it says of itself: category first, then code, then NextGen Office's id. */
import { asObjects, asText, type FhirResource } from './json.ts';

export type ObservationKind = 'laboratory' | 'vitals' | 'social-history' | 'tests';

/**
 * The order in which several categories of one observation are weighed: the first that applies decides. A culture
 * that is also a procedure is a laboratory result; a pain score that is also a survey is a vital sign.
 */
export const categoryOrder: readonly ObservationKind[] = ['laboratory', 'vitals', 'social-history', 'tests'];

/** FHIR R4 `observation-category`, and the categories US Core adds. */
const kindOfCategory: Readonly<Record<string, ObservationKind>> = {
  laboratory: 'laboratory',
  'vital-signs': 'vitals',
  'social-history': 'social-history',
  survey: 'social-history',
  sdoh: 'social-history',
  'functional-status': 'social-history',
  'disability-status': 'social-history',
  'cognitive-status': 'social-history',
  'mental-status': 'social-history',
  'screening-assessment': 'social-history',
  'care-experience-preference': 'social-history',
  'treatment-intervention-preference': 'social-history',
  'observation-adi-documentation': 'social-history',
  imaging: 'tests',
  procedure: 'tests',
  exam: 'tests',
  therapy: 'tests',
  activity: 'tests',
  'clinical-test': 'tests',
};

/** HL7 v2 table 0074 (diagnostic service section), which laboratories use as a category beside or instead of FHIR's. */
const kindOfSection: Readonly<Record<string, ObservationKind>> = {
  LAB: 'laboratory',
  BG: 'laboratory',
  BLB: 'laboratory',
  CG: 'laboratory',
  CH: 'laboratory',
  CP: 'laboratory',
  GE: 'laboratory',
  HM: 'laboratory',
  IMM: 'laboratory',
  MB: 'laboratory',
  MCB: 'laboratory',
  MYC: 'laboratory',
  PAT: 'laboratory',
  SP: 'laboratory',
  SR: 'laboratory',
  TX: 'laboratory',
  VR: 'laboratory',
  CTH: 'tests',
  CT: 'tests',
  CUS: 'tests',
  EC: 'tests',
  EN: 'tests',
  NMR: 'tests',
  NMS: 'tests',
  OUS: 'tests',
  PF: 'tests',
  RAD: 'tests',
  RUS: 'tests',
  RX: 'tests',
  VUS: 'tests',
  XRC: 'tests',
};

const loinc = 'http://loinc.org';

/** Codes that say the kind by themselves, for observations whose category does not. LOINC. */
const kindOfCode: Readonly<Record<string, ObservationKind>> = {
  // Vital signs: the codes of the FHIR vital signs profile, and those US Core adds.
  ...Object.fromEntries(
    [
      '85353-1',
      '85354-9',
      '55284-4',
      '96607-7',
      '8480-6',
      '8462-4',
      '8478-0',
      '8867-4',
      '9279-1',
      '8310-5',
      '8331-1',
      '59408-5',
      '2708-6',
      '3150-0',
      '3151-8',
      '8302-2',
      '8306-3',
      '3137-7',
      '29463-7',
      '3141-9',
      '39156-5',
      '59574-4',
      '59575-1',
      '59576-9',
      '77606-2',
      '9843-4',
      '8287-5',
      '8289-1',
      '72514-3',
    ].map((code) => [code, 'vitals'] as const),
  ),
  // Social history: smoking, pregnancy and its intention, occupation, sexual orientation, gender identity, sex.
  ...Object.fromEntries(
    [
      '72166-2',
      '82810-3',
      '86645-9',
      '11341-5',
      '86188-0',
      '76690-7',
      '76691-5',
      '46098-0',
      '99501-9',
      '90778-2',
    ].map((code) => [code, 'social-history'] as const),
  ),
};

/** NextGen Office numbers its observations LR- (laboratory), VS- (vital signs), HX- (history). */
const kindOfIdPrefix: Readonly<Record<string, ObservationKind>> = {
  'LR-': 'laboratory',
  'VS-': 'vitals',
  'HX-': 'social-history',
};

/** "Vital Signs", "vital_signs" → `vital-signs`: a category sent as text alone is read by its words. */
function asCategoryCode(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function kindsOfCategory(resource: FhirResource): readonly ObservationKind[] {
  return asObjects(resource['category']).flatMap((category) => {
    const codings = asObjects(category['coding']);
    const coded = codings.map((coding) => {
      const code = asText(coding['code']);
      if (code === undefined) return undefined;
      const system = asText(coding['system']) ?? '';
      if (/v2-?\/?0074$/.test(system)) return lookUp(kindOfSection, code);
      if (system !== '' && !/category|us-core-tags/.test(system)) return undefined;
      return lookUp(kindOfCategory, code);
    });
    const found = coded.filter((kind) => kind !== undefined);
    const text = asText(category['text']);
    if (found.length > 0 || text === undefined) return found;
    const worded = lookUp(kindOfCategory, asCategoryCode(text));
    return worded === undefined ? [] : [worded];
  });
}

/**
 * The kind of an Observation, or undefined where nothing it carries says one (it is then listed under other records:
 * a guess would put it where nobody vouches for it).
 */
export function observationKind(resource: FhirResource): ObservationKind | undefined {
  const stated = kindsOfCategory(resource);
  const byCategory = categoryOrder.find((kind) => stated.includes(kind));
  if (byCategory !== undefined) return byCategory;
  for (const code of asObjects(resource['code'])) {
    for (const coding of asObjects(code['coding'])) {
      if (asText(coding['system']) !== loinc) continue;
      const kind = lookUp(kindOfCode, asText(coding['code']) ?? '');
      if (kind !== undefined) return kind;
    }
  }
  return lookUp(kindOfIdPrefix, asText(resource.id)?.slice(0, 3) ?? '');
}
