/** Which stretch of time a trend shows. */
import type { TrendLine } from '#fhir/trend.ts';

/** In months, counted back from the newest value. */
export const stretches = [3, 6, 12, 24, 60] as const;
export type Stretch = 'all' | (typeof stretches)[number];

const month = 30.4375 * 86_400_000;

/** The stretches that would leave something out; none where a handful of values is seen at a glance. */
export function usefulStretches(lines: readonly TrendLine[]): readonly Stretch[] {
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at));
  if (times.length < 8) return [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of times) [first, last] = [Math.min(first, at), Math.max(last, at)];
  const useful = stretches.filter((n) => last - n * month > first);
  return useful.length === 0 ? [] : [...useful, 'all'];
}

/** The lines within a stretch, and how many older values are not in it. A line that has none in it is left out. */
export function within(
  lines: readonly TrendLine[],
  stretch: Stretch,
): { readonly lines: readonly TrendLine[]; readonly outside: number } {
  if (stretch === 'all') return { lines, outside: 0 };
  let last = Number.NEGATIVE_INFINITY;
  for (const { points } of lines) last = Math.max(last, points.at(-1)?.at ?? last);
  const start = last - stretch * month;
  let outside = 0;
  const kept = lines.map((line) => {
    const points = line.points.filter(({ at }) => at >= start);
    outside += line.points.length - points.length;
    return { ...line, points };
  });
  return { lines: kept.filter(({ points }) => points.length > 0), outside };
}
