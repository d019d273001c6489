import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { readContext } from '#chart/kit/read-context.ts';
import {
  type Changes,
  type Since,
  changesSince,
  sinceDay,
  sinceVisit,
  visitToCountFrom,
} from '#fhir/changes.ts';
import { type EncounterRecord, isEncounter } from '#fhir/encounters.ts';
import { byNewest } from '#fhir/kind.ts';
import type { Entry } from '#fhir/visit-links.ts';
import { useNow } from '#ui/use-now.ts';
import { itemsOf } from './use-all-records.ts';

/** Since when: a visit by its key, else a day (`YYYY-MM-DD`), else the visit that is meant without a choice. */
export interface ChosenSince {
  readonly visit?: string;
  readonly day?: string;
}

export interface ChangesSince extends Partial<Changes> {
  /** What is counted from; undefined where there is neither a visit nor a chosen day. */
  readonly since: Since | undefined;
  readonly visit: EncounterRecord | undefined;
  /** Visits one can count from, newest first. */
  readonly visits: readonly EncounterRecord[];
}

/** What changed in the whole chart. The visit the chart was opened from is what one is in: counted from the one before. */
export function useChanges(entries: readonly Entry[], chosen: ChosenSince): ChangesSince {
  const chart = useChart();
  const { encounterId } = chart;
  const now = useNow();
  const tomorrow = new Date(now).setHours(24, 0, 0, 0);
  const today = new Date(now).setHours(0, 0, 0, 0);
  const visits = useWorded(
    () =>
      entries
        .flatMap(({ kind, record }) => (kind === 'encounters' ? [record as EncounterRecord] : []))
        .filter(({ sortTime }) => sortTime !== undefined && sortTime < tomorrow)
        .toSorted(byNewest),
    [entries, tomorrow],
  );
  const { visit, since } = useWorded(() => {
    const picked = visits.find(({ key }) => key === chosen.visit);
    const day = chosen.day === undefined ? undefined : sinceDay(chosen.day);
    if (picked === undefined && day !== undefined) return { visit: undefined, since: day };
    const own = encounterId === undefined ? undefined : visits.find((one) => isEncounter(one, encounterId));
    const last = picked ?? visitToCountFrom(visits, new Date(today), own);
    return { visit: last, since: last && sinceVisit(last) };
  }, [visits, chosen.visit, chosen.day, encounterId, today]);
  const changes = useWorded(() => {
    // Of its day everything is told but the visit itself.
    const others = itemsOf(entries).filter(({ record }) => record !== visit);
    return since && changesSince(others, since, tomorrow, readContext(chart));
  }, [entries, since, visit, tomorrow, chart]);
  return { ...changes, since, visit, visits };
}
