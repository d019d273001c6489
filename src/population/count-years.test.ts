import { expect, test } from 'vitest';
import { anna, bert, condition, counted, file, person, status, updated } from './counted-fixture.ts';
import { yearOf } from './record-year.ts';

const of = (resourceType: string, id: string, patient: string, more: object = {}) => ({
  resourceType,
  id,
  subject: { reference: `Patient/${patient}` },
  ...more,
});
const visit = (id: string, patient: string, start: string, more: object = {}) =>
  of('Encounter', id, patient, { period: { start }, ...more });

test('records stand in the year they are about, and so do the people who have one', async () => {
  const { years } = await counted(
    file(
      'x.ndjson',
      anna,
      bert,
      condition('a', '1', 'a', { onsetDateTime: '2019', recordedDate: '2025-01-01' }),
      condition('b', '1', 'b', { recordedDate: '2021-05-05' }),
      condition('c', '1', 'c'),
      condition('d', '2', 'c', { onsetDateTime: '2019-03' }),
      condition('e', '2', 'd', { onsetDateTime: '2019-04' }),
    ),
  );
  expect(years.get('all')).toEqual([
    [2019, 3, ['Anna', 'Bert']],
    [2021, 1, ['Anna']],
    [undefined, 1, ['Anna']],
  ]);
  expect(yearOf({ resourceType: 'Encounter', period: { start: '2020-01-01T00:00:00Z' } })).toBe(2020);
  expect(yearOf({ resourceType: 'Observation', effectiveDateTime: '9999-01-01' })).toBeUndefined();
});

test('each kind that is there has years of its own, in the lists of the chart; all of them first', async () => {
  const category = (code: string) => ({
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] }],
  });
  const { years } = await counted(
    file(
      'x.ndjson',
      anna,
      bert,
      visit('a', '1', '2019-01-01'),
      visit('b', '1', '2019-02-01'),
      visit('c', '2', '2020-02-01'),
      of('Observation', 'd', '1', { effectiveDateTime: '2020', ...category('laboratory') }),
      of('Observation', 'e', '2', { effectiveDateTime: '2020', ...category('vital-signs') }),
      of('MedicationOrder', 'f', '2', { dateWritten: '2018-02-02' }),
    ),
  );
  expect([...years]).toEqual([
    [
      'all',
      [
        [2018, 1, ['Bert']],
        [2019, 2, ['Anna']],
        [2020, 3, ['Anna', 'Bert']],
      ],
    ],
    [
      'encounters',
      [
        [2019, 2, ['Anna']],
        [2020, 1, ['Bert']],
      ],
    ],
    ['laboratory', [[2020, 1, ['Anna']]]],
    ['vitals', [[2020, 1, ['Bert']]]],
    ['medications', [[2018, 1, ['Bert']]]],
  ]);
});

test('people are in the year of the newer version alone; records are counted as they stand', async () => {
  const [old, later] = [updated('2024-01-01T00:00:00Z'), updated('2025-01-01T00:00:00Z')];
  const { years } = await counted(
    file('x.ndjson', anna, visit('a', '1', '2019-01-01', old), visit('a', '1', '2020-01-01', later)),
  );
  expect(years.get('encounters')).toEqual([
    [2019, 1, []],
    [2020, 1, ['Anna']],
  ]);
});

test('what was entered in error is a record of the files and of nobody', async () => {
  const taken = { ...updated('2025-01-01T00:00:00Z'), status: 'entered-in-error' };
  const { years } = await counted(
    file(
      'x.ndjson',
      anna,
      bert,
      visit('a', '1', '2019-01-01', updated('2024-01-01T00:00:00Z')),
      visit('a', '1', '2019-01-01', taken),
      visit('b', '2', '2019-01-01'),
      condition('c', '2', 'c', {
        ...status('active'),
        verificationStatus: { coding: [{ code: 'entered-in-error' }] },
      }),
    ),
  );
  expect(years.get('encounters')).toEqual([[2019, 3, ['Bert']]]);
  expect(years.get('problems')).toEqual([[undefined, 1, []]]);
});

test('@threat-15 a year leads to nobody by a record of which it cannot be told whose it is', async () => {
  const both = visit('c', '2', '2021-01-01', { patient: { reference: 'Patient/3' } });
  const { years } = await counted(
    file(
      'x.ndjson',
      anna,
      person('1', 'Dora', '1950-05-05'),
      bert,
      person('3', 'Cleo', '2000-01-01'),
      visit('a', '1', '2019-01-01'),
      visit('b', '2', '2020-01-01'),
      both,
    ),
  );
  expect(years.get('encounters')).toEqual([
    [2019, 1, []],
    [2020, 1, ['Bert']],
    [2021, 1, []],
  ]);
});

test('@threat-15 one id in two folders is two records of two people, each in their own year', async () => {
  const { years } = await counted(
    file('one/x.ndjson', anna, visit('a', '1', '2019-01-01')),
    file('two/x.ndjson', person('1', 'Dora', '1950-05-05'), visit('a', '1', '2020-01-01')),
  );
  expect(years.get('encounters')).toEqual([
    [2019, 1, ['Anna']],
    [2020, 1, ['Dora']],
  ]);
});

test('more people and rows than the columns begin with', async () => {
  const many = Array.from({ length: 1500 }, (_, at) => String(at + 1));
  const { years } = await counted(
    file(
      'x.ndjson',
      ...many.map((id) => person(id, `Person ${id}`, '1980-01-01')),
      ...many.map((id) => visit(`v${id}`, id, Number(id) % 2 === 0 ? '2019-01-01' : '2020-01-01')),
    ),
  );
  expect(years.get('encounters')?.map(([year, n, people]) => [year, n, (people as string[]).length])).toEqual(
    [
      [2019, 750, 750],
      [2020, 750, 750],
    ],
  );
});
