import { expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { attachmentsAway, notHeld } from './not-held.ts';

const patient = { resourceType: 'Patient', id: 'p1' };
const doctor = { resourceType: 'Practitioner', id: 'd1' };
const result = {
  resourceType: 'Observation',
  id: 'o1',
  subject: { reference: 'Patient/p1' },
  specimen: { reference: '#s' },
  performer: [
    { reference: 'Practitioner/d1' },
    { reference: 'Organization/1' },
    { reference: 'https://elsewhere.example/fhir/Organization/1' },
  ],
};
const other = { ...result, id: 'o2' };
const reading = fakeReading({ patientId: 'p1', resources: [patient, doctor, result, other] });

test('what is not in the file, each once; not what is in it, nor what a record contains', () => {
  expect(notHeld([patient, doctor, result, other], reading)).toEqual([
    'Organization/1',
    'https://elsewhere.example/fhir/Organization/1',
  ]);
});

test('what was read and was left out of the file is not in it either', () => {
  expect(notHeld([patient, result], reading)).toContain('Practitioner/d1');
});

test('documents at an address: each once, those whose bytes came not among them', () => {
  const document = (id: string, attachment: object) => ({
    resourceType: 'DocumentReference',
    id,
    content: [{ attachment }],
  });
  const found = attachmentsAway([
    document('1', { url: 'Binary/1', contentType: 'application/pdf' }),
    document('2', { url: 'Binary/1' }),
    document('3', { url: 'Binary/2', data: 'AAAA' }),
    { resourceType: 'DiagnosticReport', presentedForm: [{ url: 'Binary/3' }] },
    { resourceType: 'Patient', extension: [{ url: 'http://example/extension', valueString: 'x' }] },
  ]);
  expect([...found]).toEqual(['Binary/1', 'Binary/3']);
});
