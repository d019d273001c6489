// @vitest-environment jsdom
/** A test that came in two units: the summary says nothing of an older value over a newer one's head. */
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import type { FhirResource } from '#fhir/json.ts';
import { amount, laboratorySample, observationSample } from '#fhir/record-samples.ts';
import { Alerts } from './Alerts.tsx';
import { ResultsBlock, VitalsBlock } from './result-blocks.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

async function draw(view: ReactNode, resources: readonly FhirResource[]): Promise<string> {
  drawn = await renderChart(view, { reading: fakeReading({ patientId: 'p1', resources }) });
  return drawn.text();
}

/** Seventy, then eighty in pounds, then seventy-five; the last in kilograms again. */
const course = [
  ['2020-03-01', 70, 'kg'],
  ['2025-10-01', 176, '[lb_av]'],
  ['2026-01-10', 75, 'kg'],
] as const;
const category = [{ coding: [{ code: 'vital-signs' }] }];
const weights = course.map(([day, value, unit]) =>
  observationSample('29463-7', 'Weight', {
    id: day,
    effectiveDateTime: day,
    valueQuantity: amount(value, unit),
    category,
  }),
);

test('vital signs: neither a direction nor a value before', async () => {
  const said = await draw(<VitalsBlock />, weights);
  expect(said).toContain('75 kg');
  expect(said).not.toMatch(/\b(from|up|down)\b/);
});

test('results: neither, and no line between the two', async () => {
  const results = course.map(([day, value, unit]) =>
    laboratorySample('29463-7', 'Weight', {
      id: day,
      effectiveDateTime: day,
      valueQuantity: amount(value, unit),
    }),
  );
  const said = await draw(<ResultsBlock />, results);
  expect(said).toContain('75 kg');
  expect(said).not.toMatch(/\b(from|up|down)\b/);
  expect(drawn.box.querySelector('.sparkline')).toBeNull();
});

test('a critical value: not what it was before that', async () => {
  const newest = {
    interpretation: [{ coding: [{ code: 'HH' }] }],
    effectiveDateTime: new Date().toISOString(),
  };
  const said = await draw(<Alerts />, [...weights.slice(0, 2), { ...weights[2]!, ...newest }]);
  expect(said).toContain('75 kg');
  expect(said).not.toContain('was 70');
});
