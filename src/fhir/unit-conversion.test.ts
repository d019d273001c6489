import { beforeAll, describe, expect, test } from 'vitest';
import { ucum } from './code-systems.ts';
import { ucumCode } from './ucum-code.ts';
import { type Convert, loadConversion } from './unit-conversion.ts';

let convert: Convert;
beforeAll(async () => {
  convert = await loadConversion();
});

test.each([
  ['98.6', '[degF]', 'Cel', '37.0'],
  ['37.0', 'Cel', '[degF]', '98.6'],
  ['38.25', 'Cel', '[degF]', '100.85'],
  ['150', '[lb_av]', 'kg', '68'],
  ['68.0', 'kg', '[lb_av]', '149.9'],
  ['3190', 'g', 'kg', '3.190'],
  ['70', '[in_i]', 'cm', '178'],
  ['5.1', 'g/dL', 'g/L', '51'],
  ['38', 'Cel', '[degF]', '100.4'],
  ['101', '[degF]', 'Cel', '38.3'],
  ['7.2', '10*3/uL', '10*9/L', '7.2'],
])('%s %s in %s is %s: as fine as it was sent', (written, from, to, expected) => {
  expect(convert(written, from, to)?.written).toBe(expected);
});

test.each([
  ['mass into moles needs the substance', '90', 'mg/dL', 'mmol/L'],
  ['equivalents need a charge', '4', 'meq/L', 'mmol/L'],
  ['an annotation may change what is measured (D-dimer)', '0.5', 'ug/mL{FEU}', 'ng/mL{DDU}'],
  ['a hemoglobin A1c of 53 mmol/mol is not 5.3 %', '53', 'mmol/mol', '%'],
  ['arbitrary units', '5', '[IU]/L', 'U/L'],
  ['another dimension', '5', 'kg', 'cm'],
  ['no unit', '5', 'bogus', 'kg'],
  ['no number', 'many', 'kg', 'g'],
])('not converted: %s', (_why, written, from, to) => {
  expect(convert(written, from, to)).toBeUndefined();
});

describe('which unit a quantity is in', () => {
  const code = (quantity: { unit?: string; code?: string; system?: string }) =>
    ucumCode({ unit: undefined, code: undefined, system: undefined, ...quantity });

  test('by its UCUM code, else by words that mean one thing', () => {
    expect(code({ code: '[lb_av]', system: ucum, unit: 'pounds' })).toBe('[lb_av]');
    expect(code({ unit: 'lbs' })).toBe('[lb_av]');
    expect(code({ unit: '°F' })).toBe('[degF]');
  });

  test('neither by a code of another system nor by words of ours', () => {
    expect(code({ code: 'kg', system: 'urn:local', unit: 'kg' })).toBeUndefined();
    expect(code({ unit: 'F' })).toBeUndefined();
    expect(code({})).toBeUndefined();
  });
});
