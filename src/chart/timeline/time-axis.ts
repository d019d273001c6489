/** One axis for the density bar and the lanes: every year as wide as every other, from the first to the last. */
import type { YearDensity } from '#fhir/timeline.ts';

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
