import { expect, test } from 'vitest';
import { entriesOf, order, result, visit } from '#fhir/story-records.ts';
import { timelineOf } from '#fhir/timeline.ts';
import { linkVisits } from '#fhir/visit-links.ts';
import { timelineTable } from './timeline-takes.ts';

test('a row a record in the order of the page: the visit, what names it, the day, then the undated', () => {
  const { entries, context } = entriesOf(
    visit('v1', '2026-11-21'),
    result('o1', '2026-11-20', { encounter: { reference: 'Encounter/v1' } }),
    result('o2', '2026-01-02'),
    order('m1', 'Aspirin'),
  );
  const visits = new Map(
    entries.filter(({ kind }) => kind === 'encounters').map(({ record }) => [record.key, record]),
  );
  const { rows, header } = timelineTable(timelineOf(entries, linkVisits(entries, context), visits));
  expect(rows.map((row) => [row[0], row[3], row[4], row[5]])).toEqual([
    ['2026-11-21', 'Finished', '', 'Encounter/v1'],
    ['2026-11-20', '5 mmol/L', expect.stringContaining('Nov 21, 2026'), 'Observation/o1'],
    ['2026-01-02', '5 mmol/L', '', 'Observation/o2'],
    ['', '', '', 'MedicationRequest/m1'],
  ]);
  for (const row of rows) expect(row).toHaveLength(header.length);
});
