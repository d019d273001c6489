/** Searches that differ by category alone, on a server that refuses the parameter: one search for all of them. */
import type { Gathered } from './bundle.ts';
import type { FhirFailure } from './failure.ts';
import { kindOf } from './placement.ts';
import { categoryOf, type KindId, type PlannedSearch } from './plan.ts';

/** The whole of a type, asked for by whichever of its searches was refused first. */
export interface Whole {
  /** Undefined: refused as well. */
  readonly gathered: Promise<Gathered | undefined>;
  /** Sections whose records have been handed out. */
  readonly handedOut: Set<KindId>;
}

/** Of searches that were asked together. */
export type WholeTypes = Map<string, Whole>;

/** Only a 400 speaks of parameters; a 404 or 501 is about the type. */
export function mayBeForCategory(search: PlannedSearch, failure: FhirFailure): boolean {
  return (
    categoryOf(search) !== undefined &&
    search.needsCategory !== true &&
    failure.kind === 'unsupported' &&
    failure.status === 400
  );
}

/** The search without its category: the patient stays in it. */
export function withoutCategory(search: PlannedSearch): PlannedSearch {
  return { ...search, parameters: search.parameters.filter(([name]) => name !== 'category') };
}

/** Runs `readWhole` once a type, however many of its searches fall back on it. */
export function wholeOf(types: WholeTypes, type: string, readWhole: () => Promise<Gathered>): Whole {
  const whole = types.get(type) ?? {
    gathered: readWhole().catch(() => undefined),
    handedOut: new Set<KindId>(),
  };
  types.set(type, whole);
  return whole;
}

/**
 * One search's share of its whole type. The first to come takes everything, so that nothing is lost whatever became of
 * the others; those that come after it take what is placed, by the record's own category, in the sections they feed
 * and nobody before them did.
 */
export function shareOf(
  { answer, fullUrls }: Gathered,
  { handedOut }: Whole,
  search: PlannedSearch,
  patientId: string,
): Gathered {
  const isFirst = handedOut.size === 0;
  const kinds = new Set(search.kinds.filter((kind) => !handedOut.has(kind)));
  for (const kind of kinds) handedOut.add(kind);
  if (isFirst) return { answer, fullUrls };
  const speaks = kinds.size > 0;
  return {
    fullUrls,
    answer: {
      records: answer.records.filter((record) => kinds.has(kindOf(record, patientId))),
      included: [],
      // What concerns a section as a whole is said once in it.
      unreadable: speaks ? answer.unreadable : [],
      foreign: speaks ? answer.foreign : 0,
      more: speaks && answer.more,
      // The server counted all of the type.
      total: undefined,
    },
  };
}
