// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { speak } from '#i18n/speech.ts';
import { david } from '#sandbox/people/david.ts';
import { hostile } from '#sandbox/people/hostile.ts';
import type { Resource } from '#sandbox/people/resource.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { listsOf } from '#chart/lists.ts';
import { sections } from '#chart/sections.ts';
import { TakeAway } from './TakeAway.tsx';
import '#chart/kit/document/PdfPages.tsx';
import '#chart/kit/trend/TrendChart.tsx';

let drawn: Drawn | undefined;
beforeEach(() => {
  URL.createObjectURL = () => 'blob:test/1';
});
afterEach(() => drawn?.remove());

test('every kind of record has a list that can be printed', () => {
  const { shapes } = listsOf({ resolve: () => undefined } as never);
  for (const [kind, shape] of Object.entries(shapes))
    expect([kind, Array.isArray(shape.columns)]).toEqual([kind, true]);
});

test.each([
  ['a whole chart', david],
  ['a record whose every word tries to break the page', hostile],
])('%s on paper: every section that is chosen is drawn', async (_name, person) => {
  const reading = personReading(person());
  const progress = reading.progress();
  drawn = await renderChart(<TakeAway section={sections[0]!} sections={sections} listsOf={listsOf} />, {
    reading: { ...reading, progress: () => progress },
    path: '/chart/take-away',
  });
  const all = [...drawn.box.querySelectorAll('button')].find(({ textContent }) => textContent === 'All')!;
  await drawn.after(() => all.click());
  const headings = [...drawn.box.querySelectorAll('.paper-section h2')].map(({ textContent }) => textContent);
  expect(headings).toContain('Notes and documents');
  expect(headings).toContain('Other records');
  expect(headings.length).toBeGreaterThan(15);
});

const printedTypes = new Set([
  'AllergyIntolerance',
  'Condition',
  'MedicationRequest',
  'Observation',
  'DiagnosticReport',
  'Encounter',
  'Goal',
]);
/** One of each type that says most of itself. */
const longest = [...Map.groupBy(david(), ({ resourceType }) => resourceType)]
  .filter(([type]) => printedTypes.has(type))
  .map(([type, all]): [string, Resource] => [
    type,
    all.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]!,
  ]);

test.each(longest)('%s printed by a patient has the clinician’s words throughout', async (type, { id }) => {
  const reading = personReading(david());
  const progress = reading.progress();
  const printed = async (): Promise<string> => {
    drawn = await renderChart(<TakeAway section={sections[0]!} sections={sections} listsOf={listsOf} />, {
      reading: { ...reading, progress: () => progress },
      path: `/chart/take-away/${type}/${id}`,
    });
    // Plain names may stand beside the clinical ones.
    for (const name of drawn.box.querySelectorAll('.plain-name')) name.remove();
    const text = drawn.box.querySelector('.paper-record')?.textContent ?? '';
    drawn.remove();
    return text;
  };
  // What comes a moment later (a trend) is there the second time.
  await printed();
  const clinician = await printed();
  await speak({ wording: 'patient' });
  const patient = await printed();
  await speak({ wording: 'clinician' });
  expect(clinician.length).toBeGreaterThan(40);
  expect(patient).toBe(clinician);
});
