import { expect, test } from 'vitest';
import { readReferenceRanges } from '#fhir/reference-range.ts';
import { rangeWords } from './range-words.ts';

const words = (range: object): string => rangeWords(readReferenceRanges([range])[0]!);
const high = { high: { value: 5, unit: 'mm[Hg]' } };

test.each([
  [{ low: { value: 18, code: 'a' }, high: { value: 60, code: 'a' } }, 'age 18 – 60 years'],
  [{ low: { value: 6, code: 'mo' } }, 'age ≥ 6 months'],
  [{ high: { value: 17, unit: 'years', code: 'a' } }, 'age ≤ 17 years'],
  [{ low: { value: 6, code: 'mo' }, high: { value: 2, code: 'a' } }, 'age 6 mo – 2 a'],
])('for whom a range is, by age: %j', (age, said) => {
  expect(words({ ...high, age })).toBe(`≤ 5 mmHg (${said})`);
});
