/** A list's shape as data: what its columns say, how it can be sorted and narrowed. The table itself is the same for all. */
import type { ReactNode } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { words } from './words.ts';
import type { PlainKey } from './words.ts';

export interface Column<R> {
  readonly id: string;
  readonly header: PlainKey;
  readonly cell: (record: R) => ReactNode;
  /** What "find" looks through beside the name, where the cell is more than plain text. */
  readonly text?: (record: R) => string;
  /** The order of the first click on the header; the second turns it round. */
  readonly compare?: (a: R, b: R) => number;
  /** Right-aligned, figures under figures. */
  readonly numeric?: boolean;
}

/** A further way to narrow the list, beside current and all. */
export interface ListFilter<R> {
  readonly id: string;
  readonly label: PlainKey;
  readonly keep: (record: R) => boolean;
}

/** A line of the record's own facts, as its section chooses them. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

export interface ListShape<R extends ChartRecord> {
  /** Beside the name, which every list has first. */
  readonly columns: readonly Column<R>[];
  readonly filters?: readonly ListFilter<R>[];
  /** Under the list: the order it stands in, in words. */
  readonly rule: PlainKey;
  /** Lines under the name in the list: a dose, a reaction. */
  readonly subtitle?: (record: R) => ReactNode;
  /** What the open record says first. Everything else it holds follows by itself. */
  readonly facts: (record: R) => readonly Fact[];
}

/** How the reader has set up a list. */
export interface ListView {
  readonly standing: 'current' | 'all';
  readonly filters: readonly string[];
  readonly find: string;
  readonly sort: { readonly column: string; readonly reversed: boolean } | undefined;
}

export const firstView: ListView = { standing: 'current', filters: [], find: '', sort: undefined };

export const nameColumnId = 'name';

/** What a list shows of its records under a view, in the order to show it. */
export function narrowed<R extends ChartRecord>(
  records: readonly R[],
  shape: ListShape<R>,
  view: ListView,
): readonly R[] {
  const active = (shape.filters ?? []).filter(({ id }) => view.filters.includes(id));
  const sought = fold(view.find.trim());
  const kept = records.filter(
    (record) =>
      (view.standing === 'all' || record.standing !== 'past' || record.enteredInError) &&
      active.every(({ keep }) => keep(record)) &&
      (sought === '' || fold(textOf(record, shape)).includes(sought)),
  );
  const order = orderOf(shape, view.sort);
  return order === undefined ? kept : kept.toSorted(order);
}

function orderOf<R extends ChartRecord>(
  shape: ListShape<R>,
  sort: ListView['sort'],
): ((a: R, b: R) => number) | undefined {
  if (sort === undefined) return undefined;
  const compare =
    sort.column === nameColumnId ? byName : shape.columns.find(({ id }) => id === sort.column)?.compare;
  if (compare === undefined) return undefined;
  return sort.reversed ? (a, b) => compare(b, a) : compare;
}

export function byName(a: ChartRecord, b: ChartRecord): number {
  return words(a.title).localeCompare(words(b.title), undefined, { numeric: true, sensitivity: 'base' });
}

function textOf<R extends ChartRecord>(record: R, shape: ListShape<R>): string {
  return [
    words(record.title),
    record.status === undefined ? '' : words(record.status),
    ...record.marks.map(({ phrase }) => words(phrase)),
    ...shape.columns.map(({ text }) => text?.(record) ?? ''),
  ].join(' ');
}

/** Letters without accents or case, so that "Sjogren" finds "Sjögren". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
