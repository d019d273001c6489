import { useWorded } from '#ui/use-worded.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { couldBeJoined, linesInOneUnit } from '#fhir/trend-units.ts';
import { linesOfAll, seriesOf, type TrendLine } from '#fhir/trend.ts';
import type { Words } from '#fhir/phrase.ts';
import { vitalOf } from '#fhir/vital-signs.ts';
import { preferredUnit } from '#fhir/vital-units.ts';
import { useConversion, useReaderUnits } from '#chart/kit/units/use-conversion.ts';
import { words } from '#chart/kit/words.ts';

export interface ComparedTest {
  readonly title: Words;
  /** All of the test's: one unit where they can be converted, else a line each. */
  readonly lines: readonly TrendLine[];
  readonly undated: number;
  readonly withoutNumber: number;
}

/** The tests that a trend is compared with, each with every value it has, and the units that could not be converted. */
export function useComparedTests(
  tests: readonly string[],
  among: ReadonlyMap<string, TrendLine>,
  all: readonly ObservationRecord[],
): { readonly compared: readonly ComparedTest[]; readonly failed: boolean } {
  const system = useReaderUnits();
  const series = useWorded(
    () =>
      tests.flatMap((test) => {
        const title = among.get(test)?.title;
        const key = among.get(test)?.points[0]?.key;
        const record = all.find((one) => one.key === key);
        if (title === undefined || record === undefined) return [];
        const { lines, undated, withoutNumber } = seriesOf(record, all);
        const own = lines.filter((line) => line.test === test);
        return [{ vital: vitalOf(record), title, lines: own, undated, withoutNumber }];
      }),
    [tests, among, all],
  );
  const wanted = series.some(
    ({ lines, vital }) =>
      couldBeJoined(lines) || lines.some(({ ucum }) => preferredUnit(vital, ucum, system) !== undefined),
  );
  const { convert, failed } = useConversion(wanted);
  const compared = useWorded(
    () =>
      series.map(({ vital, lines, ...rest }) => ({
        ...rest,
        lines:
          convert === undefined
            ? lines
            : linesInOneUnit(lines, convert, ({ ucum }) => preferredUnit(vital, ucum, system)),
      })),
    [series, convert, system],
  );
  return { compared, failed };
}

/** Tests with a course, by test: of one that was sent in several units, the line that is longest. */
export function comparable(all: readonly ObservationRecord[]): ReadonlyMap<string, TrendLine> {
  const tests = new Map<string, TrendLine>();
  for (const line of new Set(linesOfAll(all).values())) {
    if (line.points.length > Math.max(1, tests.get(line.test)?.points.length ?? 0))
      tests.set(line.test, line);
  }
  return new Map([...tests].toSorted(([, a], [, b]) => words(a.title).localeCompare(words(b.title))));
}
