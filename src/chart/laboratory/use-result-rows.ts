import { useState } from 'react';
import type { ListView } from '#chart/kit/list.ts';
import { useWorded } from '#ui/use-worded.ts';
import { inOrder } from '#fhir/kind.ts';
import { byCritical, latestPerTest } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { GroupedResults } from '#fhir/result-groups.ts';
import { flatRows, isObservation, reportedRows, type ResultRow } from './result-rows.ts';

/** As reported, the latest of each test, or by date (`use-result-sheet.ts`). */
export type Arrangement = 'reported' | 'latest' | 'sheet';

interface Arranged {
  readonly rows: readonly ResultRow[];
  readonly order: readonly string[];
  /** How many results are in view. */
  readonly shown: number;
  readonly allCritical: boolean;
  readonly toggleCritical: () => void;
}

/** What is shown, in the order to show it. A sorted list stands flat: a group has no place in it. */
export function useResultRows(
  arrangement: Arrangement,
  grouped: GroupedResults,
  kept: readonly ObservationRecord[],
  sort: ListView['sort'],
): Arranged {
  const [allCritical, setAllCritical] = useState(false);
  const rows = useWorded(() => {
    if (arrangement === 'sheet') return [];
    if (arrangement === 'reported' && sort === undefined) {
      return reportedRows(grouped, new Set(kept), allCritical);
    }
    if (arrangement === 'reported') return flatRows(kept);
    const latest = new Set(latestPerTest(kept));
    // A sorted list keeps the order the reader chose.
    if (sort !== undefined) return flatRows(kept.filter((record) => latest.has(record)));
    return flatRows([...latest].toSorted(inOrder(byCritical)));
  }, [arrangement, grouped, kept, sort, allCritical]);
  const order = useWorded(() => [...new Set(rows.flatMap(keysOf))], [rows]);
  return {
    rows,
    order,
    shown: arrangement === 'latest' ? rows.length : kept.length,
    allCritical,
    toggleCritical: () => setAllCritical(!allCritical),
  };
}

/** A panel that is a result itself is reached in its place too. */
function keysOf(row: ResultRow): readonly string[] {
  if (row.kind === 'result') return [row.record.key];
  return row.kind === 'group' && isObservation(row.group.head) ? [row.group.head.key] : [];
}
