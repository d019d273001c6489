// @vitest-environment jsdom
/** A reader's units on the summary: the same as in vital signs, marked the same. */
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, readerOf, renderChart } from '#chart/kit/render-chart.tsx';
import type { FhirResource, JsonObject } from '#fhir/json.ts';
import { amount, laboratorySample, observationSample } from '#fhir/record-samples.ts';
import { Alerts } from './Alerts.tsx';
import { ResultsBlock, VitalsBlock } from './result-blocks.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const sign = (code: string, name: string, fields: JsonObject): FhirResource =>
  observationSample(code, name, { category: [{ coding: [{ code: 'vital-signs' }] }], ...fields });
const weight = (id: string, day: string, value: number): FhirResource =>
  sign('29463-7', 'Weight', { id, effectiveDateTime: day, valueQuantity: amount(value, '[lb_av]') });
const weights = [weight('1', '2026-02-01', 216.5), weight('2', '2026-03-01', 214.5)];

async function draw(view: ReactNode, resources: readonly FhirResource[], system?: 'metric' | 'us') {
  drawn = await renderChart(view, {
    reading: fakeReading({ patientId: 'p1', resources }),
    chart: { units: readerOf(system) },
  });
}
const says = (text: string): Promise<void> =>
  vi.waitFor(() => expect(drawn.text()).toContain(text), { timeout: 20_000 });

test('a vital sign and the value before it stand in the reader’s unit', async () => {
  await draw(<VitalsBlock />, weights, 'metric');
  await says('97.3 kg converted');
  expect(drawn.text()).toContain('from 98.2');
  expect(drawn.text()).not.toContain('lb');
  expect(drawn.box.querySelector('.value-converted')?.getAttribute('title')).toBe('converted from 214.5 lb');
});

test('as sent, and in units that it was sent in, nothing is converted', async () => {
  for (const system of [undefined, 'us'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await draw(<VitalsBlock />, weights, system);
    expect(drawn.text()).toContain('214.5 lb');
    expect(drawn.text()).toContain('from 216.5');
    expect(drawn.text()).not.toContain('converted');
    drawn.remove();
  }
});

test('a weight that the laboratory lists stands as it was sent, there and here', async () => {
  const [first, second] = ['2026-02-01', '2026-03-01'].map((day, at) =>
    laboratorySample('29463-7', 'Weight', {
      id: `l${at}`,
      effectiveDateTime: day,
      valueQuantity: amount(215 - at, '[lb_av]'),
    }),
  );
  await draw(<ResultsBlock />, [first!, second!], 'metric');
  expect(drawn.text()).toContain('214 lb');
  expect(drawn.text()).toContain('from 215');
});

const feverish = (id: string, value: number, hoursAgo: number): FhirResource =>
  sign('8310-5', 'Temperature', {
    id,
    effectiveDateTime: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
    valueQuantity: amount(value, '[degF]'),
    interpretation: [{ coding: [{ code: value > 105 ? 'HH' : 'N' }] }],
    referenceRange: [{ high: amount(99, '[degF]') }],
  });

test('a critical vital sign too, in full with what it was and in brief; its range has the unit it was sent in', async () => {
  const fever = [feverish('1', 98.6, 48), feverish('2', 105.8, 1)];
  await draw(<Alerts />, fever, 'metric');
  await says('Temperature 41.0 °C converted, critical high');
  expect(drawn.text()).toContain('was 37.0 °C on');
  expect(drawn.text()).toContain('99 °F');
  drawn.remove();

  const pulse = sign('8867-4', 'Heart rate', {
    id: '3',
    effectiveDateTime: new Date().toISOString(),
    valueQuantity: amount(220, '/min'),
    interpretation: [{ coding: [{ code: 'HH' }] }],
  });
  await draw(<Alerts />, [...fever, pulse], 'metric');
  await says('Temperature 41.0 °C converted, critical high');
  expect(drawn.box.querySelectorAll('.alert-chip')).toHaveLength(2);
});
