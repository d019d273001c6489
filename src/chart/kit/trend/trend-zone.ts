/** In which zone the dates under a drawing are told. */
import type { TrendLine } from '#fhir/trend.ts';

/** Dates without a time stand at midnight UTC; one instant among them makes the axis the reader's. */
export function zoneOf(lines: readonly TrendLine[]): 'UTC' | undefined {
  return lines.some(({ points }) =>
    points.some(({ when }) => when.kind === 'date' && when.date.instant !== undefined),
  )
    ? undefined
    : 'UTC';
}
