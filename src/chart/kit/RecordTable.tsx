import { type ReactNode, useRef } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { type ListShape, type ListView } from './list.ts';
import { RecordLink } from './RecordLink.tsx';
import { moveFocus } from './row-keys.ts';
import { type RecordRow, type Row, beneathKey } from './rows.ts';
import { TableHead } from './TableHead.tsx';
import { type RowWindow, useRowWindow } from './use-row-window.ts';
import './RecordTable.css';

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
  return (
    <table className="records" aria-rowcount={rows.length + 1}>
      <caption className="unseen">{`${t(`section.${section}`)}. ${t('list.keys')}`}</caption>
      <TableHead shape={shape} sort={sort} onSort={props.onSort} />
      <tbody ref={body}>
        {view.before > 0 && <Gap height={view.before} />}
        {rows
          .slice(view.from, view.to)
          .map((row, at) =>
            row.kind === 'heading' ? (
              <Heading
                key={row.text}
                text={row.text}
                columns={shape.columns.length + 1}
                index={view.from + at}
                onRowSize={view.measure}
              />
            ) : (
              <RecordRowView
                key={row.record.key}
                {...props}
                row={row}
                index={view.from + at}
                onRowSize={view.measure}
                onShow={view.show}
              />
            ),
          )}
        {view.after > 0 && <Gap height={view.after} />}
      </tbody>
    </table>
  );
}

interface RowProps<R extends ChartRecord> extends Props<R> {
  readonly row: RecordRow<R>;
  readonly index: number;
  readonly onRowSize: RowWindow['measure'];
  readonly onShow: RowWindow['show'];
}

function RecordRowView<R extends ChartRecord>(props: RowProps<R>): ReactNode {
  const { section, shape, openKey, onFold, rows, row, index, onRowSize, onShow } = props;
  const { record, same, unfolded, beneath, beneathShown, indented } = row;
  const subtitle = shape.subtitle?.(record);
  return (
    <tr
      ref={onRowSize}
      data-index={index}
      data-error={record.enteredInError || undefined}
      data-past={record.standing === 'past' || undefined}
      data-indented={indented || undefined}
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
        {beneath.length > 0 && shape.beneath && (
          <div className="record-fold">
            {shape.beneath.words(beneath)}{' '}
            <button
              type="button"
              className="link-button"
              aria-expanded={beneathShown}
              onClick={() => onFold(beneathKey(record))}
            >
              {t(beneathShown ? 'list.beneath-hide' : 'list.beneath-show')}
            </button>
          </div>
        )}
      </th>
      {shape.columns.map((column) => (
        <td
          key={column.id}
          data-label={t(column.header)}
          data-numeric={column.numeric || undefined}
          data-wide={column.wide || undefined}
        >
          {column.cell(record)}
        </td>
      ))}
    </tr>
  );
}

interface HeadingProps {
  readonly text: string;
  readonly columns: number;
  readonly index: number;
  readonly onRowSize: RowWindow['measure'];
}

/** The name of a part of the list, above its records. */
function Heading({ text, columns, index, onRowSize }: HeadingProps): ReactNode {
  return (
    <tr ref={onRowSize} className="records-heading" data-index={index} aria-rowindex={index + 2}>
      <th scope="rowgroup" colSpan={columns}>
        {text}
      </th>
    </tr>
  );
}

/** Room for rows that are out of view. */
function Gap({ height }: { height: number }): ReactNode {
  return <tr className="records-gap" aria-hidden="true" style={{ height }} />;
}
