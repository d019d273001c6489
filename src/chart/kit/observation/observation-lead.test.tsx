// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, readerOf, renderChart } from '#chart/kit/render-chart.tsx';
import { readRecords } from '#fhir/kind.ts';
import { amount, observationSample, sampleContext } from '#fhir/record-samples.ts';
import { vitals } from '#fhir/vitals.ts';
import { ObservationLead } from './ObservationLead.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const weight = observationSample('29463-7', 'Weight', { valueQuantity: amount(214.5, '[lb_av]') });
const [record] = readRecords(vitals, [weight], sampleContext());

test.each([
  ['metric', '97.3 kg converted from 214.5 lb'],
  [undefined, '214.5 lb'],
] as const)('an open vital sign, %s: in the reader’s unit, with how it was sent', async (system, said) => {
  drawn = await renderChart(<ObservationLead record={record!} all={[record!]} onOpen={() => undefined} />, {
    reading: fakeReading({ patientId: 'p1', resources: [] }),
    chart: { units: readerOf(system) },
  });
  const value = () => drawn.box.querySelector('.observation-value')?.textContent;
  await vi.waitFor(() => expect(value()).toBe(said), { timeout: 20_000 });
});
