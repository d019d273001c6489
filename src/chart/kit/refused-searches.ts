/** Searches of a list that the EHR did not answer: what to say of them, and what its own statement may explain. */
import { categoryOf, type KindId, type PlannedSearch } from '#fhir/plan.ts';
import type { Reading, SearchState } from '#fhir/reading.ts';

function isRefused(state: SearchState): boolean {
  if (state.state === 'not-shared') return state.by !== 'scope';
  return state.state === 'not-offered' || (state.state === 'failed' && state.failure.kind === 'unsupported');
}

/** Refused by the EHR, not offered, or not answered for what they ask. */
export function refusedSearches(reading: Reading, kind: KindId): readonly PlannedSearch[] {
  return reading.searchesFor(kind).filter(({ id }) => isRefused(reading.stateOf(id)));
}

/** Types of a list that are not offered; by category where others of the same type are. In the plan's order. */
export function namesNotOffered(reading: Reading, kind: KindId): readonly string[] {
  const missing = reading.searches.filter(
    (search) => search.kinds.includes(kind) && reading.stateOf(search.id).state === 'not-offered',
  );
  const isDivided = (type: string): boolean => reading.searches.filter((one) => one.type === type).length > 1;
  return missing.map((search) => {
    const category = isDivided(search.type) ? categoryOf(search) : undefined;
    return category === undefined ? search.type : `${search.type} (${category})`;
  });
}
