/**
 * Where a reader is in a chart, kept while they sign in again. Signing in leaves the page, so it waits in this tab's
 * storage, and there no health data may lie: of how a list was set up only choices are kept (which of the app's own
 * filters, arrangement, sorting), never the words typed into "find", which may name a disease.
 */
import type { Place } from '#smart/pending.ts';

/** What a reader set up in an open chart (`Chart.memory`). */
export type Memory = Map<string, unknown>;

type Choice = string | number | boolean | readonly Choice[] | { readonly [name: string]: Choice };

/** The place of a chart that is about to be closed. */
export function placeOf({ location, scrollY }: Window, patientId: string, memory: Memory): Place {
  const choices = Object.fromEntries([...memory].map(([key, value]) => [key, choiceOf(value)]));
  return { patientId, path: location.pathname, scroll: scrollY, choices };
}

/** A value without anything that somebody typed: words of the app's own have no spaces and are short. */
function choiceOf(value: unknown): Choice | undefined {
  if (typeof value === 'string') return /^[a-z][\w-]{0,30}$/i.test(value) ? value : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(choiceOf).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const members = Object.entries(value).map(([name, each]) => [name, name === 'find' ? '' : choiceOf(each)]);
  return Object.fromEntries(members) as Choice;
}

/** The memory of a chart that is opened at a place again. */
export function memoryOf(place: Place | undefined): Memory {
  return new Map(Object.entries(place?.choices ?? {}));
}
