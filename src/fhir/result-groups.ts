/** Results grouped as they were reported: by DiagnosticReport, then by panel (`hasMember`), then single tests. */
import { byError } from './clinical-order.ts';
import { byNewest, inOrder } from './kind.ts';
import type { Link } from './link.ts';
import type { ObservationRecord } from './observations.ts';
import type { Words } from './phrase.ts';
import type { ChartRecord } from './record.ts';
import type { ReportRecord } from './reports.ts';

export interface ResultGroup {
  /** Key of the report or panel. */
  readonly key: string;
  readonly title: Words;
  /** Where its date, status and own flags stand; a panel may carry a value and notes of its own. */
  readonly head: ReportRecord | ObservationRecord;
  readonly results: readonly ObservationRecord[];
  /** Panels within. */
  readonly panels: readonly ResultGroup[];
  /** Results it names that have not arrived: how many. */
  readonly missing: number;
  /** Results it names that stand in another group (a newer report's): how many. */
  readonly elsewhere: number;
}

export interface GroupedResults {
  /** Newest first. */
  readonly groups: readonly ResultGroup[];
  /** In no report and no panel that has arrived. */
  readonly single: readonly ObservationRecord[];
}

/**
 * Groups results as reported. Every result stands in exactly one place: the newest report that names it, entered-in-
 * error reports only where no other does. A panel that a report names is a group within it, with its members; a panel
 * without any arrived member is a result like others.
 */
export function groupByReport(
  results: readonly ObservationRecord[],
  reports: readonly ReportRecord[],
): GroupedResults {
  const known = new Map(results.map((result) => [result.key, result]));
  const placed = new Set<string>();
  const gather = (
    head: ResultGroup['head'],
    links: readonly Link[],
    inside: readonly ObservationRecord[],
    depth: number,
  ): ResultGroup => {
    const named = links.flatMap(({ key }) => (key === undefined ? [] : (known.get(key) ?? [])));
    const free = named.filter((result) => !placed.has(result.key));
    // Panels take their members first, so that a report naming both does not list the members beside the panel.
    const panels = depth < deepest ? panelsIn(free, known).flatMap((panel) => open(panel, depth + 1)) : [];
    const direct = [...new Set(free)].filter((result) => !placed.has(result.key));
    for (const result of direct) placed.add(result.key);
    return {
      key: head.key,
      title: head.title,
      head,
      results: [...direct, ...inside],
      panels,
      missing: links.filter(({ key, target }) => (key === undefined ? target === undefined : !known.has(key)))
        .length,
      elsewhere: named.length - free.length,
    };
  };
  const open = (panel: ObservationRecord, depth: number): readonly ResultGroup[] => {
    if (placed.has(panel.key)) return [];
    placed.add(panel.key);
    return [gather(panel, panel.members, [], depth)];
  };

  const groups = reports
    .toSorted(inOrder<ChartRecord>(byError, byNewest))
    .map((report) => gather(report, report.results, report.containedResults, 0))
    .filter((group) => group.results.length > 0 || group.panels.length > 0);
  const others = results.filter((result) => !placed.has(result.key));
  const panels = panelsIn(others, known).flatMap((panel) => open(panel, 1));
  return {
    groups: [...groups, ...panels].toSorted((a, b) => byNewest(a.head, b.head)),
    single: results.filter((result) => !placed.has(result.key)),
  };
}

/** Panels within panels beyond this are listed as results. */
const deepest = 12;

/** A panel is a group when a member of it has arrived. */
function isPanel(result: ObservationRecord, known: ReadonlyMap<string, ObservationRecord>): boolean {
  return result.members.some(({ key }) => key !== undefined && key !== result.key && known.has(key));
}

/** The panels among some results: those first that none of the others names as a member. */
function panelsIn(
  results: readonly ObservationRecord[],
  known: ReadonlyMap<string, ObservationRecord>,
): readonly ObservationRecord[] {
  const panels = results.filter((result) => isPanel(result, known));
  const within = new Set(panels.flatMap((panel) => panel.members.map((member) => member.key)));
  return [
    ...panels.filter((panel) => !within.has(panel.key)),
    ...panels.filter((panel) => within.has(panel.key)),
  ];
}
