import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { ShownParts } from '#chart/kit/ResultValue.tsx';
import { words } from '#chart/kit/words.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { criticalOf, mostCritical } from './result-rows.ts';
import './CriticalStrip.css';

/** The newest critical results, over a flowsheet in which they may be out of sight. */
export function CriticalStrip({ results }: { results: readonly ObservationRecord[] }): ReactNode {
  const { paths } = useChart();
  const critical = criticalOf(results);
  if (critical.length === 0) return null;
  return (
    <ul className="critical-strip" aria-label={t('results.critical-strip')}>
      {critical.slice(0, mostCritical).map((record) => (
        <li key={record.key}>
          <Link to={paths.record('results', record.key)}>{words(record.title)}</Link>{' '}
          <ShownParts parts={shownObservation(record)} />
          {record.when && <span className="muted">{` ${formatWhen(record.when, 'days')}`}</span>}
        </li>
      ))}
      {critical.length > mostCritical && (
        <li className="muted">{t('results.critical-more', { n: critical.length - mostCritical })}</li>
      )}
    </ul>
  );
}
