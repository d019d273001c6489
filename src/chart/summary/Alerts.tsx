import { type ReactNode, useMemo, useState } from 'react';
import { resourcesOf } from '#chart/kit/availability.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useObservations, useResults } from '#chart/kit/observation/use-results.ts';
import { useRecordsOf } from '#chart/kit/story/use-all-records.ts';
import type { Records } from '#chart/kit/use-records.ts';
import { contradictedStatements } from '#fhir/follow-up.ts';
import { criticalOf, isOfLastNinetyDays, latestPerTest } from '#fhir/laboratory.ts';
import { hasValue, numberOf, type ObservationRecord } from '#fhir/observations.ts';
import type { Reading } from '#fhir/reading.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { testKey } from '#fhir/test-key.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { useNow } from '#ui/use-now.ts';
import { AlertInBrief, AlertInFull, type AlertItem } from './AlertItem.tsx';

const critical = 3;
/** So many critical results stand by name and value; there are seldom more. */
const mostInBrief = 3;

/**
 * Critical results of the last ninety days: measured ones that no later value of the same test has overtaken, and all that
 * was found, each finding once. What grew in the blood is not overtaken by what a swab of the nose shows an hour later
 * under the same code, and few senders say what each was taken from.
 */
export function criticalNow(
  records: readonly ObservationRecord[],
  now: number,
): readonly ObservationRecord[] {
  const measured = latestPerTest(records).filter(
    (record) => !isFinding(record) && record.weight === critical,
  );
  const found = new Map<string, ObservationRecord>();
  for (const record of criticalOf(records).filter(isFinding)) {
    const finding = `${testKey(record) ?? record.key} ${JSON.stringify(record.value)}`;
    if (!found.has(finding)) found.set(finding, record);
  }
  return [...measured, ...found.values()]
    .filter((record) => isOfLastNinetyDays(record, now))
    .toSorted((a, b) => (b.sortTime ?? 0) - (a.sortTime ?? 0));
}

/** Words, with no number of its own or of its parts. */
function isFinding(record: ObservationRecord): boolean {
  return hasValue(record) && [record, ...record.components].every((part) => numberOf(part) === undefined);
}

/**
 * What cannot wait, on top of the summary. Its place is there from the first moment and as high as it mostly will be, so
 * that nothing below is pushed down when a critical value arrives, and so that "none" is never mistaken for "not looked
 * yet". Several stand side by side by name and value; each in full, one below the other, is one click away. Where they need
 * more room they take it: no critical value is out of sight for the sake of what stands below.
 */
export function Alerts(): ReactNode {
  const { all, sectionOf } = useObservations();
  const conflicts = useConflicts();
  const [open, setOpen] = useState(false);
  // The span turns with the day, so that nothing moves by the minute.
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  const critical = useMemo(() => criticalNow(all, today), [all, today]);
  const alerts: readonly AlertItem[] = [
    ...critical.map((record) => ({ kind: 'critical', record, section: sectionOf(record), all }) as const),
    ...conflicts,
  ];
  const stand = standOf(useRecordsOf(measured), useChart().reading);
  const isSaid = alerts.some(({ kind }) => kind === 'critical') || (stand === 'none' && alerts.length > 0);
  const none = !isSaid && <span className="alert-none">{t(`summary.alerts-${stand}`)}</span>;
  const [only] = alerts;
  const inBrief = [...alerts.filter(({ kind }) => kind === 'critical').slice(0, mostInBrief), ...conflicts];
  const more = alerts.length - inBrief.length;
  // Counted when all is there: until then it would be another number each time.
  const older = stand !== 'reading' && (
    <InAll shown={critical.filter((record) => sectionOf(record) === 'results').length} />
  );
  return (
    <section className="alerts" aria-label={t('summary.alerts')}>
      {open && alerts.length > 0 ? (
        <>
          {none}
          {alerts.map((alert) => (
            <AlertInFull key={alert.record.key} alert={alert} />
          ))}
          {older}
          <button type="button" className="link-button" aria-expanded onClick={() => setOpen(false)}>
            {t('summary.alerts-fewer')}
          </button>
        </>
      ) : (
        // What comes later takes the place of what stood there, rather than moving it aside.
        <div className="alert-bar" key={[stand, ...alerts.map(({ record }) => record.key)].join(' ')}>
          {only === undefined ? (
            <p>
              {none} {older}
            </p>
          ) : alerts.length === 1 && isSaid ? (
            <>
              <AlertInFull alert={only} />
              {older}
            </>
          ) : (
            <>
              <ul className="alert-list">
                {inBrief.map((alert) => (
                  <li key={alert.record.key}>
                    <AlertInBrief alert={alert} />
                  </li>
                ))}
                {more > 0 && <li className="alert-none">{t('summary.alerts-more', { n: more })}</li>}
                {none && <li>{none}</li>}
              </ul>
              {older}
              <button
                type="button"
                className="link-button"
                aria-expanded={false}
                onClick={() => setOpen(true)}
              >
                {t('summary.alerts-show', { n: alerts.length })}
              </button>
            </>
          )}
        </div>
      )}
    </section>
  );
}

/**
 * How many critical results the laboratory's list holds, and the way to it: more than stand here, where some are older or
 * a later one of their test is not critical.
 */
function InAll({ shown }: { shown: number }): ReactNode {
  const { paths } = useChart();
  const { records } = useResults();
  const n = useMemo(() => criticalOf(records).length, [records]);
  if (n <= shown) return null;
  return (
    <span className="alert-in-all small muted">
      {shown > 0 && `${t('summary.alerts-span')}; `}
      <Link to={paths.section('results')}>{t('summary.alerts-in-all', { n })}</Link>
    </span>
  );
}

/** Where a critical value may stand: in any list of observations, and in reports, because results come inside them. */
const measured = ['laboratory', 'vitals', 'tests', 'social-history', 'other', 'reports'] as const;

/** What those lists are made of, as far as it can hold a value: forms and bills, which feed some of them too, cannot. */
const holding = new Set(['Observation', 'DiagnosticReport']);

/** Whether "no critical result" can be said: only when all of them were read. */
function standOf(lists: readonly Records<ChartRecord>[], reading: Reading): 'reading' | 'unknown' | 'none' {
  const states = reading.searches
    .filter(({ type }) => holding.has(type))
    .map(({ id }) => reading.stateOf(id));
  if (states.some(({ state }) => state === 'reading' || state === 'waiting')) return 'reading';
  if (lists.some((list) => isUnread(list, reading.patientId))) return 'reading';
  const whole = states.every(
    (one) =>
      one.state === 'not-offered' ||
      (one.state === 'read' && one.answer.unreadable.length === 0 && !one.answer.more),
  );
  return whole && lists[0]!.availability.answers.length > 0 ? 'none' : 'unknown';
}

/** Whether records arrived of which the list is not made yet. */
function isUnread({ face, kind, availability }: Records<ChartRecord>, patientId: string): boolean {
  return face === 'reading' && resourcesOf(availability, kind, patientId).length > 0;
}

const contradictable = ['allergies', 'problems', 'medications'] as const;

/** "No known …" beside current items of the same list. */
function useConflicts(): readonly AlertItem[] {
  return useRecordsOf(contradictable).flatMap(({ records }, at) =>
    contradictedStatements(records).map(
      (record) => ({ kind: 'conflict', record, section: contradictable[at]! }) as const,
    ),
  );
}
