// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { alex } from '#sandbox/people/alex.ts';
import { david } from '#sandbox/people/david.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Vitals } from './Vitals.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

async function vitals(resources: readonly unknown[], path = '/chart/vitals') {
  drawn = await renderChart(<Vitals />, { reading: personReading(resources), path });
}
const names = (): readonly string[] =>
  [...drawn.box.querySelectorAll('tbody th')].map((name) => name.textContent);

test('the latest of each, in the order clinicians read them, blood pressure as one', async () => {
  await vitals(david());
  expect(names().slice(0, 5)).toEqual([
    'Blood pressure',
    'Heart rate',
    'Respiratory rate',
    'Temperature',
    'Oxygen saturation',
  ]);
  const [pressure] = drawn.box.querySelectorAll('tbody tr');
  expect(pressure!.textContent).toContain('148/92 mmHg');
});

test('a child’s percentiles are there as they were sent', async () => {
  await vitals(alex());
  expect(names().some((name) => /percentile/i.test(name))).toBe(true);
});

test('by date: one line a sign, both pressures in one', async () => {
  await vitals(david());
  await drawn.after(() =>
    [...drawn.box.querySelectorAll('button')].find((one) => one.textContent === 'By date')!.click(),
  );
  const [first] = [...drawn.box.querySelectorAll('.sheet tbody tr')].map((row) => row.textContent);
  expect(first).toMatch(/^Blood pressure mmHg148\/92/);
});

test('an open blood pressure draws both pressures and names its parts', async () => {
  await vitals(david());
  const link = drawn.box.querySelector<HTMLAnchorElement>('tbody a')!;
  await drawn.after(() => link.click());
  const panel = drawn.box.querySelector('aside')!;
  expect(panel.textContent).toContain('2 parts');
  expect(panel.querySelectorAll('.trend-one')).toHaveLength(1);
});

test('by date: each value of a sign says which of its measurements it is; flow and concentration stand apart', async () => {
  const sign = (id: string, code: string, display: string, value: number, unit: string) => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [{ coding: [{ code: 'vital-signs' }] }],
    code: { coding: [{ system: 'http://loinc.org', code, display }] },
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: `2026-01-0${id}T08:00:00Z`,
    valueQuantity: { value, unit },
  });
  await vitals([
    { resourceType: 'Patient', id: 'p1' },
    sign('1', '8331-1', 'Oral temperature', 37, 'Cel'),
    sign('2', '8332-9', 'Rectal temperature', 38, 'Cel'),
    sign('3', '3150-0', 'Inhaled oxygen concentration', 40, '%'),
    sign('4', '3151-8', 'Inhaled oxygen flow rate', 6, 'L/min'),
  ]);
  await drawn.after(() =>
    [...drawn.box.querySelectorAll('button')].find((one) => one.textContent === 'By date')!.click(),
  );
  const rows = [...drawn.box.querySelectorAll('.sheet tbody tr')].map((row) => row.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^Temperature.*38.*Rectal temperature.*37.*Oral temperature/),
    expect.stringMatching(/^Inhaled oxygen concentration %40$/),
    expect.stringMatching(/^Inhaled oxygen flow rate L\/min6$/),
  ]);
});
