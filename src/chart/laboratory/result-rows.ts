/** The rows of the results list: critical ones first, then reports with their panels, then single tests. */
import { byNewest } from '#fhir/kind.ts';
import { criticalOf } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { GroupedResults, ResultGroup } from '#fhir/result-groups.ts';

export type ResultRow =
  | {
      readonly kind: 'result';
      /** Its place: a critical result stands on top and in its report as well. */
      readonly id: string;
      readonly record: ObservationRecord;
      readonly depth: number;
      /** Shown under a heading of this date: it need not say it again. */
      readonly dated: number | undefined;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly group: ResultGroup;
      readonly depth: number;
    }
  | {
      readonly kind: 'heading';
      readonly id: 'critical' | 'single';
      /** Records of the part. */
      readonly n: number;
      readonly shown: number;
    };

/** How many critical results stand on top until the reader asks for all. */
export const mostCritical = 3;

/**
 * Rows for results grouped as they were reported.
 * @param kept what the reader's filters leave; a group of which nothing is left has no rows
 */
export function reportedRows(
  { groups, single }: GroupedResults,
  kept: ReadonlySet<ObservationRecord>,
  allCritical: boolean,
): readonly ResultRow[] {
  const pinned = criticalOf([...kept]);
  const shown = allCritical ? pinned : pinned.slice(0, mostCritical);
  const alone = single.filter((record) => kept.has(record)).toSorted(byNewest);
  return [
    ...part('critical', pinned.length, shown),
    ...groups.flatMap((group) => groupRows(group, kept, 0)),
    ...part('single', alone.length, alone),
  ];
}

/** A list without groups, in the order given. */
export function flatRows(records: readonly ObservationRecord[]): readonly ResultRow[] {
  return records.map((record) => ({ kind: 'result', id: record.key, record, depth: 0, dated: undefined }));
}

function part(
  id: 'critical' | 'single',
  n: number,
  records: readonly ObservationRecord[],
): readonly ResultRow[] {
  if (n === 0) return [];
  const rows = records.map((record): ResultRow => {
    return { kind: 'result', id: `${id} ${record.key}`, record, depth: 0, dated: undefined };
  });
  return [{ kind: 'heading', id, n, shown: records.length }, ...rows];
}

function groupRows(
  group: ResultGroup,
  kept: ReadonlySet<ObservationRecord>,
  depth: number,
): readonly ResultRow[] {
  const { head } = group;
  const own = group.results.filter((record) => kept.has(record));
  const panels = group.panels.flatMap((panel) => groupRows(panel, kept, depth + 1));
  // A panel with a value of its own is a result too: it may be all the filters leave of its group.
  const self = isObservation(head) && kept.has(head);
  if (own.length === 0 && panels.length === 0 && !self) return [];
  const rows = own.map((record): ResultRow => {
    return { kind: 'result', id: `${group.key} ${record.key}`, record, depth, dated: head.sortTime };
  });
  return [{ kind: 'group', id: `group ${group.key}`, group, depth }, ...rows, ...panels];
}

export function isObservation(head: ResultGroup['head']): head is ObservationRecord {
  return head.type === 'Observation';
}
