// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { answerOf, fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { MedicationsBlock, ProblemsBlock } from './clinical-blocks.tsx';

const order = (id: string, drug: string, dose: string) => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text: drug },
  authoredOn: '2026-03-01',
  dosageInstruction: [{ text: dose }],
});

test('copies of one order take one row, which says how many; another dose stands by itself', async () => {
  const copies = Array.from({ length: 6 }, (_, at) => order(`a${at}`, 'Metformin 500 mg', 'twice a day'));
  const drawn = await renderChart(<MedicationsBlock />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [
        ...copies,
        order('b', 'Metformin 500 mg', 'at night'),
        order('c', 'Lisinopril 10 mg', 'once a day'),
      ],
    }),
  });
  const rows = [...drawn.box.querySelectorAll('.summary-rows li')].map(({ textContent }) => textContent);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain('twice a day · and 5 more that say the same');
  expect(rows.some((row) => row.includes('at night'))).toBe(true);
  expect(rows.some((row) => row.includes('Lisinopril'))).toBe(true);
  drawn.remove();
});

const problem = (id: string, text: string, status = 'active') => ({
  resourceType: 'Condition',
  id,
  clinicalStatus: { coding: [{ code: status }] },
  subject: { reference: 'Patient/p1' },
  code: { text },
  recordedDate: '2020-01-01',
});

test('of how many the rows are is said, counted as the rows are; the way to all counts all', async () => {
  const current = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => problem(`PL-${name}`, name));
  const past = ['I', 'J'].map((name) => problem(`PL-${name}`, name, 'resolved'));
  const drawn = await renderChart(<ProblemsBlock />, {
    reading: fakeReading({ patientId: 'p1', resources: [...current, ...past] }),
  });
  expect(drawn.box.querySelectorAll('.summary-rows li')).toHaveLength(6);
  expect(drawn.box.querySelector('.summary-head')?.textContent).toContain('6 of 8 current');
  expect(drawn.box.querySelector('.summary-all')?.textContent).toContain('All 10');
  drawn.remove();
});

test('where all have a row no number is said but that of all', async () => {
  const drawn = await renderChart(<ProblemsBlock />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [problem('PL-1', 'A'), problem('PL-2', 'B', 'resolved')],
    }),
  });
  expect(drawn.box.querySelector('.summary-head .muted')?.textContent).toBe('current');
  expect(drawn.box.querySelector('.summary-all')?.textContent).toContain('All 2');
  drawn.remove();
});

test('a heading never stands alone: what the record says of the list, or that all of it was entered in error', async () => {
  const none = {
    ...problem('PL-none', 'No current problems'),
    code: {
      coding: [
        { system: 'http://snomed.info/sct', code: '160245001', display: 'No current problems or disability' },
      ],
    },
  };
  const said = await renderChart(<ProblemsBlock />, {
    reading: fakeReading({ patientId: 'p1', resources: [none] }),
  });
  expect(said.text()).toContain('The record says: No current problems');
  said.remove();
  const wrong = {
    ...problem('PL-wrong', 'Gout'),
    verificationStatus: { coding: [{ code: 'entered-in-error' }] },
  };
  const drawn = await renderChart(<ProblemsBlock />, {
    reading: fakeReading({ patientId: 'p1', resources: [wrong] }),
  });
  expect(drawn.text()).toContain('One record entered in error is left out here');
  drawn.remove();
});

test('records that cannot be told to be theirs are said, and nothing that was not is said to be in error', async () => {
  const drawn = await renderChart(<ProblemsBlock />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [],
      states: { Condition: answerOf([], { foreign: 3 }) },
    }),
  });
  expect(drawn.text()).toContain('3 records about somebody else came with these.');
  expect(drawn.text()).not.toContain('in error');
  drawn.remove();
});
