/** Each record of an earlier version says what its R4 twin says, field by field as the chart reads it. */
import { describe, expect, test } from 'vitest';
import { contextOf } from '#fhir/context-of.ts';
import type { FhirResource } from '#fhir/json.ts';
import { kindById } from '#fhir/kinds.ts';
import { originalOf } from '#fhir/original.ts';
import { kindOf } from '#fhir/placement.ts';
import { answerAsR4, asR4 } from './as-r4.ts';
import type { EarlierVersion } from './reshape.ts';

const patient = { reference: 'Patient/p1' };
const visit = { reference: 'Encounter/e1' };
const doctor = { reference: 'Practitioner/d1', display: 'Ng, Mei' };
const code = (text: string) => ({ coding: [{ system: 'http://snomed.info/sct', code: '1' }], text });

type Parts = Readonly<Record<string, unknown>>;
type Row = readonly [
  what: string,
  version: EarlierVersion,
  type: string,
  earlier: Parts,
  r4: Parts,
  r4Type?: string,
];

const rows: readonly Row[] = [
  [
    'an allergy whose one status is two in R4',
    'DSTU2',
    'AllergyIntolerance',
    {
      patient,
      substance: code('Penicillin'),
      status: 'confirmed',
      criticality: 'CRITH',
      category: 'medication',
      onset: '2019-03',
      recordedDate: '2019-04-01',
      reporter: doctor,
      lastOccurence: '2020-01-02',
      note: { text: 'as a child' },
      reaction: [{ manifestation: [code('Hives')], severity: 'severe', note: { text: 'all over' } }],
    },
    {
      patient,
      code: code('Penicillin'),
      clinicalStatus: 'active',
      verificationStatus: 'confirmed',
      criticality: 'high',
      category: ['medication'],
      onsetDateTime: '2019-03',
      recordedDate: '2019-04-01',
      asserter: doctor,
      lastOccurrence: '2020-01-02',
      note: [{ text: 'as a child' }],
      reaction: [{ manifestation: [code('Hives')], severity: 'severe', note: [{ text: 'all over' }] }],
    },
  ],
  [
    'an allergy that was refuted',
    'DSTU2',
    'AllergyIntolerance',
    { patient, substance: code('Nuts'), status: 'refuted' },
    { patient, code: code('Nuts'), verificationStatus: 'refuted' },
  ],
  [
    'an allergy with the date it was asserted',
    'STU3',
    'AllergyIntolerance',
    { patient, code: code('Nuts'), clinicalStatus: 'active', assertedDate: '2019' },
    { patient, code: code('Nuts'), clinicalStatus: 'active', recordedDate: '2019' },
  ],
  [
    'a condition that abated on an unknown day',
    'DSTU2',
    'Condition',
    {
      patient,
      code: code('Asthma'),
      category: code('Diagnosis'),
      verificationStatus: 'confirmed',
      dateRecorded: '2018-02-03',
      abatementBoolean: true,
      stage: { summary: code('II') },
      notes: 'seen again',
      encounter: visit,
    },
    {
      subject: patient,
      code: code('Asthma'),
      category: [code('Diagnosis')],
      clinicalStatus: 'resolved',
      verificationStatus: 'confirmed',
      recordedDate: '2018-02-03',
      abatementBoolean: true,
      stage: [{ summary: code('II') }],
      note: [{ text: 'seen again' }],
      encounter: visit,
    },
  ],
  [
    'a condition in its context',
    'STU3',
    'Condition',
    {
      subject: patient,
      code: code('Asthma'),
      context: visit,
      assertedDate: '2018',
      clinicalStatus: 'active',
    },
    {
      subject: patient,
      code: code('Asthma'),
      encounter: visit,
      recordedDate: '2018',
      clinicalStatus: 'active',
    },
  ],
  [
    'a result with a comment and members',
    'DSTU2',
    'Observation',
    {
      subject: patient,
      status: 'final',
      category: { coding: [{ system: 'http://hl7.org/fhir/observation-category', code: 'laboratory' }] },
      code: code('Lipids'),
      effectiveDateTime: '2020-05-06',
      comments: 'fasting',
      interpretation: { coding: [{ code: 'H' }] },
      valueQuantity: { value: 5, unit: 'mmol/L' },
      referenceRange: [{ high: { value: 4, unit: 'mmol/L' }, meaning: code('normal') }],
      related: [
        { type: 'has-member', target: { reference: 'Observation/o2' } },
        { type: 'derived-from', target: { reference: 'Observation/o3' } },
      ],
    },
    {
      subject: patient,
      status: 'final',
      category: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
          ],
        },
      ],
      code: code('Lipids'),
      effectiveDateTime: '2020-05-06',
      note: [{ text: 'fasting' }],
      interpretation: [{ coding: [{ code: 'H' }] }],
      valueQuantity: { value: 5, unit: 'mmol/L' },
      referenceRange: [{ high: { value: 4, unit: 'mmol/L' }, type: code('normal') }],
      hasMember: [{ reference: 'Observation/o2' }],
      derivedFrom: [{ reference: 'Observation/o3' }],
    },
  ],
  [
    'a report with its performer and its coded diagnosis',
    'STU3',
    'DiagnosticReport',
    {
      subject: patient,
      status: 'final',
      code: code('Biopsy'),
      context: visit,
      performer: [{ role: code('Pathologist'), actor: doctor }],
      codedDiagnosis: [code('Naevus')],
      image: [{ link: { reference: 'Media/m1' }, comment: 'slide 1' }],
    },
    {
      subject: patient,
      status: 'final',
      code: code('Biopsy'),
      encounter: visit,
      performer: [doctor],
      conclusionCode: [code('Naevus')],
      media: [{ link: { reference: 'Media/m1' }, comment: 'slide 1' }],
    },
  ],
  [
    'a medication order, which is a request since',
    'DSTU2',
    'MedicationOrder',
    {
      patient,
      status: 'stopped',
      medicationCodeableConcept: code('Amlodipine 5 mg'),
      dateWritten: '2020-01-02',
      prescriber: doctor,
      reasonEnded: code('Swelling'),
      reasonCodeableConcept: code('Hypertension'),
      note: 'with food',
      dosageInstruction: [
        {
          route: code('by mouth'),
          doseQuantity: { value: 5, unit: 'mg' },
          additionalInstructions: code('at night'),
        },
      ],
    },
    {
      subject: patient,
      status: 'stopped',
      intent: 'order',
      medicationCodeableConcept: code('Amlodipine 5 mg'),
      authoredOn: '2020-01-02',
      requester: doctor,
      statusReason: code('Swelling'),
      reasonCode: [code('Hypertension')],
      note: [{ text: 'with food' }],
      dosageInstruction: [
        {
          route: code('by mouth'),
          doseAndRate: [{ doseQuantity: { value: 5, unit: 'mg' } }],
          additionalInstruction: [code('at night')],
        },
      ],
    },
    'MedicationRequest',
  ],
  [
    'a medication request whose requester acts for somebody',
    'STU3',
    'MedicationRequest',
    { subject: patient, intent: 'order', status: 'active', context: visit, requester: { agent: doctor } },
    { subject: patient, intent: 'order', status: 'active', encounter: visit, requester: doctor },
  ],
  [
    'a medication statement that says it was not taken',
    'DSTU2',
    'MedicationStatement',
    {
      patient,
      status: 'completed',
      medicationCodeableConcept: code('Aspirin'),
      wasNotTaken: true,
      reasonNotTaken: [code('Cost')],
      reasonForUseCodeableConcept: code('Pain'),
      dosage: [{ text: 'one a day', quantityQuantity: { value: 1, unit: 'tablet' } }],
    },
    {
      subject: patient,
      status: 'not-taken',
      medicationCodeableConcept: code('Aspirin'),
      statusReason: [code('Cost')],
      reasonCode: [code('Pain')],
      dosage: [{ text: 'one a day', doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }] }],
    },
  ],
  [
    'a medication statement that says it was not taken',
    'STU3',
    'MedicationStatement',
    { subject: patient, status: 'active', medicationCodeableConcept: code('Aspirin'), taken: 'n' },
    { subject: patient, status: 'not-taken', medicationCodeableConcept: code('Aspirin') },
  ],
  [
    'a dispense with its dispenser',
    'DSTU2',
    'MedicationDispense',
    { patient, status: 'completed', medicationCodeableConcept: code('Aspirin'), dispenser: doctor },
    {
      subject: patient,
      status: 'completed',
      medicationCodeableConcept: code('Aspirin'),
      performer: [{ actor: doctor }],
    },
  ],
  [
    'an administration that did not happen',
    'DSTU2',
    'MedicationAdministration',
    {
      patient,
      status: 'completed',
      medicationCodeableConcept: code('Heparin'),
      wasNotGiven: true,
      reasonNotGiven: [code('Bleeding')],
      effectiveTimeDateTime: '2020-02-03',
      practitioner: doctor,
      dosage: { text: 'once', quantity: { value: 1, unit: 'mL' } },
    },
    {
      subject: patient,
      status: 'not-done',
      medicationCodeableConcept: code('Heparin'),
      statusReason: [code('Bleeding')],
      effectiveDateTime: '2020-02-03',
      performer: [{ actor: doctor }],
      dosage: { text: 'once', dose: { value: 1, unit: 'mL' } },
    },
  ],
  [
    'a vaccination that was not given, and why',
    'STU3',
    'Immunization',
    {
      patient,
      status: 'completed',
      vaccineCode: code('MMR'),
      notGiven: true,
      date: '2020-02-03',
      explanation: { reasonNotGiven: [code('Refused')] },
      practitioner: [{ role: code('Administering provider'), actor: doctor }],
    },
    {
      patient,
      status: 'not-done',
      vaccineCode: code('MMR'),
      occurrenceDateTime: '2020-02-03',
      statusReason: code('Refused'),
      performer: [{ function: code('Administering provider'), actor: doctor }],
    },
  ],
  [
    'a vaccination that was reported',
    'DSTU2',
    'Immunization',
    {
      patient,
      status: 'completed',
      vaccineCode: code('MMR'),
      reported: true,
      wasNotGiven: false,
      date: '2020-02-03',
      performer: doctor,
      vaccinationProtocol: [{ doseSequence: 2, seriesDoses: 3, targetDisease: [code('Measles')] }],
    },
    {
      patient,
      status: 'completed',
      vaccineCode: code('MMR'),
      primarySource: false,
      occurrenceDateTime: '2020-02-03',
      performer: [{ actor: doctor }],
      protocolApplied: [
        { doseNumberPositiveInt: 2, seriesDosesPositiveInt: 3, targetDisease: [code('Measles')] },
      ],
    },
  ],
  [
    'a procedure that was not performed',
    'DSTU2',
    'Procedure',
    {
      subject: patient,
      status: 'completed',
      code: code('Colonoscopy'),
      notPerformed: true,
      reasonNotPerformed: [code('Declined')],
      performer: [{ actor: doctor, role: code('Surgeon') }],
      notes: [{ text: 'to be asked again' }],
    },
    {
      subject: patient,
      status: 'not-done',
      code: code('Colonoscopy'),
      statusReason: code('Declined'),
      performer: [{ actor: doctor, function: code('Surgeon') }],
      note: [{ text: 'to be asked again' }],
    },
  ],
  [
    'a procedure that was stopped half way',
    'STU3',
    'Procedure',
    { subject: patient, status: 'aborted', code: code('Colonoscopy'), context: visit },
    { subject: patient, status: 'stopped', code: code('Colonoscopy'), encounter: visit },
  ],
  [
    'a visit, whose class was a word',
    'DSTU2',
    'Encounter',
    {
      patient,
      status: 'finished',
      class: 'emergency',
      reason: [code('Cough')],
      indication: [{ display: 'Asthma' }],
    },
    {
      subject: patient,
      status: 'finished',
      class: {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'EMER',
        display: 'emergency',
      },
      reasonCode: [code('Cough')],
      reasonReference: [{ display: 'Asthma' }],
    },
  ],
  [
    'a document with its class, its dates and its encounter',
    'DSTU2',
    'DocumentReference',
    {
      subject: patient,
      status: 'current',
      docStatus: { coding: [{ code: 'final' }] },
      class: code('Notes'),
      type: code('Progress note'),
      created: '2020-01-01',
      indexed: '2020-01-02T10:00:00Z',
      content: [{ attachment: { contentType: 'text/plain', data: 'SGk=' }, format: [{ code: 'f' }] }],
      context: { encounter: visit, related: [{ ref: { reference: 'Observation/o1' } }] },
    },
    {
      subject: patient,
      status: 'current',
      docStatus: 'final',
      category: [code('Notes')],
      type: code('Progress note'),
      date: '2020-01-02T10:00:00Z',
      content: [
        {
          attachment: { contentType: 'text/plain', data: 'SGk=', creation: '2020-01-01' },
          format: { code: 'f' },
        },
      ],
      context: { encounter: [visit], related: [{ reference: 'Observation/o1' }] },
    },
  ],
  [
    'a care plan that is a care team',
    'DSTU2',
    'CarePlan',
    {
      subject: patient,
      status: 'active',
      category: [{ coding: [{ system: 'http://argonaut.hl7.org/extension-codes', code: 'careteam' }] }],
      participant: [{ role: code('Family doctor'), member: doctor }],
    },
    {
      subject: patient,
      status: 'active',
      category: [{ coding: [{ system: 'http://argonaut.hl7.org/extension-codes', code: 'careteam' }] }],
      participant: [{ role: [code('Family doctor')], member: doctor }],
    },
    'CareTeam',
  ],
  [
    'a care plan with what is not to be done',
    'STU3',
    'CarePlan',
    {
      subject: patient,
      status: 'active',
      context: visit,
      author: [doctor],
      activity: [{ detail: { code: code('Running'), status: 'cancelled', prohibited: true } }],
    },
    {
      subject: patient,
      status: 'active',
      encounter: visit,
      author: doctor,
      activity: [{ detail: { code: code('Running'), status: 'cancelled', doNotPerform: true } }],
    },
  ],
  [
    'a goal that was reached',
    'DSTU2',
    'Goal',
    {
      subject: patient,
      description: 'To stop smoking',
      status: 'achieved',
      targetDate: '2020-06-01',
      author: doctor,
      note: [{ text: 'well done' }],
      outcome: [{ resultCodeableConcept: code('Does not smoke') }],
    },
    {
      subject: patient,
      description: { text: 'To stop smoking' },
      lifecycleStatus: 'completed',
      achievementStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: 'achieved' }],
      },
      target: [{ dueDate: '2020-06-01' }],
      expressedBy: doctor,
      note: [{ text: 'well done' }],
      outcomeCode: [code('Does not smoke')],
    },
  ],
  [
    'a goal with its one target',
    'STU3',
    'Goal',
    {
      subject: patient,
      description: code('Weight'),
      status: 'on-hold',
      target: { measure: code('Weight'), dueDate: '2020' },
    },
    {
      subject: patient,
      description: code('Weight'),
      lifecycleStatus: 'on-hold',
      target: [{ measure: code('Weight'), dueDate: '2020' }],
    },
  ],
  [
    'a device with its UDI',
    'STU3',
    'Device',
    {
      patient,
      type: code('Pacemaker'),
      model: 'X1',
      version: '2',
      udi: { deviceIdentifier: '123', carrierHRF: '(01)123', name: 'Beat' },
    },
    {
      patient,
      type: code('Pacemaker'),
      modelNumber: 'X1',
      version: [{ value: '2' }],
      udiCarrier: [{ deviceIdentifier: '123', carrierHRF: '(01)123', name: 'Beat' }],
      deviceName: [{ name: 'Beat', type: 'udi-label-name' }],
    },
  ],
  [
    'an order of several tests',
    'DSTU2',
    'DiagnosticOrder',
    {
      subject: patient,
      status: 'completed',
      orderer: doctor,
      encounter: visit,
      event: [
        { status: 'completed', dateTime: '2020-02-05' },
        { status: 'requested', dateTime: '2020-02-03' },
      ],
      item: [{ code: code('Lipids') }, { code: code('Glucose') }],
    },
    {
      subject: patient,
      status: 'completed',
      intent: 'order',
      requester: doctor,
      encounter: visit,
      authoredOn: '2020-02-03',
      code: code('Lipids'),
      orderDetail: [code('Glucose')],
    },
    'ServiceRequest',
  ],
  [
    'a referral',
    'STU3',
    'ReferralRequest',
    {
      subject: patient,
      status: 'active',
      intent: 'order',
      serviceRequested: [code('Physiotherapy')],
      recipient: [doctor],
      description: 'twice a week',
    },
    {
      subject: patient,
      status: 'active',
      intent: 'order',
      code: code('Physiotherapy'),
      performer: [doctor],
      note: [{ text: 'twice a week' }],
    },
    'ServiceRequest',
  ],
  [
    'coverage with its group',
    'STU3',
    'Coverage',
    {
      beneficiary: patient,
      status: 'active',
      payor: [{ display: 'Mutual' }],
      grouping: { group: 'G1', groupDisplay: 'Staff' },
    },
    {
      beneficiary: patient,
      status: 'active',
      payor: [{ display: 'Mutual' }],
      class: [
        {
          type: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/coverage-class', code: 'group' }],
          },
          value: 'G1',
          name: 'Staff',
        },
      ],
    },
  ],
  [
    'a patient: names in parts, race and birth sex by other addresses',
    'DSTU2',
    'Patient',
    {
      name: [{ family: ['van', 'Dyk'], given: ['Ann'] }],
      careProvider: [doctor],
      contact: [{ name: { family: ['Dyk'], given: ['Ben'] } }],
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/us-core-race',
          valueCodeableConcept: {
            coding: [{ system: 'http://hl7.org/fhir/v3/Race', code: '2106-3', display: 'White' }],
            text: 'race',
          },
        },
        {
          url: 'http://hl7.org/fhir/StructureDefinition/us-core-birth-sex',
          valueCodeableConcept: { coding: [{ code: 'F' }] },
        },
      ],
    },
    {
      name: [{ family: 'van Dyk', given: ['Ann'] }],
      generalPractitioner: [doctor],
      contact: [{ name: { family: 'Dyk', given: ['Ben'] } }],
      extension: [
        {
          url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
          extension: [
            {
              url: 'ombCategory',
              valueCoding: {
                system: 'http://terminology.hl7.org/CodeSystem/v3-Race',
                code: '2106-3',
                display: 'White',
              },
            },
            { url: 'text', valueString: 'race' },
          ],
        },
        { url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex', valueCode: 'F' },
      ],
    },
  ],
  [
    'a questionnaire in groups',
    'DSTU2',
    'QuestionnaireResponse',
    {
      subject: patient,
      status: 'completed',
      questionnaire: { reference: 'Questionnaire/q1' },
      group: {
        group: [
          {
            title: 'Habits',
            question: [{ linkId: '1', text: 'Do you smoke?', answer: [{ valueBoolean: true }] }],
          },
        ],
      },
    },
    {
      subject: patient,
      status: 'completed',
      questionnaire: 'Questionnaire/q1',
      item: [
        { text: 'Habits', item: [{ linkId: '1', text: 'Do you smoke?', answer: [{ valueBoolean: true }] }] },
      ],
    },
  ],
];

