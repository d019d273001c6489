import { describe, expect, test } from 'vitest';
import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import { nearestPoint, trendHeight, trendShape } from './trend-shape.ts';

function point(date: string, number: number, more: Partial<TrendPoint> = {}): TrendPoint {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return {
    key: `Observation/${date}`,
    when: { kind: 'date', date: { sent: date, precision: 'day', year, month, day, instant: undefined } },
    at: Date.parse(date),
    number,
    written: String(number),
    bound: undefined,
    flag: undefined,
    band: { low: 3.5, high: 5.1 },
    ...more,
  };
}

const line = (...points: readonly TrendPoint[]): TrendLine => ({
  test: 'potassium',
  ucum: 'mmol/L',
  title: 'Potassium',
  unit: 'mmol/L',
  points,
});

describe('where a trend stands', () => {
  const shape = trendShape([line(point('2024-01-01', 4), point('2025-01-01', 6.1))], 372);
  const [first, last] = shape.lines[0]!;

  test('later is further right, more is higher, and all of it is inside', () => {
    expect(last!.x).toBeGreaterThan(first!.x);
    expect(last!.y).toBeLessThan(first!.y);
    for (const { x, y } of [first!, last!]) {
      expect(x).toBeGreaterThanOrEqual(shape.left);
      expect(x).toBeLessThanOrEqual(372);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(trendHeight);
    }
  });

  test('one range is one band, its bounds labelled where they are drawn', () => {
    expect(shape.bands).toHaveLength(1);
    const [band] = shape.bands;
    const high = shape.values.find(({ label }) => label === '5.1');
    const low = shape.values.find(({ label }) => label === '3.5');
    expect(band!.y).toBeCloseTo(high!.y);
    expect(band!.y + band!.height).toBeCloseTo(low!.y);
    expect(last!.y).toBeLessThan(band!.y);
  });

  test('the bounds of a converted range are labelled as they are read out, whatever digits they have', () => {
    // 36.1 and 37.5 °C in °F.
    const band = { low: 96.97999999999996, high: 99.50000000000003 };
    const { values } = trendShape(
      [line(point('2024-01-01', 97.2, { band }), point('2025-01-01', 101.3, { band }))],
      372,
    );
    const labels = values.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['96.98', '99.5']));
    expect(Math.max(...labels.map(({ length }) => length))).toBeLessThan(6);
  });

  test('a range that changed is drawn as it stood at each date', () => {
    const changed = trendShape(
      [line(point('2024-01-01', 4), point('2025-01-01', 4.2, { band: { low: 3, high: undefined } }))],
      372,
    );
    expect(changed.bands).toHaveLength(2);
    const [before, after] = changed.bands;
    expect(after!.x).toBeCloseTo(before!.x + before!.width);
  });

  test('two lines of one drawing have a range each, as of a blood pressure, with its bounds', () => {
    const systolic = { band: { low: 90, high: 140 } };
    const diastolic = { band: { low: 60, high: 85 } };
    const { bands, values } = trendShape(
      [
        line(point('2024-01-01', 130, systolic), point('2025-01-01', 148, systolic)),
        line(point('2024-01-01', 80, diastolic), point('2025-01-01', 92, diastolic)),
      ],
      372,
    );
    expect(bands.map((band) => band.line)).toEqual([0, 1]);
    expect(bands[1]!.y).toBeGreaterThan(bands[0]!.y);
    const labels = values.map(({ label }) => label);
    for (const bound of ['90', '140', '60']) expect(labels).toContain(bound);
  });

  test('of three lines only the first has its range: three would lie over each other', () => {
    const of = (band: TrendPoint['band']) =>
      line(point('2024-01-01', 130, { band }), point('2025-01-01', 148, { band }));
    const { bands } = trendShape(
      [of({ low: 90, high: 140 }), of({ low: 60, high: 85 }), of({ low: 1, high: 2 })],
      372,
    );
    expect(bands.map((band) => band.line)).toEqual([0]);
  });

  test('a value without a range has no band', () => {
    const none = trendShape(
      [line(point('2024-01-01', 4, { band: undefined }), point('2025-01-01', 5, { band: undefined }))],
      372,
    );
    expect(none.bands).toEqual([]);
  });

  test('a single value and equal values stand in the middle of their own scale', () => {
    const single = trendShape([line(point('2024-01-01', 0, { band: undefined }))], 300);
    expect(Number.isFinite(single.lines[0]![0]!.x)).toBe(true);
    expect(Number.isFinite(single.lines[0]![0]!.y)).toBe(true);
  });

  test('a far range does not squeeze the values flat', () => {
    const wide = { low: 0, high: 100_000 };
    const far = trendShape(
      [line(point('2024-01-01', 4, { band: wide }), point('2025-01-01', 6, { band: wide }))],
      372,
    );
    const [a, b] = far.lines[0]!;
    expect(a!.y - b!.y).toBeGreaterThan(20);
  });

  test('value labels never touch', () => {
    const heights = shape.values.map(({ y }) => y).toSorted((a, b) => a - b);
    const gaps = heights.slice(1).map((y, index) => y - heights[index]!);
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15);
  });

  test('the nearest point is found by its place in time', () => {
    expect(nearestPoint(shape, last!.x - 3, 0)).toBe(last);
    expect(nearestPoint(shape, first!.x + 5, trendHeight)).toBe(first);
  });
});
