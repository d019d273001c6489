/**
 * Patients by the hundred thousand, made as they are asked for and never held: the nth is the same on every machine.
 * About fifty kilobytes each; plainly made up, with real codes, so that questions about them have answers.
 */

/** In the order in which an export lists them; with how many records each has. */
export const madeUpTypes = {
  Patient: 1,
  AllergyIntolerance: 2,
  Condition: 3,
  DiagnosticReport: 3,
  DocumentReference: 2,
  Encounter: 5,
  Immunization: 4,
  MedicationRequest: 4,
  Observation: 60,
  Procedure: 2,
} as const;

export type MadeUpType = keyof typeof madeUpTypes;

const firstId = 500_000_000;

export function madeUpId(index: number): string {
  return String(firstId + index);
}

/** The number of a made-up patient below `count`; undefined for any other id. */
export function madeUpIndex(id: string, count: number): number | undefined {
  const index = /^\d{9}$/.test(id) ? Number(id) - firstId : -1;
  return index >= 0 && index < count ? index : undefined;
}

/** A number from 0 to `below - 1`, the same for the same seeds. */
function pick(below: number, ...seeds: readonly number[]): number {
  let hash = 2_166_136_261;
  for (const seed of seeds) {
    hash = Math.imul(hash ^ (seed & 0xffff), 16_777_619);
    hash = Math.imul(hash ^ (seed >>> 16), 16_777_619);
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 2_246_822_519) >>> 0) % below;
}

const family = 'EXAMPLE SAMPLE SPECIMEN PLACEHOLDER TESTCASE MADEUP FICTION INVENTED'.split(' ');
const given = 'AVERY BLAIR CASEY DREW ELLIS FINLEY GRAY HARPER INDIGO JULES KAI LANE'.split(' ');

