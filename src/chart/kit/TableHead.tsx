import type { ReactNode } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { type ListShape, type ListView, nameColumnId } from './list.ts';
import type { PlainKey } from './words.ts';

interface Props<R extends ChartRecord> {
  readonly shape: ListShape<R>;
  readonly sort: ListView['sort'];
  readonly onSort: (sort: ListView['sort']) => void;
}

/** Column headers; a click sorts, a second turns the order round, a third gives the list its own order back. */
export function TableHead<R extends ChartRecord>({ shape, sort, onSort }: Props<R>): ReactNode {
  const header = (
    id: string,
    label: PlainKey,
    sortable: boolean,
    numeric: boolean | undefined,
    wide?: boolean,
  ): ReactNode => {
    const mine = sort?.column === id ? sort : undefined;
    return (
      <th
        key={id}
        scope="col"
        data-numeric={numeric || undefined}
        data-wide={wide || undefined}
        aria-sort={mine ? (mine.reversed ? 'descending' : 'ascending') : undefined}
      >
        {sortable ? (
          <button type="button" className="sort" onClick={() => onSort(nextSort(id, mine))}>
            {t(label)}
            <span className="sort-arrow" aria-hidden="true">
              {mine ? (mine.reversed ? '↑' : '↓') : ''}
            </span>
          </button>
        ) : (
          t(label)
        )}
      </th>
    );
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {header(nameColumnId, 'column.name', true, false)}
        {shape.columns.map(({ id, header: label, compare, numeric, wide }) =>
          header(id, label, compare !== undefined, numeric, wide),
        )}
      </tr>
    </thead>
  );
}

function nextSort(column: string, mine: ListView['sort']): ListView['sort'] {
  if (mine === undefined) return { column, reversed: false };
  return mine.reversed ? undefined : { column, reversed: true };
}
