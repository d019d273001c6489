// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { parseDateTime } from '#fhir/dates.ts';
import type { GrowthPoint } from '#fhir/growth/growth-points.ts';
import { loadGrowthTables } from '#fhir/growth/growth-reference.ts';
import { GrowthChart } from './GrowthChart.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const weight = (key: string, months: number, value: number): GrowthPoint => ({
  key,
  measure: 'weight',
  when: { kind: 'date', date: parseDateTime(`2026-0${months}-01`)! },
  days: months * 30,
  months,
  corrected: false,
  value,
  sent: `${value} kg`,
  derived: false,
  reference: 'who',
  z: undefined,
  percentile: undefined,
});

test('a finger’s first tap reads a measurement out and leaves it there, its second opens it', async () => {
  const opened: string[] = [];
  drawn = await renderChart(
    <GrowthChart
      points={[weight('a', 1, 4), weight('b', 6, 7)]}
      growth={{ measure: 'weight', reference: 'who', sex: 'female' }}
      tables={await loadGrowthTables()}
      onOpen={(key) => opened.push(key)}
    />,
    { reading: fakeReading({ patientId: 'p1', resources: [] }) },
  );
  const drawing = drawn.box.querySelector('.trend-control svg')!;
  const send = (type: string, pointerType: string) =>
    drawing.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType, clientX: 0 }));
  const tap = () =>
    drawn.after(() => {
      for (const type of ['pointerdown', 'pointerup', 'pointerout', 'click']) send(type, 'touch');
    });
  const readOut = () => drawn.box.querySelector('.trend-read-out')!.textContent;
  expect(readOut()).toContain('7 kg');
  await tap();
  expect(readOut()).toContain('4 kg');
  expect(opened).toEqual([]);
  await tap();
  expect(opened).toEqual(['a']);
  await drawn.after(() =>
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' })),
  );
  expect(readOut()).toContain('7 kg');
  await drawn.after(() => send('pointerdown', 'mouse'));
  await drawn.after(() => send('click', 'mouse'));
  expect(opened).toEqual(['a', 'a']);
});
