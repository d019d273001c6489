// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { seriesOf } from '#fhir/trend.ts';
import { amount, laboratorySample, sampleContext } from '#fhir/record-samples.ts';
import { testKey } from '#fhir/test-key.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { trendTakes } from '#chart/kit/take/trend-takes.ts';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Trend } from './Trend.tsx';
import { trendTable } from './trend-table.ts';
import './TrendChart.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const potassium = (id: string, date: string, value: object, more: object = {}) =>
  laboratorySample('2823-3', 'Potassium', { id, effectiveDateTime: date, valueQuantity: value, ...more });

const resources = [
  potassium('a', '2024-03-01', amount(4.5, 'mmol/L')),
  potassium('b', '2025-03-01', { ...amount(5, 'mmol/L'), comparator: '<' }),
  potassium('c', '2026-03-01', amount(6.1, 'mmol/L'), {
    interpretation: [{ coding: [{ code: 'HH' }] }],
    referenceRange: [{ low: amount(3.5, 'mmol/L'), high: amount(5.1, 'mmol/L') }],
  }),
  laboratorySample('2823-3', 'Potassium', { id: 'd', valueString: 'hemolyzed' }),
];

async function trend(opened: string[] = []) {
  const records = readRecords(laboratory, resources, sampleContext(resources));
  const record = records.find(({ key }) => key === 'Observation/c')!;
  const reading = fakeReading({ patientId: 'p1', resources: [] });
  drawn = await renderChart(<Trend record={record} all={records} onOpen={(key) => opened.push(key)} />, {
    reading,
  });
  const press = (label: RegExp) =>
    drawn.after(() =>
      [...drawn.box.querySelectorAll('button')].find((one) => label.test(one.textContent))!.click(),
    );
  return { press };
}

