// @vitest-environment jsdom
/** What the timeline, a visit and what changed say of a vital sign: in the reader's units, as vital signs have it. */
import { afterEach, expect, test, vi } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, readerOf, renderChart } from '#chart/kit/render-chart.tsx';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { amount, observationSample, sampleContext } from '#fhir/record-samples.ts';
import { vitals } from '#fhir/vitals.ts';
import type { Entry } from '#fhir/visit-links.ts';
import { EntrySays } from './EntrySays.tsx';
import { saysText } from './says-text.ts';

let drawn: Drawn;
afterEach(() => drawn.remove());

const weight = observationSample('29463-7', 'Weight', { valueQuantity: amount(214.5, '[lb_av]') });
const asVital: Entry = { kind: 'vitals', record: readRecords(vitals, [weight], sampleContext())[0]! };
const asResult: Entry = {
  kind: 'laboratory',
  record: readRecords(laboratory, [weight], sampleContext())[0]!,
};

async function says(entry: Entry, system: 'metric' | 'us' | undefined): Promise<void> {
  drawn = await renderChart(<EntrySays entry={entry} />, {
    reading: fakeReading({ patientId: 'p1', resources: [] }),
    chart: { units: readerOf(system) },
  });
}

test('a vital sign stands in the reader’s unit and says that it was converted', async () => {
  await says(asVital, 'metric');
  await vi.waitFor(() => expect(drawn.text()).toBe('97.3 kg converted'), { timeout: 20_000 });
});

test('as sent, of another list, and in a file it stands as it was sent', async () => {
  await says(asVital, undefined);
  expect(drawn.text()).toBe('214.5 lb');
  drawn.remove();
  await says(asResult, 'metric');
  expect(drawn.text()).toBe('214.5 lb');
  expect(saysText(asVital)).toBe('214.5 lb');
});
