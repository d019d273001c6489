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
  /** Records that stand last whichever way the list is sorted: those with nothing to sort by. */
  readonly last?: (record: R) => boolean;
  /** Right-aligned, figures under figures. */
  readonly numeric?: boolean;
  /** Left out where the list has little room: what it shows stands in the record too. */
  readonly wide?: boolean;
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

/** Parts of a list under headings, as long as the list stands in its own order. */
export interface ListGroups<R> {
  readonly of: (record: R) => string;
  /** Ids in the order of the parts; others come last. */
  readonly order: readonly string[];
  readonly heading: (id: string) => string;
  /** A heading also where all records are of one part. */
  readonly headAlone?: boolean;
}

/** Records that stand under another one: what was dispensed for a prescription. Out of sight until asked for. */
export interface Beneath<R> {
  readonly of: (record: R) => readonly R[];
  /** What stands there, in one line: "Dispensed 3 times, last Aug 5, 2026". */
  readonly words: (records: readonly R[]) => string;
}

export interface ListShape<R extends ChartRecord> {
  /** Beside the name, which every list has first. */
  readonly columns: readonly Column<R>[];
  readonly filters?: readonly ListFilter<R>[];
  /** Under the list: the order it stands in, in words. */
  readonly rule: PlainKey;
  /** Lines under the name in the list: a dose, a reaction. */
  readonly subtitle?: (record: R) => ReactNode;
  /** What "find" looks through beside the name, status, marks and columns: what the subtitle says. */
  readonly findText?: (record: R) => string;
  /** What "find" does not look through, in words; undefined where it looks through everything. */
  readonly notSearched?: (records: readonly R[]) => ReactNode;
  readonly groups?: ListGroups<R>;
  readonly beneath?: Beneath<R>;
  /** The narrative is what the record has to say: shown first, never folded away. */
  readonly narrativeIsContent?: (record: R) => boolean;
  /** On top of an open record: its value with its course, a document. `all`: the list's records, whatever is filtered. */
  readonly lead?: (record: R, all: readonly R[]) => ReactNode;
  /** There is no record behind it: what `lead` shows is all there is, without facts and details. */
  readonly leadAlone?: (record: R) => boolean;
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
  const order = view.sort === undefined ? byGroup(shape.groups) : orderOf(shape, view.sort);
  return order === undefined ? kept : kept.toSorted(order);
}

/** The parts of the list in their order; within one the records keep theirs. */
function byGroup<R>(groups: ListGroups<R> | undefined): ((a: R, b: R) => number) | undefined {
  if (groups === undefined) return undefined;
  const place = (record: R): number => {
    const at = groups.order.indexOf(groups.of(record));
    return at === -1 ? groups.order.length : at;
  };
  return (a, b) => place(a) - place(b);
}

/** The shape without columns that say nothing of any of these records: an empty column is only clutter. */
export function withoutEmptyColumns<R extends ChartRecord>(
  shape: ListShape<R>,
  records: readonly R[],
): ListShape<R> {
  const columns = shape.columns.filter(
    ({ text }) => text === undefined || records.some((record) => text(record) !== ''),
  );
  return columns.length === shape.columns.length ? shape : { ...shape, columns };
}

function orderOf<R extends ChartRecord>(
  shape: ListShape<R>,
  sort: ListView['sort'],
): ((a: R, b: R) => number) | undefined {
  if (sort === undefined) return undefined;
  const column = shape.columns.find(({ id }) => id === sort.column);
  const compare = sort.column === nameColumnId ? byName : column?.compare;
  if (compare === undefined) return undefined;
  const last = (record: R): number => Number(column?.last?.(record) === true);
  return (a, b) => last(a) - last(b) || (sort.reversed ? compare(b, a) : compare(a, b));
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
    shape.findText?.(record) ?? '',
  ].join(' ');
}

/** Letters without accents or case, so that "Sjogren" finds "Sjögren". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
