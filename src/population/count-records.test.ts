import { expect, test } from 'vitest';
import type { FilePatient } from '#file/file-patient.ts';
import { ageGroups } from './age-groups.ts';
import { countRecords, yearOf } from './count-records.ts';

const condition = (patient: string, code: string, more: object = {}) => ({
  resourceType: 'Condition',
  subject: { reference: `Patient/${patient}` },
  code: { coding: [{ system: 'http://snomed.info/sct', code, display: `Problem ${code}` }] },
  ...more,
});

test('problems count people, each once, and current ones alone', () => {
  const counter = countRecords();
  const status = (code: string) => ({ clinicalStatus: { coding: [{ code }] } });
  counter.add(condition('1', 'a'));
  counter.add(condition('1', 'a', status('active')));
  counter.add(condition('2', 'a', { clinicalStatus: 'active' }));
  counter.add(condition('3', 'a', status('resolved')));
  counter.add(condition('4', 'a', { verificationStatus: { coding: [{ code: 'refuted' }] } }));
  counter.add(condition('5', 'b', status('recurrence')));
  counter.add({ resourceType: 'Condition', code: { text: 'Of nobody' } });
  const { problems } = counter.finish();
  expect(problems.map(({ title, patients }) => [title, [...patients]])).toEqual([
    ['Problem a', ['1', '2']],
    ['Problem b', ['5']],
  ]);
});

test('records of patients stand in the year they are about', () => {
  const counter = countRecords();
  counter.add(condition('1', 'a', { onsetDateTime: '2019', recordedDate: '2025-01-01' }));
  counter.add(condition('1', 'b', { recordedDate: '2021-05-05' }));
  counter.add(condition('1', 'c'));
  counter.add({ resourceType: 'Patient', id: '1', birthDate: '1950-01-01' });
  expect(counter.finish()).toMatchObject({
    undated: 1,
    years: [
      { year: 2019, n: 1 },
      { year: 2021, n: 1 },
    ],
  });
  expect(yearOf({ resourceType: 'Encounter', period: { start: '2020-01-01T00:00:00Z' } })).toBe(2020);
  expect(yearOf({ resourceType: 'Observation', effectiveDateTime: '9999-01-01' })).toBeUndefined();
});

test('ages are those of the day of the export; whoever has no birth date is a group', () => {
  const person = (id: string, birthDate: string | undefined, gender?: string): FilePatient => ({
    number: 0,
    id,
    records: 1,
    isAmbiguous: false,
    onlyIn: undefined,
    met: { id, file: 0, name: id, otherNames: [], birthDate, gender, isDeceased: id === 'x', numbers: [] },
  });
  const groups = ageGroups(
    [
      person('a', '2015-11-21', 'female'),
      person('b', '2015-11-20', 'male'),
      person('c', '1900-01-01'),
      person('d', undefined, 'male'),
      person('e', '2025-11-01', 'female'),
      person('x', '1910-01-01', 'male'),
    ],
    Date.UTC(2025, 10, 20),
  );
  expect(groups.filter(({ by }) => Object.values(by).flat().length > 0)).toEqual([
    { from: 0, by: { female: ['a', 'e'], male: [], other: [] } },
    { from: 10, by: { female: [], male: ['b'], other: [] } },
    { from: 90, by: { female: [], male: [], other: ['c'] } },
    { from: undefined, by: { female: [], male: ['d'], other: [] } },
    { from: 'died', by: { female: [], male: ['x'], other: [] } },
  ]);
  expect(groups).toHaveLength(12);
});
