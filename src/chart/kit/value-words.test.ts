import { expect, test } from 'vitest';
import { readValues, shownValue } from '#fhir/observation-value.ts';
import { valueWords } from './value-words.ts';

test.each([
  [{ valueDateTime: '2026-10' }, 'Oct 2026'],
  [{ valuePeriod: { start: '2026-11-05', end: '2026-11-06' } }, 'Nov 5, 2026 – Nov 6, 2026'],
  [{ valueTime: '19:30:00' }, '19:30:00'],
  [{ valueQuantity: { value: 5, unit: 'mg' } }, '5'],
])('%j is written %s', (element, said) => {
  expect(readValues(element).map((value) => valueWords(shownValue(value)))).toEqual([said]);
});
