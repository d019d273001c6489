/** The summary's blocks of what was measured: key results with their course, the latest vital signs. */
import type { ReactNode } from 'react';
import { formatShortDay, formatWhen } from '#chart/kit/format.ts';
import { ResultValue, ShownParts } from '#chart/kit/ResultValue.tsx';
import { Sparkline } from '#chart/kit/Sparkline.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { laboratory, latestPerTest } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { previousIn, seriesOf } from '#fhir/trend.ts';
import { type VitalRecord, latestVitals, vitals } from '#fhir/vitals.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { SummaryBlock, type SummaryRow } from './SummaryBlock.tsx';

const mostRows = 6;
const year = 365 * 86_400_000;

/**
 * Which results stand on the summary: the newest of each test; of those within a year of the newest, the heaviest
 * first, then the newest.
 */
export function keyResults(results: readonly ObservationRecord[]): readonly ObservationRecord[] {
  const latest = latestPerTest(results).filter(
    ({ sortTime, value }) => sortTime !== undefined && value !== undefined,
  );
  const newest = Math.max(...latest.map(({ sortTime }) => sortTime ?? 0));
  const recent = (record: ObservationRecord): number => Number((record.sortTime ?? 0) < newest - year);
  return latest
    .toSorted((a, b) => recent(a) - recent(b) || b.weight - a.weight || (b.sortTime ?? 0) - (a.sortTime ?? 0))
    .slice(0, mostRows);
}

export function ResultsBlock(): ReactNode {
  const rows = (records: readonly ObservationRecord[]): readonly SummaryRow[] =>
    keyResults(records).map((record) => {
      const line = seriesOf(record, records).lines[0];
      return {
        record,
        cells: [
          <ResultValue key="value" record={record} />,
          line && <Sparkline key="line" line={line} />,
          <Course key="course" record={record} line={line} />,
        ],
      };
    });
  return (
    <SummaryBlock
      section="results"
      records={useRecords(laboratory)}
      qualifier="summary.key-results"
      rows={rows}
    />
  );
}

const arrows = { up: '↗', down: '↘', same: '→' } as const;

/** The date, and how the value compares with the one before: "21 Nov · ↗ from 5.0". */
function Course({
  record,
  line,
}: {
  record: ObservationRecord;
  line: ReturnType<typeof seriesOf>['lines'][number] | undefined;
}): ReactNode {
  const now = useNow();
  const previous = line && previousIn(line, record.key);
  return (
    <>
      {record.when &&
        (record.when.kind === 'date'
          ? formatShortDay(record.when.date, now)
          : formatWhen(record.when, 'days'))}
      {previous && (
        <>
          {' · '}
          {previous.direction !== undefined && (
            <span aria-hidden="true">{`${arrows[previous.direction]} `}</span>
          )}
          {previous.direction !== undefined && (
            <span className="unseen">{t(`trend.${previous.direction}`)}</span>
          )}
          {t('trend.from', { value: previous.point.written })}
        </>
      )}
    </>
  );
}

export function VitalsBlock(): ReactNode {
  const rows = (records: readonly VitalRecord[]): readonly SummaryRow[] =>
    latestVitals(records).map(({ shown, title, records: [first] }) => {
      // Of a blood pressure "from 150" would not say which of the two.
      const isOne = first.components.length === 0 && shown.length === 1 && first.value?.kind === 'quantity';
      const line = isOne && shown[0]?.label === undefined ? seriesOf(first, records).lines[0] : undefined;
      const own = shown[0]?.text === line?.points.at(-1)?.written ? line : undefined;
      return {
        record: { ...first, title },
        cells: [<ShownParts key="value" parts={shown} />, <Course key="course" record={first} line={own} />],
      };
    });
  return (
    <SummaryBlock section="vitals" records={useRecords(vitals)} qualifier="summary.latest" rows={rows} />
  );
}
