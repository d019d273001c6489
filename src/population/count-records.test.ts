import { expect, test } from 'vitest';
import type { FilePatient } from '#file/file-patient.ts';
import { ageGroups } from './age-groups.ts';
import { anna, bert, cleo, condition, counted, file, person, status, updated } from './counted-fixture.ts';

test('problems count people, each once, and current ones alone', async () => {
  const { problems } = await counted(
    file(
      'x.ndjson',
      anna,
      bert,
      cleo,
      condition('a', '1', 'a'),
      condition('b', '1', 'a', status('active')),
      condition('c', '2', 'a', { clinicalStatus: 'active' }),
      condition('d', '3', 'a', status('resolved')),
      condition('e', '3', 'a', { verificationStatus: { coding: [{ code: 'refuted' }] } }),
      condition('f', '2', 'b', status('recurrence')),
      { resourceType: 'Condition', id: 'g', code: { text: 'Of nobody' } },
    ),
  );
  expect(problems).toEqual([
    ['Problem a', ['Anna', 'Bert']],
    ['Problem b', ['Bert']],
  ]);
});

test('of two versions of one problem the newer counts, as in the chart; where neither is, both do', async () => {
  const versions = (...more: readonly object[]) =>
    counted(file('x.ndjson', anna, ...more.map((one) => condition('a', '1', 'a', one))));
  const [old, later] = [updated('2024-01-01T00:00:00Z'), updated('2025-01-01T00:00:00Z')];
  expect(
    (await versions({ ...old, ...status('active') }, { ...later, ...status('resolved') })).problems,
  ).toEqual([]);
  expect(
    (await versions({ ...later, ...status('active') }, { ...old, ...status('resolved') })).problems,
  ).toEqual([['Problem a', ['Anna']]]);
  expect((await versions(status('active'), { ...later, ...status('resolved') })).problems).toEqual([
    ['Problem a', ['Anna']],
  ]);
});

test('@threat-15 one id in two files is two people, each with their own problems', async () => {
  const { patients, problems, aged, leftOut } = await counted(
    file('one/x.ndjson', anna, condition('a', '1', 'a')),
    file(
      'two/x.ndjson',
      person('1', 'Dora', '1950-05-05'),
      condition('b', '1', 'a'),
      condition('c', '1', 'b'),
    ),
  );
  expect(patients).toBe(2);
  expect(aged).toEqual(['Anna', 'Dora']);
  expect(problems).toEqual([
    ['Problem a', ['Anna', 'Dora']],
    ['Problem b', ['Dora']],
  ]);
  expect(leftOut).toEqual({ ambiguous: 0, undecided: 0, unnamed: 0, withoutRecord: 0, isIncomplete: false });
});

test('@threat-15 who cannot be told apart is in no number of people, and that is counted', async () => {
  const { patients, problems, aged, leftOut, types } = await counted(
    file(
      'x.ndjson',
      anna,
      person('1', 'Dora', '1950-05-05'),
      bert,
      condition('a', '1', 'a'),
      condition('b', '2', 'b'),
    ),
  );
  expect(patients).toBe(1);
  expect(aged).toEqual(['Bert']);
  expect(problems).toEqual([['Problem b', ['Bert']]]);
  expect(leftOut).toMatchObject({ ambiguous: 2, undecided: 1 });
  expect(types).toContainEqual({ type: 'Condition', n: 2 });
});

test('@threat-15 a record that names two people is nobody’s problem', async () => {
  const both = condition('a', '1', 'a', { patient: { reference: 'Patient/2' } });
  const { problems } = await counted(file('x.ndjson', anna, bert, both));
  expect(problems).toEqual([]);
});

test('whoever has no record of their own is counted, and in no group of ages', async () => {
  const { patients, aged, problems, leftOut } = await counted(
    file('x.ndjson', anna, condition('a', '9', 'a'), {
      resourceType: 'Condition',
      id: 'b',
      code: { text: 'x' },
    }),
  );
  expect(patients).toBe(2);
  expect(aged).toEqual(['Anna']);
  expect(problems).toEqual([['Problem a', ['9']]]);
  expect(leftOut).toMatchObject({ withoutRecord: 1, unnamed: 1 });
});

test('ages are those of the day of the export; whoever has no birth date is a group', () => {
  const met = (id: string, birthDate: string | undefined, gender?: string): FilePatient => ({
    number: id.charCodeAt(0),
    id,
    records: 1,
    isAmbiguous: false,
    onlyIn: undefined,
    met: { id, file: 0, name: id, otherNames: [], birthDate, gender, isDeceased: id === 'x', numbers: [] },
  });
  const groups = ageGroups(
    [
      met('a', '2015-11-21', 'female'),
      met('b', '2015-11-20', 'male'),
      met('c', '1900-01-01'),
      met('d', undefined, 'male'),
      met('e', '2025-11-01', 'female'),
      met('x', '1910-01-01', 'male'),
    ],
    Date.UTC(2025, 10, 20),
  );
  const ids = (numbers: readonly number[]): string[] => numbers.map((number) => String.fromCodePoint(number));
  const told = groups.map(({ from, by }) => ({
    from,
    by: { female: ids(by.female), male: ids(by.male), other: ids(by.other) },
  }));
  expect(told.filter(({ by }) => Object.values(by).flat().length > 0)).toEqual([
    { from: 0, by: { female: ['a', 'e'], male: [], other: [] } },
    { from: 10, by: { female: [], male: ['b'], other: [] } },
    { from: 90, by: { female: [], male: [], other: ['c'] } },
    { from: undefined, by: { female: [], male: ['d'], other: [] } },
    { from: 'died', by: { female: [], male: ['x'], other: [] } },
  ]);
  expect(groups).toHaveLength(12);
});
