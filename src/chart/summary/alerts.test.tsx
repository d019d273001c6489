// @vitest-environment jsdom
/** The bar of alerts: several by name and value, each in full at a click. */
import { expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { Alerts } from './Alerts.tsx';

const critical = (id: string, name: string, value: number) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
    },
  ],
  code: { text: name },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: new Date().toISOString(),
  valueQuantity: { value, unit: 'mmol/L' },
  interpretation: [{ coding: [{ code: 'HH' }] }],
});

test('one stands in full; two stand side by side, and in full at a click', async () => {
  const one = await renderChart(<Alerts />, {
    reading: fakeReading({ patientId: 'p1', resources: [critical('a', 'Potassium', 6.1)] }),
  });
  expect(one.text()).toContain('Potassium 6.1 mmol/L, critical high');
  expect(one.text()).toContain('See record');
  one.remove();

  const two = await renderChart(<Alerts />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [critical('a', 'Potassium', 6.1), critical('b', 'Lactate', 5.2)],
    }),
  });
  const chips = [...two.box.querySelectorAll('.alert-chip')].map(({ textContent }) => textContent);
  expect(chips).toHaveLength(2);
  expect(chips).toContain('‼Potassium 6.1 mmol/L, critical high');
  expect(two.text()).not.toContain('See record');
  await two.after(() => two.box.querySelector('button')?.click());
  expect(two.text().match(/See record/g)).toHaveLength(2);
  two.remove();
});
