/** Which values of a course a line may join. */
import type { TrendPoint } from './trend.ts';

/**
 * Stretches of values that follow each other without a bound between them. A bound (`>60`) is no value: a line through
 * its number would show a rise or a fall that nobody measured.
 * @param pointOf where each of `points` keeps its point
 */
export function runsOf<T>(
  points: readonly T[],
  pointOf: (one: T) => Pick<TrendPoint, 'bound'>,
): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let open: T[] | undefined;
  for (const one of points) {
    if (pointOf(one).bound !== undefined) {
      open = undefined;
      continue;
    }
    if (open === undefined) runs.push((open = []));
    open.push(one);
  }
  return runs;
}