test('every value is drawn, a bound as an arrow; what cannot be drawn is said', async () => {
  await trend();
  expect(drawn.box.querySelectorAll('.trend-point')).toHaveLength(3);
  expect(drawn.box.querySelectorAll('.trend-point[data-bound]')).toHaveLength(1);
  expect(drawn.text()).toContain('1 result of this test without a number cannot be drawn.');
  // It lies between the two values: nothing is left to join.
  expect([...drawn.box.querySelectorAll('.trend-line')].map((one) => one.getAttribute('d'))).toEqual([
    expect.not.stringContaining('L'),
    expect.not.stringContaining('L'),
  ]);
  expect(drawn.text()).toContain('1 value is only a limit');
  const slider = drawn.box.querySelector('input')!;
  await drawn.after(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(slider, '1');
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(slider.getAttribute('aria-valuetext')).toBe('Mar 1, 2025 · below 5 mmol/L');
});

test('the keyboard reads each value through a slider that says it in words', async () => {
  await trend();
  const slider = drawn.box.querySelector('input')!;
  expect(slider.type).toBe('range');
  expect(slider.getAttribute('aria-valuetext')).toBe(
    'Mar 1, 2026 · 6.1 mmol/L · Critical high · range 3.5–5.1',
  );
  expect([slider.min, slider.max, slider.value]).toEqual(['0', '2', '2']);
});

test('the table says what the drawing shows, the newest first, and opens each value', async () => {
  const opened: string[] = [];
  const { press } = await trend(opened);
  await press(/Show as table/);
  const rows = [...drawn.box.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toEqual([
    'Mar 1, 2026‼Critical high 6.13.5–5.1 · Critical high',
    'Mar 1, 2025<5below 5',
    'Mar 1, 20244.5',
  ]);
  await press(/Mar 1, 2024/);
  expect(opened).toEqual(['Observation/a']);
});

test('each drawing says what it shows and in which unit, another test beside the open one too', async () => {
  const sodium = ['2025-03-01', '2026-03-01'].map((date, at) =>
    laboratorySample('2951-2', 'Sodium', {
      id: `s${at}`,
      effectiveDateTime: date,
      valueQuantity: amount(140 + at, 'meq/L'),
    }),
  );
  const records = readRecords(laboratory, [...resources, ...sodium], sampleContext([]));
  const record = records.find(({ key }) => key === 'Observation/c')!;
  const reading = fakeReading({ patientId: 'p1', resources: [{ resourceType: 'Patient', id: 'p1' }] });
  const other = testKey(records.find(({ key }) => key === 'Observation/s1')!)!;
  drawn = await renderChart(<Trend record={record} all={records} />, {
    reading,
    chart: { memory: new Map([[`trend beside ${testKey(record)!}`, [other]]]) },
  });
  const chart = { memory: new Map(), reading } as unknown as Chart;
  const labels = trendTakes(drawn.box, [], chart).map(({ label }) => label);
  expect(labels).toEqual([
    'Save as a drawing (SVG): Potassium (mmol/L)',
    'Save as a picture (PNG): Potassium (mmol/L)',
    'Save as a drawing (SVG): Sodium (mEq/L)',
    'Save as a picture (PNG): Sodium (mEq/L)',
  ]);
});

test('a test set beside it has all its values, whatever their units, and says what cannot be drawn', async () => {
  const sodium = (id: string, date: string | undefined, value: object | undefined) =>
    laboratorySample('2951-2', 'Sodium', { id, effectiveDateTime: date, valueQuantity: value });
  const records = readRecords(
    laboratory,
    [
      ...resources,
      sodium('e', '2024-03-01', amount(140, 'mmol/L')),
      sodium('f', '2025-03-01', amount(141, 'mmol/L')),
      sodium('g', '2026-03-01', amount(0.139, 'mol/L')),
      sodium('h', '2026-04-01', amount(7, 'index')),
      sodium('i', undefined, amount(138, 'mmol/L')),
    ],
    sampleContext(resources),
  );
  drawn = await renderChart(
    <Trend record={records.find(({ key }) => key === 'Observation/c')!} all={records} />,
    { reading: fakeReading({ patientId: 'p1', resources: [] }) },
  );
  const choice = drawn.box.querySelector<HTMLSelectElement>('.trend-compare select')!;
  await drawn.after(() => {
    choice.value = [...choice.options].find(({ text }) => text.startsWith('Sodium'))!.value;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() => expect(drawn.text()).toContain('1 value converted to mmol/L.'), { timeout: 20_000 });
  const shapes = [...drawn.box.querySelectorAll('.trend-one')].map((one) => [
    one.querySelector('h3')?.textContent.trim(),
    one.querySelectorAll('.trend-point').length,
  ]);
  expect(shapes).toEqual([
    ['Potassium mmol/L', 3],
    ['Sodium mmol/L', 3],
    ['Sodium index', 1],
  ]);
  expect(drawn.text()).toContain('Sodium: 1 value without a date cannot be drawn.');
  expect(drawn.text()).toContain('Sodium: Values in units that cannot be converted');
});

test('the values can be saved as a table, whether they are drawn or not', async () => {
  const records = readRecords(laboratory, resources, sampleContext(resources));
  const { rows } = trendTable(seriesOf(records[0]!, records).lines);
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    ['Potassium', '2026-03-01', '6.1', 'mmol/L', 'Critical high', '3.5–5.1'],
    ['Potassium', '2025-03-01', '<5', 'mmol/L', '', ''],
    ['Potassium', '2024-03-01', '4.5', 'mmol/L', '', ''],
  ]);
  const { press } = await trend();
  await press(/Show as table/);
  expect(drawn.box.querySelector('[aria-haspopup="menu"]')?.getAttribute('aria-label')).toBe(
    'Save this trend',
  );
});

const point = (type: string, pointerType: string, clientX: number): Event =>
  new PointerEvent(type, { bubbles: true, pointerType, clientX });
const readOut = () => drawn.box.querySelector('.trend-read-out')!.textContent;

test('a finger’s first tap reads a value out and leaves it there, its second opens it, one elsewhere lets it go', async () => {
  const opened: string[] = [];
  await trend(opened);
  const drawing = drawn.box.querySelector('.trend-control svg')!;
  const tap = (clientX: number) =>
    drawn.after(() => {
      for (const type of ['pointerdown', 'pointerup', 'pointerout']) {
        drawing.dispatchEvent(point(type, 'touch', clientX));
      }
      drawing.dispatchEvent(point('click', 'touch', clientX));
    });
  await tap(0);
  expect(readOut()).toBe('Mar 1, 2024 · 4.5 mmol/L');
  expect(opened).toEqual([]);
  await tap(1000);
  expect(readOut()).toContain('Mar 1, 2026 · 6.1 mmol/L');
  await tap(0);
  expect(opened).toEqual([]);
  await tap(0);
  expect(opened).toEqual(['Observation/a']);
  expect(readOut()).toBe('Mar 1, 2024 · 4.5 mmol/L');
  await drawn.after(() => {
    for (const [type, x] of [
      ['pointerdown', 0],
      ['pointermove', 1000],
      ['pointermove', 0],
      ['click', 0],
    ] as const) {
      drawing.dispatchEvent(point(type, 'touch', x));
    }
  });
  expect(opened).toEqual(['Observation/a']);
  await drawn.after(() => document.body.dispatchEvent(point('pointerdown', 'touch', 0)));
  expect(readOut()).toBe('3 values, Mar 1, 2024 – Mar 1, 2026');
});

test('a mouse reads out what it is over, opens it with one click, and takes the read-out with it', async () => {
  const opened: string[] = [];
  await trend(opened);
  const drawing = drawn.box.querySelector('.trend-control svg')!;
  const send = (type: string) => drawn.after(() => drawing.dispatchEvent(point(type, 'mouse', 0)));
  await send('pointermove');
  expect(readOut()).toBe('Mar 1, 2024 · 4.5 mmol/L');
  await send('pointerdown');
  await send('click');
  expect(opened).toEqual(['Observation/a']);
  await send('pointerout');
  expect(readOut()).not.toContain('4.5');
});
