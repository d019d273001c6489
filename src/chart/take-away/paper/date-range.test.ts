import { expect, test } from 'vitest';
import { whenOf } from '#fhir/dates.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { isUndated, isWithin } from './date-range.ts';

function record(when: unknown, standing: ChartRecord['standing'] = 'current'): ChartRecord {
  return {
    key: 'Observation/1',
    type: 'Observation',
    title: 'x',
    standing,
    enteredInError: false,
    status: undefined,
    when: whenOf(when),
    sortTime: undefined,
    marks: [],
    source: { resourceType: 'Observation' },
  };
}

const year = { from: '2025-01-01', to: '2025-12-31' };

test.each([
  ['2025-01-01', true],
  ['2025-12-31', true],
  ['2024-12-31', false],
  ['2026-01-01', false],
  // A partial date is all of its days.
  ['2025', true],
  ['2024', false],
  ['2024-12', false],
  ['2025-12', true],
  ['2025-06-30T10:00:00Z', true],
  // A period overlaps, or goes on.
  [{ start: '2019-01-01', end: '2025-01-01' }, true],
  [{ start: '2019-01-01', end: '2024-12-31' }, false],
  [{ start: '2019-01-01' }, true],
  [{ end: '2024-05' }, false],
  // Nothing says that it lies outside.
  ['in childhood', true],
  [undefined, true],
])('%j is within 2025: %s', (when, within) => {
  expect(isWithin(record(when), 'laboratory', year)).toBe(within);
});

test('current allergies, problems and medications stay, past ones only within the dates', () => {
  for (const kind of ['allergies', 'problems', 'medications'] as const) {
    expect(isWithin(record('2001-05-04'), kind, year)).toBe(true);
    expect(isWithin(record('2001-05-04', 'unknown'), kind, year)).toBe(true);
    expect(isWithin(record('2001-05-04', 'past'), kind, year)).toBe(false);
  }
});

test('one bound alone', () => {
  expect(isWithin(record('2020-01-01'), 'vitals', { from: '2019-06-01', to: '' })).toBe(true);
  expect(isWithin(record('2020-01-01'), 'vitals', { from: '', to: '2019-06-01' })).toBe(false);
});

test('what has only words for a date is undated', () => {
  expect(isUndated(record('in childhood'))).toBe(true);
  expect(isUndated(record('2020'))).toBe(false);
});
