/**
 * Searches that a server refuses for a parameter, asked otherwise: those that differ by category alone as one search for
 * all of them, and one whose parameter has two names by the other. Loaded when that happens.
 */
import type { Gathered } from './bundle.ts';
import { kindOf } from './placement.ts';
import type { KindId, PlannedSearch } from './plan.ts';

/** The whole of a type, asked for by whichever of its searches was refused first. */
export interface Whole {
  /** Undefined: refused as well. */
  readonly gathered: Promise<Gathered | undefined>;
  /** Sections whose records have been handed out. */
  readonly handedOut: Set<KindId>;
}

/** Of searches that were asked together. */
export type WholeTypes = Map<string, Whole>;

/** The search without its category, or with the other name for whoever it is about: the patient stays in it. */
function otherwise(search: PlannedSearch, patientId: string): PlannedSearch {
  const { orBy, parameters } = search;
  return {
    ...search,
    parameters: orBy ? [[orBy, patientId]] : parameters.filter(([name]) => name !== 'category'),
  };
}

/** Runs `readWhole` once a type, however many of its searches fall back on it. */
function wholeOf(types: WholeTypes, type: string, readWhole: () => Promise<Gathered>): Whole {
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
function shareOf(
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

/**
 * The search’s share of its type, asked for without a category, or by its other name, by `read`; undefined where that is refused as well. Never
 * rejects.
 */
export async function readShare(
  search: PlannedSearch,
  patientId: string,
  types: WholeTypes,
  read: (search: PlannedSearch) => Promise<Gathered>,
): Promise<Gathered | undefined> {
  const whole = wholeOf(types, search.type, () => read(otherwise(search, patientId)));
  const gathered = await whole.gathered;
  return gathered && shareOf(gathered, whole, search, patientId);
}
