import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDateTime, whenOf } from '#fhir/dates.ts';
import { formatDate, formatDay, formatReadAt, formatShortDay, formatWhen } from './format.ts';

const date = (sent: string) => parseDateTime(sent)!;

describe('dates', () => {
  test.each([
    ['2019', '2019'],
    ['2019-05', 'May 2019'],
    ['2019-05-04', 'May 4, 2019'],
    ['0985-05-04', 'May 4, 985'],
    ['2019-05-04T14:02:00Z', 'May 4, 2019, 2:02 PM'],
    ['2019-05-04T14:02:00+02:00', 'May 4, 2019, 12:02 PM'],
  ])('%s stays as precise as it came: %s', (sent, shown) => {
    expect(formatDate(date(sent)).replaceAll('\u202f', ' ')).toBe(shown);
  });

  test('a time without a zone is put to no clock', () => {
    expect(formatDate(date('2019-05-04T23:30:00'))).toBe('May 4, 2019, 23:30');
  });

  test('the day alone', () => {
    expect(formatDay(date('2019-05-04T14:02:00Z'))).toBe('May 4, 2019');
  });

  test('a short day leaves out the year of now, and only that', () => {
    const now = Date.UTC(2026, 10, 23);
    expect(formatShortDay(date('2026-03-04'), now)).toBe('Mar 4');
    expect(formatShortDay(date('2025-03-04'), now)).toBe('Mar 4, 2025');
    expect(formatShortDay(date('2026-03'), now)).toBe('Mar 2026');
  });

  test.each([
    [{ start: '2019', end: '2020-02' }, '2019 – Feb 2020'],
    [{ start: '2019' }, 'since 2019'],
    [{ end: '2020-02-03' }, 'until Feb 3, 2020'],
    [{ start: '2019-05-04', end: '2019-05-04' }, 'May 4, 2019'],
    [{ value: 12, unit: 'years' }, '12 years'],
    [{ value: 45, code: 'a' }, '45 years'],
    [{ value: 1, unit: 'a', code: 'a' }, '1 year'],
    [{ value: '1.50', code: 'mo' }, '1.50 months'],
    [{ value: 45, comparator: '>', code: 'a' }, '>45 a'],
    ['about Easter', 'about Easter'],
  ])('%j reads %s', (sent, shown) => {
    expect(formatWhen(whenOf(sent)!)).toBe(shown);
  });

  test('when something was read: the clock today, the day too before', () => {
    const now = Date.UTC(2026, 10, 23, 14, 30);
    expect(formatReadAt(Date.UTC(2026, 10, 23, 14, 2), now)).toMatch(/^2:02\sPM$/);
    expect(formatReadAt(Date.UTC(2026, 10, 22, 14, 2), now)).toMatch(/^Nov 22, 2026, 2:02\sPM$/);
  });
});

/** The zone is the process's: each case runs in a process of its own. */
describe('a birth date is the same day everywhere', () => {
  const script = fileURLToPath(new URL('format-zone-check.ts', import.meta.url));
  test.each(['Etc/GMT+12', 'UTC', 'Pacific/Kiritimati'])('%s', (zone) => {
    const printed = execFileSync(process.execPath, [script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    const { birth, month, instant } = JSON.parse(printed) as Record<string, string>;
    expect([birth, month]).toEqual(['Mar 14, 1974', 'Mar 1974']);
    // The same moment is another day at the two ends of the world.
    expect(instant).toBe(
      { 'Etc/GMT+12': 'Nov 20, 2026', UTC: 'Nov 21, 2026', 'Pacific/Kiritimati': 'Nov 21, 2026' }[zone],
    );
  });
});

test('several moments: where there is room each, else from the first to the last', () => {
  const event = ['2026-11-05T18:00:00Z', '2026-11-05T07:30:00Z', '2026-11-06T12:10:00Z'];
  const when = whenOf({ event })!;
  expect(formatWhen(when).replaceAll('\u202f', ' ')).toBe(
    'Nov 5, 2026, 7:30 AM; Nov 5, 2026, 6:00 PM; Nov 6, 2026, 12:10 PM',
  );
  expect(formatWhen(when, 'days')).toBe('Nov 5, 2026 – Nov 6, 2026');
  expect(whenOf({ event: ['2026-11-05', 'after supper'] })).toEqual({
    kind: 'text',
    text: '2026-11-05, after supper',
  });
});
