/** The dates a flowsheet is narrowed to, as the reader chooses them. */
import { calendarDay } from '#fhir/dates.ts';

export type DateChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'months'; readonly n: number }
  | { readonly kind: 'chosen'; readonly from: string; readonly to: string };

export interface DateRange {
  /** `YYYY-MM-DD`, both days within; empty for no bound. */
  readonly from: string;
  readonly to: string;
}

export const lastMonths = [6, 12, 24, 60] as const;

/**
 * A choice as a range, in days as they are shown. The last months are counted back from now on the reader's calendar. A
 * day that is not finished typing bounds nothing.
 */
export function rangeOf(choice: DateChoice, now: number): DateRange {
  if (choice.kind === 'all') return { from: '', to: '' };
  if (choice.kind === 'months') {
    const start = new Date(now);
    start.setHours(0, 0, 0, 0);
    // The 31st has no counterpart in every month: the last day there is, not one of the next month.
    const day = start.getDate();
    start.setDate(1);
    start.setMonth(start.getMonth() - choice.n);
    const days = new Date(start.getFullYear(), start.getMonth() + 1, 0).getDate();
    start.setDate(Math.min(day, days));
    return { from: calendarDay(start).sent, to: '' };
  }
  return { from: finished(choice.from), to: finished(choice.to) };
}

function finished(day: string): string {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(day) ? day : '';
}
