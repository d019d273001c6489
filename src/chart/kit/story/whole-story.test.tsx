// @vitest-environment jsdom
/** What is made of the whole chart is made once, however many views ask for it. */
import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { useAllRecords, useWholeStory } from './use-all-records.ts';
import type { WholeStory } from './whole-story.ts';

test('views that are opened one after the other share one story, in the order of time', async () => {
  const seen: WholeStory[] = [];
  function View(): ReactNode {
    seen.push(useWholeStory(useAllRecords().entries));
    return null;
  }
  function Views(): ReactNode {
    const [n, setN] = useState(1);
    return (
      <>
        <View key={n} />
        <button type="button" onClick={() => setN(n + 1)}>
          {'another'}
        </button>
      </>
    );
  }
  const at = (id: string, performedDateTime: string) => ({
    resourceType: 'Procedure',
    id,
    status: 'completed',
    code: { text: `Procedure ${id}` },
    subject: { reference: 'Patient/p1' },
    performedDateTime,
  });
  const reading = fakeReading({
    patientId: 'p1',
    resources: [at('a', '2019-05-04'), at('b', '2024-02-01'), at('c', '2024-02-01')],
  });
  const drawn = await renderChart(<Views />, { reading });
  // The readers of most kinds are loaded first.
  await vi.waitFor(
    async () => {
      await drawn.after(() => undefined);
      const groups = seen.at(-1)?.timeline.groups ?? [];
      expect(groups.map(({ key, entries }) => [key, entries.length])).toEqual([
        ['2024-02-01', 2],
        ['2019-05-04', 1],
      ]);
    },
    { timeout: 20_000 },
  );
  // Until nothing more is loaded.
  let first: WholeStory | undefined;
  while (first !== seen.at(-1)) {
    first = seen.at(-1);
    await drawn.after(() => undefined);
  }
  await drawn.after(() => drawn.box.querySelector('button')?.click());
  expect(seen.at(-1)).toBe(first);
  drawn.remove();
});
