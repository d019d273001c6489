// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { contextOf } from '#fhir/context-of.ts';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { CriticalStrip } from './CriticalStrip.tsx';

const critical = (id: string, daysAgo: number) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { text: id },
  effectiveDateTime: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
  valueQuantity: { value: 6.1, unit: 'mmol/L' },
  interpretation: [{ coding: [{ code: 'HH' }] }],
});

test('the strip says how many critical results there are in all, and how many of the days the summary speaks of', async () => {
  const resources = [critical('A', 1), critical('B', 2), critical('C', 30), critical('Zinc', 200)];
  const results = readRecords(laboratory, resources, contextOf(...resources));
  const drawn = await renderChart(<CriticalStrip results={results} />, {
    reading: fakeReading({ patientId: 'p1', resources }),
  });
  expect(drawn.text()).toContain('and 1 older, in the rows below; 4 critical in all, 3 in the last 90 days');
  expect(drawn.text()).not.toContain('Zinc');
  drawn.remove();
});
