// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { DocumentsBlock } from './care-blocks.tsx';

const report = (id: string, more: object) => ({
  resourceType: 'DiagnosticReport',
  id,
  status: 'final',
  subject: { reference: 'Patient/p1' },
  code: { text: 'Ultrasound, kidneys' },
  ...more,
});

test('what a report says in words is a note here as in its section: nobody says that there are none', async () => {
  const drawn = await renderChart(<DocumentsBlock />, {
    reading: fakeReading({ patientId: 'p1', resources: [report('r', { conclusion: 'No hydronephrosis.' })] }),
  });
  expect(drawn.text()).toContain('Ultrasound, kidneys');
  expect(drawn.text()).not.toContain('No notes or documents are recorded');
  expect(drawn.box.querySelector('.summary-all')?.textContent).toContain('All 1');
  drawn.remove();
});
