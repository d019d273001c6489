/** Which records lie within the dates a reader chose. Days are compared as they are shown; no time zone is guessed. */
import { daySpan, touches } from '#fhir/day-span.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';

/** Bounds as `YYYY-MM-DD`, both days within; empty for none. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** What is current of these goes on, whatever day it was written down on. */
const ongoing: ReadonlySet<KindId> = new Set([
  'patient',
  'allergies',
  'problems',
  'medications',
  'care-plans',
  'goals',
  'care-teams',
  'devices',
  'coverage',
  'people',
]);

/** Whether a record overlaps the range. Undated ones do: nothing says that they do not. */
export function isWithin(record: ChartRecord, kind: KindId, { from, to }: DateRange): boolean {
  if (from === '' && to === '') return true;
  if (ongoing.has(kind) && record.standing !== 'past') return true;
  const span = daySpan(record.when);
  if (span === undefined) return true;
  return touches(span, from, to);
}

export function isUndated(record: ChartRecord): boolean {
  return daySpan(record.when) === undefined;
}
