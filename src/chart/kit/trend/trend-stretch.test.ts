import { expect, test } from 'vitest';
import type { TrendLine } from '#fhir/trend.ts';
import { usefulStretches, within } from './trend-stretch.ts';

const line = (...dates: readonly string[]): TrendLine => ({
  test: 'x',
  title: 'x',
  unit: undefined,
  ucum: undefined,
  points: dates.map((date) => ({ at: Date.parse(date) }) as TrendLine['points'][number]),
});
const monthly = line(...Array.from({ length: 30 }, (_, n) => new Date(Date.UTC(2024, n, 1)).toISOString()));

test('offered are stretches that leave something out; a handful of values needs none', () => {
  expect(usefulStretches([monthly])).toEqual([3, 6, 12, 24, 'all']);
  expect(usefulStretches([line('2020-01-01', '2026-01-01')])).toEqual([]);
});

test('what is older is counted; a line with nothing in the stretch is left out', () => {
  const { lines, outside } = within([monthly, line('2020-01-01')], 6);
  expect(lines).toHaveLength(1);
  expect(lines[0]!.points.length + outside).toBe(31);
  expect(lines[0]!.points.length).toBe(7);
  expect(within([monthly], 'all')).toEqual({ lines: [monthly], outside: 0 });
});
