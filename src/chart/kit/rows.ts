/** The rows of a list: records, those folded under them or standing beneath them, and headings between its parts. */
import { type RecordKind, fold } from '#fhir/kind.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import type { ListShape, ListView } from './list.ts';

export interface RecordRow<R extends ChartRecord> {
  readonly kind: 'record';
  readonly record: R;
  /** How many records say the same, this one included; 0 for one shown apart from its fold. */
  readonly same: number;
  readonly unfolded: boolean;
  /** What stands under it, drawn or not. */
  readonly beneath: readonly R[];
  readonly beneathShown: boolean;
  /** Stands under another record itself: a copy of it, or what was done for it. */
  readonly indented: boolean;
}

export interface HeadingRow {
  readonly kind: 'heading';
  readonly text: string;
  /** Records of the part, folded ones included. */
  readonly n: number;
}

export type Row<R extends ChartRecord> = RecordRow<R> | HeadingRow;

/** What a list needs to know of its kind. */
export type ListedKind<R extends ChartRecord> = Pick<RecordKind<R>, 'id'> &
  Partial<Pick<RecordKind<R>, 'foldKey'>>;

/** Names what is unfolded: a record's copies, or what stands beneath it. */
export const beneathKey = (record: ChartRecord): string => `beneath ${record.key}`;

/**
 * Rows for records in the order they are to be shown.
 * @param unfolded keys of records whose copies are shown apart, and `beneathKey`s
 */
export function rowsOf<R extends ChartRecord>(
  kind: ListedKind<R>,
  shape: ListShape<R>,
  records: readonly R[],
  sort: ListView['sort'],
  unfolded: ReadonlySet<string>,
): readonly Row<R>[] {
  const rows = (part: readonly R[]): readonly Row<R>[] => recordRows(kind, shape, part, unfolded);
  return partsOf(shape, records, sort).flatMap(({ heading, records: part }): readonly Row<R>[] =>
    heading === undefined ? rows(part) : [{ kind: 'heading', text: heading, n: part.length }, ...rows(part)],
  );
}

interface ListPart<R> {
  readonly heading: string | undefined;
  readonly records: readonly R[];
}

/** A list in its own order has its parts under headings; one sorted by date has the undated at the end under one. */
function partsOf<R extends ChartRecord>(
  { groups }: ListShape<R>,
  records: readonly R[],
  sort: ListView['sort'],
): readonly ListPart<R>[] {
  const whole = [{ heading: undefined, records }];
  if (sort === undefined && groups !== undefined) {
    const parts = Map.groupBy(records, groups.of);
    if (parts.size === 1 && groups.headAlone !== true) return whole;
    return [...parts].map(([id, part]) => ({ heading: groups.heading(id), records: part }));
  }
  if (sort?.column !== 'when') return whole;
  const dated = records.filter(({ sortTime }) => sortTime !== undefined);
  const undated = records.filter(({ sortTime }) => sortTime === undefined);
  if (dated.length === 0 || undated.length === 0) return whole;
  return [
    { heading: undefined, records: dated },
    { heading: t('list.undated'), records: undated },
  ];
}

function recordRows<R extends ChartRecord>(
  kind: ListedKind<R>,
  shape: ListShape<R>,
  records: readonly R[],
  unfolded: ReadonlySet<string>,
): readonly Row<R>[] {
  const withBeneath = (record: R, same: number, indented = false): readonly RecordRow<R>[] => {
    const beneath = shape.beneath?.of(record) ?? [];
    const beneathShown = unfolded.has(beneathKey(record));
    const own: RecordRow<R> = {
      kind: 'record',
      record,
      same,
      unfolded: unfolded.has(record.key),
      beneath,
      beneathShown,
      indented,
    };
    return beneathShown ? [own, ...beneath.map(indentedRow)] : [own];
  };
  return foldedRecords(kind, records).flatMap(({ first, records: same }) => {
    const rest = unfolded.has(first.key)
      ? same.slice(1).flatMap((record) => withBeneath(record, 0, true))
      : [];
    return [...withBeneath(first, same.length), ...rest];
  });
}

function indentedRow<R extends ChartRecord>(record: R): RecordRow<R> {
  return {
    kind: 'record',
    record,
    same: 0,
    unfolded: false,
    beneath: [],
    beneathShown: false,
    indented: true,
  };
}

function foldedRecords<R extends ChartRecord>(
  { foldKey, id }: ListedKind<R>,
  records: readonly R[],
): ReturnType<typeof fold<R>> {
  if (foldKey === undefined) return records.map((record) => ({ first: record, records: [record] }));
  return fold({ id, foldKey, read: undefined as never, compare: () => 0 }, records);
}
