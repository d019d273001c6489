import { expect, test } from 'vitest';
import { lanesOf, medicationSpan, problemSpan } from './lanes.ts';
import type { MedicationRecord } from './medications.ts';
import type { ProblemRecord } from './problems.ts';
import { entriesOf, order, problem } from './story-records.ts';

const words = (title: unknown): string => String(title);
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

function problemOf(more: object): ReturnType<typeof problemSpan> {
  return problemSpan(entriesOf(problem('c1', 'Asthma', more)).entries[0]!.record as ProblemRecord);
}

test.each([
  ['goes on while it is active', { onsetDateTime: '2019' }, [day('2019-01-01'), 'open']],
  [
    'ends where it says so',
    { onsetDateTime: '2019', abatementDateTime: '2020-05' },
    [day('2019-01-01'), day('2020-05-01')],
  ],
  [
    'has no known end where it is resolved without a date',
    { onsetDateTime: '2019', clinicalStatus: { coding: [{ code: 'resolved' }] } },
    [day('2019-01-01'), 'unknown'],
  ],
])('a problem %s', (_what, more, [start, end]) => {
  expect(problemOf(more)).toMatchObject({ start, end });
});

test('a refuted problem, one without a date and "no known problems" have no span', () => {
  expect(
    problemOf({ onsetDateTime: '2019', verificationStatus: { coding: [{ code: 'refuted' }] } }),
  ).toBeUndefined();
  expect(problemOf({})).toBeUndefined();
  expect(
    problemOf({
      onsetDateTime: '2019',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '160245001' }] },
    }),
  ).toBeUndefined();
});

test('prescriptions of one drug share a lane in the order of time; current lanes stand first', () => {
  const { entries } = entriesOf(
    order('1', 'Lisinopril 10 mg', '2020-01-01', { status: 'stopped' }),
    order('2', 'Lisinopril 20 mg', '2022-01-01'),
    order('3', 'Amoxicillin 500 mg', '2024-01-01', { status: 'completed' }),
    order('4', 'Ibuprofen', '2025-01-01', { doNotPerform: true }),
    order('5', 'Aspirin'),
    order('7', 'Lisinopril 20 mg', '2023-01-01', { status: 'stopped' }),
    order('6', 'Cephalexin', '2025-01-01', { status: 'cancelled' }),
  );
  const lanes = lanesOf(
    entries.map(({ record }) => medicationSpan(record as MedicationRecord)),
    words,
  );
  // What was stopped later does not stand for what goes on.
  expect(lanes[0]?.lead.record.key).toBe('MedicationRequest/2');
  expect(lanes.map(({ title, current, spans }) => [title, current, spans.map(({ end }) => end)])).toEqual([
    ['Lisinopril 20 mg', true, ['unknown', 'open', 'unknown']],
    ['Amoxicillin 500 mg', false, ['unknown']],
  ]);
});

test('each problem has a lane of its own; the same problem again shares one', () => {
  const { entries } = entriesOf(
    problem('c1', 'Type 2 diabetes mellitus', { onsetDateTime: '2010' }),
    problem('c2', 'Type 2 myocardial infarction', { onsetDateTime: '2020' }),
    problem('c3', 'type 2 diabetes mellitus', { onsetDateTime: '2012' }),
  );
  const lanes = lanesOf(
    entries.map(({ record }) => problemSpan(record as ProblemRecord)),
    words,
  );
  expect(lanes.map(({ title, spans }) => [title, spans.length])).toEqual([
    ['Type 2 myocardial infarction', 1],
    ['type 2 diabetes mellitus', 2],
  ]);
});

test('a combination has a lane of its own', () => {
  const { entries } = entriesOf(
    order('1', 'Acetaminophen 325 MG Oral Tablet', '2024-01-01'),
    order('2', 'Acetaminophen 325 MG / oxyCODONE 5 MG Oral Tablet', '2025-01-01'),
  );
  expect(
    lanesOf(
      entries.map(({ record }) => medicationSpan(record as MedicationRecord)),
      words,
    ),
  ).toHaveLength(2);
});
