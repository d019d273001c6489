// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { david } from '#sandbox/people/david.ts';
import { hostile } from '#sandbox/people/hostile.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { listsOf } from '#chart/lists.ts';
import { sections } from '#chart/sections.ts';
import { TakeAway } from './TakeAway.tsx';

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
