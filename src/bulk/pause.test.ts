import { expect, test } from 'vitest';
import { pauseBefore } from './pause.ts';

const now = Date.parse('2026-11-30T12:00:00Z');

test('what the server says, at least a second of it and at most an hour', () => {
  expect(pauseBefore(3, '120', now)).toBe(120_000);
  expect(pauseBefore(0, '0', now)).toBe(1000);
  expect(pauseBefore(0, 'Mon, 30 Nov 2026 11:00:00 GMT', now)).toBe(1000);
  expect(pauseBefore(0, '90000', now)).toBe(3_600_000);
});

test('else longer each time, up to a minute', () => {
  expect([0, 1, 2, 3, 50].map((attempt) => pauseBefore(attempt, null, now))).toEqual([
    1000, 2000, 4000, 8000, 60_000,
  ]);
});
