import type { ReactNode } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { RecordNames } from '#chart/kit/RecordNames.tsx';
import { byWeight, changeKinds } from '#chart/kit/story/change-words.ts';
import { isElsewhere, isMissing, lacksSome } from '#chart/kit/story/missing-list.ts';
import { isComing } from '#chart/kit/story/NotRead.tsx';
import type { AllRecords } from '#chart/kit/story/use-all-records.ts';
import { useChanges } from '#chart/kit/story/use-changes.ts';
import { words } from '#chart/kit/words.ts';
import type { Change } from '#fhir/changes.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { Room } from './Room.tsx';

const mostNames = 4;
const lastVisit = {};

/** What the record holds that is dated after the last visit. Nothing is claimed before all of it has been read. */
export function Changes({ all: { lists, entries } }: { all: AllRecords }): ReactNode {
  const { paths } = useChart();
  const { changes = [], visit } = useChanges(entries, lastVisit);
  const coming = lists.some(isComing);
  const visits = lists.find(({ kind }) => kind === 'encounters');
  const said =
    visit === undefined
      ? visits && isMissing(visits)
        ? 'summary.visits-missing'
        : 'summary.no-visit'
      : lists.some((list) => !isElsewhere(list) && lacksSome(list))
        ? 'summary.new-partly'
        : changes.length === 0
          ? 'summary.nothing-new'
          : undefined;
  const date = visit?.period?.start ? formatWhen({ kind: 'date', date: visit.period.start }, 'days') : '';
  return (
    <section className="summary-block" aria-labelledby="summary-changes">
      <div className="summary-head">
        <h2 id="summary-changes">{t('summary.changes')}</h2>
        {visit && !coming && <span className="muted small">{t('summary.since-visit', { date })}</span>}
        <Link className="summary-all" to={paths.section('changes')}>
          {t('summary.choose-date')}
        </Link>
      </div>
      <Room settled={!coming} rows={5}>
        {coming ? (
          <div className="coming">
            <SkeletonRows rows={5} />
          </div>
        ) : (
          <>
            {changes.length > 0 && (
              <dl className="changes">
                {changeKinds.map((kind) => (
                  <ChangeLine
                    key={kind}
                    kind={kind}
                    changes={changes.filter(({ change }) => change === kind)}
                  />
                ))}
              </dl>
            )}
            {said !== undefined && <p className="absence">{t(said)}</p>}
          </>
        )}
      </Room>
    </section>
  );
}

/** Each name once, the weightiest first, every one leading to its record. */
function ChangeLine({ kind, changes }: { kind: Change['change']; changes: readonly Change[] }): ReactNode {
  const { paths } = useChart();
  if (changes.length === 0) return null;
  const byName = Map.groupBy(changes.toSorted(byWeight), ({ record }) => words(record.title));
  const shown = [...byName.values()].slice(0, mostNames).flatMap(([first]) => first ?? []);
  const more = byName.size - shown.length;
  return (
    <div>
      <dt>{t(`changes.${kind}`)}</dt>
      <dd className="record-names">
        <RecordNames entries={shown} />
        {more > 0 && (
          <>
            {'; '}
            <Link to={paths.section('changes')}>{t('summary.more-names', { n: more })}</Link>
          </>
        )}
      </dd>
    </div>
  );
}
