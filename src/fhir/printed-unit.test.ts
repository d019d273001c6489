import { expect, test } from 'vitest';
import { printedNumber, printedQuantity, printedRange, printedRatio } from './printed-quantity.ts';
import { printedUnit } from './printed-unit.ts';
import { readQuantity, readRange, readRatio } from './quantity.ts';

test.each([
  ['{#}/uL', '/µL'],
  ['kg/m2', 'kg/m²'],
  ['10*3/uL', '×10³/µL'],
  ['10*12/L', '×10¹²/L'],
  ['10^6/mm3', '×10⁶/mm³'],
  ['mm[Hg]', 'mmHg'],
  ['cm[H2O]', 'cmH₂O'],
  ['Cel', '°C'],
  ['[degF]', '°F'],
  ['[lb_av]', 'lb'],
  ['[in_i]', 'in'],
  ['{beats}/min', 'beats/min'],
  ['{copies}/mL', 'copies/mL'],
  ['/100{WBC}', '/100 WBC'],
  ['ng/mL{FEU}', 'ng/mL FEU'],
  ['mg/g{creat}', 'mg/g creat'],
  ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
  ['mL/min/1.73m2', 'mL/min/1.73 m²'],
  ['ug/dL', 'mcg/dL'],
  ['umol/L', 'µmol/L'],
  ['u[IU]/mL', 'µIU/mL'],
  ['m[IU]/L', 'mIU/L'],
  ['meq/L', 'mEq/L'],
  ['{mL/min}', 'mL/min'],
  ['{copies/mL}', 'copies/mL'],
  ['{M.o.M}', 'M.o.M'],
  ['ug/{g.creat}', 'mcg/g.creat'],
  ['/[HPF]', '/HPF'],
  ['{INR}', 'INR'],
  ['{score}', 'score'],
])('%s is printed %s', (sent, read) => {
  expect(printedUnit(sent)).toBe(read);
});

test.each([
  'mg/dL',
  'mmol/L',
  '%',
  '/min',
  'K/cumm',
  'x10E3',
  '10E3',
  'in',
  'a',
  '[foo_x]',
  'tab.',
  'E.U./dL',
  'cu.mm',
  'kg.m/s',
  'mm Hg',
  'per {day} dose',
  'L.',
  '',
])('what stands in no table stays as it was sent: %s', (sent) => {
  expect(printedUnit(sent) ?? '').toBe(sent);
});

test('a plain number has no unit', () => {
  expect(['1', '{#}', undefined].map(printedUnit)).toEqual([undefined, undefined, undefined]);
});

test('a printed unit is printed as itself: what two readers print is printed once', () => {
  for (const unit of ['×10³/µL', 'mmHg', 'kg/m²', '°C', 'mcg/dL', 'mL/min/1.73 m²', 'arb. U/mL'])
    expect(printedUnit(unit)).toBe(unit);
});

test('comparators of two letters are one sign; the quantity keeps what was sent', () => {
  const quantity = readQuantity({ value: 60, comparator: '>=', unit: 'mL/min/{1.73_m2}' })!;
  expect(printedQuantity(quantity)).toBe('≥60 mL/min/1.73 m²');
  expect([quantity.comparator, quantity.unit]).toEqual(['>=', 'mL/min/{1.73_m2}']);
  expect(['<=', '<', '>'].map((comparator) => printedNumber({ comparator, value: '5' }))).toEqual([
    '≤5',
    '<5',
    '>5',
  ]);
});

test('ranges and ratios say a shared unit once', () => {
  const end = (value: number) => ({ value, unit: 'mm[Hg]' });
  expect(printedRange(readRange({ low: end(90), high: end(120) })!)).toBe('90 – 120 mmHg');
  expect(printedRange(readRange({ low: { value: 1 }, high: end(2) })!)).toBe('1 – 2 mmHg');
  expect(printedRange(readRange({ low: end(90) })!)).toBe('≥ 90 mmHg');
  expect(printedRange(readRange({ high: end(120) })!)).toBe('≤ 120 mmHg');
  expect(printedRange(readRange({ high: { ...end(120), comparator: '<' } })!)).toBe('<120 mmHg');
  const each = { numerator: { value: 5, unit: 'ug' }, denominator: { value: 1, unit: 'h' } };
  expect(printedRatio(readRatio(each)!)).toBe('5 mcg / 1 h');
});
