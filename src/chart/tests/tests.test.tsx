// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { answerOf } from '#chart/kit/fake-reading.ts';
import type { FhirResource } from '#fhir/json.ts';
import { Tests } from './Tests.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const subject = { reference: 'Patient/p1' };
const category = [{ coding: [{ code: 'procedure' }] }];
const wave: FhirResource = {
  resourceType: 'Observation',
  id: 'ecg',
  status: 'final',
  subject,
  category,
  code: { text: 'ECG lead II' },
  effectiveDateTime: '2026-03-01',
  valueSampledData: { origin: { value: 0, unit: 'mV' }, period: 10, dimensions: 1, data: '1 2 E 3 4' },
};
const study: FhirResource = {
  resourceType: 'ImagingStudy',
  id: 'ct',
  status: 'available',
  subject,
  started: '2026-02-01',
  description: 'CT of the chest',
  numberOfSeries: 1,
  numberOfInstances: 2,
  series: [{ uid: '1', modality: { code: 'CT', display: 'Computed Tomography' }, numberOfInstances: 2 }],
};

async function tests(path = '/chart/tests') {
  // An imaging study comes with no search of its own here: whichever search brings it, it is placed by its type.
  const reading = personReading([{ resourceType: 'Patient', id: 'p1' }], {
    states: { Observation: answerOf([wave, study]) },
  });
  drawn = await renderChart(<Tests />, { reading, path });
}

test('findings and imaging studies in one list, newest first', async () => {
  await tests();
  const rows = [...drawn.box.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows[0]).toContain('ECG lead II');
  expect(rows[1]).toContain('1 series, 2 images');
});

test('a waveform is drawn with gaps where the source marks an error', async () => {
  await tests('/chart/tests/Observation/ecg');
  const path = drawn.box.querySelector('.waveform path')!.getAttribute('d')!;
  expect(path.match(/M/g)).toHaveLength(2);
  expect(drawn.box.querySelector('figcaption')!.textContent).toContain('5 samples, 0.05 s, in mV');
});

test('an open study says its series, and where the pictures are', async () => {
  await tests('/chart/tests/ImagingStudy/ct');
  const panel = drawn.box.querySelector('aside')!.textContent;
  expect(panel).toContain('Computed Tomography, 2 images');
  expect(panel).toContain('The pictures themselves stay in the imaging system.');
});
