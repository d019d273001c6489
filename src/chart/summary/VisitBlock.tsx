import { type ReactNode, useMemo } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { joined, whenText } from '#chart/kit/fact-words.ts';
import type { AllRecords } from '#chart/kit/story/use-all-records.ts';
import { isComing } from '#chart/kit/story/NotRead.tsx';
import { useLaunchVisit } from '#chart/kit/story/use-launch-visit.ts';
import { visitWhy } from '#chart/kit/story/visit-why.ts';
import { VisitParts } from '#chart/kit/story/VisitContents.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { type EncounterRecord, encounters } from '#fhir/encounters.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { Room } from './Room.tsx';

const mostShown = 3;

/**
 * The visit the chart was opened from, on top: its diagnoses, notes, orders and results. One click opens all of it; the
 * whole chart stands below. Nothing where the launch named no visit.
 */
export function VisitBlock({ all }: { all: AllRecords }): ReactNode {
  const { paths } = useChart();
  const launch = useLaunchVisit(useRecords(encounters));
  const visit = launch.state === 'found' ? launch.visit : undefined;
  const whole = useMemo(() => withVisit(all, visit), [all, visit]);
  if (launch.state === 'none') return null;
  const settled = launch.state !== 'coming' && !all.lists.some(isComing);
  return (
    <section className="summary-block visit-block" aria-labelledby="summary-visit">
      <div className="summary-head">
        <h2 id="summary-visit">{t('visit.this')}</h2>
        {visit && (
          <>
            <span className="muted small">
              {joined(
                [
                  whenText(
                    visit.when && visit.period?.start
                      ? { kind: 'date', date: visit.period.start }
                      : visit.when,
                  ),
                  words(visit.title),
                  visitWhy(visit),
                ],
                ' · ',
              )}
            </span>
            <Link className="summary-all" to={paths.record('encounters', visit.key)}>
              {t('visit.all')}
            </Link>
          </>
        )}
      </div>
      <Room settled={settled} stays>
        {launch.state === 'coming' && (
          <div className="coming visit-parts">
            <SkeletonRows rows={3} />
          </div>
        )}
        {launch.state === 'missing' && <p className="absence">{t('visit.missing')}</p>}
        {visit && <VisitParts visit={visit} all={whole} most={mostShown} />}
      </Room>
    </section>
  );
}

/** Where the list of visits could not be read, the visit read by itself is still one that records belong to. */
function withVisit(all: AllRecords, visit: EncounterRecord | undefined): AllRecords {
  if (visit === undefined || all.entries.some(({ record }) => record.key === visit.key)) return all;
  return { ...all, entries: [...all.entries, { kind: 'encounters', record: visit }] };
}
