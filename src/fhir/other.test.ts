/** An observation of no category is listed among other records, and is read as an observation there. */
import { expect, test } from 'vitest';
import { readRecords } from './kind.ts';
import { observationsIn } from './observations-in.ts';
import { other } from './other.ts';
import { amount, observationSample, sample, sampleContext } from './record-samples.ts';

const fraction = observationSample('10230-1', 'Left ventricular Ejection fraction', {
  id: '1',
  status: 'preliminary',
  valueQuantity: amount(35, '%'),
  interpretation: [{ coding: [{ code: 'L' }] }],
});

test('it holds its value and carries the marks of an observation', () => {
  const [record] = readRecords(other, [fraction], sampleContext([fraction]));
  expect(record?.observation?.value).toMatchObject({
    kind: 'quantity',
    quantity: { value: '35', unit: '%' },
  });
  expect(record?.observation?.weight).toBe(2);
  expect(record?.marks).toEqual(record?.observation?.marks);
  expect(record?.marks).toHaveLength(1);
  expect(record?.typeName).toBe('Observation');
});

test('no other type holds one', () => {
  const flag = sample('Flag', { status: 'active', code: { text: 'Falls easily' } });
  const [record] = readRecords(other, [flag], sampleContext([flag]));
  expect(record?.observation).toBeUndefined();
  expect(record?.title).toBe('Falls easily');
  expect(observationsIn([record!])).toEqual([]);
});

test('two that came under one id are each found under the key of their own record', () => {
  const again = { ...fraction, valueQuantity: amount(40, '%') };
  const records = readRecords(other, [fraction, again], sampleContext());
  const found = observationsIn(records);
  expect(found.map(({ key }) => key)).toEqual(records.map(({ key }) => key));
  expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  expect(observationsIn(records)[1]).toBe(found[1]);
});
