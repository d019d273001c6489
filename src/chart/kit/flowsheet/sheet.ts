/** A flowsheet: tests down, dates across, the newest first. */
import type { When } from '#fhir/dates.ts';
import type { Flag } from '#fhir/interpretation.ts';
import type { ChartRecord } from '#fhir/record.ts';

/** One value that a record states of one test. */
export interface SheetItem {
  readonly record: ChartRecord;
  /** Lines of one part stand together under its heading. */
  readonly part: string | undefined;
  readonly line: string;
  readonly title: string;
  readonly text: string;
  readonly unit: string | undefined;
  readonly flag: Flag | undefined;
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
  readonly lines: readonly SheetLine[];
}

export interface SheetColumn {
  readonly id: string;
  /** Undefined: records without a date. */
  readonly when: When | undefined;
}

export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly parts: readonly SheetPart[];
}

const minute = 60_000;

function columnOf({ sortTime }: ChartRecord): string {
  return sortTime === undefined ? 'undated' : String(Math.floor(sortTime / minute));
}

/** Parts and lines in the order their first item comes; columns newest first, the undated last. */
export function sheetOf(items: readonly SheetItem[]): Sheet {
  const columns = new Map<string, { when: When | undefined; at: number }>();
  for (const { record } of items) {
    const { when, sortTime } = record;
    const id = columnOf(record);
    if (!columns.has(id)) {
      columns.set(id, {
        when: sortTime === undefined ? undefined : when,
        at: sortTime ?? Number.NEGATIVE_INFINITY,
      });
    }
  }
  const parts = [...Map.groupBy(items, ({ part }) => part)].map(([heading, inPart]) => ({
    heading,
    lines: [...Map.groupBy(inPart, ({ line }) => line)].map(([id, inLine]): SheetLine => {
      const units = new Set(inLine.map(({ unit }) => unit));
      return {
        id,
        title: inLine[0]!.title,
        unit: units.size === 1 ? inLine[0]!.unit : undefined,
        cells: Map.groupBy(inLine, ({ record }) => columnOf(record)),
      };
    }),
  }));
  return {
    columns: [...columns]
      .toSorted(([, a], [, b]) => b.at - a.at || 0)
      .map(([id, { when }]) => ({ id, when })),
    parts,
  };
}

/** Keys of the records in reading order: line by line, newest first. */
export function sheetOrder({ columns, parts }: Sheet): readonly string[] {
  const keys = parts.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) =>
      columns.flatMap(({ id }) => (cells.get(id) ?? []).map(({ record }) => record.key)),
    ),
  );
  return [...new Set(keys)];
}
