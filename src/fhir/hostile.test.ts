/** No reader throws on anything a server may send: mutated, retyped, nested, oversized, with keys that objects inherit. */
import { describe, expect, it } from 'vitest';
import { allergySummary } from './allergy-summary.ts';
import { allergies, type AllergyRecord } from './allergies.ts';
import { bannerIdentity } from './banner-identity.ts';
import { contextOf } from './context-of.ts';
import { coverage } from './coverage.ts';
import { detailsOf } from './details.ts';
import { missingFromDetails } from './details-completeness.ts';
import { encounters } from './encounters.ts';
import { immunizations } from './immunizations.ts';
import type { FhirResource } from './json.ts';
import { fold, readRecords, type RecordKind, sortRecords } from './kind.ts';
import { joinMedications, medications, type MedicationRecord } from './medications.ts';
import { readNarrative } from './narrative.ts';
import { patient, type PatientRecord } from './patient.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { procedures } from './procedures.ts';
import type { ChartRecord } from './record.ts';

const concept = {
  text: 'Some words',
  coding: [{ system: 'http://snomed.info/sct', code: '716186003', display: 'No known allergy' }],
};
const reference = { reference: 'Practitioner/1', display: 'Dr. Ng', type: 'Practitioner' };
const period = { start: '2019-01-01', end: '2020-01-01T00:00:00Z' };
const quantity = { value: 1.5, unit: 'mg', code: 'mg', comparator: '<' };
const name = { use: 'official', family: 'Smith', given: ['A', 'B'], period };
const address = { line: ['1 Main St'], city: 'Irvine', period };
const dosage = {
  text: 'one',
  sequence: 1,
  timing: {
    repeat: { frequency: 1, period: 1, periodUnit: 'd', when: ['HS'], boundsPeriod: period },
    code: concept,
    event: ['2019'],
  },
  doseAndRate: [{ doseQuantity: quantity, rateRatio: { numerator: quantity, denominator: quantity } }],
  maxDosePerPeriod: { numerator: quantity, denominator: quantity },
  asNeededCodeableConcept: concept,
};
const common = {
  id: 'x1',
  meta: { lastUpdated: '2019-01-01T00:00:00Z', profile: ['urn:x'] },
  text: { status: 'generated', div: '<div>words</div>' },
  extension: [
    { url: 'urn:e', valueCodeableConcept: concept },
    { url: 'urn:f', extension: [{ url: 'g', valueString: 's' }] },
  ],
  modifierExtension: [{ url: 'urn:m', valueBoolean: true }],
  contained: [
    { resourceType: 'Medication', id: 'm', code: concept, ingredient: [{ itemCodeableConcept: concept }] },
  ],
  status: 'active',
  category: [concept],
  code: concept,
  note: [{ text: 'n', authorReference: reference, time: '2019' }],
  identifier: [{ use: 'usual', type: concept, system: 'urn:s', value: 'v', period, assigner: reference }],
  clinicalStatus: concept,
  verificationStatus: concept,
  statusReason: concept,
  period,
  reasonCode: [concept],
  reasonReference: [reference],
  encounter: reference,
  performer: [{ actor: reference, function: concept }],
  location: [{ location: reference, period }],
  recordedDate: '2019-01-01',
  recorder: reference,
  asserter: { reference: 'Patient/p1' },
};

