import { SectionTitle } from '#chart/kit/plain/SectionTitle.tsx';
import { type ReactNode, useState } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { formatDay } from '#chart/kit/format.ts';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { sectionOf } from '#chart/kit/section-of.ts';
import { beforeWords, byWeight, changeKinds, evidenceWords } from '#chart/kit/story/change-words.ts';
import { EntrySays } from '#chart/kit/story/EntrySays.tsx';
import { isMissing, lacksSome } from '#chart/kit/story/missing-list.ts';
import { isComing, NotRead, notReadText } from '#chart/kit/story/NotRead.tsx';
import { useAllRecords } from '#chart/kit/story/use-all-records.ts';
import { type ChosenSince, useChanges } from '#chart/kit/story/use-changes.ts';
import { TakeMenu } from '#chart/kit/take/TakeMenu.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import type { Change, ChangeKind } from '#fhir/changes.ts';
import { startDate } from '#fhir/timeline.ts';
import { clinically, t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { SinceTools, visitName } from './SinceTools.tsx';
import '#chart/kit/ListTools.css';
import '#chart/kit/RecordList.css';
import '#chart/kit/RecordTable.css';
import '#chart/kit/SectionFrame.css';
import './Changes.css';

const lastVisit: ChosenSince = {};

/** What is new, changed, stopped or resulted since a visit or a day the reader picks. */
export function Changes(): ReactNode {
  const chart = useChart();
  const { lists, entries } = useAllRecords();
  const [chosen, choose] = useKeptState('changes', lastVisit);
  const { changes, untold = 0, since, visit, visits } = useChanges(entries, chosen);
  const coming = lists.some(isComing);
  const lacking = lists.some(lacksSome);
  const visitsLack = lists.some((list) => list.kind === 'encounters' && isMissing(list));
  return (
    <section className="section" aria-labelledby="section-title">
      <SectionTitle section="changes" />
      <NotRead lists={lists} />
      <SinceTools
        visits={visits}
        visit={visit}
        chosen={chosen}
        onChoose={choose}
        end={
          changes !== undefined &&
          changes.length > 0 && (
            <TakeMenu
              label={t('take.menu-changes')}
              takes={async () => {
                const { changesTake } = await import('./changes-table.ts');
                const notes = clinically(() => [
                  visit === undefined
                    ? t('take.labelled', { label: t('changes.since-day'), value: chosen.day ?? '' })
                    : t('take.labelled', { label: t('changes.since-visit'), value: visitName(visit) }),
                  ...[notReadText(lists) ?? []].flat(),
                  t('changes.rule'),
                  ...(untold > 0 ? [t('changes.untold', { n: untold })] : []),
                ]);
                return [changesTake(changes, notes, chart)];
              }}
            />
          )
        }
      />
      {changes === undefined ? (
        coming ? (
          <SkeletonRows rows={8} />
        ) : (
          <p className="absence">{t(visitsLack ? 'changes.visits-missing' : 'changes.no-visit')}</p>
        )
      ) : (
        <>
          {changes.length === 0 && (
            <p className="absence">
              {t(coming ? 'changes.none-yet' : lacking ? 'changes.none-read' : 'changes.none')}
            </p>
          )}
          {changeKinds.map((kind) => (
            <ChangeGroup key={kind} kind={kind} changes={changes.filter(({ change }) => change === kind)} />
          ))}
        </>
      )}
      {since !== undefined && (
        <p className="record-list-rule">
          {t('changes.rule')} {untold > 0 && t('changes.untold', { n: untold })}
        </p>
      )}
    </section>
  );
}

const fewRows = 12;

function ChangeGroup({ kind, changes }: { kind: ChangeKind; changes: readonly Change[] }): ReactNode {
  const [all, setAll] = useState(false);
  if (changes.length === 0) return null;
  const sorted = changes.toSorted(byWeight);
  const shown = all ? sorted : sorted.slice(0, fewRows);
  const id = `changes-${kind}`;
  return (
    <section className="change-group" aria-labelledby={id}>
      <h2 id={id}>
        {t(`changes.${kind}`)} <span className="muted small">{t('list.count', { n: changes.length })}</span>
      </h2>
      <div className="record-list-main">
        <table className="records changes-table">
          <caption className="unseen">{t(`changes.${kind}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('column.kind')}</th>
              <th scope="col">{t('timeline.says')}</th>
              <th scope="col" data-numeric>
                {t('changes.says-so')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <ChangeRow key={change.record.key} change={change} />
            ))}
          </tbody>
        </table>
      </div>
      {changes.length > fewRows && (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('timeline.unfold-hide') : t('timeline.lanes-all', { n: changes.length })}
        </button>
      )}
    </section>
  );
}

function ChangeRow({ change }: { change: Change }): ReactNode {
  const { paths } = useChart();
  const { kind, record, before } = change;
  const section = sectionOf(kind);
  const words = beforeWords(change);
  return (
    <tr>
      <th scope="row">
        <RecordLink section={section} record={record} />
        {before !== undefined && words !== '' && (
          <div className="record-subtitle">
            <Link className="change-before" to={paths.record(section, before.key)}>
              {words}
            </Link>
            {startDate(before.when) && ` · ${formatDay(startDate(before.when)!)}`}
          </div>
        )}
      </th>
      <td data-label={t('column.kind')}>{t(`nav.${section}`)}</td>
      <td data-label={t('timeline.says')}>
        <EntrySays entry={change} />
      </td>
      <td data-numeric data-label={t('changes.says-so')}>
        {evidenceWords(change)}
      </td>
    </tr>
  );
}
