/** Searches of a list that the EHR did not answer: what to say of them, and what its own statement may explain. */
import { categoryOf, type KindId, type PlannedSearch } from '#fhir/plan.ts';
import { isRefusedBySystem } from '#fhir/refused-by-system.ts';
import type { NotSharedBy, Reading, SearchState } from '#fhir/reading.ts';

/** Refused by the EHR, not offered, or not answered for what they ask. */
export function refusedSearches(reading: Reading, kind: KindId): readonly PlannedSearch[] {
  return reading.searchesFor(kind).filter(({ id }) => isRefusedBySystem(reading.stateOf(id)));
}

/** Types of a list whose searches ended so; by category where others of the same type did not. In the plan's order. */
function namesOf(reading: Reading, kind: KindId, ended: (state: SearchState) => boolean): readonly string[] {
  const missing = reading.searches.filter(
    (search) => search.kinds.includes(kind) && ended(reading.stateOf(search.id)),
  );
  const isDivided = (type: string): boolean => reading.searches.filter((one) => one.type === type).length > 1;
  return missing.map((search) => {
    const category = isDivided(search.type) ? categoryOf(search) : undefined;
    return category === undefined ? search.type : `${search.type} (${category})`;
  });
}

export function namesNotOffered(reading: Reading, kind: KindId): readonly string[] {
  return namesOf(reading, kind, ({ state }) => state === 'not-offered');
}

/** @param by who kept it back */
export function namesNotShared(reading: Reading, kind: KindId, by: NotSharedBy): readonly string[] {
  return namesOf(reading, kind, (state) => state.state === 'not-shared' && state.by === by);
}

/** Care plans too, where a system was recorded, or may be expected, to answer 404 to those without a category. */
function isDividedByCategory(search: PlannedSearch): boolean {
  const { type, needsCategory, guessedCategory } = search;
  return (
    categoryOf(search) !== undefined &&
    (type === 'Observation' || needsCategory === 404 || guessedCategory === 404)
  );
}

/**
 * Whether records of a list are asked for category by category alone, so that those without one never come.
 * Observations without one would be listed among other records.
 */
export function isAskedByCategory({ searches }: Reading, kind: KindId): boolean {
  const feeding = searches.filter(({ type, kinds }) =>
    kind === 'other' ? type === 'Observation' : kinds.includes(kind),
  );
  const divided = new Set(feeding.filter(isDividedByCategory).map(({ type }) => type));
  return [...divided].some((type) =>
    searches.every((search) => search.type !== type || isDividedByCategory(search)),
  );
}
