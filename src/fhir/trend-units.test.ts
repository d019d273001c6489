import { beforeAll, expect, test } from 'vitest';
import { couldBeJoined, linesInOneUnit } from './trend-units.ts';
import type { TrendLine, TrendPoint } from './trend.ts';
import { type Convert, loadConversion } from './unit-conversion.ts';

let convert: Convert;
beforeAll(async () => {
  convert = await loadConversion();
});

const point = (date: string, written: string, more: Partial<TrendPoint> = {}): TrendPoint => ({
  key: `Observation/${date}`,
  when: { kind: 'text', text: date },
  at: Date.parse(date),
  number: Number(written.replace(/[<>=]/g, '')),
  written,
  bound: undefined,
  flag: undefined,
  band: undefined,
  ...more,
});
const line = (unit: string, ucum: string | undefined, ...points: readonly TrendPoint[]): TrendLine => ({
  test: 'weight',
  title: 'Weight',
  unit,
  ucum,
  points,
});
const said = (lines: readonly TrendLine[]) =>
  lines.map(({ unit, points }) => [
    unit,
    ...points.map(({ written, sent }) => (sent ? `${written} of ${sent}` : written)),
  ]);
const asSent = () => undefined;

test('lines of one test join in the first one’s unit, each converted value says how it was sent', () => {
  const lines = [
    line('kg', 'kg', point('2026-03-01', '70.0')),
    line('lb', '[lb_av]', point('2026-02-01', '150.0'), point('2026-04-01', '<155.0', { bound: 'at-most' })),
  ];
  expect(couldBeJoined(lines)).toBe(true);
  expect(said(linesInOneUnit(lines, convert, asSent))).toEqual([
    ['kg', '68.0 of 150.0 lb', '70.0', '<70.3 of 155.0 lb'.replace('of 155', 'of <155')],
  ]);
});

test('a unit that is not known beyond doubt, or that cannot be converted, keeps a line of its own', () => {
  const lines = [
    line('mg/dL', 'mg/dL', point('2026-01-01', '90')),
    line('mmol/L', 'mmol/L', point('2026-02-01', '5.0')),
    line('units', undefined, point('2026-03-01', '5')),
  ];
  expect(said(linesInOneUnit(lines, convert, asSent))).toEqual([
    ['mg/dL', '90'],
    ['mmol/L', '5.0'],
    ['units', '5'],
  ]);
  expect(couldBeJoined([line('units', undefined), line('kg', undefined)])).toBe(false);
});

test('the reader’s unit goes before; the range is converted with the value', () => {
  const lines = [
    line('°F', '[degF]', point('2026-01-01', '98.6', { band: { low: 97, high: 99 } })),
    line('°C', 'Cel', point('2026-02-01', '37.2')),
  ];
  const celsius = { code: 'Cel', unit: '°C' };
  const [joined, ...others] = linesInOneUnit(lines, convert, ({ ucum }) =>
    ucum === 'Cel' ? undefined : celsius,
  );
  expect(others).toEqual([]);
  expect(said([joined!])).toEqual([['°C', '37.0 of 98.6 °F', '37.2']]);
  expect(joined!.points[0]!.band!.low).toBeCloseTo(36.11, 2);
});

test('tests that only share a unit stay apart', () => {
  const other = { ...line('kg', 'kg', point('2026-01-01', '5')), test: 'lean mass' };
  expect(linesInOneUnit([line('kg', 'kg', point('2026-01-01', '70')), other], convert, asSent)).toHaveLength(
    2,
  );
});
