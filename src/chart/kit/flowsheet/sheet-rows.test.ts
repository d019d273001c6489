import { expect, test } from 'vitest';
import { cellAfter, placeOfRecord, type SheetRow, sheetRows } from './sheet-rows.ts';
import type { Sheet, SheetItem } from './sheet.ts';

const line = (id: string, ...columns: readonly string[]) => ({
  id,
  title: id,
  unit: undefined,
  cells: new Map(columns.map((column) => [column, [{ record: { key: `${id}-${column}` } } as SheetItem]])),
});
const sheet: Sheet = {
  columns: ['c2', 'c1', 'undated'].map((id) => ({ id, when: undefined, at: undefined })),
  parts: [
    { heading: 'Panel', lines: [line('K', 'c1'), line('Na', 'c2')] },
    { heading: 'Lipids', lines: [line('LDL', 'undated')] },
  ],
};
const rows: readonly SheetRow[] = sheetRows(sheet);
const from =
  (row: number, column: number) =>
  (key: string, ctrl = false) => {
    const next = cellAfter(key, ctrl, { row, column }, rows, sheet.columns.length);
    return next && [next.row, next.column];
  };

test('headings and lines stand in one list', () => {
  expect(rows.map((row) => (row.kind === 'heading' ? row.heading : row.line.id))).toEqual([
    'Panel',
    'K',
    'Na',
    'Lipids',
    'LDL',
  ]);
});

test('arrows go by a cell, over headings, and stop at the edges', () => {
  expect(from(2, 1)('ArrowDown')).toEqual([4, 1]);
  expect(from(4, 1)('ArrowUp')).toEqual([2, 1]);
  expect(from(1, 0)('ArrowUp')).toEqual([1, 0]);
  expect(from(4, 0)('ArrowDown')).toEqual([4, 0]);
  expect(from(1, 0)('ArrowLeft')).toEqual([1, 0]);
  expect(from(1, 2)('ArrowRight')).toEqual([1, 2]);
  expect(from(1, 0)('ArrowRight')).toEqual([1, 1]);
});

test('Home and End along the row, with Ctrl to the corners, pages to the last line', () => {
  expect(from(2, 1)('Home')).toEqual([2, 0]);
  expect(from(2, 1)('End')).toEqual([2, 2]);
  expect(from(2, 1)('Home', true)).toEqual([1, 0]);
  expect(from(2, 1)('End', true)).toEqual([4, 2]);
  expect(from(1, 1)('PageDown')).toEqual([4, 1]);
  expect(from(4, 1)('PageUp')).toEqual([1, 1]);
  expect(from(4, 1)('Enter')).toBeUndefined();
});

test('a record is found in its row and column', () => {
  expect(placeOfRecord(sheet, rows, 'Na-c2')).toEqual({ row: 2, column: 0 });
  expect(placeOfRecord(sheet, rows, 'nobody')).toBeUndefined();
});
