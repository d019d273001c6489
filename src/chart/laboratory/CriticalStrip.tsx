import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { ShownParts } from '#chart/kit/ResultValue.tsx';
import { words } from '#chart/kit/words.ts';
import { criticalOf, isOfLastNinetyDays } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useNow } from '#ui/use-now.ts';
import { mostCritical } from './result-rows.ts';
import './CriticalStrip.css';

/**
 * The newest critical results, over a flowsheet in which they may be out of sight; how many there are in all, and of the
 * days of which the summary speaks.
 */
export function CriticalStrip({ results }: { results: readonly ObservationRecord[] }): ReactNode {
  const { paths } = useChart();
  const critical = criticalOf(results);
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  if (critical.length === 0) return null;
  const recent = critical.filter((record) => isOfLastNinetyDays(record, today)).length;
  return (
    <ul className="critical-strip" aria-label={t('results.critical-strip')}>
      {critical.slice(0, mostCritical).map((record) => (
        <li key={record.key}>
          <Link to={paths.record('results', record.key)}>{words(record.title)}</Link>{' '}
          <ShownParts parts={shownObservation(record)} />
          {record.when && <span className="muted">{` ${formatWhen(record.when, 'days')}`}</span>}
        </li>
      ))}
      <li className="muted">
        {critical.length > mostCritical &&
          `${t('results.critical-more', { n: critical.length - mostCritical })}; `}
        {t('results.critical-span', { n: critical.length, recent })}
      </li>
    </ul>
  );
}
