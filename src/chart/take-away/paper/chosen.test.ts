import { expect, test } from 'vitest';
import { firstChoices } from '#chart/kit/take/print-only.ts';
import { whenOf } from '#fhir/dates.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { chosenOf } from './chosen.ts';

let n = 0;
function record(
  when: unknown,
  standing: ChartRecord['standing'] = 'current',
  statement?: 'none-known',
): ChartRecord {
  n += 1;
  return {
    key: `Condition/${n}`,
    type: 'Condition',
    title: 'x',
    standing,
    enteredInError: false,
    status: undefined,
    when: whenOf(when),
    sortTime: undefined,
    marks: [],
    source: { resourceType: 'Condition' },
    ...(statement && { statement }),
  };
}

test('what is left out is counted, each reason for itself; nothing is lost', () => {
  const records = [
    record('2025-05-01'),
    record('2020-05-01'),
    record('2025-05-01', 'past'),
    record(undefined),
    record('2025', 'current', 'none-known'),
  ];
  const chosen = chosenOf(records, 2, 'laboratory', { ...firstChoices, from: '2025-01-01' });
  expect(chosen.records).toHaveLength(2);
  expect(chosen.statements).toHaveLength(1);
  expect(chosen.leftOut).toEqual([
    'One past record is left out.',
    'One record outside the dates is left out.',
    '2 records entered in error are left out.',
    'One record has no date.',
  ]);
});

test('a statement such as "none known" is never an item, nor left out by the dates', () => {
  const chosen = chosenOf([record('2001', 'past', 'none-known')], 0, 'problems', {
    ...firstChoices,
    from: '2025-01-01',
  });
  expect(chosen.records).toEqual([]);
  expect(chosen.statements).toHaveLength(1);
  expect(chosen.leftOut).toEqual([]);
});
