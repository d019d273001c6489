import { expect, test } from 'vitest';
import { isLoincCode, isSnomedCode } from './check-digit.ts';

test.each(['2345-7', '4548-4', '718-7', '8867-4', '29463-7', '85354-9'])('%s is a LOINC code', (code) => {
  expect(isLoincCode(code)).toBe(true);
});
test.each(['2345-6', '4548-5', '555-1'])('%s only looks like one', (code) => {
  expect(isLoincCode(code)).toBe(false);
});
test.each(['73211009', '38341003', '195967001', '22298006', '102272007', '46635009'])(
  '%s is a SNOMED CT identifier',
  (code) => {
    expect(isSnomedCode(code)).toBe(true);
  },
);
test.each(['73211008', '38341030', '123456789', '2125550143'])('%s only looks like one', (code) => {
  expect(isSnomedCode(code)).toBe(false);
});
