// @vitest-environment jsdom
/** The visit the chart was opened from, where the list of visits could not be read. */
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { useAllRecords, useVisitLinks } from '#chart/kit/story/use-all-records.ts';
import '#fhir/kinds.ts';
import { VisitBlock } from './VisitBlock.tsx';

function Block(): ReactNode {
  const all = useAllRecords();
  // Another view has asked before the visit came.
  useVisitLinks(all.entries);
  return <VisitBlock all={all} />;
}

const subject = { reference: 'Patient/p1' };
const visit = { resourceType: 'Encounter', id: '77', status: 'in-progress', class: { code: 'AMB' }, subject };
const condition = {
  resourceType: 'Condition',
  id: 'c1',
  code: { text: 'Acute bronchitis' },
  encounter: { reference: 'Encounter/77' },
  subject,
};

test('what names it stands under it, though it was read by itself', async () => {
  let has = false;
  const { promise: come, resolve: bring } = Promise.withResolvers<undefined>();
  const fake = fakeReading({
    patientId: 'p1',
    resources: [condition],
    states: { Encounter: { state: 'failed', failure: { kind: 'unreachable', reason: 'network' } } },
  });
  const reading: typeof fake = {
    ...fake,
    find: (reference, within) =>
      has && String(JSON.stringify(reference)).includes('Encounter/77')
        ? visit
        : fake.find(reference, within),
    fetchReference: async () => {
      await come;
      has = true;
      return visit;
    },
  };
  const drawn = await renderChart(<Block />, { reading, chart: { encounterId: '77' } });
  for (let round = 0; round < 3; round++) await drawn.after(() => undefined);
  await drawn.after(() => bring(undefined));
  // The readers of every kind load first.
  await vi.waitFor(
    async () => {
      await drawn.after(() => undefined);
      expect(drawn.text()).not.toContain('Still being read');
    },
    { timeout: 20_000 },
  );
  expect(drawn.text()).toContain('Acute bronchitis');
  drawn.remove();
});
