import { describe, expect, it } from 'vitest';
import { identity } from '#i18n/en/identity.ts';
import { recordLists } from '#i18n/en/record-lists.ts';
import { records } from '#i18n/en/records.ts';
import { t } from '#i18n/translate.ts';
import type { AdministrativePhrase } from './phrase-administrative.ts';

/** Does not compile while a phrase has no words. */
const words: Readonly<Record<AdministrativePhrase, string | ((values: never) => string)>> = {
  ...identity,
  ...records,
  ...recordLists,
};

describe('our words in records', () => {
  it('every phrase has words, with every value in its place', () => {
    const values = {
      n: 2,
      times: '2',
      period: '3',
      reason: 'R',
      name: 'N',
      rate: 'R',
      amount: 'A',
      length: 'L',
      count: '4',
    };
    for (const [key, message] of Object.entries(words)) {
      // The rest of the lists' words are no phrases.
      if (Object.hasOwn(recordLists, key) && !key.startsWith('encounter.')) continue;
      const text = typeof message === 'string' ? message : (message as (v: unknown) => string)(values);
      expect(`${key}: ${text}`).not.toMatch(/: *$|undefined|\[object|please|!/i);
    }
  });

  it('schedules read as people say them', () => {
    expect(t('timing.per-day', { times: '2', period: '1' })).toBe('2 times a day');
    expect(t('timing.per-day', { times: '1', period: '1' })).toBe('once a day');
    expect(t('timing.per-hour', { times: '1', period: '6' })).toBe('every 6 hours');
    expect(t('timing.per-hour', { times: '1', period: '1' })).toBe('once an hour');
    expect(t('timing.per-hour', { times: '1–2', period: '4–6' })).toBe('1–2 times every 4–6 hours');
    expect(t('age.days', { n: 1 })).toBe('1 day');
    expect(t('age.about-years', { n: 76 })).toBe('about 76 years');
  });
});
