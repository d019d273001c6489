/** Columns that many lists share. */
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { formatWhen } from './format.ts';
import type { Column } from './list.ts';
import { type PlainKey, words } from './words.ts';

/** The record's own status. */
export function statusColumn<R extends ChartRecord>(): Column<R> {
  const text = ({ status }: R): string => (status === undefined ? '' : words(status));
  return {
    id: 'status',
    header: 'column.status',
    cell: text,
    text,
    compare: (a, b) => text(a).localeCompare(text(b)),
  };
}

/** The date the record is listed by, newest first; undated records stand together at the end either way. */
export function whenColumn<R extends ChartRecord>(detail: 'days' | 'times' = 'days'): Column<R> {
  return {
    id: 'when',
    header: 'column.when',
    numeric: true,
    cell: ({ when }) =>
      when === undefined ? <span className="muted">{t('list.no-date')}</span> : formatWhen(when, detail),
    text: ({ when }) => (when === undefined ? '' : formatWhen(when, detail)),
    compare: (a, b) => (b.sortTime ?? 0) - (a.sortTime ?? 0),
    last: ({ sortTime }) => sortTime === undefined,
  };
}

/** A column of plain words, sorted by them. */
export function textColumn<R extends ChartRecord>(
  id: string,
  header: PlainKey,
  text: (record: R) => string,
): Column<R> {
  return {
    id,
    header,
    cell: text,
    text,
    compare: (a, b) => byText(text(a), text(b)),
  };
}

/** Alphabetical, numbers by their size; records that say nothing come last. */
function byText(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' });
}
