import type { ReactNode } from 'react';
import { type Chart, useChart } from '#chart/kit/chart-context.tsx';
import { useSnapshot } from '#chart/kit/use-snapshot.ts';
import type { FhirResource } from '#fhir/json.ts';
import { useNow } from '#ui/use-now.ts';
import { ReadLine } from './ReadLine.tsx';

/** Which visit the chart was opened from, which system it comes from, when it was read, and reading it again. */
export function ReadState(): ReactNode {
  const chart = useChart();
  const { reading, systemLabel: system } = chart;
  const now = useNow();
  const readAt = useSnapshot(reading, () => reading.progress().readAt);
  const visit = useSnapshot(reading, () => visitOf(chart));
  return (
    <ReadLine
      system={system}
      visit={chart.encounterId === undefined ? undefined : (visit ?? 'unread')}
      readAt={readAt}
      now={now}
      readAgain={() => reading.readAgain()}
    />
  );
}

/** The launch names a visit without the prefix that NextGen Office gives its ids, or with it. */
function visitOf({ reading, encounterId }: Chart): FhirResource | undefined {
  if (encounterId === undefined) return undefined;
  const bare = encounterId.replace(/^PT-/, '');
  return [encounterId, bare, `PT-${bare}`]
    .map((id) => reading.find({ reference: `Encounter/${id}` }))
    .find((visit) => visit !== undefined);
}
