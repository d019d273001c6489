import { expect, test } from 'vitest';
import { availabilityOf, faceOf } from '#chart/kit/availability.ts';
import { answerOf, fakeReading } from '#chart/kit/fake-reading.ts';
import type { Records } from '#chart/kit/use-records.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SearchState } from '#fhir/reading.ts';
import { notReadText } from './NotRead.tsx';

/** Medications, which three searches feed, as they stand after these answers; none of them holds a record. */
function medications(states: Readonly<Record<string, SearchState>>): Records<ChartRecord> {
  const availability = availabilityOf(fakeReading({ patientId: 'p', resources: [], states }), 'medications');
  const face = faceOf(availability, 0);
  return { kind: 'medications', records: [], enteredInError: [], availability, face, readAgain: () => {} };
}
const denied: SearchState = { state: 'not-shared', by: 'scope' };

test('all that was read and shared is worth no word', () => {
  expect(notReadText([medications({})])).toBeUndefined();
});

test.each<[string, Readonly<Record<string, SearchState>>, string]>([
  [
    'none of it shared',
    { MedicationRequest: denied, MedicationDispense: denied, MedicationAdministration: denied },
    'Not shared with this app: Medications.',
  ],
  ['some of it shared', { MedicationRequest: denied }, 'Only read in part: Medications.'],
  ['cut short', { MedicationRequest: answerOf([], { more: true }) }, 'Only read in part: Medications.'],
])('%s', (_what, states, text) => {
  expect(notReadText([medications(states)])).toBe(text);
});
