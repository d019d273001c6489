import { useEffect, useMemo, useState } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { readContext } from '#chart/kit/read-context.ts';
import type { Records } from '#chart/kit/use-records.ts';
import { type EncounterRecord, encounters, isEncounter } from '#fhir/encounters.ts';
import type { FhirResource } from '#fhir/json.ts';
import { isComing } from './NotRead.tsx';

export type LaunchVisit =
  | { readonly state: 'none' }
  | { readonly state: 'coming' }
  /** The launch named it, and neither the visits nor a read of its own brought it. */
  | { readonly state: 'missing' }
  | { readonly state: 'found'; readonly visit: EncounterRecord };

/**
 * The visit the chart was opened from. The launch names it with or without the `PT-` that the record's own id has at
 * NextGen Office; where the search for visits did not bring it, it is read by either name, once.
 */
export function useLaunchVisit(visits: Records<EncounterRecord>): LaunchVisit {
  const chart = useChart();
  const { encounterId, reading } = chart;
  const [read, setRead] = useState<FhirResource | 'missing'>();
  const known =
    encounterId === undefined ? undefined : visits.records.find((one) => isEncounter(one, encounterId));
  const coming = isComing(visits);
  const wanted = known === undefined && !coming ? encounterId : undefined;
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let over = false;
    const bare = wanted.replace(/^PT-/, '');
    void reading
      .fetchReference(`Encounter/${wanted}`)
      .then((found) => found ?? reading.fetchReference(`Encounter/${wanted === bare ? `PT-${bare}` : bare}`))
      .then((found) => {
        if (!over) setRead(found ?? 'missing');
      });
    return () => {
      over = true;
    };
  }, [wanted, reading]);
  const alone = useMemo(
    () => (read === undefined || read === 'missing' ? undefined : encounters.read(read, readContext(chart))),
    [read, chart],
  );
  if (encounterId === undefined) return { state: 'none' };
  if (known !== undefined) return { state: 'found', visit: known };
  if (coming || read === undefined) return { state: 'coming' };
  return alone === undefined ? { state: 'missing' } : { state: 'found', visit: alone };
}
