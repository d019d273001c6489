import { describe, expect, it } from 'vitest';
import { rxnorm, snomed } from './code-systems.ts';
import { contextOf } from './context-of.ts';
import { dosageWords, readDosages } from './dosage.ts';
import type { FhirResource } from './json.ts';
import { fold, readRecords, sortRecords } from './kind.ts';
import { joinMedications, medications, type MedicationRecord } from './medications.ts';

const amlodipine = { text: 'Amlodipine 5 mg', coding: [{ system: rxnorm, code: '197361' }] };

function read(
  resources: readonly Record<string, unknown>[],
  ...others: FhirResource[]
): readonly MedicationRecord[] {
  const all = resources.map((one) => ({ resourceType: 'MedicationRequest', ...one }) as FhirResource);
  return readRecords(medications, all, contextOf(...all, ...others));
}

function one(members: Record<string, unknown>, ...others: FhirResource[]): MedicationRecord {
  return read([members], ...others)[0]!;
}

describe('every medication[x] choice is read', () => {
  const drug: FhirResource = { resourceType: 'Medication', id: 'm1', code: amlodipine };

  it.each([
    ['a concept', { medicationCodeableConcept: amlodipine }, 'Amlodipine 5 mg'],
    [
      'a contained Medication',
      { medicationReference: { reference: '#m1' }, contained: [drug] },
      'Amlodipine 5 mg',
    ],
    [
      'a Medication that has arrived',
      { medicationReference: { reference: 'Medication/m1' } },
      'Amlodipine 5 mg',
    ],
    ['one that has not', { medicationReference: { reference: 'Medication/m9', display: 'Zocor' } }, 'Zocor'],
    ['one without words', { medicationReference: { reference: 'Medication/m9' } }, 'Medication/m9'],
    ['nothing', {}, { key: 'medication.unnamed' }],
  ])('%s', (_, members, title) => {
    expect(one(members, drug).title).toEqual(title);
  });

  it('a mixture without a code is named by what is in it', () => {
    const ingredient = [
      { itemCodeableConcept: { text: 'Vancomycin' } },
      { itemReference: { display: 'Saline' } },
    ];
    const mixed = { resourceType: 'Medication', id: 'x', ingredient };
    expect(one({ medicationReference: { reference: '#x' }, contained: [mixed] }).title).toBe(
      'Vancomycin + Saline',
    );
  });
});

describe('status: each word is kept', () => {
  it.each([
    ['MedicationRequest', 'active', 'current'],
    ['MedicationRequest', 'on-hold', 'current'],
    ['MedicationRequest', 'stopped', 'past'],
    ['MedicationRequest', 'completed', 'past'],
    ['MedicationRequest', 'cancelled', 'past'],
    ['MedicationRequest', 'draft', 'unknown'],
    ['MedicationRequest', 'unknown', 'unknown'],
    ['MedicationDispense', 'completed', 'past'],
    ['MedicationDispense', 'in-progress', 'current'],
    ['MedicationAdministration', 'completed', 'past'],
    ['MedicationStatement', 'active', 'current'],
    ['MedicationStatement', 'intended', 'current'],
  ])('%s %s', (resourceType, status, standing) => {
    expect(one({ resourceType, status })).toMatchObject({ standing, status: { key: `status.${status}` } });
  });

  it('an unknown status is shown as sent', () => {
    expect(one({ status: 'paused' })).toMatchObject({ standing: 'unknown', status: 'paused' });
  });
});

describe('what did NOT happen is said in words', () => {
  it.each([
    [{ doNotPerform: true, status: 'active' }, { key: 'mark.do-not-take' }],
    [
      { resourceType: 'MedicationAdministration', status: 'not-done', statusReason: [{ text: 'Vomiting' }] },
      { key: 'mark.not-given-because', values: { reason: 'Vomiting' } },
    ],
    [
      { resourceType: 'MedicationAdministration', status: 'completed', wasNotGiven: true },
      { key: 'mark.not-given' },
    ],
    [{ resourceType: 'MedicationStatement', status: 'not-taken' }, { key: 'mark.not-taken' }],
    [{ resourceType: 'MedicationStatement', status: 'active', wasNotTaken: true }, { key: 'mark.not-taken' }],
    [
      {
        resourceType: 'MedicationDispense',
        status: 'declined',
        statusReasonCodeableConcept: { text: 'Cost' },
      },
      { key: 'mark.not-dispensed-because', values: { reason: 'Cost' } },
    ],
  ])('%j', (members, phrase) => {
    expect(one(members).marks).toContainEqual({ phrase, tone: 'warning' });
  });

  it('a drug not to take and one to take never fold', () => {
    const said = { medicationCodeableConcept: amlodipine, authoredOn: '2020', status: 'active' };
    expect(fold(medications, read([said, { ...said, doNotPerform: true }]))).toHaveLength(2);
  });
});