/** What the chart reads: all of it but the resource itself, and the type its address has. */
function said(resource: FhirResource): unknown {
  const { source: _source, key: _key, ...rest } = kindById[kindOf(resource)].read(resource, contextOf());
  return rest;
}

describe('an earlier record says what its R4 twin says', () => {
  for (const [what, version, type, earlier, r4, r4Type = type] of rows)
    test(`${what} (${version} ${type})`, () => {
      const sent: FhirResource = { resourceType: type, id: 'x', ...earlier };
      const before = structuredClone(sent);
      const made = asR4(sent, version);
      expect(said(made)).toEqual(said({ resourceType: r4Type, id: 'x', ...r4 }));
      expect(originalOf(made)).toBe(sent);
      expect(sent).toEqual(before);
    });
});

test('participants of a plan are its team, within it', () => {
  const made = asR4(
    {
      resourceType: 'CarePlan',
      id: 'x',
      subject: patient,
      participant: [{ role: code('Dietician'), member: doctor }],
    },
    'DSTU2',
  );
  const [team] = made['contained'] as [FhirResource];
  expect(made['careTeam']).toEqual([{ reference: `#${team.id}` }]);
  expect(said(team)).toMatchObject({ members: [{ name: 'Ng, Mei' }] });
});

test('a relation that R4 has no element for stays where it was', () => {
  const replaces = { type: 'replaces', target: { reference: 'Observation/o9' } };
  const made = asR4({ resourceType: 'Observation', id: 'x', related: [replaces] }, 'STU3');
  expect(made['related']).toEqual([replaces]);
});

