import { describe, expect, it } from 'vitest';
import { ageAt, agePhrase } from './age.ts';
import { parseDateTime } from './dates.ts';

function age(birth: string, on: string) {
  return ageAt(parseDateTime(birth)!, parseDateTime(on)!);
}

describe('age as clinicians say it, newborn to adult', () => {
  it.each([
    ['2026-06-15', '2026-06-15', 0, 'days'],
    ['2026-06-15', '2026-07-12', 27, 'days'],
    ['2026-06-15', '2026-07-13', 4, 'weeks'],
    ['2026-06-15', '2026-09-14', 13, 'weeks'],
    ['2026-06-15', '2026-09-15', 3, 'months'],
    ['2024-06-15', '2026-06-14', 23, 'months'],
    ['2024-06-15', '2026-06-15', 2, 'years'],
    ['1987-02-20', '2026-02-19', 38, 'years'],
    ['1987-02-20', '2026-02-20', 39, 'years'],
    ['2004-02-29', '2026-02-28', 21, 'years'],
    ['2004-02-29', '2026-03-01', 22, 'years'],
    ['1925-01-01', '2026-06-15', 101, 'years'],
  ])('born %s, on %s: %d %s', (birth, on, value, unit) => {
    expect(age(birth, on)).toEqual({ value, unit, about: false });
  });

  it('a birth that lies ahead has no age', () => {
    expect(age('2026-06-16', '2026-06-15')).toBeUndefined();
    expect(age('2027', '2026-06-15')).toBeUndefined();
    expect(age('2026-07', '2026-06')).toBeUndefined();
  });

  it('a time of birth or death counts by the day that was written, in no zone', () => {
    expect(age('1950-01-01T23:30:00-12:00', '2020-01-01T00:10:00+14:00')).toMatchObject({ value: 70 });
  });
});

describe('a partial birth date gives an age that says it is about', () => {
  it.each([
    ['1950', '2026-06-15', 76, 'years', true],
    ['1950-06', '2026-06-15', 76, 'years', true],
    ['1950-05', '2026-06-15', 76, 'years', false],
    ['2026-01', '2026-06-15', 5, 'months', true],
    ['1950-01-01', '2020', 70, 'years', true],
  ])('born %s, on %s', (birth, on, value, unit, about) => {
    expect(age(birth, on)).toEqual({ value, unit, about });
  });

  it('in words', () => {
    expect(agePhrase({ value: 76, unit: 'years', about: true })).toEqual({
      key: 'age.about-years',
      values: { n: 76 },
    });
    expect(agePhrase({ value: 3, unit: 'weeks', about: false })).toEqual({
      key: 'age.weeks',
      values: { n: 3 },
    });
    expect(agePhrase({ value: 0, unit: 'years', about: true })).toEqual({ key: 'age.under-year' });
    expect(agePhrase({ value: 0, unit: 'months', about: true })).toEqual({ key: 'age.under-month' });
  });
});