describe('reported is marked', () => {
  it.each([
    [{ reportedBoolean: true }, { key: 'mark.reported' }],
    [{ reportedReference: { reference: 'Patient/p1' } }, { key: 'mark.patient-reported' }],
    [{ reportedReference: { display: 'Dr. Ng' } }, { key: 'mark.reported-by', values: { name: 'Dr. Ng' } }],
    [
      { resourceType: 'MedicationStatement', informationSource: { reference: 'Patient/p1' } },
      { key: 'mark.patient-reported' },
    ],
  ])('%j', (members, phrase) => {
    expect(one(members)).toMatchObject({ reported: true, marks: [{ phrase, tone: 'plain' }] });
  });

  it('an order of the practice is not', () => {
    expect(one({ reportedBoolean: false, intent: 'order' })).toMatchObject({ reported: false, marks: [] });
  });

  it('a plan or proposal is no order, and says so', () => {
    expect(one({ intent: 'plan' }).marks[0]?.phrase).toEqual({ key: 'mark.intent-plan' });
  });
});

describe('no known medications is a statement', () => {
  it('by code and by words', () => {
    const code = { coding: [{ system: snomed, code: '787481004' }] };
    expect(one({ resourceType: 'MedicationStatement', medicationCodeableConcept: code }).statement).toBe(
      'none-known',
    );
    expect(one({ medicationCodeableConcept: { text: 'No current medications' } }).statement).toBe(
      'none-known',
    );
    expect(one({ medicationCodeableConcept: amlodipine }).statement).toBeUndefined();
  });
});

describe('dosage as written', () => {
  it('shows the text, in the order of sequence', () => {
    const dosages = readDosages([
      { sequence: 2, text: 'then 5 mg' },
      { sequence: 1, text: '10 mL bid' },
    ]);
    expect(dosages.flatMap(dosageWords)).toEqual(['10 mL bid', 'then 5 mg']);
  });

  it('without a text it is put together from its parts', () => {
    const [dosage] = readDosages([
      {
        doseAndRate: [{ doseQuantity: { value: { rawJSON: '1.0' }, unit: 'tablet' } }],
        route: { text: 'Oral' },
        timing: {
          repeat: {
            frequency: 2,
            period: 1,
            periodUnit: 'd',
            when: ['HS', 'SOON'],
            boundsDuration: { value: 10, unit: 'days' },
          },
        },
        asNeededCodeableConcept: { text: 'pain' },
        maxDosePerPeriod: { numerator: { value: 4, unit: 'g' }, denominator: { value: 1, unit: 'day' } },
        additionalInstruction: [{ text: 'with food' }],
      },
    ]);
    expect(dosage === undefined ? [] : dosageWords(dosage)).toEqual([
      '1.0 tablet',
      'Oral',
      { key: 'timing.per-day', values: { times: '2', period: '1' } },
      { key: 'timing.HS' },
      'SOON',
      { key: 'timing.for', values: { length: '10 days' } },
      { key: 'dosage.as-needed-for', values: { reason: 'pain' } },
      { key: 'dosage.at-most', values: { amount: '4 g / 1 day' } },
      'with food',
    ]);
  });

  it.each([
    [
      { timing: { repeat: { frequency: 1, frequencyMax: 2, period: 4, periodMax: 6, periodUnit: 'h' } } },
      { key: 'timing.per-hour', values: { times: '1–2', period: '4–6' } },
    ],
    [{ timing: { repeat: { frequency: 3, period: 1, periodUnit: 'fortnight' } } }, '3 / 1 fortnight'],
    [{ timing: { code: { text: 'QID' } } }, 'QID'],
    [{ asNeededBoolean: true }, { key: 'dosage.as-needed' }],
    [{ doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2, unit: 'mg' } } }] }, '1 – 2 mg'],
    [
      { rateRatio: { numerator: { value: 1, unit: 'L' }, denominator: { value: 1, unit: 'h' } } },
      { key: 'dosage.rate', values: { rate: '1 L / 1 h' } },
    ],
  ])('%j', (sent, words) => {
    expect(readDosages(sent)[0]?.parts).toEqual([words]);
  });

  it('says nothing where nothing was sent', () => {
    expect(readDosages([{}, { asNeededBoolean: false }, null])).toEqual([]);
  });
});

