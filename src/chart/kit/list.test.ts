import { describe, expect, test } from 'vitest';
import type { ChartRecord } from '#fhir/record.ts';
import { whenColumn } from './columns.tsx';
import { type ListShape, firstView, narrowed } from './list.ts';

const record = (key: string, more: Partial<ChartRecord> = {}): ChartRecord => ({
  key,
  type: 'Condition',
  title: key,
  standing: 'current',
  enteredInError: false,
  status: undefined,
  when: undefined,
  sortTime: undefined,
  marks: [],
  source: { resourceType: 'Condition' },
  ...more,
});

const shape: ListShape<ChartRecord> = {
  columns: [whenColumn()],
  filters: [{ id: 'long', label: 'column.name', keep: ({ key }) => key.length > 4 }],
  rule: 'rule.current-newest',
  facts: () => [],
};

const keys = (records: readonly ChartRecord[]) => records.map(({ key }) => key);

describe('narrowing a list', () => {
  const list = [
    record('Asthma'),
    record('Flu', { standing: 'past' }),
    record('Gout', { standing: 'unknown', marks: [{ phrase: 'refuted', tone: 'warning' }] }),
    record('Sjögren', { sortTime: 5 }),
  ];

  test('current keeps what is not known to be past', () => {
    expect(keys(narrowed(list, shape, firstView))).toEqual(['Asthma', 'Gout', 'Sjögren']);
    expect(narrowed(list, shape, { ...firstView, standing: 'all' })).toHaveLength(4);
  });

  test('entered in error is not hidden a second time once it is shown', () => {
    const error = record('Mumps', { standing: 'past', enteredInError: true });
    expect(keys(narrowed([error], shape, firstView))).toEqual(['Mumps']);
  });

  test.each([
    ['sjogren', ['Sjögren']],
    ['ASTH', ['Asthma']],
    ['refuted', ['Gout']],
    ['nothing', []],
  ])('find %s', (find, expected) => {
    expect(keys(narrowed(list, shape, { ...firstView, find }))).toEqual(expected);
  });

  test('filters hold together', () => {
    expect(keys(narrowed(list, shape, { ...firstView, filters: ['long'], find: 'a' }))).toEqual(['Asthma']);
  });
});

describe('sorting a list', () => {
  const list = [
    record('b', { sortTime: 1 }),
    record('a'),
    record('C', { sortTime: 2 }),
    record('a10'),
    record('a2'),
  ];
  const sorted = (column: string, reversed = false) =>
    keys(narrowed(list, shape, { ...firstView, sort: { column, reversed } }));

  test('by name as people sort, whatever the case', () => {
    expect(sorted('name')).toEqual(['a', 'a2', 'a10', 'b', 'C']);
    expect(sorted('name', true)).toEqual(['C', 'b', 'a10', 'a2', 'a']);
  });

  test('by date, newest first, undated together at the end either way', () => {
    expect(sorted('when')).toEqual(['C', 'b', 'a', 'a10', 'a2']);
    expect(sorted('when', true)).toEqual(['b', 'C', 'a', 'a10', 'a2']);
  });

  test('an unknown column leaves the list’s own order', () => {
    expect(sorted('nonsense')).toEqual(keys(list));
  });
});
