import { expect, test } from 'vitest';
import { conceptKey, conceptKeysOf } from './concept-key.ts';

test.each([
  ['E11.22', ['E1122', 'E1122*', 'E112*', 'E11*']],
  ['e1122', ['E1122', 'E1122*', 'E112*', 'E11*']],
  ['I10', ['I10', 'I10*']],
  ['E1', ['E1']],
  ['', ['']],
])('ICD-10-CM %j: with and without its point, from the code itself to its category', (code, keys) => {
  expect(conceptKeysOf('icd10cm', code)).toEqual(keys.map((key) => `icd10cm ${key}`));
});

test('a text in place of a code makes no more keys than a code does', () => {
  expect(conceptKeysOf('icd10cm', 'X'.repeat(10_000))).toHaveLength(6);
});

test('other codes stand for themselves alone', () => {
  expect(conceptKeysOf('snomed', '38341003')).toEqual([conceptKey('snomed', '38341003')]);
});
