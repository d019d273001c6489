/** Which reference ranges a drawing shows. */
import type { TrendLine } from '#fhir/trend.ts';

/** Whose ranges are drawn: of two lines both, of more the first alone, for they would lie over each other. */
export function bandedOf(lines: readonly TrendLine[]): readonly TrendLine[] {
  return lines.length > 2 ? lines.slice(0, 1) : lines;
}
