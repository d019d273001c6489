// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { VisitContents } from '#chart/kit/story/VisitContents.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { encounters } from '#fhir/encounters.ts';
import type { SearchState } from '#fhir/reading.ts';
import { david } from '#sandbox/people/david.ts';
import { Changes } from './Changes.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

const failed: SearchState = { state: 'failed', failure: { kind: 'unreachable' } } as SearchState;

test('visits that could not be read are not said to be none', async () => {
  drawn = await renderChart(<Changes />, {
    reading: personReading(david(), { states: { Encounter: failed } }),
    path: '/chart/changes',
  });
  await expect
    .poll(() => drawn.box.textContent)
    .toContain('Visits were not shared or could not be read in full');
  expect(drawn.box.textContent).not.toContain('No earlier visit is recorded');
});

function LastVisit() {
  const visit = useRecords(encounters).records[0];
  return visit && <VisitContents visit={visit} />;
}

async function partsOfVisit(states: Readonly<Record<string, SearchState>>): Promise<readonly string[]> {
  drawn = await renderChart(<LastVisit />, {
    reading: personReading(
      david().filter(({ resourceType }) => resourceType === 'Encounter' || resourceType === 'Patient'),
      { states },
    ),
    path: '/chart',
  });
  return [...drawn.box.querySelectorAll('.visit-part > p')].map(({ textContent }) => textContent ?? '');
}

test('of a visit, what could not be read is not said to be none; what was, is', async () => {
  expect(new Set(await partsOfVisit({}))).toEqual(new Set(['None names this visit.']));
  drawn.remove();
  const [diagnoses, notes] = await partsOfVisit({ DocumentReference: failed });
  expect(diagnoses).toBe('None names this visit.');
  expect(notes).toBe('Not all could be read; of those that were, none names this visit.');
});
