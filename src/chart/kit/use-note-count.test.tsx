// @vitest-environment jsdom
/** Lists are as long as what came inside reports makes them. */
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import '#fhir/kinds.ts';
import { fakeReading } from './fake-reading.ts';
import { renderChart } from './render-chart.tsx';
import { useResultsInReports } from './use-note-count.ts';

function Count(): ReactNode {
  return useResultsInReports();
}

test('results that came inside reports are counted; those of a report in error are not', async () => {
  const report = (id: string, status: string) => ({
    resourceType: 'DiagnosticReport',
    id,
    status,
    subject: { reference: 'Patient/p1' },
    contained: [{ resourceType: 'Observation', id: 'r', status: 'final', code: { text: 'Potassium' } }],
    result: [{ reference: '#r' }],
  });
  const resources = [report('1', 'final'), report('2', 'entered-in-error')];
  const drawn = await renderChart(<Count />, { reading: fakeReading({ patientId: 'p1', resources }) });
  expect(drawn.text()).toBe('1');
  drawn.remove();
});