const resources: readonly (readonly [FhirResource, RecordKind<ChartRecord>])[] = (
  [
    [
      {
        resourceType: 'AllergyIntolerance',
        criticality: 'high',
        type: 'allergy',
        reaction: [
          {
            manifestation: [concept],
            severity: 'severe',
            substance: concept,
            onset: '2019',
            note: common.note,
          },
        ],
        onsetRange: { low: quantity, high: quantity },
        lastOccurrence: '2019',
      },
      allergies,
    ],
    [
      {
        resourceType: 'Condition',
        onsetAge: quantity,
        abatementPeriod: period,
        stage: [{ summary: concept }],
        evidence: [{ code: [concept], detail: [reference] }],
        severity: concept,
        bodySite: [concept],
      },
      problems,
    ],
    [
      {
        resourceType: 'MedicationRequest',
        medicationReference: { reference: '#m' },
        intent: 'order',
        dosageInstruction: [dosage],
        dispenseRequest: { quantity, validityPeriod: period, numberOfRepeatsAllowed: 1 },
        reportedReference: reference,
        authoredOn: '2019',
        doNotPerform: false,
      },
      medications,
    ],
    [
      {
        resourceType: 'MedicationDispense',
        medicationCodeableConcept: concept,
        authorizingPrescription: [reference],
        whenHandedOver: '2019',
        quantity,
        daysSupply: quantity,
        substitution: { wasSubstituted: true },
        dosageInstruction: [dosage],
      },
      medications,
    ],
    [
      {
        resourceType: 'MedicationAdministration',
        medicationCodeableConcept: concept,
        effectivePeriod: period,
        dosage,
        request: reference,
      },
      medications,
    ],
    [
      {
        resourceType: 'MedicationStatement',
        medicationCodeableConcept: concept,
        effectiveDateTime: '2019',
        dosage: [dosage],
        informationSource: reference,
        dateAsserted: '2019',
      },
      medications,
    ],
    [
      {
        resourceType: 'Immunization',
        vaccineCode: concept,
        occurrenceString: 'once',
        isSubpotent: true,
        subpotentReason: [concept],
        protocolApplied: [{ series: 's', doseNumberPositiveInt: 1, targetDisease: [concept] }],
        reportOrigin: concept,
        primarySource: false,
        lotNumber: 'L',
        expirationDate: '2020',
        doseQuantity: quantity,
        manufacturer: reference,
        reaction: [{ detail: reference }],
      },
      immunizations,
    ],
    [
      {
        resourceType: 'Procedure',
        performedRange: { low: quantity },
        bodySite: [concept],
        complication: [concept],
        complicationDetail: [reference],
        followUp: [concept],
        outcome: concept,
      },
      procedures,
    ],
    [
      {
        resourceType: 'Encounter',
        class: { code: 'AMB', system: 'urn:c' },
        type: [concept],
        diagnosis: [{ condition: reference, use: concept, rank: 1 }],
        participant: [{ type: [concept], individual: reference, period }],
        hospitalization: { dischargeDisposition: concept },
        length: quantity,
      },
      encounters,
    ],
    [
      {
        resourceType: 'Coverage',
        payor: [reference],
        class: [{ type: concept, value: 'v', name: 'n' }],
        order: 1,
        subscriberId: 's',
        relationship: concept,
        type: concept,
      },
      coverage,
    ],
    [
      {
        resourceType: 'RelatedPerson',
        active: true,
        name: [name],
        relationship: [concept],
        telecom: [{ system: 'phone', value: '5', rank: 1 }],
        address: [address],
        birthDate: '1970',
      },
      people,
    ],
    [
      {
        resourceType: 'Patient',
        active: true,
        name: [name],
        birthDate: '1970-01-01',
        deceasedDateTime: '2020',
        gender: 'male',
        telecom: [{ value: '5' }],
        address: [address],
        communication: [{ language: concept, preferred: true }],
        contact: [{ name, relationship: [concept], telecom: [], address }],
        link: [{ other: reference, type: 'seealso' }],
        managingOrganization: reference,
        generalPractitioner: [reference],
        extension: [
          {
            url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
            extension: [
              { url: 'text', valueString: 'Mixed' },
              { url: 'ombCategory', valueCoding: { code: '1' } },
            ],
          },
        ],
      },
      patient,
    ],
  ] as unknown as readonly (readonly [FhirResource, RecordKind<ChartRecord>])[]
).map(([resource, kind]) => [{ ...common, ...resource }, kind] as const);

