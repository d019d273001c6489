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
import { fakeReading } from '#chart/kit/fake-reading.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { resultColumns } from '#chart/laboratory/result-list.tsx';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { amount, laboratorySample, sampleContext } from '#fhir/record-samples.ts';
import { PaperTable } from './paper/PaperTable.tsx';
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

test('results on paper: two of one day are told by their times, and their comments stand with them', async () => {
  const at = (id: string, hour: string, value: number, more: object = {}) =>
    laboratorySample('2823-3', 'Potassium', {
      id,
      effectiveDateTime: `2026-03-01T${hour}:00Z`,
      valueQuantity: amount(value, 'mmol/L'),
      ...more,
    });
  drawn = await renderChart(
    <PaperTable
      kind="laboratory"
      shape={resultColumns as ListShape<ChartRecord>}
      records={readRecords(
        laboratory,
        [
          at('a', '08:00', 6.1, { note: [{ text: 'Hemolyzed.', authorString: 'Lab' }] }),
          at('b', '18:30', 4.4),
        ],
        sampleContext(),
      )}
    />,
    { reading: fakeReading({ patientId: 'p1', resources: [] }) },
  );
  const rows = [...drawn.box.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
  expect(rows[0]).toContain('Lab: Hemolyzed.');
  expect(rows[0]).toMatch(/Mar 1, 2026, \d+:00\sAM$/);
  expect(rows[1]).toMatch(/Mar 1, 2026, \d+:30\sPM$/);
});

test('where a browser does not write into margins, every page repeats whose it is, the source and the date', async () => {
  Reflect.deleteProperty(globalThis, 'CSSMarginRule');
  const reading = personReading(david());
  const progress = { ...reading.progress(), readAt: Date.UTC(2026, 10, 23) };
  drawn = await renderChart(<TakeAway section={sections[0]!} sections={sections} listsOf={listsOf} />, {
    reading: { ...reading, progress: () => progress },
    path: '/chart/take-away',
  });
  const head = drawn.box.querySelector('.paper-repeat > thead')!.textContent;
  expect(head).toContain('SMITH, DAVID');
  expect(head).toMatch(/Read from NextGen Office on Nov 2\d, 2026.* · .*\d{4}/);
});
