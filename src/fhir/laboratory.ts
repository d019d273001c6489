/** Laboratory results: Observations of category laboratory. FHIR R4, US Core Laboratory Result Observation. */
import { byError } from './clinical-order.ts';
import { byNewest, inOrder, type RecordKind } from './kind.ts';
import { hasValue, readObservation, type ObservationRecord } from './observations.ts';
import { sameContentKey } from './same-content.ts';
import { testKey } from './test-key.ts';

/** Critical results first; entered in error last. */
export function byCritical(a: ObservationRecord, b: ObservationRecord): number {
  return Number(b.weight === 3) - Number(a.weight === 3);
}

export const laboratory: RecordKind<ObservationRecord> = {
  id: 'laboratory',
  read: readObservation,
  compare: inOrder<ObservationRecord>(byError, byCritical, byNewest),
  foldKey: sameContentKey,
};

const critical = 3;
const ninetyDays = 90 * 86_400_000;

/** Critical results that are facts, the newest first. */
export function criticalOf(results: readonly ObservationRecord[]): readonly ObservationRecord[] {
  return results
    .filter(
      ({ weight, enteredInError, standing }) => weight === critical && !enteredInError && standing !== 'past',
    )
    .toSorted(byNewest);
}

/** Whether a result is of the ninety days before a day (its beginning, in milliseconds), for which the summary speaks. */
export function isOfLastNinetyDays({ sortTime }: ObservationRecord, today: number): boolean {
  return sortTime !== undefined && sortTime >= today - ninetyDays;
}

/**
 * The newest result of each test, in the order of `results` for tests of the same time; those entered in error, called
 * off, without a value (registered, not done) or without a date stand for a test only where it has no other.
 */
export function latestPerTest(results: readonly ObservationRecord[]): readonly ObservationRecord[] {
  const latest = new Map<string, ObservationRecord>();
  for (const result of results) {
    const key = testKey(result) ?? result.key;
    const known = latest.get(key);
    if (known === undefined || isBetter(result, known)) latest.set(key, result);
  }
  return [...latest.values()].toSorted(byNewest);
}

function isBetter(candidate: ObservationRecord, known: ObservationRecord): boolean {
  const counts = (record: ObservationRecord) => !record.enteredInError && record.standing !== 'past';
  if (counts(candidate) !== counts(known)) return counts(candidate);
  if (hasValue(candidate) !== hasValue(known)) return hasValue(candidate);
  return byNewest(candidate, known) < 0;
}
