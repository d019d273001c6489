// @vitest-environment jsdom
/** The visit of the launch: among those that were sent, else read by either of its names, once. */
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { encounters } from '#fhir/encounters.ts';
import type { FhirResource } from '#fhir/json.ts';
import { useLaunchVisit } from './use-launch-visit.ts';

function Visit(): ReactNode {
  const launch = useLaunchVisit(useRecords(encounters));
  return launch.state === 'found' ? `found ${words(launch.visit.title)}` : launch.state;
}

const visit = (id: string): FhirResource => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { code: 'AMB' },
  type: [{ text: 'Office visit' }],
  subject: { reference: 'Patient/p1' },
});

/** What the view says, and which addresses were read, where the EHR holds one visit that its search did not send. */
async function opened(
  encounterId: string | undefined,
  held: string,
  sent: readonly FhirResource[] = [],
): Promise<{ readonly says: string; readonly read: readonly string[] }> {
  const read: string[] = [];
  const reading = {
    ...fakeReading({ patientId: 'p1', resources: sent }),
    fetchReference: (reference: string) => {
      read.push(reference);
      return Promise.resolve(reference === `Encounter/${held}` ? visit(held) : undefined);
    },
  };
  const drawn = await renderChart(<Visit />, { reading, chart: { encounterId } });
  const says = drawn.text();
  drawn.remove();
  return { says, read };
}

test.each([
  ['as the launch spells it', '77', '77', ['Encounter/77']],
  ['with the prefix that the record has', '77', 'PT-77', ['Encounter/77', 'Encounter/PT-77']],
  ['without the prefix that the launch gave', 'PT-77', '77', ['Encounter/PT-77', 'Encounter/77']],
])('a visit that was not sent is read %s', async (_, launched, held, read) => {
  expect(await opened(launched, held)).toEqual({ says: 'found Office visit', read });
});

test('a visit that was sent is asked for no more, by whichever name the launch calls it', async () => {
  expect(await opened('77', 'nobody', [visit('PT-77')])).toEqual({ says: 'found Office visit', read: [] });
  expect(await opened('PT-77', 'nobody', [visit('77')])).toEqual({ says: 'found Office visit', read: [] });
});

test('one that the EHR does not give is missing; without one in the launch nothing is read', async () => {
  expect(await opened('77', '78')).toEqual({ says: 'missing', read: ['Encounter/77', 'Encounter/PT-77'] });
  expect(await opened(undefined, '77')).toEqual({ says: 'none', read: [] });
});
