/** Elements that only an earlier version has, one by one: read into the chart, or shown in the details, or both. */
import { describe, expect, test } from 'vitest';
import { contextOf } from '#fhir/context-of.ts';
import { detailsOf } from '#fhir/details.ts';
import { missingFromDetails } from '#fhir/details-completeness.ts';
import type { FhirResource } from '#fhir/json.ts';
import { kindById } from '#fhir/kinds.ts';
import { originalOf } from '#fhir/original.ts';
import { kindOf } from '#fhir/placement.ts';
import { asR4 } from './as-r4.ts';
import type { EarlierVersion } from './reshape.ts';

const patient = { reference: 'Patient/p1' };
const said = (text: string) => ({ text });
const laboratory = { coding: [{ code: 'laboratory' }] };

interface Row {
  readonly element: string;
  readonly version: EarlierVersion;
  readonly record: FhirResource;
  /** What the chart reads of it; absent = the details alone show it. */
  readonly read?: Readonly<Record<string, unknown>>;
}

const rows: readonly Row[] = [
  {
    element: 'AllergyIntolerance.reaction.certainty',
    version: 'DSTU2',
    record: {
      resourceType: 'AllergyIntolerance',
      patient,
      substance: said('Nuts'),
      reaction: [{ certainty: 'likely', manifestation: [said('Hives')] }],
    },
  },
  {
    element: 'AllergyIntolerance.substance',
    version: 'DSTU2',
    record: { resourceType: 'AllergyIntolerance', patient, substance: said('Nuts') },
    read: { title: 'Nuts' },
  },
  {
    element: 'AllergyIntolerance.status: unconfirmed',
    version: 'DSTU2',
    record: { resourceType: 'AllergyIntolerance', patient, substance: said('Nuts'), status: 'unconfirmed' },
    read: { standing: 'current', status: { key: 'status.active' } },
  },
  {
    element: 'Condition.abatementBoolean',
    version: 'DSTU2',
    record: { resourceType: 'Condition', patient, code: said('Asthma'), abatementBoolean: true },
    read: { standing: 'past', status: { key: 'status.resolved' } },
  },
  {
    element: 'Condition.onsetQuantity',
    version: 'DSTU2',
    record: {
      resourceType: 'Condition',
      patient,
      code: said('Asthma'),
      onsetQuantity: { value: 7, unit: 'years' },
    },
    read: { onset: { kind: 'text', text: '7 years' } },
  },
  {
    element: 'Condition.assertedDate',
    version: 'STU3',
    record: { resourceType: 'Condition', subject: patient, code: said('Asthma'), assertedDate: '2019' },
    read: { recorded: { sent: '2019' } },
  },
  {
    element: 'Observation.comments',
    version: 'DSTU2',
    record: {
      resourceType: 'Observation',
      category: laboratory,
      subject: patient,
      code: said('Sodium'),
      comments: 'hemolyzed',
    },
    read: { notes: [{ text: 'hemolyzed' }] },
  },
  {
    element: 'Observation.comment',
    version: 'STU3',
    record: {
      resourceType: 'Observation',
      category: [laboratory],
      subject: patient,
      code: said('Sodium'),
      comment: 'hemolyzed',
    },
    read: { notes: [{ text: 'hemolyzed' }] },
  },
  {
    element: 'Observation.related',
    version: 'DSTU2',
    record: {
      resourceType: 'Observation',
      category: laboratory,
      subject: patient,
      code: said('Panel'),
      related: [{ type: 'has-member', target: { reference: 'Observation/o1', display: 'Sodium' } }],
    },
    read: { members: [{ name: 'Sodium', key: 'Observation/o1' }] },
  },
  {
    element: 'Observation.related of another kind',
    version: 'STU3',
    record: {
      resourceType: 'Observation',
      subject: patient,
      code: said('Panel'),
      related: [{ type: 'replaces', target: { reference: 'Observation/o9', display: 'The one before' } }],
    },
  },
  {
    element: 'Immunization.reported',
    version: 'DSTU2',
    record: {
      resourceType: 'Immunization',
      patient,
      status: 'completed',
      vaccineCode: said('MMR'),
      reported: true,
    },
    read: { marks: [{ phrase: { key: 'mark.second-hand' } }] },
  },
  {
    element: 'Immunization.wasNotGiven',
    version: 'DSTU2',
    record: {
      resourceType: 'Immunization',
      patient,
      status: 'completed',
      vaccineCode: said('MMR'),
      wasNotGiven: true,
    },
    read: { status: { key: 'status.not-done' } },
  },
  {
    element: 'Immunization.notGiven',
    version: 'STU3',
    record: {
      resourceType: 'Immunization',
      patient,
      status: 'completed',
      vaccineCode: said('MMR'),
      notGiven: true,
    },
    read: { status: { key: 'status.not-done' } },
  },
  {
    element: 'Procedure.notPerformed',
    version: 'DSTU2',
    record: {
      resourceType: 'Procedure',
      subject: patient,
      status: 'aborted',
      code: said('Colonoscopy'),
      notPerformed: true,
    },
    read: { status: { key: 'status.not-done' } },
  },
  {
    element: 'Procedure.notDone',
    version: 'STU3',
    record: {
      resourceType: 'Procedure',
      subject: patient,
      status: 'suspended',
      code: said('Colonoscopy'),
      notDone: true,
      notDoneReason: said('Declined'),
    },
    read: { status: { key: 'status.not-done' } },
  },
  {
    element: 'DocumentReference.class, created and indexed',
    version: 'DSTU2',
    record: {
      resourceType: 'DocumentReference',
      subject: patient,
      status: 'current',
      class: said('Notes'),
      type: said('Progress note'),
      created: '2020-01-01',
      indexed: '2020-01-02T10:00:00Z',
      content: [{ attachment: { contentType: 'text/plain', title: 'x' } }],
    },
    read: {
      categories: [{ label: 'Notes' }],
      date: { kind: 'date', date: { sent: '2020-01-02T10:00:00Z' } },
    },
  },
  {
    element: 'Encounter.context of a report',
    version: 'STU3',
    record: {
      resourceType: 'DiagnosticReport',
      subject: patient,
      code: said('Biopsy'),
      context: { reference: 'Encounter/e1', display: 'Office visit' },
    },
    read: { encounter: { key: 'Encounter/e1' } },
  },
  {
    element: 'MedicationRequest.medicationReference to a contained Medication',
    version: 'STU3',
    record: {
      resourceType: 'MedicationRequest',
      subject: patient,
      contained: [{ resourceType: 'Medication', id: 'm', code: said('Cough mixture') }],
      medicationReference: { reference: '#m' },
    },
    read: { title: 'Cough mixture' },
  },
  {
    element: 'Device.status',
    version: 'DSTU2',
    record: { resourceType: 'Device', patient, type: said('Pacemaker'), status: 'not-available' },
    read: { standing: 'past' },
  },
  {
    element: 'ReferralRequest.priority',
    version: 'DSTU2',
    record: {
      resourceType: 'ReferralRequest',
      patient,
      serviceRequested: [said('Physiotherapy')],
      priority: { coding: [{ code: 'urgent' }] },
    },
    read: { priority: { key: 'priority.urgent' } },
  },
  {
    element: 'Observation.dataAbsentReason in its older code',
    version: 'DSTU2',
    record: {
      resourceType: 'Observation',
      category: laboratory,
      subject: patient,
      code: said('Alcohol'),
      dataAbsentReason: {
        coding: [{ system: 'http://hl7.org/fhir/data-absent-reason', code: 'asked', display: 'Asked' }],
      },
    },
    read: { absent: { key: 'absent.asked-unknown' } },
  },
  {
    element: 'MedicationDispense.authorizingPrescription',
    version: 'DSTU2',
    record: {
      resourceType: 'MedicationDispense',
      patient,
      medicationCodeableConcept: said('Aspirin'),
      authorizingPrescription: [{ reference: 'MedicationOrder/m1' }],
    },
    read: { prescriptions: ['MedicationOrder/m1'] },
  },
];

