import { expect, test } from 'vitest';
import { t } from '#i18n/translate.ts';
import { speakOfFile, toldWords, wordsFor } from './words.ts';

const whole = { isIncomplete: false, unnamed: new Map(), undecidedOf: new Map() };

test('the banner calls no allergies absent that the files may hold', () => {
  const said = (files: Parameters<typeof wordsFor>[0]): string => {
    speakOfFile(wordsFor(files), () => '');
    return t('banner.none-recorded');
  };
  expect(said(whole)).toBe('No allergies recorded');
  expect(said({ ...whole, isIncomplete: true })).toBe('none in what could be read of the files');
  const one = new Map([['AllergyIntolerance', 1]]);
  expect(said({ ...whole, unnamed: one })).toBe('none of those that can be assigned to one patient');
  expect(said({ ...whole, undecidedOf: one })).toBe('none of those that can be assigned to one patient');
  expect(said({ ...whole, undecidedOf: new Map([['Observation', 1]]) })).toBe('No allergies recorded');
});

test('a list without records of files that are incomplete is not said to be empty', () => {
  speakOfFile(wordsFor({ ...whole, isIncomplete: true }), () => '');
  expect(t('absence.not-offered', { nouns: 'allergies', system: 'x' })).toContain('could not be read');
  expect(t('absence.more', { system: 'x' })).toContain('could not be read');
});

test('what is shown otherwise than it stands is told, and nothing where all is', () => {
  expect(toldWords({ replaced: 0, apart: 0, unclear: 0 }, false)).toBe('');
  expect(toldWords({ replaced: 1, apart: 2, unclear: 1 }, true)).toBe(
    [
      'Part of the files could not be read.',
      '1 record came in a later version too: the later is shown.',
      '2 records have a number that another record has too: all are shown, and what points at them is not followed.',
      '1 reference could mean several records that differ, and is not followed.',
    ].join(' '),
  );
});
