/** The whole chart in the order of time, nothing filtered out: made once of what has been read, while nobody waits. */
import { isCounted } from '#chart/kit/counted.ts';
import type { ChartRecord, ReadContext } from '#fhir/record.ts';
import { type Timeline, type YearDensity, densityOf, timelineOf } from '#fhir/timeline.ts';
import { type Entry, type VisitLinks, linkVisits } from '#fhir/visit-links.ts';

export interface WholeStory {
  /** Records without the statements about their lists. */
  readonly items: readonly Entry[];
  readonly links: VisitLinks;
  /** All visits by key. */
  readonly visits: ReadonlyMap<string, ChartRecord>;
  readonly timeline: Timeline;
  readonly years: readonly YearDensity[];
}

const links = new WeakMap<readonly Entry[], VisitLinks>();
const stories = new WeakMap<readonly Entry[], WholeStory>();

/** Which record belongs to which visit; the same object for the same entries. */
export function linksOf(entries: readonly Entry[], context: ReadContext): VisitLinks {
  const known = links.get(entries) ?? linkVisits(entries, context);
  links.set(entries, known);
  return known;
}

/** The same object for the same entries. */
export function storyOf(entries: readonly Entry[], context: ReadContext): WholeStory {
  const known = stories.get(entries);
  if (known !== undefined) return known;
  const items = entries.filter(({ record }) => isCounted(record));
  const visits = new Map(
    items.flatMap(({ kind, record }) => (kind === 'encounters' ? [[record.key, record] as const] : [])),
  );
  const own = linksOf(entries, context);
  const story: WholeStory = {
    items,
    links: own,
    visits,
    timeline: timelineOf(items, own, visits),
    years: densityOf(items, new Date().getFullYear()),
  };
  stories.set(entries, story);
  return story;
}

/**
 * Makes both in two pauses of the page. Where a browser tells of no pauses (Safari) they are made when they are asked
 * for.
 * @returns what calls it off
 */
export function storyInPauses(entries: readonly Entry[], context: () => ReadContext): () => void {
  if (typeof requestIdleCallback === 'undefined') return () => undefined;
  let next = requestIdleCallback(() => {
    linksOf(entries, context());
    next = requestIdleCallback(() => storyOf(entries, context()));
  });
  return () => cancelIdleCallback(next);
}
