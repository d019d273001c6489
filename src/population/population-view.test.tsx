// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speak } from '#i18n/speech.ts';
import { anna, bert, condition, file, populationIn } from './counted-fixture.ts';
import type { CountedKind } from './count-years.ts';
import type { ShowPatients } from './Part.tsx';
import type { Population } from './population.ts';
import { populationRows } from './population-rows.ts';
import { PopulationView } from './PopulationView.tsx';

const visit = (id: string, patient: string, start: string) => ({
  resourceType: 'Encounter',
  id,
  subject: { reference: `Patient/${patient}` },
  period: { start },
});
const a1c = (id: string, patient: string, value: number, unit: string) => ({
  resourceType: 'Observation',
  id,
  subject: { reference: `Patient/${patient}` },
  code: { coding: [{ system: 'http://loinc.org', code: '4548-4' }] },
  effectiveDateTime: '2021-01-01',
  valueQuantity: { value, unit },
});
const records = [
  anna,
  bert,
  visit('a', '1', '2019-01-01'),
  visit('b', '1', '2019-02-01'),
  visit('c', '2', '2021-02-01'),
  condition('d', '2', 'd'),
];

let root: Root;
const show = vi.fn<ShowPatients>();

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  act(() => root.unmount());
  document.body.replaceChildren();
  show.mockReset();
  await speak({ language: 'en' });
});

function Page({ population }: { population: Population }) {
  const [kind, setKind] = useState<CountedKind>('all');
  return <PopulationView population={population} source="" show={show} kind={kind} onKind={setKind} />;
}

async function drawn(...more: readonly object[]): Promise<void> {
  const { population } = await populationIn(file('x.ndjson', ...records, ...more));
  await act(async () => root.render(<Page population={population} />));
}

const part = (id: string) => document.querySelector(`[aria-labelledby="population-${id}"]`)!;
const rowsOf = (id: string) =>
  [...part(id).querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
const chartsOf = (id: string) =>
  [...part(id).querySelectorAll('[role="img"]')].map((chart) => [
    chart.getAttribute('aria-label'),
    [...chart.querySelectorAll('.bar-value')].map(({ textContent }) => textContent),
  ]);
const press = (label: string) =>
  act(async () => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)!.click());
async function choose(kind: string): Promise<void> {
  const select = part('years').querySelector('select')!;
  await act(async () => {
    select.value = kind;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('records and people by year, of all kinds or of one; both drawings stand in the table', async () => {
  await drawn();
  expect(rowsOf('years')).toEqual([
    ['2021', '1', '1'],
    ['2019', '2', '1'],
    ['Without a date', '1', '1'],
  ]);
  const options = [...part('years').querySelectorAll('option')].map(({ textContent }) => textContent);
  expect(options).toEqual(['All records', 'Visits', 'Problems and health concerns']);
  await choose('encounters');
  expect(rowsOf('years')).toEqual([
    ['2021', '1', '1'],
    ['2019', '2', '1'],
  ]);
  expect(chartsOf('years')).toEqual([
    ['Visits: records by year; the table below says the numbers', ['2', '1']],
    ['Visits: patients by year; the table below says the numbers', ['1', '1']],
  ]);
  // The choice is not printed: what was chosen is.
  expect([...part('years').querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
    'Visits: records by year',
    'Visits: patients by year',
  ]);
});

test('a kind that has no dates has a table and no drawing', async () => {
  await drawn();
  await choose('problems');
  expect(rowsOf('years')).toEqual([['Without a date', '1', '1']]);
  expect(chartsOf('years')).toEqual([]);
});

test('a year of one kind leads to the people who have such a record', async () => {
  await drawn();
  await choose('encounters');
  await press('Show 1 patient: Visits, 2019');
  const [title, people] = show.mock.calls[0]!;
  expect([title, people.size, people.has(0), people.has(1)]).toEqual(['Visits, 2019', 1, true, false]);
});

test('the latest A1c by class leads to its people; what is in no class is said below', async () => {
  await drawn(a1c('e', '1', 6.9, '%'), a1c('f', '2', 51, 'mmol/mol'));
  expect(rowsOf('a1c')).toEqual([
    ['< 5.7 %', '0', '0.0 %'],
    ['5.7–6.4 %', '0', '0.0 %'],
    ['6.5–7.9 %', '1', '50.0 %'],
    ['8.0–9.0 %', '0', '0.0 %'],
    ['> 9.0 %', '0', '0.0 %'],
    ['Another unit, or none', '1', '50.0 %'],
  ]);
  expect(chartsOf('a1c')).toEqual([
    ['Patients by their latest hemoglobin A1c in percent; the table below says the numbers', ['1']],
  ]);
  await press('Show 1 patient: latest hemoglobin A1c: 6.5–7.9 %');
  expect(show.mock.calls[0]?.[1].has(0)).toBe(true);
});

test('where nobody has an A1c that is said, and nothing is drawn', async () => {
  await drawn();
  expect(part('a1c').textContent).toContain('The files hold no such result of anybody.');
  expect(chartsOf('a1c')).toEqual([]);
});

test('the same in Spanish', async () => {
  await speak({ language: 'es' });
  await drawn(a1c('e', '1', 6.9, '%'));
  await choose('encounters');
  expect(chartsOf('years')[1]?.[0]).toBe('Consultas: pacientes por año; la tabla siguiente da los números');
  expect(part('a1c').textContent).toContain('Última hemoglobina A1c');
});

test('the file has every kind by year and every class, and names nobody', async () => {
  const { population } = await populationIn(file('x.ndjson', ...records, a1c('e', '1', 6.9, '%')));
  const rows = populationRows(population, 'here').map((row) => row.slice(0, 3).join(' | '));
  expect(rows).toContain('Records by year | 2019 | 2');
  expect(rows).toContain('Patients by year | 2019 | 1');
  expect(rows).toContain('Records by year | Visits, 2019 | 2');
  expect(rows).toContain('Patients by year | Problems and health concerns, Without a date | 1');
  expect(rows).toContain('Latest hemoglobin A1c | 6.5–7.9 % | 1');
  expect(rows.join('\n')).not.toMatch(/Anna|Bert/);
});