test.each(rows.map((row) => [row.element, row] as const))('%s', (_element, { version, record, read }) => {
  const made = asR4({ ...record, id: 'x' }, version);
  // Everything that was sent stands in the details, under the names it was sent with.
  const sent = originalOf(made);
  expect(missingFromDetails(sent)).toEqual([]);
  expect(detailsOf(sent).length).toBeGreaterThan(0);
  expect(kindById[kindOf(made)].read(made, contextOf())).toMatchObject(read ?? {});
});

test('how certain a reaction is stands in the details, in words', () => {
  const [certainty] = rows.filter(({ element }) => element.endsWith('certainty'));
  expect(JSON.stringify(detailsOf(certainty!.record))).toContain('"likely"');
});

describe('race, ethnicity and birth sex', () => {
  const omb = 'urn:oid:2.16.840.1.113883.6.238';
  const white = { system: omb, code: '2106-3', display: 'White' };
  const notHispanic = { system: omb, code: '2186-5', display: 'Not Hispanic or Latino' };
  const parts = (url: string, coding: object, text: string) => ({
    url,
    extension: [
      { url: 'ombCategory', valueCoding: coding },
      { url: 'text', valueString: text },
    ],
  });
  const dstu2 = 'http://hl7.org/fhir/StructureDefinition/us-core-';
  const argonaut = 'http://fhir.org/guides/argonaut/StructureDefinition/argo-';
  const stu3 = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';

  test.each([
    [
      'DSTU2',
      'its own profiles',
      [
        { url: `${dstu2}race`, valueCodeableConcept: { coding: [white] } },
        { url: `${dstu2}ethnicity`, valueCodeableConcept: { coding: [notHispanic] } },
        { url: `${dstu2}birth-sex`, valueCodeableConcept: { coding: [{ code: 'F' }] } },
      ],
    ],
    [
      'DSTU2',
      'Argonaut',
      [
        parts(`${argonaut}race`, white, 'White'),
        parts(`${argonaut}ethnicity`, notHispanic, 'Not Hispanic or Latino'),
        { url: `${argonaut}birthsex`, valueCode: 'F' },
      ],
    ],
    [
      'STU3',
      'US Core',
      [
        parts(`${stu3}race`, white, 'White'),
        parts(`${stu3}ethnicity`, notHispanic, 'Not Hispanic or Latino'),
        { url: `${stu3}birthsex`, valueCode: 'F' },
      ],
    ],
  ] as const)('%s, by %s', (version, _by, extension) => {
    const made = asR4({ resourceType: 'Patient', id: 'p1', extension }, version);
    expect(kindById.patient.read(made, contextOf())).toMatchObject({
      demographics: {
        race: { label: 'White' },
        ethnicity: { label: 'Not Hispanic or Latino' },
        birthSex: { key: 'sex.female' },
      },
    });
    expect(missingFromDetails(originalOf(made))).toEqual([]);
  });
});
