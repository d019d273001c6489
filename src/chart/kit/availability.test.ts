import { describe, expect, test } from 'vitest';
import type { SearchState } from '#fhir/reading.ts';
import { availabilityOf, faceOf, resourcesOf } from './availability.ts';
import { answerOf, fakeReading } from './fake-reading.ts';

const allergy = { resourceType: 'AllergyIntolerance', id: 'a1' } as const;
const failed: SearchState = { state: 'failed', failure: { kind: 'unreachable', reason: 'timeout' } };

function face(
  states: Record<string, SearchState>,
  kind: 'allergies' | 'medications' = 'allergies',
  shown = 0,
) {
  return faceOf(availabilityOf(fakeReading({ patientId: 'p', resources: [], states }), kind), shown);
}

describe('the faces of absence', () => {
  test.each<[string, SearchState, string]>([
    ['waiting', { state: 'waiting' }, 'waiting'],
    ['reading', { state: 'reading' }, 'reading'],
    ['an empty list', answerOf([]), 'none-recorded'],
    ['a scope that was not granted', { state: 'not-shared', by: 'scope' }, 'not-shared'],
    ['a refusal', { state: 'not-shared', by: 'server' }, 'not-shared'],
    ['a type the server does not have', { state: 'not-offered' }, 'not-offered'],
    ['a failure', failed, 'failed'],
    ['an unreadable entry alone', answerOf([], { unreadable: [1] }), 'records'],
    ['a record about somebody else alone', answerOf([], { foreign: 1 }), 'records'],
  ])('%s', (_what, state, expected) => {
    expect(face({ AllergyIntolerance: state })).toBe(expected);
  });

  test('what no search feeds was not asked for', () => {
    const reading = fakeReading({ patientId: 'p', resources: [], searches: [] });
    expect(faceOf(availabilityOf(reading, 'coverage'), 0)).toBe('not-asked');
  });

  test('with records it is the list, whatever else is missing', () => {
    expect(face({ AllergyIntolerance: failed }, 'allergies', 1)).toBe('records');
  });

  test.each<[string, Record<string, SearchState>, string]>([
    ['one list empty, one failed: nothing is claimed', { MedicationDispense: failed }, 'failed'],
    ['one list empty, one still reading', { MedicationDispense: { state: 'reading' } }, 'reading'],
    [
      'one list empty, one not shared',
      { MedicationDispense: { state: 'not-shared', by: 'scope' } },
      'partly',
    ],
    [
      'none of them shared',
      {
        MedicationRequest: { state: 'not-shared', by: 'scope' },
        MedicationDispense: { state: 'not-shared', by: 'consent' },
        MedicationAdministration: { state: 'not-shared', by: 'server' },
      },
      'not-shared',
    ],
    [
      'one not shared, the others not offered',
      {
        MedicationRequest: { state: 'not-shared', by: 'consent' },
        MedicationDispense: { state: 'not-offered' },
        MedicationAdministration: { state: 'not-offered' },
      },
      'not-shared',
    ],
    ['one list empty, one not offered', { MedicationDispense: { state: 'not-offered' } }, 'none-recorded'],
  ])('of several searches: %s', (_what, states, expected) => {
    expect(face(states, 'medications')).toBe(expected);
  });
});

test('a resource that two answers hold is one record', () => {
  const answer = answerOf([
    allergy,
    { ...allergy },
    { resourceType: 'AllergyIntolerance' },
    { resourceType: 'AllergyIntolerance' },
  ]);
  const availability = availabilityOf(
    fakeReading({ patientId: 'p', resources: [], states: { AllergyIntolerance: answer } }),
    'allergies',
  );
  // Without an id nothing says that two are the same.
  expect(resourcesOf(availability, 'allergies', 'p')).toHaveLength(3);
});
