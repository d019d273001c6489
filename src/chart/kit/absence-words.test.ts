import { expect, test } from 'vitest';
import { planFor } from '#fhir/plan.ts';
import type { KindId } from '#fhir/plan.ts';
import type { SearchState } from '#fhir/reading.ts';
import { absenceText, missingParts } from './absence-words.ts';
import { availabilityOf, faceOf } from './availability.ts';
import { answerOf, fakeReading, type FakeOptions } from './fake-reading.ts';
import { sectionOf } from './section-of.ts';

const patientId = 'p';
const system = 'NextGen Enterprise';

/** What stands where an empty list would have stood. */
function said(kind: KindId, options: Partial<FakeOptions>): string {
  const reading = fakeReading({ patientId, resources: [], ...options });
  const availability = availabilityOf(reading, kind);
  const list = { face: faceOf(availability, 0), availability, kind };
  return absenceText(sectionOf(kind), list, { audience: 'patient', systemLabel: system, reading });
}

test('a kind that no search feeds is not asked for, which is no word of what the system offers', () => {
  const searches = planFor('office', 'R4', patientId).filter(({ type }) => type !== 'Coverage');
  expect(said('coverage', { searches })).toBe(
    'This app does not ask NextGen Enterprise for coverage: there may be some.',
  );
});

const uncategorised =
  'NextGen Enterprise gives results and other observations by category alone. Any that it keeps in none of the usual categories would be listed here, and cannot be asked for.';

test.each<[string, SearchState, string]>([
  [
    'denied',
    { state: 'not-shared', by: 'consent' },
    'NextGen Enterprise says that part of this list was not shared with this app at sign-in: ExplanationOfBenefit. It says the same of what it does not offer. You can allow it by signing in again.',
  ],
  [
    'not served',
    { state: 'not-offered' },
    'NextGen Enterprise does not offer part of this list to apps: ExplanationOfBenefit.',
  ],
  ['empty', answerOf([]), 'No other records are recorded in NextGen Enterprise.'],
])('other records name the types that were asked for: %s', (_what, state, words) => {
  const searches = planFor('enterprise', 'R4', patientId);
  expect(said('other', { searches, states: { ExplanationOfBenefit: state } })).toBe(
    `${words} ${uncategorised}`,
  );
});

test('a refusal that names no reason may be the patient’s own choice, or the practice’s', () => {
  const states = { AllergyIntolerance: { state: 'not-shared', by: 'server' } } as const;
  expect(said('allergies', { searches: planFor('enterprise', 'DSTU2', patientId), states })).toBe(
    'NextGen Enterprise does not let this app read allergies. If you left it out at sign-in, you can allow it by signing in again; otherwise the practice can change that.',
  );
});

test.each<['enterprise' | 'office', 'R4' | 'STU3' | 'DSTU2', KindId, boolean]>([
  ['enterprise', 'R4', 'care-plans', true],
  ['enterprise', 'DSTU2', 'care-plans', true],
  ['enterprise', 'DSTU2', 'care-teams', true],
  ['enterprise', 'DSTU2', 'other', true],
  ['enterprise', 'R4', 'care-teams', false],
  ['enterprise', 'R4', 'allergies', false],
  // Its one category is all there is of them.
  ['office', 'R4', 'care-plans', false],
  ['office', 'R4', 'other', false],
])('%s in %s: %s by category alone: %s', (rules, version, kind, isSo) => {
  const searches = planFor(rules, version, patientId);
  const reading = fakeReading({ patientId, resources: [], searches });
  const parts = missingParts(
    { availability: availabilityOf(reading, kind), kind },
    { audience: 'patient', systemLabel: system, reading },
    0,
  );
  expect(parts.some(({ text }) => text.includes('by category alone'))).toBe(isSo);
  expect(said(kind, { searches }).includes('by category alone')).toBe(isSo);
});

test.each<[string, SearchState, string]>([
  ['not shared', { state: 'not-shared', by: 'scope' }, 'came by themselves'],
  [
    'not read',
    { state: 'failed', failure: { kind: 'unreachable', reason: 'network' } },
    'came by themselves',
  ],
  ['cut off', answerOf([], { more: true }), 'came by themselves'],
  ['unreadable in part', answerOf([], { unreadable: [{}] }), 'came by themselves'],
  ['coming', { state: 'reading' }, 'Reading laboratory results…'],
  ['empty', answerOf([]), 'No laboratory results are recorded in NextGen Enterprise.'],
  ['not offered', { state: 'not-offered' }, 'No laboratory results are recorded in NextGen Enterprise.'],
])('results may stand in reports alone, so with reports %s…', (_what, state, words) => {
  expect(said('laboratory', { states: { DiagnosticReport: state } })).toContain(words);
});

test('observations that name no category may be what a list lacks: an empty one says where they stand', () => {
  const platelets = {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    code: { text: 'Platelets' },
    valueQuantity: { value: 361 },
  };
  const searches = planFor('office', 'R4', patientId);
  const elsewhere = 'One observation names no category, and stands under “Other records”.';
  expect(said('laboratory', { searches, resources: [platelets] })).toContain(elsewhere);
  expect(said('allergies', { searches, resources: [platelets] })).not.toContain(elsewhere);
  expect(said('laboratory', { searches })).not.toContain(elsewhere);
});
