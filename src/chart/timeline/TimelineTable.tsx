import type { ReactNode, RefObject } from 'react';
import { formatDate, formatDay, formatWhen } from '#chart/kit/format.ts';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { RecordNames } from '#chart/kit/RecordNames.tsx';
import { moveFocus } from '#chart/kit/row-keys.ts';
import { sectionOf } from '#chart/kit/section-of.ts';
import { EntrySays } from '#chart/kit/story/EntrySays.tsx';
import { visitReasons } from '#chart/kit/story/visit-why.ts';
import type { RowWindow } from '#chart/kit/use-row-window.ts';
import { joined } from '#chart/kit/fact-words.ts';
import type { EncounterRecord } from '#fhir/encounters.ts';
import { type TimelineGroup, dayOf, startDate } from '#fhir/timeline.ts';
import { t } from '#i18n/translate.ts';
import type { TimelineRow } from './timeline-rows.ts';

interface Props {
  readonly rows: readonly TimelineRow[];
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly view: RowWindow;
  readonly onFold: (key: string) => void;
}

/** Visits and days as headings, records below them; only what is in view is drawn. */
export function TimelineTable({ rows, body, view, onFold }: Props): ReactNode {
  return (
    <div className="record-list-main">
      <table className="records timeline-table" aria-rowcount={rows.length + 1}>
        <caption className="unseen">{`${t('timeline.table')}. ${t('list.keys')}`}</caption>
        <thead className="unseen-head">
          <tr>
            <th scope="col">{t('timeline.what')}</th>
            <th scope="col">{t('timeline.kind')}</th>
            <th scope="col">{t('timeline.says')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {view.before > 0 && <Gap height={view.before} />}
          {rows.slice(view.from, view.to).map((row, at) => (
            <RowView
              key={row.key}
              row={row}
              index={view.from + at}
              n={rows.length}
              view={view}
              onFold={onFold}
            />
          ))}
          {view.after > 0 && <Gap height={view.after} />}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly index: number;
  readonly n: number;
  readonly view: RowWindow;
  readonly onFold: (key: string) => void;
}

function RowView({ row, index, n, view, onFold }: RowProps): ReactNode {
  const shared = { ref: view.measure, 'data-index': index, 'aria-rowindex': index + 2 };
  switch (row.kind) {
    case 'group':
      return (
        <tr {...shared} className="timeline-group">
          <th scope="rowgroup" colSpan={3}>
            <GroupHeading group={row.group} />
          </th>
        </tr>
      );
    case 'undated':
      return (
        <tr {...shared} className="timeline-group">
          <th scope="rowgroup" colSpan={3}>
            <span tabIndex={-1}>{t('timeline.undated', { n: row.n })}</span>
          </th>
        </tr>
      );
    case 'elsewhere':
      return (
        <tr {...shared}>
          <td colSpan={3} className="record-names">
            {t('timeline.elsewhere')} <RecordNames entries={row.entries} />
          </td>
        </tr>
      );
    case 'empty':
      return (
        <tr {...shared}>
          <td colSpan={3} className="muted">
            {t('timeline.visit-empty')}
          </td>
        </tr>
      );
    case 'fold':
      return (
        <tr {...shared} className="timeline-fold">
          <td colSpan={3}>
            {!row.open && t('timeline.fold', { n: row.n, kind: t(`nav.${sectionOf(row.of)}`) })}{' '}
            <button
              type="button"
              className="link-button"
              aria-expanded={row.open}
              onClick={() => onFold(row.key)}
            >
              {t(row.open ? 'timeline.unfold-hide' : 'timeline.unfold-show')}
            </button>
          </td>
        </tr>
      );
    default: {
      const { entry, first, group } = row;
      const section = sectionOf(entry.kind);
      return (
        <tr
          {...shared}
          data-past={entry.record.standing === 'past' || undefined}
          data-first={first || undefined}
        >
          <th scope="row">
            <RecordLink
              section={section}
              record={entry.record}
              onKeyDown={(event) => moveFocus(event, n, view.show)}
            />
            <OwnDay entry={entry} group={group} />
          </th>
          <td className="timeline-kind" data-label={t('timeline.kind')}>
            <span className={first ? undefined : 'unseen'}>{t(`nav.${section}`)}</span>
          </td>
          <td className="timeline-says" data-label={t('timeline.says')}>
            <EntrySays entry={entry} />
          </td>
        </tr>
      );
    }
  }
}

/** The date, then the visit with why the person came. */
function GroupHeading({ group: { visit, date } }: { group: TimelineGroup }): ReactNode {
  if (visit === undefined) return <span tabIndex={-1}>{formatDay(date)}</span>;
  const { participants } = visit as EncounterRecord;
  const why = visitReasons(visit as EncounterRecord);
  return (
    <div className="timeline-visit">
      <span tabIndex={-1}>{date.instant === undefined ? formatDay(date) : formatDate(date)}</span>
      <RecordLink section="encounters" record={visit} />
      <span className="muted">{joined([why, participants[0]?.name], ' · ')}</span>
    </div>
  );
}

/** Of a record under a visit, its own day where it is another one. */
function OwnDay({
  entry: { record },
  group,
}: Pick<Extract<TimelineRow, { kind: 'entry' }>, 'entry' | 'group'>): ReactNode {
  if (group === undefined || record.when === undefined) return null;
  const own = startDate(record.when);
  if (own !== undefined && dayOf(own) === group.day) return null;
  return <div className="record-subtitle">{formatWhen(record.when, 'days')}</div>;
}

/** Room for rows that are out of view. */
function Gap({ height }: { height: number }): ReactNode {
  return <tr className="records-gap" aria-hidden="true" style={{ height }} />;
}
