// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { amount, observationSample, sample } from '#fhir/record-samples.ts';
import { siobhan } from '#sandbox/people/siobhan.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Reports } from './Reports.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const culture = siobhan().find(
  (one) => one.resourceType === 'DiagnosticReport' && JSON.stringify(one['code']).includes('Blood culture'),
)!;

async function report(leaveOut: (resource: { readonly resourceType: string }) => boolean = () => false) {
  const reading = personReading(siobhan().filter((one) => !leaveOut(one)));
  drawn = await renderChart(<Reports />, { reading, path: `/chart/reports/DiagnosticReport/${culture.id}` });
  return drawn.box.querySelector('aside')!;
}

test('an open report says its conclusion and its results, each leading to its record', async () => {
  const panel = await report();
  expect(panel.textContent).toContain('ConclusionEscherichia coli in two of two sets.');
  const links = [...panel.querySelectorAll('.report-results a')].map((link) => link.getAttribute('href'));
  expect(links.length).toBe((culture['result'] as readonly unknown[]).length);
  for (const link of links) expect(link).toMatch(/^\/chart\/results\/Observation\//);
  expect(panel.textContent).toMatch(/Organism.*Escherichia coli/);
});

test('a result that did not arrive is named, and said not to be there', async () => {
  const panel = await report(({ resourceType }) => resourceType === 'Observation');
  expect(panel.querySelectorAll('.report-results a')).toHaveLength(0);
  expect(panel.textContent).toContain('not in what the EHR has sent');
});

test('a result of no category and an answer of social history stand in the report with what they say', async () => {
  const fraction = observationSample('10230-1', 'Left ventricular Ejection fraction', {
    id: 'o1',
    valueQuantity: amount(35, '%'),
  });
  const smoking = observationSample('72166-2', 'Tobacco smoking status', {
    id: 'o2',
    category: [{ coding: [{ code: 'social-history' }] }],
    valueCodeableConcept: { text: 'Former smoker' },
  });
  const echo = sample('DiagnosticReport', {
    id: 'r1',
    status: 'final',
    code: { text: 'Echocardiogram' },
    result: [{ reference: 'Observation/o1' }, { reference: 'Observation/o2' }],
  });
  drawn = await renderChart(<Reports />, {
    reading: personReading([{ resourceType: 'Patient', id: 'p1' }, fraction, smoking, echo]),
    path: '/chart/reports/DiagnosticReport/r1',
  });
  const rows = [...drawn.box.querySelectorAll('.report-results tr')].map((row) => [
    row.querySelector('a')?.getAttribute('href'),
    row.querySelector('td')?.textContent,
  ]);
  expect(rows).toEqual([
    ['/chart/other/Observation/o1', '35 %'],
    ['/chart/social-history/Observation/o2', 'Former smoker'],
  ]);
});
