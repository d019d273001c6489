/** A plan cut to what the granted scopes let the app read: asking for the rest would only cost requests. */
import type { KindId, PlannedSearch } from './plan.ts';

/** `yes`, `no`, or the only category codes of that type that may be read. */
export type Allowance = 'yes' | 'no' | readonly string[];

export interface ScopedPlan {
  /** In the plan's order; those in `withheld` among them. */
  readonly searches: readonly PlannedSearch[];
  /** Searches that are never sent: their scope was not granted. */
  readonly withheld: ReadonlySet<string>;
}

/** Categories that scopes are granted by; what a record without any of them is, only a whole grant shows. */
const conditionCategories = ['problem-list-item', 'encounter-diagnosis', 'health-concern'];

/** The section that an observation category's records are placed in (`fhir/observation-category.ts`). */
const kindOfCategory: Readonly<Record<string, KindId>> = {
  laboratory: 'laboratory',
  'vital-signs': 'vitals',
  'social-history': 'social-history',
  survey: 'social-history',
  sdoh: 'social-history',
  'functional-status': 'social-history',
  'disability-status': 'social-history',
  'cognitive-status': 'social-history',
  imaging: 'tests',
  'clinical-test': 'tests',
  procedure: 'tests',
  exam: 'tests',
  therapy: 'tests',
  activity: 'tests',
};

function kindsOfCategory(search: PlannedSearch, category: string): readonly KindId[] {
  if (search.type !== 'Observation') return search.kinds;
  const kind = Object.hasOwn(kindOfCategory, category) ? kindOfCategory[category] : undefined;
  return kind === undefined ? search.kinds : [kind];
}

/** Sections that a partial grant leaves short: those with a category that was not granted. */
function kindsLeftShort(search: PlannedSearch, granted: readonly string[]): readonly KindId[] {
  if (search.type === 'Condition') {
    return conditionCategories.every((category) => granted.includes(category)) ? [] : search.kinds;
  }
  const short = Object.keys(kindOfCategory).filter((category) => !granted.includes(category));
  const kinds = new Set(short.map((category) => kindOfCategory[category]));
  return search.kinds.filter((kind) => kind === 'other' || kinds.has(kind));
}

function cut(
  search: PlannedSearch,
  allowance: Allowance,
): { asked: PlannedSearch[]; withheld: PlannedSearch[] } {
  if (allowance === 'yes') return { asked: [search], withheld: [] };
  if (allowance === 'no') return { asked: [], withheld: [search] };
  // `system|code`, as v2 scopes may write it: the code is what the search parameter takes.
  const granted = [...new Set(allowance.map((code) => code.slice(code.lastIndexOf('|') + 1).toLowerCase()))];
  const rest = (kinds: readonly KindId[]): PlannedSearch[] =>
    kinds.length === 0 ? [] : [{ ...search, id: `${search.id}:rest`, kinds }];
  const fixed = search.parameters.find(([name]) => name === 'category')?.[1];
  if (fixed !== undefined) {
    return granted.includes(fixed) ? { asked: [search], withheld: [] } : { asked: [], withheld: [search] };
  }
  // Scopes by category exist for these two (SMART 2.2 §3.0.3, US Core); for any other type the server decides.
  if (search.type !== 'Observation' && search.type !== 'Condition') {
    return { asked: [search], withheld: rest(search.kinds) };
  }
  const asked = granted.map((category) => ({
    ...search,
    id: `${search.id}:${category}`,
    parameters: [...search.parameters, ['category', category] as const],
    kinds: kindsOfCategory(search, category),
  }));
  return { asked, withheld: rest(kindsLeftShort(search, granted)) };
}

/**
 * Leaves out what was not granted and narrows what was granted in part: one search a category (NextGen Office may
 * refuse a list), and a withheld one for what is missing, so that a section can say "not shared" instead of "none". The
 * Patient is always asked for: without it there is no chart. Without a scope for Provenance no search asks for it: HAPI
 * would refuse the search as a whole.
 */
export function planWithScopes(
  plan: readonly PlannedSearch[],
  allows: (type: string) => Allowance,
): ScopedPlan {
  const mayReadProvenance = allows('Provenance') !== 'no';
  const searches: PlannedSearch[] = [];
  const withheld = new Set<string>();
  for (const search of plan) {
    const { asked, withheld: left } = cut(search, search.type === 'Patient' ? 'yes' : allows(search.type));
    searches.push(
      ...asked.map((one) => ({ ...one, provenance: one.provenance && mayReadProvenance })),
      ...left,
    );
    for (const { id } of left) withheld.add(id);
  }
  return { searches, withheld };
}
