/** A flowsheet as rows of a grid: headings and lines in one list, so that a window can be cut out of it. */
import type { ChartRecord } from '#fhir/record.ts';
import type { Sheet, SheetLine } from './sheet.ts';

export type SheetRow =
  | {
      readonly kind: 'heading';
      readonly id: string;
      readonly heading: string;
      readonly head: ChartRecord | undefined;
    }
  | { readonly kind: 'line'; readonly id: string; readonly line: SheetLine };

export function sheetRows({ parts }: Sheet): readonly SheetRow[] {
  return parts.flatMap(({ heading, head, lines }): readonly SheetRow[] => [
    ...(heading === undefined ? [] : [{ kind: 'heading', id: `part ${heading}`, heading, head } as const]),
    ...lines.map((line) => ({ kind: 'line', id: `${heading ?? ''} ${line.id}`, line }) as const),
  ]);
}

/** A cell by its row and its column; column -1 is the test's name. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const page = 10;

/**
 * Where a key leads from a cell (ARIA Authoring Practices, data grid): arrows by a cell, Home and End along the row,
 * with Ctrl to the first and the last cell, Page Up and Down by ten rows. Headings are stepped over. Undefined for a
 * key that is not the grid's.
 */
export function cellAfter(
  key: string,
  ctrl: boolean,
  at: CellPlace,
  rows: readonly SheetRow[],
  columns: number,
): CellPlace | undefined {
  const last = columns - 1;
  switch (key) {
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) };
    case 'ArrowRight':
      return { ...at, column: Math.min(last, at.column + 1) };
    case 'ArrowUp':
      return { ...at, row: lineFrom(rows, at.row, -1) };
    case 'ArrowDown':
      return { ...at, row: lineFrom(rows, at.row, 1) };
    case 'PageUp':
      return { ...at, row: lineFrom(rows, at.row, -page) };
    case 'PageDown':
      return { ...at, row: lineFrom(rows, at.row, page) };
    case 'Home':
      return { row: ctrl ? firstLine(rows) : at.row, column: 0 };
    case 'End':
      return { row: ctrl ? lineFrom(rows, rows.length - 2, 1) : at.row, column: last };
    default:
      return undefined;
  }
}

/** The first row that is no heading. */
export function firstLine(rows: readonly SheetRow[]): number {
  return Math.max(
    0,
    rows.findIndex(({ kind }) => kind === 'line'),
  );
}

/** The line some rows away, or the nearest before it that is one; the row itself at the edge. */
function lineFrom(rows: readonly SheetRow[], from: number, step: number): number {
  const aim = Math.min(rows.length - 1, Math.max(0, from + step));
  const onward = Math.sign(step);
  for (let at = aim; at >= 0 && at < rows.length; at += onward) if (rows[at]?.kind === 'line') return at;
  for (let at = aim; at !== from && at >= 0 && at < rows.length; at -= onward)
    if (rows[at]?.kind === 'line') return at;
  return from;
}

/** Where a record stands first. */
export function placeOfRecord(sheet: Sheet, rows: readonly SheetRow[], key: string): CellPlace | undefined {
  for (const [row, one] of rows.entries()) {
    if (one.kind === 'heading') continue;
    for (const [id, items] of one.line.cells) {
      if (items.some(({ record }) => record.key === key))
        return { row, column: sheet.columns.findIndex((column) => column.id === id) };
    }
  }
  return undefined;
}
