import { expect, test } from 'vitest';
import type { FhirResource } from './json.ts';
import { readRecords, sortRecords } from './kind.ts';
import { problemsAtAGlance } from './problem-order.ts';
import { problems } from './problems.ts';
import { problem } from './story-records.ts';
import { contextOf } from './context-of.ts';

const today = Date.UTC(2026, 10, 23);
const listed = (id: string, text: string, more: object = {}) =>
  problem(`PL-${id}`, text, { recordedDate: '2020-01-01', ...more });
const diagnosed = (id: string, text: string, recordedDate?: string, more: object = {}) =>
  problem(`ED-${id}`, text, { ...(recordedDate === undefined ? {} : { recordedDate }), ...more });

function glance(...resources: readonly FhirResource[]): readonly string[] {
  const records = sortRecords(problems, readRecords(problems, resources, contextOf(...resources)));
  return problemsAtAGlance(records, today).map(
    ({ record, newSince }) => `${record.title as string}${newSince ? ` new ${newSince.sent}` : ''}`,
  );
}

test('a new diagnosis goes before the problem list, one of long ago behind it', () => {
  expect(
    glance(
      listed('1', 'Asthma'),
      diagnosed('2', 'Hyperkalemia', '2026-11-21'),
      diagnosed('3', 'Otitis media', '2026-03-01'),
      diagnosed('4', 'Sprain'),
    ),
  ).toEqual(['Hyperkalemia new 2026-11-21', 'Asthma', 'Otitis media', 'Sprain']);
});

test('what only repeats a problem of the list goes last, told by a shared code or by its name', () => {
  const coded = (display: string) => ({
    code: { text: display, coding: [{ system: 'http://snomed.info/sct', code: '59621000' }] },
  });
  expect(
    glance(
      listed('1', '', coded('Essential hypertension')),
      listed('2', 'Asthma', { recordedDate: '2019-01-01' }),
      diagnosed('3', '', '2026-11-21', coded('High blood pressure')),
      diagnosed('4', 'ASTHMA ', '2026-11-20'),
      diagnosed('5', 'Gout', '2020-01-01'),
    ),
  ).toEqual(['Essential hypertension', 'Asthma', 'Gout', 'High blood pressure', 'ASTHMA ']);
});

test('two new ones at most: the problem list keeps its place', () => {
  expect(
    glance(
      listed('1', 'Asthma'),
      diagnosed('2', 'A', '2026-11-01'),
      diagnosed('3', 'B', '2026-11-03'),
      diagnosed('4', 'C', '2026-11-02'),
    ),
  ).toEqual(['B new 2026-11-03', 'C new 2026-11-02', 'Asthma', 'A']);
});

test('past and refuted ones are not there, nor is anything lost', () => {
  const status = (code: string) => ({ clinicalStatus: { coding: [{ code }] } });
  expect(
    glance(
      listed('1', 'Asthma', status('resolved')),
      diagnosed('2', 'Hyperkalemia', '2026-11-21', status('resolved')),
      diagnosed('3', 'Gout', '2026-11-21', { verificationStatus: { coding: [{ code: 'refuted' }] } }),
      problem('HC-4', 'Housing', { recordedDate: '2026-06-15' }),
    ),
  ).toEqual(['Housing']);
});

test('what was entered in error is neither new nor a problem that a new one repeats', () => {
  const wrong = { verificationStatus: { coding: [{ code: 'entered-in-error' }] } };
  const order = glance(
    listed('1', 'Asthma'),
    listed('2', 'Gout', wrong),
    diagnosed('3', 'Hyperkalemia', '2026-11-22', wrong),
    diagnosed('4', 'Gout', '2026-11-20'),
  );
  expect(order.slice(0, 2)).toEqual(['Gout new 2026-11-20', 'Asthma']);
  expect(order).toContain('Hyperkalemia');
});

test('not new: what an older diagnosis or an onset of long ago tells already, and a date still to come', () => {
  const past = { clinicalStatus: { coding: [{ code: 'resolved' }] } };
  expect(
    glance(
      diagnosed('1', 'Migraine', '2026-11-20'),
      diagnosed('2', 'Migraine', '2019-01-01', past),
      diagnosed('3', 'Psoriasis', '2026-11-19', { onsetDateTime: '2009' }),
      diagnosed('4', 'Sprain', '2027-01-01'),
    ).filter((line) => line.includes('new')),
  ).toEqual([]);
});

test('one diagnosis written down at two visits takes one place, and is as new as the first of them', () => {
  expect(
    glance(
      listed('1', 'Asthma'),
      diagnosed('2', 'Hyperkalemia', '2026-11-21'),
      diagnosed('3', 'Hyperkalemia', '2026-11-02'),
      diagnosed('4', 'Otitis media', '2026-10-20'),
    ),
  ).toEqual(['Hyperkalemia new 2026-11-02', 'Otitis media new 2026-10-20', 'Asthma', 'Hyperkalemia']);
});
