import { expect, test } from 'vitest';
import { rangeOf } from './date-range.ts';

const now = Date.parse('2026-08-31T15:00:00Z');

test('the last months are counted on the calendar, the day held to the month', () => {
  expect(rangeOf({ kind: 'months', n: 6 }, now)).toEqual({
    from: Date.parse('2026-02-28T00:00Z'),
    to: undefined,
  });
  expect(rangeOf({ kind: 'months', n: 12 }, now).from).toBe(Date.parse('2025-08-31T00:00Z'));
  expect(rangeOf({ kind: 'all' }, now)).toEqual({ from: undefined, to: undefined });
});

test('chosen days are whole; one not finished typing bounds nothing', () => {
  const { from, to } = rangeOf({ kind: 'chosen', from: '2026-01-01', to: '2026-01-31' }, now);
  expect(from).toBeLessThanOrEqual(Date.parse('2026-01-01T00:00Z'));
  expect(to).toBeGreaterThanOrEqual(Date.parse('2026-01-31T23:59Z'));
  expect(to).toBeLessThan(Date.parse('2026-02-01T00:00Z'));
  expect(rangeOf({ kind: 'chosen', from: '0202-01-01', to: '' }, now)).toEqual({
    from: undefined,
    to: undefined,
  });
});
