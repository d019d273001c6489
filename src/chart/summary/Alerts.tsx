import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { flagWords } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { useRecordsOf } from '#chart/kit/story/use-all-records.ts';
import { words } from '#chart/kit/words.ts';
import { contradictedStatements } from '#fhir/follow-up.ts';
import { laboratory, latestPerTest } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { rangeText } from '#fhir/reference-range.ts';
import { type ShownPart, shownObservation } from '#fhir/shown-observation.ts';
import { previousIn, seriesOf } from '#fhir/trend.ts';
import { vitals } from '#fhir/vitals.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';

const ninetyDays = 90 * 86_400_000;
const mostShown = 3;
const critical = 3;

/** Critical values of the last ninety days that no later value of the same test has overtaken. */
export function criticalNow(
  records: readonly ObservationRecord[],
  now: number,
): readonly ObservationRecord[] {
  return latestPerTest(records)
    .filter(
      ({ weight, sortTime }) => weight === critical && sortTime !== undefined && sortTime >= now - ninetyDays,
    )
    .toSorted((a, b) => (b.sortTime ?? 0) - (a.sortTime ?? 0));
}

/**
 * What cannot wait, on top of the summary. Its line is always there, so that nothing is pushed down when a critical
 * value arrives, and so that "none" is never mistaken for "not looked yet".
 */
export function Alerts(): ReactNode {
  const results = useRecords(laboratory);
  const signs = useRecords(vitals);
  // The span turns with the day, so that nothing moves by the minute.
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  const alerts = [
    ...criticalNow(results.records, today).map(
      (record) => ({ record, section: 'results', all: results.records }) as const,
    ),
    ...criticalNow(signs.records, today).map(
      (record) => ({ record, section: 'vitals', all: signs.records }) as const,
    ),
  ];
  return (
    <section className="alerts" aria-label={t('summary.alerts')}>
      {alerts.length === 0 && <p className="alert-none">{t(`summary.alerts-${standOf(results)}`)}</p>}
      <Conflicts />
      {alerts.slice(0, mostShown).map((alert) => (
        <Alert key={alert.record.key} {...alert} />
      ))}
      {alerts.length > mostShown && (
        <p className="muted small">{t('summary.more-alerts', { n: alerts.length - mostShown })}</p>
      )}
    </section>
  );
}

/** Whether "no critical result" can be said: only when all results were read. */
function standOf({ face, availability }: Records<ObservationRecord>): 'reading' | 'unknown' | 'none' {
  if (face === 'reading' || face === 'waiting') return 'reading';
  const { failures, notShared, unreadable, more, answers } = availability;
  const whole = failures.length + notShared.length + unreadable.length === 0 && !more && answers.length > 0;
  return whole ? 'none' : 'unknown';
}

const contradictable = ['allergies', 'problems', 'medications'] as const;

/** "No known …" beside current items of the same list. */
function Conflicts(): ReactNode {
  const lists = useRecordsOf(contradictable);
  return lists.flatMap(({ records }, at) =>
    contradictedStatements(records).map((record) => (
      <Conflict key={record.key} record={record} section={contradictable[at]!} />
    )),
  );
}

function Conflict({ record, section }: { record: ChartRecord; section: SectionId }): ReactNode {
  const { paths } = useChart();
  return (
    <p className="alert" data-tone="warning">
      <strong>
        {t('summary.conflict', { said: words(record.title), section: t(`section.${section}`) })}
      </strong>
      <span>{t('summary.conflict-ask')}</span>
      <Link to={paths.record(section, record.key)}>{t('summary.see')}</Link>
    </p>
  );
}

interface AlertProps {
  readonly record: ObservationRecord;
  readonly section: SectionId;
  readonly all: readonly ObservationRecord[];
}

function Alert({ record, section, all }: AlertProps): ReactNode {
  const { paths } = useChart();
  const line = seriesOf(record, all).lines[0];
  const before = line && previousIn(line, record.key);
  const range = record.ranges.map(rangeText).find((text) => text !== undefined);
  return (
    <p className="alert">
      <strong>
        <span className="flag-shape" aria-hidden="true">
          {'‼'}
        </span>
        {`${words(record.title)} ${shownObservation(record).map(partText).join(', ')}`}
        {record.flag && `, ${flagWords(record.flag).toLowerCase()}`}
      </strong>
      <span>
        {[
          record.when && formatWhen(record.when),
          range && t('trend.range', { range }),
          before &&
            t('trend.was', { value: before.point.written, date: formatWhen(before.point.when, 'days') }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Link to={paths.record(section, record.key)}>{t('summary.see')}</Link>
    </p>
  );
}

function partText({ label, text, unit }: ShownPart): string {
  return [label && words(label), words(text), unit].filter(Boolean).join(' ');
}
