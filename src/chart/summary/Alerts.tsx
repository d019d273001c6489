import { type ReactNode, useMemo, useState } from 'react';
import { resourcesOf } from '#chart/kit/availability.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useObservations } from '#chart/kit/observation/use-results.ts';
import { useRecordsOf } from '#chart/kit/story/use-all-records.ts';
import type { Records } from '#chart/kit/use-records.ts';
import { contradictedStatements } from '#fhir/follow-up.ts';
import { latestPerTest } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { Reading } from '#fhir/reading.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { AlertInBrief, AlertInFull, type AlertItem } from './AlertItem.tsx';

const ninetyDays = 90 * 86_400_000;
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
 * What cannot wait, on top of the summary. Its place is there from the first moment and as high as it will be, so that
 * nothing below is pushed down when a critical value arrives, and so that "none" is never mistaken for "not looked yet".
 * Several stand side by side by name and value; each in full, one below the other, is one click away.
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
  return (
    <section className="alerts" aria-label={t('summary.alerts')}>
      {open && alerts.length > 0 ? (
        <>
          {none}
          {alerts.map((alert) => (
            <AlertInFull key={alert.record.key} alert={alert} />
          ))}
          <button type="button" className="link-button" aria-expanded onClick={() => setOpen(false)}>
            {t('summary.alerts-fewer')}
          </button>
        </>
      ) : (
        // What comes later takes the place of what stood there, rather than moving it aside.
        <div className="alert-bar" key={[stand, ...alerts.map(({ record }) => record.key)].join(' ')}>
          {only === undefined ? (
            <p>{none}</p>
          ) : alerts.length === 1 && isSaid ? (
            <AlertInFull alert={only} />
          ) : (
            <>
              <ul className="alert-list">
                {alerts.map((alert) => (
                  <li key={alert.record.key}>
                    <AlertInBrief alert={alert} />
                  </li>
                ))}
                {none && <li>{none}</li>}
              </ul>
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
