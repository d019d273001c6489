import { expect, test } from 'vitest';
import { flagOf } from '#fhir/interpretation.ts';
import { entriesOf, result } from '#fhir/story-records.ts';
import { type SheetItem, sheetOf } from './sheet.ts';
import { sheetTable } from './sheet-takes.ts';

const records = entriesOf(result('new', '2026-03-01T08:00:00Z'), result('old', '2025-03-01'), {
  ...result('undated', ''),
  effectiveDateTime: null,
}).entries.map(({ record }) => record);

function item(at: number, more: Partial<SheetItem>): SheetItem {
  const plain = { part: 'Panel', line: 'k', title: 'Potassium', text: '5', unit: 'mmol/L', flag: undefined };
  return { ...plain, record: records[at]!, ...more };
}

test('a line a test, a column a date as it was sent; flags in words, several values of one time side by side', () => {
  const sheet = sheetOf([
    item(0, { text: '6.1', flag: flagOf('high', 'sent') }),
    item(0, { text: '6.0' }),
    item(1, {}),
    item(2, { text: '4' }),
    item(1, { line: 'na', title: 'Sodium', text: '140', unit: 'mmol/L', converted: '0.14 mol/L' }),
    item(0, { line: 'na', title: 'Sodium', text: '<7', unit: 'index' }),
  ]);
  expect(sheetTable(sheet)).toEqual({
    header: ['Panel', 'Test', 'Unit', '2026-03-01T08:00:00Z', '2025-03-01', 'Without a date'],
    rows: [
      ['Panel', 'Potassium', 'mmol/L', '6.1, High; 6.0', '5', '4'],
      ['Panel', 'Sodium', '', '<7 index', '140 mmol/L, converted from 0.14 mol/L', ''],
    ],
  });
});
