import { expect, test } from 'vitest';
import { changesSince, sinceDay } from '#fhir/changes.ts';
import { entriesOf, order, problem, result } from '#fhir/story-records.ts';
import { viewRows } from '#chart/kit/take/view-csv.ts';
import { changesTable } from './changes-table.ts';

test('a row a change, with what says so; every row names the person and the source', () => {
  const { entries, context } = entriesOf(
    result('o1', '2026-08-04T10:00:00Z'),
    order('m1', 'Lisinopril 20 MG', '2026-08-05'),
    problem('c1', 'Gout', { recordedDate: '2025-01-01' }),
  );
  const { changes } = changesSince(entries, sinceDay('2026-08-01')!, Date.UTC(2027, 0, 1), context);
  const table = changesTable(changes);
  expect(table.rows.map((row) => [row[0], row[1], row[3], row[6], row[7]])).toEqual([
    ['New', 'Lisinopril 20 MG', '', '2026-08-05', 'MedicationRequest/m1'],
    ['Resulted', 'Potassium', '5 mmol/L', '2026-08-04T10:00:00Z', 'Observation/o1'],
  ]);
  const whose = { name: 'Moss, Ann', born: '', birthDate: '1980-01-02', number: '', sex: '', line: '' };
  const rows = viewRows(
    { ...table, notes: ['Not all.'] },
    { ...whose, system: 'Office', readAt: 0, source: '' },
  );
  expect(rows[1]).toEqual(['Moss, Ann', '1980-01-02', 'Note: Not all.']);
  for (const row of rows.slice(2)) {
    expect(row.slice(0, 2)).toEqual(['Moss, Ann', '1980-01-02']);
    expect(row.slice(-2)).toEqual(['Office', '1970-01-01T00:00:00.000Z']);
    expect(row).toHaveLength(rows[0]!.length);
  }
});
