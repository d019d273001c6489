/**
 * Where a reader is in a chart, kept while they sign in again. Signing in leaves the page, so it waits in this tab's
 * storage, and there no health data may lie: of how a list was set up only choices are kept (which of the app's own
 * filters, arrangement, sorting), never the words typed into "find", which may name a disease, and nothing of what a
 * view remembers under a name that is not listed here: files that were opened, notes that were read, tests compared.
 */
import type { Place } from '#smart/pending.ts';

/** What a reader set up in an open chart (`Chart.memory`). */
export type Memory = Map<string, unknown>;

type Choice = string | number | boolean | readonly Choice[] | { readonly [name: string]: Choice };

const keptKeys = /^(list [a-z-]+|results arrangement|trend|trend stretch|growth corrected|growth reference)$/;

/** Where a chart stands that is about to be closed: what is cheap to read, before anything of it goes. */
export type Stand = Pick<Place, 'path' | 'scroll'>;

export function standOf({ location, scrollY }: Window): Stand {
  return { path: location.pathname, scroll: scrollY };
}

/** The place of a chart that is closed. */
export function placeOf(stand: Stand, patientId: string, memory: Memory): Place {
  const kept = [...memory].flatMap(([key, value]) => {
    const choice = keptKeys.test(key) ? choiceOf(value) : undefined;
    return choice === undefined ? [] : [[key, choice] as const];
  });
  return { patientId, ...stand, choices: Object.fromEntries(kept) };
}

/** As deep and as long as a list's settings ever are. */
const [deepest, longest] = [4, 50];

/** A value without anything that somebody typed: words of the app's own have no spaces and are short. */
function choiceOf(value: unknown, depth = 0): Choice | undefined {
  if (typeof value === 'string') return /^[a-z][\w-]{0,30}$/i.test(value) ? value : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  if (Array.isArray(value)) {
    return value
      .slice(0, longest)
      .map((each) => choiceOf(each, depth + 1))
      .filter((each) => each !== undefined);
  }
  // Bytes, sets and the like are no settings.
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const members = Object.entries(value)
    .slice(0, longest)
    .map(([name, each]) => [name, name === 'find' ? '' : choiceOf(each, depth + 1)]);
  return Object.fromEntries(members) as Choice;
}

/** The memory of a chart that is opened at a place again. */
export function memoryOf(place: Place | undefined): Memory {
  return new Map(Object.entries(place?.choices ?? {}));
}
