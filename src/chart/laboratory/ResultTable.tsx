import { type ReactNode, useRef } from 'react';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import type { ListView } from '#chart/kit/list.ts';
import { Marks } from '#chart/kit/Marks.tsx';
import { PlainBeside } from '#chart/kit/plain/PlainBeside.tsx';
import { ShownParts } from '#chart/kit/ResultValue.tsx';
import { moveFocus } from '#chart/kit/row-keys.ts';
import { TableHead } from '#chart/kit/TableHead.tsx';
import { useRowWindow } from '#chart/kit/use-row-window.ts';
import { words } from '#chart/kit/words.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import type { Previous, TrendLine } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { isObservation, type ResultRow } from './result-rows.ts';
import { flagText, resultColumns } from './result-list.tsx';
import { ResultLine } from './ResultLine.tsx';
import '#chart/kit/RecordTable.css';
import './ResultTable.css';

export interface ResultTableProps {
  readonly rows: readonly ResultRow[];
  readonly sort: ListView['sort'];
  readonly onSort: (sort: ListView['sort']) => void;
  readonly openKey: string | undefined;
  readonly before: ReadonlyMap<string, Previous>;
  /** With lines, each row draws its test's course. */
  readonly lines: ReadonlyMap<string, TrendLine> | undefined;
  readonly allCritical: boolean;
  readonly onAllCritical: () => void;
}

/** What a heading spans: the columns that are there at any width (the range and the value before give way). */
const headingSpan = resultColumns.columns.length - 1;

/** Results as a table, headings of reports and panels between them. Long lists draw what is in view. */
export function ResultTable(props: ResultTableProps): ReactNode {
  const { rows, sort, onSort } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const view = useRowWindow(rows.length, body);
  if (rows.length === 0) return null;
  return (
    <table className="records results" aria-rowcount={rows.length + 1}>
      <caption className="unseen">{`${t('section.results')}. ${t('list.keys')}`}</caption>
      <TableHead shape={{ ...resultColumns, facts: () => [] }} sort={sort} onSort={onSort} />
      <tbody ref={body}>
        {view.before > 0 && <tr className="records-gap" aria-hidden="true" style={{ height: view.before }} />}
        {rows.slice(view.from, view.to).map((row, at) => {
          const index = view.from + at;
          const place = { ref: view.measure, 'data-index': index, 'aria-rowindex': index + 2 } as const;
          if (row.kind === 'heading') return <PartRow key={row.id} {...props} row={row} place={place} />;
          if (row.kind === 'group') return <GroupRow key={row.id} row={row} place={place} />;
          return (
            <ResultLine
              key={row.id}
              row={row}
              place={place}
              open={row.record.key === props.openKey}
              before={props.before.get(row.record.key)}
              line={props.lines?.get(row.record.key)}
              onKeyDown={(event) => moveFocus(event, rows.length, view.show)}
            />
          );
        })}
        {view.after > 0 && <tr className="records-gap" aria-hidden="true" style={{ height: view.after }} />}
      </tbody>
    </table>
  );
}

/** What ties a row to its place in the whole list, drawn or not. */
export interface RowPlace {
  readonly ref: ((row: HTMLTableRowElement | null) => void) | undefined;
  readonly 'data-index': number;
  readonly 'aria-rowindex': number;
}

interface PartProps extends ResultTableProps {
  readonly row: ResultRow & { readonly kind: 'heading' };
  readonly place: RowPlace;
}

function PartRow({ row, place, allCritical, onAllCritical }: PartProps): ReactNode {
  return (
    <tr {...place} className="results-group" data-part={row.id}>
      <th scope="rowgroup" colSpan={headingSpan}>
        {row.id === 'single' ? t('results.single') : t('results.critical', { n: row.n })}
        {row.id === 'critical' && (row.n > row.shown || allCritical) && row.n > 3 && (
          <button type="button" className="link-button results-more" onClick={onAllCritical}>
            {allCritical ? t('results.critical-few') : t('results.critical-all', { n: row.n })}
          </button>
        )}
      </th>
    </tr>
  );
}

interface GroupProps {
  readonly row: ResultRow & { readonly kind: 'group' };
  readonly place: RowPlace;
}

/** A report or a panel: its name leads to it, beside it its date, its marks, and what of it is not here. */
function GroupRow({ row: { group, depth }, place }: GroupProps): ReactNode {
  const { paths } = useChart();
  const { head, title, missing, elsewhere } = group;
  const section = isObservation(head) ? 'results' : 'reports';
  return (
    <tr {...place} className="results-group" data-depth={Math.min(depth, 4)}>
      <th scope="rowgroup" colSpan={headingSpan}>
        <Link to={paths.record(section, head.key)} className="results-group-name">
          {words(title)}
        </Link>{' '}
        <PlainBeside record={head} />
        {isObservation(head) && <OwnValue record={head} />}
        {head.when !== undefined && depth === 0 && (
          <span className="results-group-date">{formatWhen(head.when)}</span>
        )}
        <Marks marks={head.marks} />
        {missing > 0 && <span className="mark">{t('results.panel-missing', { n: missing })}</span>}
        {elsewhere > 0 && <span className="mark">{t('results.panel-elsewhere', { n: elsewhere })}</span>}
      </th>
    </tr>
  );
}

/** A panel may say something itself: the organism whose susceptibilities it holds. */
function OwnValue({ record }: { record: ObservationRecord }): ReactNode {
  const shown = shownObservation(record);
  const flags = flagText(record);
  if (shown.length === 0) return null;
  return (
    <span className="results-group-value">
      <ShownParts parts={shown} />
      {flags !== '' && (
        <span className="results-group-flag" data-tone={record.flag?.tone} aria-hidden="true">
          {flags}
        </span>
      )}
    </span>
  );
}
