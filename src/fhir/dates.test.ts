import { afterEach, describe, expect, it } from 'vitest';
import { calendarDay, isBefore, parseDateTime, readPeriod, readWhen, sortTimeOf, whenOf } from './dates.ts';

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

describe('a FHIR date keeps what was sent', () => {
  it.each([
    ['2019', 'year', 2019, undefined, undefined],
    ['2019-05', 'month', 2019, 5, undefined],
    ['2019-05-04', 'day', 2019, 5, 4],
    ['2020-02-29', 'day', 2020, 2, 29],
    ['0001-01-01', 'day', 1, 1, 1],
  ] as const)('%s', (sent, precision, year, month, day) => {
    expect(parseDateTime(sent)).toEqual({ sent, precision, year, month, day, instant: undefined });
  });

  it.each([
    ['2026-07-24T00:54:21-07:00', Date.UTC(2026, 6, 24, 7, 54, 21)],
    ['2026-07-24T07:54:21.250Z', Date.UTC(2026, 6, 24, 7, 54, 21, 250)],
    ['2026-07-24T23:30+05:30', Date.UTC(2026, 6, 24, 18, 0)],
  ])('%s is an instant, its day the one that was written', (sent, instant) => {
    expect(parseDateTime(sent)).toMatchObject({ precision: 'time', day: 24, instant });
  });

  it('a time without a zone is no instant', () => {
    expect(parseDateTime('2026-07-24T10:00:00')).toMatchObject({ precision: 'time', instant: undefined });
  });

  it('a time without a zone sorts by its hour within its day', () => {
    const times = ['2026-07-24', '2026-07-24T08:00:00', '2026-07-24T18:30', '2026-07-25'].map((sent) =>
      sortTimeOf(whenOf(sent)),
    );
    expect(times).toEqual([...times].toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(times).size).toBe(4);
  });

  it.each([
    '2019-02-29',
    '2019-13',
    '2019-00-01',
    '5/4/2019',
    '2019-05-04T25:00:00Z',
    '',
    '19',
    2019,
    null,
    {},
    [],
  ])('is no date: %j', (sent) => {
    expect(parseDateTime(sent)).toBeUndefined();
  });
});

describe.each(['Etc/GMT+12', 'UTC', 'Pacific/Kiritimati'])('no time zone touches a date (%s)', (tz) => {
  it('reads the same day, and sorts it the same', () => {
    process.env['TZ'] = tz;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe({ 'Etc/GMT+12': 720, UTC: 0 }[tz] ?? -840);
    const date = parseDateTime('1987-02-20');
    expect(date).toMatchObject({ year: 1987, month: 2, day: 20, instant: undefined });
    expect(sortTimeOf(whenOf('1987-02-20'))).toBe(Date.UTC(1987, 1, 20));
  });

  it('today is the day of the reader’s own calendar', () => {
    process.env['TZ'] = tz;
    const now = new Date(Date.UTC(2026, 5, 15, 11, 30));
    const day = { 'Etc/GMT+12': '2026-06-14', UTC: '2026-06-15' }[tz] ?? '2026-06-16';
    expect(calendarDay(now).sent).toBe(day);
    expect(isBefore(parseDateTime(day)!, now)).toBe(false);
    expect(isBefore(parseDateTime('2026-06-13')!, now)).toBe(true);
  });
});

describe('every timing choice is read', () => {
  it.each([
    [{ onsetDateTime: '2019-05' }, { kind: 'date', date: { sent: '2019-05' } }],
    [
      { onsetPeriod: { start: '2019', end: '2020' } },
      { kind: 'period', start: { sent: '2019' }, end: { sent: '2020' } },
    ],
    [{ onsetAge: { value: 12, unit: 'years' } }, { kind: 'text', text: '12 years' }],
    [
      { onsetAge: { value: 12, code: 'a' } },
      { kind: 'text', text: '12 a', age: { written: '12', number: 12, unit: 'year' } },
    ],
    [
      { onsetAge: { value: 12, unit: 'years', code: 'a' } },
      { kind: 'text', text: '12 years', age: undefined },
    ],
    [
      { onsetAge: { value: 12, comparator: '<', code: 'a' } },
      { kind: 'text', text: '<12 a', age: undefined },
    ],
    [
      { onsetRange: { low: { value: 2, unit: 'y' }, high: { value: 4, unit: 'y' } } },
      { kind: 'text', text: '2 – 4 y' },
    ],
    [{ onsetString: 'as a child' }, { kind: 'text', text: 'as a child' }],
    [{ onset: '2018-01-02' }, { kind: 'date', date: { sent: '2018-01-02' } }],
    [{ onsetTiming: { event: ['2018-01-02'] } }, { kind: 'date', date: { sent: '2018-01-02' } }],
    [
      { onsetTiming: { repeat: { boundsPeriod: { start: '2018' } } } },
      { kind: 'period', start: { sent: '2018' } },
    ],
    [{ onsetTiming: { code: { text: 'BID' } } }, { kind: 'text', text: 'BID' }],
  ])('%j', (element, when) => {
    expect(readWhen(element, 'onset')).toMatchObject(when);
  });

  it('a date that is none is shown as it was sent', () => {
    expect(readWhen({ onsetDateTime: 'spring 2019' }, 'onset')).toEqual({
      kind: 'text',
      text: 'spring 2019',
    });
  });

  it('nothing and booleans are no time', () => {
    expect(readWhen({ onsetDateTime: true, onsetPeriod: {} }, 'onset')).toBeUndefined();
    expect(readWhen(undefined, 'onset')).toBeUndefined();
  });

  it('a period sorts by its start, else by its end; words do not sort', () => {
    expect(sortTimeOf(whenOf({ end: '2020' }))).toBe(Date.UTC(2020, 0, 1));
    expect(sortTimeOf(whenOf({ start: '2019-05', end: '2020' }))).toBe(Date.UTC(2019, 4, 1));
    expect(sortTimeOf(whenOf('as a child'))).toBeUndefined();
    expect(sortTimeOf(whenOf('0099-01-01'))).toBe(new Date(0).setUTCFullYear(99, 0, 1));
  });

  it('a period of nothing readable is none', () => {
    expect(readPeriod({ start: 'x', end: null })).toBeUndefined();
  });
});