test('what was entered in error stays so, whatever else it says', () => {
  const sent = { patient, status: 'entered-in-error', wasNotGiven: true, vaccineCode: code('MMR') };
  const made = asR4({ resourceType: 'Immunization', id: 'x', ...sent }, 'DSTU2');
  expect(kindById.immunizations.read(made, contextOf()).enteredInError).toBe(true);
  const dispense = { patient, status: 'entered-in-error', notDone: true };
  const undone = asR4({ resourceType: 'MedicationDispense', id: 'x', ...dispense }, 'STU3');
  expect(kindById.medications.read(undone, contextOf()).enteredInError).toBe(true);
});

test('a bundle’s entries are each in R4’s elements, and keep the address they came with', () => {
  const order = { resourceType: 'MedicationOrder', id: 'm1', patient };
  const answer = answerAsR4(
    { resourceType: 'Bundle', total: 2, entry: [{ fullUrl: 'u', resource: order }, 'nonsense', null] },
    'DSTU2',
  );
  const [first, second] = answer['entry'] as [{ fullUrl: string; resource: FhirResource }, unknown];
  expect(first.fullUrl).toBe('u');
  expect(first.resource.resourceType).toBe('MedicationRequest');
  expect(kindById.medications.read(first.resource, contextOf()).key).toBe('MedicationOrder/m1');
  expect(second).toBe('nonsense');
});
