import type { ObservationRecord } from '#fhir/observations.ts';
import { useWorded } from '#ui/use-worded.ts';
import { couldBeJoined, linesInOneUnit } from '#fhir/trend-units.ts';
import { seriesOf, type Trend } from '#fhir/trend.ts';
import { preferredUnit } from '#fhir/vital-units.ts';
import { vitalOf } from '#fhir/vital-signs.ts';
import { useConversion, useReaderUnits } from '#chart/kit/units/use-conversion.ts';

/**
 * The lines of a record's tests, in one unit where they can be converted exactly, and in the reader's units for weight,
 * height and temperature. Until the unit table is there they stand as they were sent.
 */
export function useTrendLines(
  record: ObservationRecord,
  all: readonly ObservationRecord[],
): Trend & { readonly failed: boolean } {
  const trend = useWorded(() => seriesOf(record, all), [record, all]);
  const system = useReaderUnits();
  const vital = vitalOf(record);
  const wanted =
    couldBeJoined(trend.lines) ||
    trend.lines.some(({ ucum }) => preferredUnit(vital, ucum, system) !== undefined);
  const { convert, failed } = useConversion(wanted);
  return useWorded(
    () => ({
      ...trend,
      failed,
      lines:
        convert === undefined
          ? trend.lines
          : linesInOneUnit(trend.lines, convert, ({ ucum }) => preferredUnit(vital, ucum, system)),
    }),
    [trend, convert, failed, vital, system],
  );
}
