// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { answerOf } from '#chart/kit/fake-reading.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Specimens } from './Specimens.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const blood = {
  resourceType: 'Specimen',
  id: 's1',
  status: 'unsatisfactory',
  subject: { reference: 'Patient/p1' },
  accessionIdentifier: { value: 'ACC-77' },
  type: { text: 'Whole blood' },
  receivedTime: '2026-03-02',
  collection: {
    collectedDateTime: '2026-03-01',
    quantity: { value: 4, unit: 'mL' },
    bodySite: { text: 'Left arm' },
    fastingStatusCodeableConcept: { text: 'Fasting' },
  },
  container: [{ type: { text: 'EDTA tube' }, capacity: { value: 5, unit: 'mL' } }],
  processing: [{ description: 'Centrifuged', timeDateTime: '2026-03-01' }],
};

test('an open specimen says everything that was sent of it', async () => {
  const reading = personReading([{ resourceType: 'Patient', id: 'p1' }], {
    states: { Specimen: answerOf([blood]) },
  });
  drawn = await renderChart(<Specimens />, { reading, path: '/chart/specimens/Specimen/s1' });
  const panel = drawn.box.querySelector('aside')!.textContent;
  for (const said of [
    'Specimen unsatisfactory',
    'ACC-77',
    'Left arm',
    '4 mL',
    'Fasting',
    'Mar 2, 2026',
    'EDTA tube, holds 5 mL',
    'Centrifuged',
  ])
    expect(panel).toContain(said);
});
