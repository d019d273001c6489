import { expect, test } from 'vitest';
import { rangeOf } from './date-range.ts';

const now = Date.parse('2026-08-31T15:00:00Z');

test('the last months are counted on the calendar, the day held to the month', () => {
  expect(rangeOf({ kind: 'months', n: 6 }, now)).toEqual({ from: '2026-02-28', to: '' });
  expect(rangeOf({ kind: 'months', n: 12 }, now).from).toBe('2025-08-31');
  expect(rangeOf({ kind: 'all' }, now)).toEqual({ from: '', to: '' });
});

test('chosen days stand as they were chosen; one not finished typing bounds nothing', () => {
  const chosen = { from: '2026-01-01', to: '2026-01-31' };
  expect(rangeOf({ kind: 'chosen', ...chosen }, now)).toEqual(chosen);
  expect(rangeOf({ kind: 'chosen', from: '0202-01-01', to: '' }, now)).toEqual({ from: '', to: '' });
});
