import { expect, test } from 'vitest';
import { type DatePrefix, meetsDate, parseDateRange } from './date-range.ts';

test.each([
  ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
  ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
  ['2026-11-23', '2026-11-23T00:00:00.000Z', '2026-11-23T23:59:59.999Z'],
  ['2026-11-23T10:40', '2026-11-23T10:40:00.000Z', '2026-11-23T10:40:59.999Z'],
  ['2026-11-23T10:40:05-07:00', '2026-11-23T17:40:05.000Z', '2026-11-23T17:40:05.999Z'],
  ['2026-11-23T10:40:05.250Z', '2026-11-23T10:40:05.250Z', '2026-11-23T10:40:05.250Z'],
  ['0099-01-01', '0099-01-01T00:00:00.000Z', '0099-01-01T23:59:59.999Z'],
])('%s spans %s to %s', (text, first, last) => {
  const range = parseDateRange(text);
  expect([range?.first, range?.last].map((at) => new Date(at ?? Number.NaN).toISOString())).toEqual([
    first,
    last,
  ]);
});

test.each(['', '26', '2026-13', '2026-02-30', '2026-11-23T25:00', '2026-11-23T10', '11/23/2026', '2026-1-1'])(
  '"%s" is no date',
  (text) => {
    expect(parseDateRange(text)).toBeUndefined();
  },
);

/** Which prefixes of 2026-03 hold for a record of each time. */
test.each([
  ['2026-02-28', 'ne lt le eb'],
  ['2026-03-15', 'eq ge le ap'],
  ['2026-03', 'eq ge le ap'],
  ['2026', 'ne gt ge lt le ap'],
  ['2026-04-01', 'ne gt ge sa'],
])('a record of %s meets %s 2026-03', (text, expected) => {
  const asked = parseDateRange('2026-03');
  const record = parseDateRange(text);
  if (asked === undefined || record === undefined) throw new Error('no date');
  const prefixes: readonly DatePrefix[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sa', 'eb', 'ap'];
  expect(prefixes.filter((prefix) => meetsDate(prefix, asked, record)).join(' ')).toBe(expected);
});
