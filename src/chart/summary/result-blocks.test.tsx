// @vitest-environment jsdom
/** Results and vital signs of which none can stand on the summary: they are not said to be past. */
import { afterEach, expect, test } from 'vitest';
import { answerOf, fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import type { FhirResource, JsonObject } from '#fhir/json.ts';
import { amount, laboratorySample, observationSample } from '#fhir/record-samples.ts';
import { ResultsBlock, VitalsBlock } from './result-blocks.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const undated = laboratorySample('2823-3', 'Potassium', {
  id: '1',
  effectiveDateTime: undefined,
  valueQuantity: amount(4.1, 'mmol/L'),
});
const registered = laboratorySample('2951-2', 'Sodium', { id: '2', status: 'registered' });
const absent = laboratorySample('2345-7', 'Glucose', {
  id: '3',
  dataAbsentReason: { coding: [{ code: 'not-performed' }] },
});
const results: readonly FhirResource[] = [undated, registered, absent];

const vitalSign = (fields: JsonObject): FhirResource =>
  observationSample('8867-4', 'Heart rate', { category: [{ coding: [{ code: 'vital-signs' }] }], ...fields });

test('results without a date or a value are no past records: which are missing is said, and where all are', async () => {
  drawn = await renderChart(<ResultsBlock />, {
    reading: fakeReading({ patientId: 'p1', resources: results }),
  });
  expect(drawn.box.querySelector('.absence')?.textContent).toBe(
    'No current result has a date and a value; 3 in the list.',
  );
  expect(drawn.text()).not.toContain('past');
  const link = drawn.box.querySelector('.summary-all');
  expect(link?.getAttribute('href')).toBe('/chart/results');
  expect(link?.textContent).toContain('All 3');
});

test('where not all of them came, no more is claimed than was read', async () => {
  drawn = await renderChart(<ResultsBlock />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [],
      states: { Observation: answerOf(results, { more: true }) },
    }),
  });
  expect(drawn.text()).toContain('No current result that was read has a date and a value; 3 in the list.');
});

test('a dated value stands there, and nothing is said to be missing', async () => {
  const dated = laboratorySample('2823-3', 'Potassium', { id: '4', valueQuantity: amount(4.2, 'mmol/L') });
  drawn = await renderChart(<ResultsBlock />, {
    reading: fakeReading({ patientId: 'p1', resources: [...results, dated] }),
  });
  expect(drawn.box.querySelectorAll('.summary-rows li')).toHaveLength(1);
  expect(drawn.box.querySelector('.absence')).toBeNull();
});

test('a vital sign that has no value yet is no past record either', async () => {
  drawn = await renderChart(<VitalsBlock />, {
    reading: fakeReading({ patientId: 'p1', resources: [vitalSign({ id: '5', status: 'registered' })] }),
  });
  expect(drawn.box.querySelector('.absence')?.textContent).toBe(
    'No current measurement has a value; 1 in the list.',
  );
});
