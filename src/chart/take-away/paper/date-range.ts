/** Which records lie within the dates a reader chose. Days are compared as they are shown; no time zone is guessed. */
import { calendarDay, daysIn, type FhirDateTime } from '#fhir/dates.ts';
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
  const span = daysOf(record);
  if (span === undefined) return true;
  return (to === '' || span.first <= to) && (from === '' || span.last >= from);
}

export function isUndated(record: ChartRecord): boolean {
  return daysOf(record) === undefined;
}

function daysOf({ when }: ChartRecord): { readonly first: string; readonly last: string } | undefined {
  if (when === undefined || when.kind === 'text') return undefined;
  if (when.kind === 'date') return { first: dayOf(when.date, 'first'), last: dayOf(when.date, 'last') };
  const { start, end } = when;
  return {
    first: start === undefined ? '0000-00-00' : dayOf(start, 'first'),
    // Begun and not ended: it goes on.
    last: end === undefined ? '9999-99-99' : dayOf(end, 'last'),
  };
}

/** The first or the last day of what a date says: `2019` is the whole year. */
function dayOf(date: FhirDateTime, edge: 'first' | 'last'): string {
  if (date.instant !== undefined) return calendarDay(new Date(date.instant)).sent;
  const month = date.month ?? (edge === 'first' ? 1 : 12);
  const day = date.day ?? (edge === 'first' ? 1 : daysIn(date.year, month));
  return [String(date.year).padStart(4, '0'), month, day]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
