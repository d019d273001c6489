/** The timeline as rows: a heading a visit or day, its records below, many of one kind folded behind the first few. */
import type { KindId } from '#fhir/plan.ts';
import type { Timeline, TimelineGroup } from '#fhir/timeline.ts';
import type { Entry } from '#fhir/visit-links.ts';

export type TimelineRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: TimelineGroup }
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly entry: Entry;
      /** The first of its kind in the group says which kind it is. */
      readonly first: boolean;
      readonly group: TimelineGroup | undefined;
    }
  | {
      readonly kind: 'fold';
      readonly key: string;
      readonly of: KindId;
      readonly n: number;
      readonly open: boolean;
    }
  | { readonly kind: 'undated'; readonly key: string; readonly n: number }
  | { readonly kind: 'elsewhere'; readonly key: string; readonly entries: readonly Entry[] }
  | { readonly kind: 'empty'; readonly key: string };

/** Of one kind in one group, so many are shown at once; one more would cost the line that folds it. */
const mostShown = 4;

export function timelineRows(
  { groups, undated }: Timeline,
  unfolded: ReadonlySet<string>,
): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const group of groups) {
    rows.push({ kind: 'group', key: group.key, group });
    if (!group.isNamed && group.entries.length === 0) rows.push({ kind: 'empty', key: `${group.key} empty` });
    if (group.elsewhere.length > 0)
      rows.push({ kind: 'elsewhere', key: `${group.key} elsewhere`, entries: group.elsewhere });
    addEntries(rows, group.key, group.entries, group, unfolded);
  }
  if (undated.length > 0) {
    rows.push({ kind: 'undated', key: 'undated', n: undated.length });
    addEntries(rows, 'undated', undated, undefined, unfolded);
  }
  return rows;
}

function addEntries(
  rows: TimelineRow[],
  groupKey: string,
  entries: readonly Entry[],
  group: TimelineGroup | undefined,
  unfolded: ReadonlySet<string>,
): void {
  for (const [of, all] of Map.groupBy(entries, ({ kind }) => kind)) {
    const key = `${groupKey} ${of}`;
    const folds = all.length > mostShown + 1;
    const open = unfolded.has(key);
    const shown = folds && !open ? all.slice(0, mostShown) : all;
    for (const [at, entry] of shown.entries())
      rows.push({ kind: 'entry', key: `${groupKey} ${entry.record.key}`, entry, first: at === 0, group });
    if (folds) rows.push({ kind: 'fold', key, of, n: all.length - mostShown, open });
  }
}

/** Where in the rows a year begins: the first group of that year, else the next older one. */
export function rowOfYear(rows: readonly TimelineRow[], year: number): number {
  return rows.findIndex((row) => row.kind === 'group' && Number(row.group.day.slice(0, 4)) <= year);
}
