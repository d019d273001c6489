/** A flowsheet: tests down, dates across, the newest first. */
import type { FhirDateTime, When } from '#fhir/dates.ts';
import { daySpan, touches } from '#fhir/day-span.ts';
import { type Flag, weightOf } from '#fhir/interpretation.ts';
import type { ChartRecord } from '#fhir/record.ts';

/** One value that a record states of one test. */
export interface SheetItem {
  readonly record: ChartRecord;
  /** Lines of one part stand together under its heading. */
  readonly part: string | undefined;
  /** The report or panel that the part is named after, where it is one. */
  readonly partHead?: ChartRecord | undefined;
  readonly line: string;
  /** What the record calls it. */
  readonly title: string;
  /** What a line is called whose records call it by several names: "Temperature" of oral and rectal ones. */
  readonly lineTitle?: string;
  readonly text: string;
  readonly unit: string | undefined;
  /** The number and its unit as they were sent, for "find", where they are printed otherwise. */
  readonly asSent?: string;
  readonly flag: Flag | undefined;
  /** What it means where no shape says so: "Susceptible", "Intermediate". Stands under the value. */
  readonly meaning?: string | undefined;
  /** The reference range in words, for the read-out. */
  readonly range?: string | undefined;
  /** The value in another unit than it was sent in, and how it was sent. */
  readonly converted?: string | undefined;
}

export interface SheetLine {
  readonly id: string;
  readonly title: string;
  /** Where all values of the line share one; else each value says its own. */
  readonly unit: string | undefined;
  /** By column; several where a test was done twice at one time. */
  readonly cells: ReadonlyMap<string, readonly SheetItem[]>;
}

export interface SheetPart {
  readonly heading: string | undefined;
  readonly head?: ChartRecord | undefined;
  readonly lines: readonly SheetLine[];
}

export interface SheetColumn {
  readonly id: string;
  /** Undefined: records without a date. */
  readonly when: When | undefined;
  /** Milliseconds; undefined for the records without a date. */
  readonly at: number | undefined;
}

export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly parts: readonly SheetPart[];
}

const minute = 60_000;

/** A line is called by its sign where its records are not all of one name; where no sign is known, by the newest. */
function titleOf([first, ...others]: readonly SheetItem[]): string {
  const isOne = others.every(({ title }) => title === first!.title);
  return isOne ? first!.title : (first!.lineTitle ?? first!.title);
}

/**
 * One column a moment, to the minute. A date without a time, and a time without a zone, is no moment: it shares a
 * column with nothing but its like, so that no value stands under a date that its record does not say.
 */
function columnOf({ sortTime, when }: ChartRecord): string {
  if (sortTime === undefined) return 'undated';
  if (when === undefined || when.kind === 'text') return String(Math.floor(sortTime / minute));
  if (when.kind === 'date') return momentOf(when.date);
  return `${momentOf(when.start)}/${momentOf(when.end)}`;
}

function momentOf(date: FhirDateTime | undefined): string {
  if (date === undefined) return '';
  if (date.instant !== undefined) return String(Math.floor(date.instant / minute));
  return date.precision === 'time' ? date.sent.slice(0, 'YYYY-MM-DDThh:mm'.length) : date.sent;
}

/** Parts and lines in the order their first item comes; columns newest first, the undated last. */
export function sheetOf(items: readonly SheetItem[]): Sheet {
  const columns = new Map<string, SheetColumn>();
  for (const { record } of items) {
    const { when, sortTime } = record;
    const id = columnOf(record);
    if (!columns.has(id)) {
      columns.set(id, { id, when: sortTime === undefined ? undefined : when, at: sortTime });
    }
  }
  const parts = [...Map.groupBy(items, ({ part }) => part)].map(([heading, inPart]) => ({
    heading,
    head: inPart[0]!.partHead,
    lines: [...Map.groupBy(inPart, ({ line }) => line)].map(([id, inLine]): SheetLine => {
      const units = new Set(inLine.map(({ unit }) => unit));
      return {
        id,
        title: titleOf(inLine),
        unit: units.size === 1 ? inLine[0]!.unit : undefined,
        cells: Map.groupBy(inLine, ({ record }) => columnOf(record)),
      };
    }),
  }));
  return { columns: [...columns.values()].toSorted(byNewestColumn), parts };
}

