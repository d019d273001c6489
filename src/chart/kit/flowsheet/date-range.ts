/** The dates a flowsheet is narrowed to, as the reader chooses them. */

export type DateChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'months'; readonly n: number }
  | { readonly kind: 'chosen'; readonly from: string; readonly to: string };

export interface DateRange {
  /** Milliseconds, both included. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export const lastMonths = [6, 12, 24, 60] as const;

/**
 * A choice as a range. The last months are counted back from now on the calendar; chosen days (`YYYY-MM-DD`) are whole
 * ones of the reader's own calendar. A day that is not finished typing bounds nothing.
 */
export function rangeOf(choice: DateChoice, now: number): DateRange {
  if (choice.kind === 'all') return { from: undefined, to: undefined };
  if (choice.kind === 'months') {
    const start = new Date(now);
    start.setHours(0, 0, 0, 0);
    // The 31st has no counterpart in every month: the last day there is, not one of the next month.
    const day = start.getDate();
    start.setDate(1);
    start.setMonth(start.getMonth() - choice.n);
    const days = new Date(start.getFullYear(), start.getMonth() + 1, 0).getDate();
    start.setDate(Math.min(day, days));
    return { from: start.getTime(), to: undefined };
  }
  return { from: startOf(choice.from, 0), to: endOf(choice.to) };
}

/**
 * Days without a time stand at midnight UTC, instants in the reader's zone: the range reaches over both, so that a
 * result of a chosen day is never left out on account of a zone.
 */
function startOf(day: string, plus: number): number | undefined {
  const [year, month, date] = partsOf(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return Math.min(new Date(year, month - 1, date + plus).getTime(), Date.UTC(year, month - 1, date + plus));
}

function endOf(day: string): number | undefined {
  const [year, month, date] = partsOf(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return Math.max(new Date(year, month - 1, date + 1).getTime(), Date.UTC(year, month - 1, date) + 1) - 1;
}

function partsOf(day: string): readonly number[] | undefined {
  const [year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.slice(1).map(Number) ?? [];
  return year === undefined || year < 1000 ? undefined : [year, month!, date!];
}
