/** What was found as the list the reader moves through: groups by section, the nearest section first. */
import { sectionOf } from '#chart/kit/section-of.ts';
import type { FindHit, FindIndex } from '#fhir/find-index.ts';
import type { KindId } from '#fhir/plan.ts';
import { byKind } from '#fhir/timeline.ts';
import type { SectionId } from '#i18n/en/sections.ts';

export type FindOption =
  | { readonly id: string; readonly kind: KindId; readonly hit: FindHit }
  /** The line that shows more of a group: how many there are, and how many it shows. */
  | { readonly id: string; readonly kind: KindId; readonly rest: number; readonly next: number };

export interface FindGroup {
  readonly section: SectionId;
  readonly n: number;
  readonly options: readonly FindOption[];
}

/** So many at first, and so many more each time: thousands of lines at once would hold up the page. */
const [fewHits, moreHits] = [5, 60];

/** @param opened how often the reader asked for more of a kind */
export function findGroups(
  indexes: ReadonlyMap<KindId, FindIndex>,
  query: string,
  opened: ReadonlyMap<KindId, number>,
): readonly FindGroup[] {
  return [...indexes]
    .map(([kind, index]) => ({ kind, hits: index.search(query) }))
    .filter(({ hits }) => hits.length > 0)
    .toSorted((a, b) => (b.hits[0]?.nearness ?? 0) - (a.hits[0]?.nearness ?? 0) || byKind(a.kind, b.kind))
    .map(({ kind, hits }) => {
      const shown = hits.slice(0, fewHits + moreHits * (opened.get(kind) ?? 0));
      const rest = hits.length - shown.length;
      return {
        section: sectionOf(kind),
        n: hits.length,
        options: [
          ...shown.map((hit) => ({ id: `find-${kind}-${hit.record.key}`, kind, hit })),
          ...(rest > 0 ? [{ id: `find-${kind}-rest`, kind, rest, next: Math.min(rest, moreHits) }] : []),
        ],
      };
    });
}