/** A small generator with a seed, so that a failure can be repeated (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let n = 0; n < levels; n += 1) value = n % 2 === 0 ? [value] : { coding: value };
  return value;
}

const deepObject = Array.from({ length: 60 }).reduce<unknown>(
  (inner) => ({ extension: [{ url: 'urn:d', valueQuantity: inner }] }),
  'x',
);
const hostile: readonly unknown[] = [
  null,
  '',
  ' ',
  'constructor',
  '__proto__',
  'x'.repeat(20_000),
  'no '.repeat(2_000),
  '2019-02-30',
  0,
  -1,
  1e308,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [[{}]],
  ['a', 1, null, {}],
  { resourceType: 'Patient' },
  { resourceType: 7 },
  { reference: {} },
  { reference: '#x1' },
  { coding: { coding: [] }, text: [] },
  { start: {}, end: [] },
  { value: { value: {} }, unit: [] },
  { rawJSON: '1.50' },
  { rawJSON: 'not a number' },
  { url: null, extension: 'x', modifierExtension: {} },
  JSON.parse('{"__proto__":{"status":"active"},"constructor":"x","toString":1,"hasOwnProperty":null}'),
  deep(60),
  deepObject,
];

function hasMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** One random change somewhere in a copy: an element missing, retyped, in a list, out of its list, or added. */
function mutated(resource: FhirResource, next: () => number): FhirResource {
  // Through JSON, so that what is shared between elements here is not changed in all of them.
  const copy = JSON.parse(JSON.stringify(resource)) as Record<string, unknown>;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  for (let changes = 1 + Math.floor(next() * 3); changes > 0; changes -= 1) {
    let at: Record<string, unknown> = copy;
    let key = pick(Object.keys(at));
    for (let below = at[key]; next() < 0.6 && hasMembers(below); below = at[key]) {
      at = below;
      key = pick(Object.keys(at));
    }
    if (at === copy && key === 'resourceType') continue;
    const how = next();
    if (how < 0.15) delete at[key];
    else if (how < 0.3) at[key] = [at[key], at[key]];
    else if (how < 0.4 && Array.isArray(at[key])) at[key] = (at[key] as unknown[])[0];
    else if (how < 0.5)
      at[pick(['modifierExtension', '_status', `_${key}`, 'coding', 'text', 'value'])] = pick(hostile);
    else at[key] = pick(hostile);
  }
  return JSON.parse(JSON.stringify(copy)) as FhirResource;
}

describe.each(resources)('$resourceType', (resource, kind) => {
  it('is read whatever of it is missing, retyped or nested', () => {
    const next = random(20260724);
    for (let n = 0; n < 300; n += 1) {
      const one = mutated(resource, next);
      const context = contextOf(
        one,
        ...(n % 3 === 0
          ? [{ resourceType: 'Practitioner', id: '1', name: one['name'] } as FhirResource]
          : []),
      );
      const records = readRecords(kind, [one, resource], context);
      expect(records).toHaveLength(2);
      expect(records[0]?.key).not.toBe(records[1]?.key);
      expect(records[0]?.source).toBe(one);
      sortRecords(kind, records);
      expect(fold(kind, records).flatMap((group) => group.records)).toHaveLength(2);
      readNarrative(one);
      detailsOf(one);
      if (kind.id === 'allergies') allergySummary(records as readonly AllergyRecord[]);
      if (kind.id === 'medications') joinMedications(records as readonly MedicationRecord[]);
      if (kind.id === 'patient') bannerIdentity(records[0] as PatientRecord, new Date(0));
    }
  });

  it('keeps every value in its details, however it was mutated', () => {
    const next = random(7);
    const all = Array.from({ length: 100 }, () => mutated(resource, next));
    // What is nested deeper than the walk goes is shown raw only, and so says.
    const told = all.filter((one) => !JSON.stringify(detailsOf(one)).includes('"too-deep"'));
    expect(told.length).toBeGreaterThan(50);
    expect(told.flatMap(missingFromDetails)).toEqual([]);
  });

  it('is read when it is nothing but its type', () => {
    const [record] = readRecords(kind, [{ resourceType: resource.resourceType }], contextOf());
    expect(record).toMatchObject({ enteredInError: false, marks: [], sortTime: undefined });
  });
});
