/** One axis for the density bar and the lanes: every year as wide as every other, from the first to the last. */
import type { YearDensity } from '#fhir/timeline.ts';

const noMonths: readonly number[] = Array.from({ length: 12 }, () => 0);

export interface TimeAxis {
  readonly first: number;
  /** The year after the last. */
  readonly end: number;
  readonly width: number;
}

export function axisOf(years: readonly YearDensity[], width: number): TimeAxis | undefined {
  const [first, last] = [years[0], years.at(-1)];
  return first && last && { first: first.year, end: last.year + 1, width };
}

/** An axis longer than this is a year that has not been typed to its end. */
const mostYears = 130;

/**
 * The years to draw where dates were chosen: those of the dates, for what went on in them may have begun long before.
 * @param thisYear where it goes on to, with no last date
 */
export function yearsWithin(
  years: readonly YearDensity[],
  { from, to }: { readonly from: string; readonly to: string },
  thisYear: number,
): readonly YearDensity[] {
  const [oldest, newest] = [years[0], years.at(-1)];
  if ((from === '' && to === '') || oldest === undefined || newest === undefined) return years;
  const first = from === '' ? oldest.year : Number(from.slice(0, 4));
  const last = to === '' ? Math.max(newest.year, thisYear) : Number(to.slice(0, 4));
  if (!(last >= first && last - first < mostYears)) return years;
  return Array.from(
    { length: last - first + 1 },
    (_, at) => years.find(({ year }) => year === first + at) ?? { year: first + at, n: 0, months: noMonths },
  );
}

/** Pixels from the left, within the axis. */
export function placeOf({ first, end, width }: TimeAxis, time: number): number {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  const share = (time - start) / (Date.UTC(year + 1, 0, 1) - start);
  return Math.min(1, Math.max(0, (year + share - first) / (end - first))) * width;
}

/** Years to write below the axis: whole steps of one, two, five … that have room. */
export function labelledYears({ first, end, width }: TimeAxis): readonly number[] {
  const room = 44;
  const step = [1, 2, 5, 10, 20, 50].find((n) => (width / (end - first)) * n >= room) ?? 100;
  const hasRoom = (year: number): boolean => ((year - first) / (end - first)) * width + room <= width + 8;
  return Array.from({ length: end - first }, (_, at) => first + at).filter(
    (year) => year % step === 0 && hasRoom(year),
  );
}
