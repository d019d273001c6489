// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { type Drawn, readerOf, renderChart } from '#chart/kit/render-chart.tsx';
import { vitalList } from '#chart/vitals/vital-list.tsx';
import { readRecords } from '#fhir/kind.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { amount, observationSample, sampleContext } from '#fhir/record-samples.ts';
import { vitals } from '#fhir/vitals.ts';
import { PaperTable } from './PaperTable.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const temperature = observationSample('8310-5', 'Temperature', {
  valueQuantity: amount(98.4, '[degF]'),
  referenceRange: [{ high: amount(99, '[degF]') }],
});

test.each([
  ['metric', '36.9 °C converted from 98.4 °F'],
  ['us', '98.4 °F'],
  [undefined, '98.4 °F'],
] as const)(
  'vital signs on paper, %s: in the reader’s unit, with how they were sent',
  async (system, said) => {
    drawn = await renderChart(
      <PaperTable
        kind="vitals"
        shape={vitalList(() => undefined) as unknown as ListShape<ChartRecord>}
        records={readRecords(vitals, [temperature], sampleContext())}
      />,
      { reading: fakeReading({ patientId: 'p1', resources: [] }), chart: { units: readerOf(system) } },
    );
    const cell = (at: number) => drawn.box.querySelectorAll('tbody td')[at]?.textContent;
    await vi.waitFor(() => expect(cell(0)).toBe(said), { timeout: 20_000 });
    expect(cell(1)).toContain('99 °F');
  },
);
