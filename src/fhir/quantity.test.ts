import { describe, expect, it } from 'vitest';
import { quantityText, rangeText, readQuantity, readRange, readRatio } from './quantity.ts';

describe('numbers keep the precision they came with', () => {
  it.each([
    [{ value: { rawJSON: '1.0' }, unit: 'mg' }, '1.0 mg', 1],
    [{ value: { rawJSON: '0.50' }, code: 'mL' }, '0.50 mL', 0.5],
    [{ value: 7, unit: 'tablets', code: '{tbl}' }, '7 tablets', 7],
    [{ value: 5, comparator: '<', unit: 'ng/mL' }, '<5 ng/mL', 5],
    [{ value: '12.50', unit: 'kg' }, '12.50 kg', 12.5],
    [{ value: 'many', unit: 'kg' }, 'many kg', undefined],
    [{ value: 100, currency: 'USD' }, '100 USD', 100],
  ])('%j', (sent, text, number) => {
    const quantity = readQuantity(sent);
    expect(quantity === undefined ? undefined : quantityText(quantity)).toBe(text);
    expect(quantity?.number).toBe(number);
  });

  it.each([undefined, {}, { unit: 'mg' }, { value: null }, [], 'x', { value: { rawJSON: 3 } }])(
    'no value: %j',
    (sent) => {
      expect(readQuantity(sent)).toBeUndefined();
    },
  );

  it('ranges, whole and half; no ratio of nothing', () => {
    expect(rangeText(readRange({ low: { value: 1, unit: 'mg' }, high: { value: 2, unit: 'mg' } })!)).toBe(
      '1 – 2 mg',
    );
    expect(rangeText(readRange({ low: { value: 1, unit: 'mg' } })!)).toBe('1 mg –');
    expect(rangeText(readRange({ high: { value: 2 } })!)).toBe('– 2');
    expect(readRange({ low: {} })).toBeUndefined();
    expect(readRatio(null)).toBeUndefined();
  });
});
