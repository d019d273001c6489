/** The days a record reaches over, as its dates are shown: what a range of dates is held against. */
import { calendarDay, daysIn, type FhirDateTime, type When } from './dates.ts';

/** `YYYY-MM-DD`, both within. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** From the first to the last day of what was sent: `2019` is the whole year. Undefined for words and for none. */
export function daySpan(when: When | undefined): DaySpan | undefined {
  if (when === undefined || when.kind === 'text') return undefined;
  if (when.kind === 'date') return { first: edgeOf(when.date, 'first'), last: edgeOf(when.date, 'last') };
  const { start, end } = when;
  return {
    first: start === undefined ? '0000-00-00' : edgeOf(start, 'first'),
    // Begun and not ended: it goes on.
    last: end === undefined ? '9999-99-99' : edgeOf(end, 'last'),
  };
}

/** @param from `YYYY-MM-DD`, as `to`: both within; empty for no bound */
export function touches({ first, last }: DaySpan, from: string, to: string): boolean {
  return (to === '' || first <= to) && (from === '' || last >= from);
}

function edgeOf(date: FhirDateTime, edge: 'first' | 'last'): string {
  if (date.instant !== undefined) return calendarDay(new Date(date.instant)).sent;
  const month = date.month ?? (edge === 'first' ? 1 : 12);
  const day = date.day ?? (edge === 'first' ? 1 : daysIn(date.year, month));
  return [String(date.year).padStart(4, '0'), month, day]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