describe('dispenses beside their prescription', () => {
  const request = { id: 'r1', status: 'active', medicationCodeableConcept: amlodipine };
  const dispense = {
    resourceType: 'MedicationDispense',
    id: 'd1',
    status: 'completed',
    whenHandedOver: '2020-01-02',
    quantity: { value: 90, unit: 'tablets' },
    daysSupply: { value: 90, unit: 'days' },
    authorizingPrescription: [{ reference: 'https://fhir.example.org/r4/MedicationRequest/r1' }],
    substitution: { wasSubstituted: true },
  };
  const stray = {
    resourceType: 'MedicationDispense',
    id: 'd2',
    authorizingPrescription: [{ reference: 'MedicationRequest/r9' }],
  };
  const given = {
    resourceType: 'MedicationAdministration',
    id: 'a1',
    request: { reference: 'MedicationRequest/r1' },
  };

  it('every record appears exactly once', () => {
    const joined = joinMedications(read([request, dispense, stray, given]));
    expect(joined.map(({ record }) => record.key)).toEqual(['MedicationRequest/r1', 'MedicationDispense/d2']);
    expect(joined[0]?.dispenses).toMatchObject([
      { quantity: '90 tablets', supply: '90 days', substituted: true, written: { sent: '2020-01-02' } },
    ]);
    expect(joined[0]?.administrations.map((one) => one.key)).toEqual(['MedicationAdministration/a1']);
  });

  it('entered in error is joined to nothing', () => {
    const wrong = { ...dispense, status: 'entered-in-error' };
    expect(joinMedications(read([request, wrong])).map((one) => one.dispenses.length)).toEqual([0, 0]);
    expect(joinMedications(read([{ ...request, status: 'entered-in-error' }, dispense]))).toHaveLength(2);
  });
});

describe('folding the same drug said thirteen times', () => {
  const said = {
    status: 'active',
    authoredOn: '2020',
    medicationCodeableConcept: amlodipine,
    dosageInstruction: [{ text: '1 a day' }],
  };

  it('is one line that counts them', () => {
    const many = Array.from({ length: 13 }, (_, n) => ({ ...said, id: `r${n}`, authoredOn: `20${10 + n}` }));
    expect(fold(medications, read(many)).map((group) => group.records.length)).toEqual([13]);
  });

  it('never on missing dates or differing doses', () => {
    const two = [
      { ...said, dosageInstruction: [{ text: '2 a day' }] },
      { ...said, authoredOn: undefined },
    ];
    expect(fold(medications, read([said, ...two, { ...said, authoredOn: undefined }]))).toHaveLength(4);
    const doses = [5, 10].map((value) => ({
      ...said,
      dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value, unit: 'mg' } }] }],
    }));
    expect(fold(medications, read(doses))).toHaveLength(2);
  });

  it('never an active with a stopped one', () => {
    expect(fold(medications, read([said, { ...said, status: 'stopped' }]))).toHaveLength(2);
  });
});

it('current prescriptions first, newest first, what was dispensed after them', () => {
  const sorted = sortRecords(
    medications,
    read([
      { id: 'stopped', status: 'stopped', authoredOn: '2026' },
      { id: 'old', status: 'active', authoredOn: '2001' },
      { id: 'undated', status: 'active' },
      { id: 'new', status: 'active', authoredOn: '2020' },
      { resourceType: 'MedicationDispense', id: 'dispense', status: 'in-progress', whenPrepared: '2026' },
      { id: 'draft', status: 'draft' },
    ]),
  );
  expect(sorted.map((record) => record.source.id)).toEqual([
    'new',
    'old',
    'undated',
    'dispense',
    'draft',
    'stopped',
  ]);
});

it('who, why, how much: every must-support element of a prescription', () => {
  const record = one(
    {
      requester: { reference: 'PractitionerRole/1' },
      reasonCode: [{ text: 'Pain' }],
      reasonReference: [{ reference: 'Condition/c1' }],
      encounter: { reference: 'Encounter/PT-1' },
      category: [{ text: 'Community' }],
      dispenseRequest: {
        numberOfRepeatsAllowed: 0,
        quantity: { value: 30, unit: 'tablets' },
        expectedSupplyDuration: { value: 30, unit: 'days' },
        validityPeriod: { start: '2020-01-01' },
      },
    },
    { resourceType: 'Condition', id: 'c1', code: { text: 'Gout' } },
    {
      resourceType: 'PractitionerRole',
      id: '1',
      practitioner: { reference: 'Practitioner/2' },
      organization: { display: 'Main Street Clinic' },
    },
    { resourceType: 'Practitioner', id: '2', name: [{ family: 'Ng', given: ['Mei'] }] },
  );
  expect(record).toMatchObject({
    by: 'Mei Ng, Main Street Clinic',
    reasons: ['Pain', 'Gout'],
    encounter: 'Encounter/PT-1',
    quantity: '30 tablets',
    refills: '0',
    supply: '30 days',
    when: { kind: 'period', start: { sent: '2020-01-01' } },
  });
});