const labs = [
  ['4548-4', 'Hemoglobin A1c', '%', 50, 130, 10],
  ['2345-7', 'Glucose', 'mg/dL', 70, 240, 1],
  ['2160-0', 'Creatinine', 'mg/dL', 60, 180, 100],
  ['13457-7', 'LDL cholesterol', 'mg/dL', 60, 190, 1],
  ['718-7', 'Hemoglobin', 'g/dL', 100, 170, 10],
  ['2823-3', 'Potassium', 'mmol/L', 33, 57, 10],
] as const;
const vitals = [
  ['29463-7', 'Body weight', 'kg', 500, 1200, 10],
  ['8302-2', 'Body height', 'cm', 1500, 1950, 10],
  ['8867-4', 'Heart rate', '/min', 55, 110, 1],
  ['39156-5', 'Body mass index', 'kg/m2', 180, 410, 10],
] as const;
const problems = [
  ['44054006', 'Type 2 diabetes mellitus'],
  ['38341003', 'Hypertensive disorder'],
  ['195967001', 'Asthma'],
  ['13645005', 'Chronic obstructive lung disease'],
  ['55822004', 'Hyperlipidemia'],
  ['35489007', 'Depressive disorder'],
  ['396275006', 'Osteoarthritis'],
] as const;
const drugs = [
  ['860975', 'metformin hydrochloride 500 MG Extended Release Oral Tablet'],
  ['314076', 'lisinopril 10 MG Oral Tablet'],
  ['617312', 'atorvastatin 20 MG Oral Tablet'],
  ['745679', 'albuterol 0.09 MG/ACTUAT Metered Dose Inhaler'],
  ['312940', 'sertraline 50 MG Oral Tablet'],
] as const;
const allergens = [
  ['7980', 'penicillin G'],
  ['10831', 'sulfamethoxazole / trimethoprim'],
  ['1191', 'aspirin'],
] as const;
const vaccines = [
  ['197', 'influenza, high-dose, quadrivalent'],
  ['115', 'Tdap'],
  ['133', 'Pneumococcal conjugate PCV 13'],
  ['187', 'zoster recombinant'],
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A day in the years before November 2026. */
function dayOf(years: number, ...seeds: readonly number[]): string {
  return `${2026 - pick(years, ...seeds, 1)}-${two(1 + pick(10, ...seeds, 2))}-${two(1 + pick(28, ...seeds, 3))}`;
}

const concept = (system: string, code: string, text: string) => ({
  coding: [{ system, code, display: text }],
  text,
});
const coded = (system: string, [code, text]: readonly [string, string]) => concept(system, code, text);
const snomed = 'http://snomed.info/sct';
const loinc = 'http://loinc.org';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const terms = 'http://terminology.hl7.org/CodeSystem';
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function observation(p: number, n: number): object {
  const isLab = n % 3 !== 0;
  const [code, text, unit, low, high, scale] = isLab
    ? // The laboratory's are those between the vital signs: counted by themselves, or some tests would never be made.
      at(labs, n - Math.floor(n / 3) - 1)
    : at(vitals, Math.floor(n / 3));
  const value = (low + pick(high - low, p, n, 4)) / scale;
  return {
    category: [
      concept(
        `${terms}/observation-category`,
        isLab ? 'laboratory' : 'vital-signs',
        isLab ? 'Laboratory' : 'Vital Signs',
      ),
    ],
    status: 'final',
    code: concept(loinc, code, text),
    effectiveDateTime: `${dayOf(6, p, n, 5)}T09:${two(pick(60, p, n, 6))}:00Z`,
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  };
}

const makers: Readonly<Record<MadeUpType, (p: number, n: number) => object>> = {
  Patient: (p) => ({
    identifier: [
      {
        type: { coding: [{ system: `${terms}/v2-0203`, code: 'MR' }], text: 'Chart number' },
        system: 'http://example.org/chart-number',
        value: `HF${madeUpId(p)}`,
      },
    ],
    name: [
      { use: 'official', family: `${at(family, pick(8, p, 7))}${p}`, given: [at(given, pick(12, p, 8))] },
    ],
    gender: at(['female', 'male', 'other'], pick(20, p, 9) === 0 ? 2 : p),
    birthDate: `${1930 + pick(95, p, 10)}-${two(1 + pick(12, p, 11))}-${two(1 + pick(28, p, 12))}`,
    address: [
      { city: 'Sampleville', state: 'CA', postalCode: `9${String(pick(10_000, p, 13)).padStart(4, '0')}` },
    ],
  }),
  AllergyIntolerance: (p, n) => ({
    clinicalStatus: concept(`${terms}/allergyintolerance-clinical`, 'active', 'Active'),
    verificationStatus: concept(`${terms}/allergyintolerance-verification`, 'confirmed', 'Confirmed'),
    code: coded(rxnorm, at(allergens, pick(3, p, n, 14))),
  }),
  Condition: (p, n) => ({
    clinicalStatus: concept(
      `${terms}/condition-clinical`,
      n === 2 ? 'resolved' : 'active',
      n === 2 ? 'Resolved' : 'Active',
    ),
    category: [concept(`${terms}/condition-category`, 'problem-list-item', 'Problem List Item')],
    code: coded(snomed, at(problems, pick(7, p, n, 15))),
    onsetDateTime: dayOf(20, p, n, 16),
  }),
  DiagnosticReport: (p, n) => ({
    status: 'final',
    category: [concept(`${terms}/v2-0074`, 'LAB', 'Laboratory')],
    code: concept(loinc, '24323-8', 'Comprehensive metabolic panel'),
    effectiveDateTime: dayOf(6, p, n, 17),
    result: [1, 2, 4].map((each) => ({ reference: `Observation/${madeUpId(p)}-${each + n}` })),
  }),
  DocumentReference: (p, n) => ({
    status: 'current',
    type: concept(loinc, '11506-3', 'Progress note'),
    category: [
      concept(
        'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
        'clinical-note',
        'Clinical Note',
      ),
    ],
    date: `${dayOf(6, p, n, 18)}T10:00:00Z`,
    content: [{ attachment: { contentType: 'text/plain', data: note } }],
  }),
  Encounter: (p, n) => ({
    status: 'finished',
    class: { system: `${terms}/v3-ActCode`, code: 'AMB', display: 'ambulatory' },
    type: [concept(snomed, '185349003', 'Encounter for check up')],
    period: { start: `${dayOf(6, p, n, 19)}T09:00:00Z` },
  }),
  Immunization: (p, n) => ({
    status: 'completed',
    vaccineCode: coded('http://hl7.org/fhir/sid/cvx', at(vaccines, pick(4, p, n, 20))),
    occurrenceDateTime: dayOf(6, p, n, 21),
    primarySource: true,
  }),
  MedicationRequest: (p, n) => ({
    status: n === 3 ? 'stopped' : 'active',
    intent: 'order',
    medicationCodeableConcept: coded(rxnorm, at(drugs, pick(5, p, n, 22))),
    authoredOn: dayOf(6, p, n, 23),
    dosageInstruction: [{ text: 'Take 1 tablet by mouth every day' }],
  }),
  Observation: observation,
  Procedure: (p, n) => ({
    status: 'completed',
    code: concept(snomed, '73761001', 'Colonoscopy'),
    performedDateTime: dayOf(15, p, n, 24),
  }),
};

const note = Buffer.from(
  `Made-up progress note.\n${'Feels well. Takes medicines as prescribed. No new complaints. '.repeat(40)}`,
).toString('base64');

const patientName = (type: MadeUpType): string =>
  type === 'AllergyIntolerance' || type === 'Immunization' ? 'patient' : 'subject';

/** The records of one type for one patient, a line of NDJSON each, line feeds included. */
export function madeUpLines(type: MadeUpType, patient: number): string {
  let lines = '';
  const id = madeUpId(patient);
  for (let n = 0; n < madeUpTypes[type]; n += 1) {
    const record = makers[type](patient, n);
    const owner = type === 'Patient' ? {} : { [patientName(type)]: { reference: `Patient/${id}` } };
    const own = type === 'Patient' ? id : `${id}-${n}`;
    lines += `${JSON.stringify({ resourceType: type, id: own, meta: { lastUpdated: '2026-11-23T08:00:00Z' }, ...owner, ...record })}\n`;
  }
  return lines;
}
