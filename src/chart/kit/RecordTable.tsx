import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { type ListShape, type ListView } from './list.ts';
import { RecordLink } from './RecordLink.tsx';
import { TableHead } from './TableHead.tsx';
import { type RowWindow, useRowWindow } from './use-row-window.ts';
import './RecordTable.css';

export interface Row<R extends ChartRecord> {
  readonly record: R;
  /** How many records say the same, this one included; 0 for one shown apart from its fold. */
  readonly same: number;
  readonly unfolded: boolean;
}

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  readonly shape: ListShape<R>;
  readonly rows: readonly Row<R>[];
  readonly sort: ListView['sort'];
  readonly openKey: string | undefined;
  readonly onSort: (sort: ListView['sort']) => void;
  readonly onFold: (key: string) => void;
}

/** Records as a table: the thing's name first, hairlines between rows, one link a row. Long lists draw what is in view. */
export function RecordTable<R extends ChartRecord>(props: Props<R>): ReactNode {
  const { section, shape, rows, sort } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const view = useRowWindow(rows.length, body);
  if (rows.length === 0) return null;
  const undatedFrom =
    sort?.column === 'when' ? rows.findIndex(({ record }) => record.sortTime === undefined) : -1;
  return (
    <table className="records" aria-rowcount={rows.length + 1}>
      <caption className="unseen">{`${t(`section.${section}`)}. ${t('list.keys')}`}</caption>
      <TableHead shape={shape} sort={sort} onSort={props.onSort} />
      <tbody ref={body}>
        {view.before > 0 && <Gap height={view.before} />}
        {rows.slice(view.from, view.to).map((row, at) => (
          <RecordRow
            key={row.record.key}
            {...props}
            row={row}
            index={view.from + at}
            onRowSize={view.measure}
            onShow={view.show}
            group={view.from + at === undatedFrom && undatedFrom > 0}
          />
        ))}
        {view.after > 0 && <Gap height={view.after} />}
      </tbody>
    </table>
  );
}

interface RowProps<R extends ChartRecord> extends Props<R> {
  readonly row: Row<R>;
  readonly index: number;
  /** The first of the undated. */
  readonly group: boolean;
  readonly onRowSize: RowWindow['measure'];
  readonly onShow: RowWindow['show'];
}

function RecordRow<R extends ChartRecord>(props: RowProps<R>): ReactNode {
  const { section, shape, openKey, onFold, rows, row, index, onRowSize, onShow, group } = props;
  const { record, same, unfolded } = row;
  const subtitle = shape.subtitle?.(record);
  return (
    <tr
      ref={onRowSize}
      data-index={index}
      data-error={record.enteredInError || undefined}
      data-past={record.standing === 'past' || undefined}
      data-group={group ? t('list.undated') : undefined}
      aria-rowindex={index + 2}
      aria-current={record.key === openKey || undefined}
    >
      <th scope="row">
        <RecordLink
          section={section}
          record={record}
          onKeyDown={(event) => moveFocus(event, rows.length, onShow)}
        />
        {subtitle !== undefined && subtitle !== '' && <div className="record-subtitle">{subtitle}</div>}
        {same > 1 && (
          <div className="record-fold">
            {!unfolded && t('list.folded', { n: same - 1 })}{' '}
            <button
              type="button"
              className="link-button"
              aria-expanded={unfolded}
              onClick={() => onFold(record.key)}
            >
              {t(unfolded ? 'list.fold' : 'list.unfold')}
            </button>
          </div>
        )}
      </th>
      {shape.columns.map((column) => (
        <td key={column.id} data-label={t(column.header)} data-numeric={column.numeric || undefined}>
          {column.cell(record)}
        </td>
      ))}
    </tr>
  );
}

/** Room for rows that are out of view. */
function Gap({ height }: { height: number }): ReactNode {
  return <tr className="records-gap" aria-hidden="true" style={{ height }} />;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/** Arrow keys go from row to row; Enter follows the link, as links do. */
function moveFocus(event: KeyboardEvent<HTMLElement>, count: number, show: (index: number) => void): void {
  const row = event.currentTarget.closest('tr');
  const at = Number(row?.dataset['index'] ?? Number.NaN);
  const to =
    event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : at + (steps[event.key] ?? Number.NaN);
  if (Number.isNaN(to) || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const index = Math.min(count - 1, Math.max(0, to));
  const body = event.currentTarget.closest('tbody');
  const focus = (): boolean => {
    const link = body?.querySelector<HTMLElement>(`tr[data-index='${index}'] [data-record]`);
    link?.focus();
    return link != null;
  };
  if (focus()) return;
  show(index);
  requestAnimationFrame(() => focus());
}