function byNewestColumn(a: SheetColumn, b: SheetColumn): number {
  const at = (column: SheetColumn): number => column.at ?? Number.NEGATIVE_INFINITY;
  return at(b) - at(a) || 0;
}

/** What a reader narrows a flowsheet to. */
export interface SheetView {
  /** In a test's name, or in any of its values. */
  readonly find: string;
  /** Tests with an abnormal value. Their other values stay: an empty cell would say "not tested". */
  readonly abnormal: boolean;
  /** Heading of one part. */
  readonly part: string | undefined;
  /**
   * `YYYY-MM-DD`, both days within; empty for no bound. What is only known to a year that touches them may have been
   * measured in them. Records without a date are in no range.
   */
  readonly from: string;
  readonly to: string;
}

export const wholeSheet: SheetView = {
  find: '',
  abnormal: false,
  part: undefined,
  from: '',
  to: '',
};

/** The flowsheet under a view: columns of the range, then the lines with a value in one of them that fit the rest. */
export function narrowSheet(sheet: Sheet, view: SheetView): Sheet {
  const { from, to } = view;
  const ranged = from !== '' || to !== '';
  const inRange = ({ when }: SheetColumn): boolean => {
    const span = daySpan(when);
    return span !== undefined && touches(span, from, to);
  };
  const columns = ranged ? sheet.columns.filter(inRange) : sheet.columns;
  const sought = folded(view.find.trim());
  if (!ranged && sought === '' && !view.abnormal && view.part === undefined) return sheet;
  const ids = new Set(columns.map(({ id }) => id));
  const parts = sheet.parts
    .filter(({ heading }) => view.part === undefined || heading === view.part)
    .map(({ heading, head, lines }) => ({
      heading,
      head,
      lines: lines
        .map((line) =>
          ranged ? { ...line, cells: new Map([...line.cells].filter(([id]) => ids.has(id))) } : line,
        )
        .filter((line) => line.cells.size > 0 && fits(line, sought, view.abnormal)),
    }))
    .filter(({ lines }) => lines.length > 0);
  // A date at which nothing of what is left was measured is a column of nothing.
  const used = new Set(parts.flatMap(({ lines }) => lines.flatMap(({ cells }) => [...cells.keys()])));
  return { columns: columns.filter(({ id }) => used.has(id)), parts };
}

/** How many records of a sheet have no date: a range of dates leaves them out, and must say so. */
export function undatedIn({ columns, parts }: Sheet): number {
  const undated = columns.filter(({ at }) => at === undefined).map(({ id }) => id);
  const cells = parts.flatMap(({ lines }) =>
    lines.flatMap((line) => undated.map((id) => line.cells.get(id))),
  );
  return new Set(cells.flatMap((items) => items ?? []).map(({ record }) => record.key)).size;
}

function fits(line: SheetLine, sought: string, abnormal: boolean): boolean {
  const items = [...line.cells.values()].flat();
  if (abnormal && !items.some(({ flag }) => weightOf(flag) > 0)) return false;
  if (sought === '' || folded(line.title).includes(sought)) return true;
  return items.some(({ title, text, unit, asSent = '' }) =>
    folded(`${title} ${text} ${unit ?? ''} ${asSent}`).includes(sought),
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Keys of the records in reading order: line by line, newest first. */
export function sheetOrder({ columns, parts }: Sheet): readonly string[] {
  const place = new Map(columns.map(({ id }, at) => [id, at]));
  const keys = new Set<string>();
  for (const { cells } of parts.flatMap(({ lines }) => lines)) {
    const inOrder = [...cells].toSorted(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    for (const [, items] of inOrder) for (const { record } of items) keys.add(record.key);
  }
  return [...keys];
}
