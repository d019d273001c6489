// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { alex } from '#sandbox/people/alex.ts';
import { david } from '#sandbox/people/david.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Vitals } from './Vitals.tsx';
import { parseDateTime } from '#fhir/dates.ts';
import { amount, observationSample } from '#fhir/record-samples.ts';
import '#chart/kit/RecordDetails.tsx';
import '#chart/kit/take/TakeMenuList.tsx';
import './growth/Growth.tsx';
import { growthTable } from './growth/growth-takes.ts';

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

test('growth curves stand with nothing beside them that would not change them', async () => {
  await vitals(alex());
  const button = (name: string) =>
    [...drawn.box.querySelectorAll('button')].find((one) => one.textContent === name);
  expect(button('Abnormal only')).toBeDefined();
  button('Growth')!.focus();
  await drawn.after(() => button('Growth')!.click());
  expect(document.activeElement).toBe(button('Growth'));
  expect(button('Abnormal only')).toBeUndefined();
  expect(drawn.box.querySelector('input[type=search]')).toBeNull();
  expect(drawn.box.textContent).not.toContain('In the order clinicians read them.');
  await drawn.after(() => button('By date')!.click());
  expect(button('Abnormal only')).toBeDefined();
});

test('nothing abnormal is said as that, and not as nothing current', async () => {
  await vitals(david());
  const button = [...drawn.box.querySelectorAll('button')].find(
    (one) => one.textContent === 'Abnormal only',
  )!;
  await drawn.after(() => button.click());
  expect(drawn.box.textContent).toContain('No record here fits “Abnormal only”.');
  expect(drawn.box.textContent).not.toContain('is current');
});

test('an open blood pressure draws both pressures and names its parts', async () => {
  await vitals(david());
  const link = drawn.box.querySelector<HTMLAnchorElement>('tbody a')!;
  await drawn.after(() => link.click());
  const panel = drawn.box.querySelector('aside')!;
  expect(panel.textContent).toContain('2 parts');
  expect(panel.querySelectorAll('.trend-one')).toHaveLength(1);
});

test('a column that says nothing of any row is left out; a date that all rows share is said once above them', async () => {
  const pulse = (id: string, code: string, day: string, more: object = {}) =>
    observationSample(code, code, {
      id,
      category: [{ coding: [{ code: 'vital-signs' }] }],
      subject: { reference: 'Patient/p1' },
      effectiveDateTime: day,
      valueQuantity: { value: 60, unit: '/min' },
      ...more,
    });
  const patient = { resourceType: 'Patient', id: 'p1' };
  const heads = () => [...drawn.box.querySelectorAll('thead th')].map((one) => one.textContent);
  await vitals([patient, pulse('1', '8867-4', '2026-01-05'), pulse('2', '9279-1', '2026-01-05')]);
  expect(heads()).toEqual(['Name', 'Result', 'Course']);
  expect(drawn.text()).toContain('All taken Jan 5, 2026');
  drawn.remove();
  const high = { interpretation: [{ coding: [{ code: 'H' }] }] };
  await vitals([patient, pulse('1', '8867-4', '2026-01-05', high), pulse('2', '9279-1', '2026-01-06')]);
  expect(heads()).toEqual(['Name', 'Result', 'Flag', 'Course', 'Date']);
  expect(drawn.text()).not.toContain('All taken');
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

test('percentiles of a child born preterm say that the age is corrected, and follow the reader’s choice', async () => {
  vi.useFakeTimers({ now: new Date('2026-06-15T12:00:00Z'), toFake: ['Date'] });
  const of = (code: string, display: string, on: string, value: object) => ({
    ...observationSample(code, display, { id: code, effectiveDateTime: on, valueQuantity: value }),
    category: [{ coding: [{ code: 'vital-signs' }] }],
  });
  await vitals([
    { resourceType: 'Patient', id: 'p1', birthDate: '2026-01-01', gender: 'female' },
    of('29463-7', 'Body weight', '2026-06-01', amount(6, 'kg')),
    of('76516-4', 'Gestational age--at birth', '2026-01-01', amount(30, 'wk')),
  ]);
  const weight = () =>
    [...drawn.box.querySelectorAll('tbody tr')].find((row) => row.textContent.startsWith('Body weight'))!
      .textContent;
  const press = (label: string) =>
    drawn.after(() =>
      [...drawn.box.querySelectorAll('button')].find((one) => one.textContent === label)!.click(),
    );
  await vi.waitFor(
    () => expect(weight()).toMatch(/percentile \(.*\) for the corrected age, worked out here/),
    { timeout: 20_000 },
  );
  await press('Growth');
  await press('Ages from the date of birth');
  await press('Latest of each');
  await vi.waitFor(() => expect(weight()).toMatch(/percentile \(.*\), worked out here/), { timeout: 20_000 });
  await press('Growth');
  await drawn.after(() =>
    drawn.box.querySelector<HTMLElement>('.growth-tools [aria-haspopup="menu"]')!.click(),
  );
  const items = await vi.waitFor(
    () => {
      const found = [...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent);
      expect(found.length).toBeGreaterThan(0);
      return found;
    },
    { timeout: 20_000 },
  );
  expect(items).toEqual([
    'Save the values as a table (CSV)',
    'Save as a drawing (SVG): Weight kg',
    'Save as a picture (PNG): Weight kg',
  ]);
  vi.useRealTimers();
});

test('growth as a table: each measurement with its percentile and z-score, as figures', () => {
  const point = {
    key: 'Observation/w',
    measure: 'weight',
    when: { kind: 'date', date: parseDateTime('2026-06-01')! },
    days: 151,
    months: 5,
    corrected: true,
    value: 6,
    sent: '6.0 kg',
    derived: false,
    reference: 'who',
    z: -1.234,
    percentile: 10.866,
  } as const;
  expect(growthTable([point]).rows).toEqual([
    [
      'Weight',
      '2026-06-01',
      '4 months corrected',
      '6.0 kg',
      'WHO standards, birth to 2 years',
      '10.87',
      '-1.23',
      'Observation/w',
    ],
  ]);
});

test('a weight that came in pounds in between: nothing is said or drawn from the older kilograms', async () => {
  const weight = (day: string, value: number, unit: string) =>
    observationSample('29463-7', 'Weight', {
      id: day,
      effectiveDateTime: day,
      category: [{ coding: [{ code: 'vital-signs' }] }],
      valueQuantity: amount(value, unit),
    });
  const kilograms = [weight('2020-03-01', 70, 'kg'), weight('2026-01-10', 75, 'kg')];
  const course = (): Element => drawn.box.querySelector('.vitals-latest .vitals-course')!;
  await vitals(kilograms);
  expect(course().textContent).toContain('from 70');
  expect(course().querySelector('.sparkline')).not.toBeNull();
  drawn.remove();
  await vitals([...kilograms, weight('2025-10-01', 176, '[lb_av]')]);
  expect(course().textContent).toBe('');
  expect(course().querySelector('.sparkline')).toBeNull();
});
