import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Growth,
  type GrowthTables,
  loadGrowthTables,
  percentileOf,
  referenceAt,
  valueAt,
  zScore,
} from './growth-reference.ts';
import { above, zAbove } from './normal-distribution.ts';

let tables: GrowthTables;
beforeAll(async () => {
  tables = await loadGrowthTables();
});

function z(value: number, growth: Growth, months: number): number {
  return zScore(value, tables.lmsAt(growth, months)!, growth)!;
}

test('the normal distribution, at published values', () => {
  for (const [at, part] of [
    [0, 0.5],
    [1.959964, 0.025],
    [1.644854, 0.05],
    [3, 0.001349898],
    [5, 2.866516e-7],
  ] as const) {
    expect(above(at) / part).toBeCloseTo(1, 5);
    expect(zAbove(part)).toBeCloseTo(at, 5);
  }
  expect(percentileOf(-1.880794)).toBeCloseTo(3, 4);
});

describe('CDC’s worked examples of its data files', () => {
  const girl: Growth = { reference: 'cdc', measure: 'bmi', sex: 'female' };
  const boy: Growth = { reference: 'cdc', measure: 'bmi', sex: 'male' };

  test('a girl of 9 years 6 months with a BMI of 21.2 stands at the 92nd percentile', () => {
    expect(z(21.2, girl, 114.5)).toBeCloseTo(1.4215, 3);
    expect(percentileOf(z(21.2, girl, 114.5))).toBeCloseTo(92.2, 1);
  });

  test('a boy of 4 years 2 months with a BMI of 22.6, above the 95th percentile, by the extended method', () => {
    const lms = tables.lmsAt(boy, 50.5)!;
    expect(valueAt(95, lms, boy)).toBeCloseTo(17.8219, 3);
    expect(lms.sigma).toBeCloseTo(2.3983, 2);
    expect(percentileOf(z(22.6, boy, 50.5))).toBeCloseTo(99.7683, 2);
    expect(z(22.6, boy, 50.5)).toBeCloseTo(2.83, 2);
  });

  test('the two methods meet at the 95th percentile', () => {
    const lms = tables.lmsAt(boy, 150.5)!;
    const p95 = valueAt(95, lms, boy);
    expect(zScore(p95 + 1e-6, lms, boy)).toBeCloseTo(zScore(p95 - 1e-6, lms, boy)!, 5);
    expect(percentileOf(zScore(valueAt(99.9, lms, boy), lms, boy)!)).toBeCloseTo(99.9, 6);
  });

  test('printed percentiles of weight at 24 months (boys): 3rd 10.38, 50th 12.67, 97th 15.60', () => {
    const growth: Growth = { reference: 'cdc', measure: 'weight', sex: 'male' };
    const lms = tables.lmsAt(growth, 24)!;
    expect([3, 50, 97].map((p) => valueAt(p, lms, growth).toFixed(2))).toEqual(['10.38', '12.67', '15.60']);
  });
});

describe('WHO', () => {
  const girl: Growth = { reference: 'who', measure: 'weight', sex: 'female' };

  test('a girl of 365 days and 9 kg: L −0.2022, M 8.9462, S 0.12267, z 0.049', () => {
    const lms = tables.lmsAt(girl, 365 / 30.4375)!;
    expect([lms.l.toFixed(3), lms.m.toFixed(2), lms.s.toFixed(4)]).toEqual(['-0.202', '8.95', '0.1227']);
    expect(z(9, girl, 365 / 30.4375)).toBeCloseTo(0.049, 2);
  });

  test('printed z-lines of weight at birth (girls): −3 2.0, −2 2.4, 0 3.2, 2 4.2, 3 4.8', () => {
    const lms = tables.lmsAt(girl, 0)!;
    const at = (line: number) => valueAt(percentileOf(line), lms, girl).toFixed(1);
    expect([-3, -2, 0, 2, 3].map(at)).toEqual(['2.0', '2.4', '3.2', '4.2', '4.8']);
  });

  test('beyond three, weight goes on in steps of the distance from two to three; length does not need it', () => {
    const lms = tables.lmsAt(girl, 12)!;
    const [two, three] = [2, 3].map((line) => valueAt(percentileOf(line), lms, girl)) as [number, number];
    expect(z(three + (three - two), girl, 12)).toBeCloseTo(4, 6);
    expect(z(three + 2 * (three - two), girl, 12)).toBeCloseTo(5, 6);
  });
});

test('WHO to two years, CDC from two to twenty, nothing after', () => {
  expect([0, 23.99, 24, 239.9, 240, -0.1].map(referenceAt)).toEqual([
    'who',
    'who',
    'cdc',
    'cdc',
    undefined,
    undefined,
  ]);
  const head: Growth = { reference: 'cdc', measure: 'headCircumference', sex: 'male' };
  expect(tables.spanOf(head)).toEqual({ from: 24, to: 36 });
  expect(tables.lmsAt(head, 40)).toBeUndefined();
});
