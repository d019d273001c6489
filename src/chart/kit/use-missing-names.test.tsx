// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { FhirResource } from '#fhir/json.ts';
import { Demographics } from '#chart/demographics/Demographics.tsx';
import { fakeReading } from './fake-reading.ts';
import { type Drawn, renderChart } from './render-chart.tsx';
import './RecordDetails.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const person: FhirResource = {
  resourceType: 'Patient',
  id: '1',
  name: [{ family: 'EXAMPLE', given: ['EVA'] }],
  managingOrganization: { reference: 'Organization/practice' },
};
const practice: FhirResource = { resourceType: 'Organization', id: 'practice', name: 'Harbor Street Clinic' };

test('a practice known by reference alone is asked for once, and its name then stands on the page', async () => {
  const arrived: FhirResource[] = [person];
  const asked: string[] = [];
  const reading = {
    ...fakeReading({ patientId: '1', resources: arrived }),
    fetchReference: (reference: string) => {
      asked.push(reference);
      arrived.push(practice);
      return Promise.resolve(practice);
    },
  };
  drawn = await renderChart(<Demographics />, { reading, path: '/chart/demographics' });
  expect(drawn.text()).toContain('Harbor Street Clinic');
  expect(asked).toEqual(['Organization/practice']);
});

test('what cannot be had stays as it was sent', async () => {
  drawn = await renderChart(<Demographics />, {
    reading: fakeReading({ patientId: '1', resources: [person] }),
  });
  expect(drawn.text()).toContain('Organization/practice');
});
