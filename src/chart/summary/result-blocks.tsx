/** The summary's blocks of what was measured: key results with their course, the latest vital signs. */
import { type ReactNode, useMemo } from 'react';
import { formatShortDay, formatWhen } from '#chart/kit/format.ts';
import { useObservations, useResults } from '#chart/kit/observation/use-results.ts';
import { Before, PressureBefore } from '#chart/kit/observation/Before.tsx';
import { PartsInUnits, ResultValue } from '#chart/kit/ResultValue.tsx';
import { Sparkline } from '#chart/kit/Sparkline.tsx';
import { lineInUnits } from '#chart/kit/units/shown-in-units.ts';
import { useUnitsOf } from '#chart/kit/units/use-conversion.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { latestPerTest } from '#fhir/laboratory.ts';
import { hasValue, type ObservationRecord } from '#fhir/observations.ts';
import { type PressureBefore as Earlier, pressureCourse } from '#fhir/pressure-course.ts';
import { courseOf, previousIn, type TrendLine } from '#fhir/trend.ts';
import { latestVitals, vitals } from '#fhir/vitals.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { useNow } from '#ui/use-now.ts';
import { SummaryBlock, type SummaryRow } from './SummaryBlock.tsx';

const year = 365 * 86_400_000;
/** Sections of clinical tests, and of results whose category nobody knows. */
const others: readonly SectionId[] = ['tests', 'other'];

/**
 * Which results stand on the summary: the newest of each test; of those within a year of the newest, the heaviest
 * first, then the newest.
 * @param isElsewhere what another section lists: it stands here where it is out of the ordinary
 */
export function keyResults(
  results: readonly ObservationRecord[],
  isElsewhere: (record: ObservationRecord) => boolean = () => false,
): readonly ObservationRecord[] {
  const latest = latestPerTest(results).filter(
    (record) =>
      record.sortTime !== undefined && hasValue(record) && (record.weight > 1 || !isElsewhere(record)),
  );
  const newest = Math.max(...latest.map(({ sortTime }) => sortTime ?? 0));
  const recent = (record: ObservationRecord): number => Number((record.sortTime ?? 0) < newest - year);
  return latest.toSorted(
    (a, b) => recent(a) - recent(b) || b.weight - a.weight || (b.sortTime ?? 0) - (a.sortTime ?? 0),
  );
}

export function ResultsBlock(): ReactNode {
  const { all, sectionOf } = useObservations();
  const elsewhere = useMemo(() => all.filter((one) => others.includes(sectionOf(one))), [all, sectionOf]);
  const isElsewhere = (record: ObservationRecord): boolean => sectionOf(record) !== 'results';
  const row = (record: ObservationRecord): SummaryRow => {
    const line = courseOf(record, all);
    return {
      record,
      section: sectionOf(record),
      cells: [
        <ResultValue key="value" record={record} />,
        line && <Sparkline key="line" line={line} />,
        <Course key="course" record={record} line={line} />,
      ],
    };
  };
  return (
    <SummaryBlock
      section="results"
      records={useResults()}
      qualifier="key-results"
      items={(records) => keyResults([...records, ...elsewhere], isElsewhere)}
      row={row}
    />
  );
}

/** The date, and how the value compares with the one before: "21 Nov · ↗ from 5.0". */
function Course({
  record,
  line,
  pressure,
}: {
  record: ObservationRecord;
  line: TrendLine | undefined;
  /** Of a blood pressure: both are compared, with one reading. */
  pressure?: Earlier | undefined;
}): ReactNode {
  const now = useNow();
  const own = lineInUnits(line, record, useUnitsOf(record));
  const previous = own && previousIn(own, record.key);
  return (
    <>
      {record.when &&
        (record.when.kind === 'date'
          ? formatShortDay(record.when.date, now)
          : formatWhen(record.when, 'days'))}
      {previous && (
        <>
          {' · '}
          <Before before={previous} />
        </>
      )}
      {pressure && (
        <>
          {' · '}
          <PressureBefore before={pressure} />
        </>
      )}
    </>
  );
}

export function VitalsBlock(): ReactNode {
  const records = useRecords(vitals);
  return (
    <SummaryBlock
      section="vitals"
      records={records}
      qualifier="latest"
      items={latestVitals}
      row={(one) => {
        const {
          shown,
          title,
          records: [first],
        } = one;
        const all = records.records;
        const isOne = first.components.length === 0 && shown.length === 1 && first.value?.kind === 'quantity';
        const line = isOne && shown[0]?.label === undefined ? courseOf(first, all) : undefined;
        const own =
          one.vital !== 'blood-pressure' && shown[0]?.text === line?.points.at(-1)?.written
            ? line
            : undefined;
        return {
          record: { ...first, title },
          cells: [
            <PartsInUnits key="value" record={first} parts={shown} />,
            <Course key="course" record={first} line={own} pressure={pressureCourse(one, all)?.before} />,
          ],
        };
      }}
    />
  );
}
