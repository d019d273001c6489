// @vitest-environment jsdom
/** Which day a visit in the filter of notes is of, far from Greenwich. */
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { speak } from '#i18n/speech.ts';
import { Documents } from './Documents.tsx';
import '#chart/kit/RecordDetails.tsx';

/** Before anything is formatted: what a zone's dates are formatted with is made once. */
const zone = vi.hoisted(() => {
  const before = process.env['TZ'];
  process.env['TZ'] = 'America/New_York';
  return before;
});
afterAll(() => {
  process.env['TZ'] = zone;
});

let drawn: Drawn;
afterEach(async () => {
  drawn.remove();
  await speak({ language: 'en' });
});

const visit = (id: string, start: string) => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  type: [{ text: 'Office visit' }],
  period: { start },
});
const note = (id: string, encounter: string) => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  type: { text: 'Progress note' },
  date: '2026-12-01',
  context: { encounter: [{ reference: `Encounter/${encounter}`, display: 'Office visit' }] },
  content: [{ attachment: { contentType: 'text/plain', data: btoa(id) } }],
});

async function visitsToChoose(): Promise<readonly string[]> {
  drawn = await renderChart(<Documents />, {
    reading: personReading([
      { resourceType: 'Patient', id: 'p1' },
      visit('late', '2026-11-22T02:30:00Z'),
      visit('day', '2026-11-09'),
      ...['late', 'day'].map((id) => note(`of-${id}`, id)),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => note(id, 'day')),
    ]),
    path: '/chart/documents',
  });
  return [...drawn.box.querySelectorAll('.note-filters option')]
    .map(({ textContent }) => textContent)
    .filter((text) => text.startsWith('Office visit'));
}

test('a visit in the evening is of the reader’s day, a date without a time of its own', async () => {
  expect(await visitsToChoose()).toEqual(['Office visit, Nov 9, 2026 (7)', 'Office visit, Nov 21, 2026 (1)']);
});

test('and in the reader’s language', async () => {
  await speak({ language: 'es' });
  expect(await visitsToChoose()).toEqual(['Office visit, 9 nov 2026 (7)', 'Office visit, 21 nov 2026 (1)']);
});
