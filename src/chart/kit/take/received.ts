/** Everything of a chart that has arrived, each resource once, as it came. */
import { isExactNumber, type FhirResource } from '#fhir/json.ts';
import { originalOf } from '#fhir/original.ts';
import type { Reading, SearchAnswer } from '#fhir/reading.ts';
import { keyOf } from '#fhir/record.ts';

export interface Received {
  readonly resources: readonly FhirResource[];
  /** When the answers were read, the oldest and the newest (milliseconds since 1970). */
  readonly readAt: { readonly first: number; readonly last: number } | undefined;
}

export function answersOf(reading: Reading): readonly SearchAnswer[] {
  return reading.searches.flatMap(({ id }) => {
    const state = reading.stateOf(id);
    return state.state === 'read' ? [state.answer] : [];
  });
}

/** Matches first, then what came with them, then records that were read because others point at them. */
export function receivedOf(reading: Reading): Received {
  const answers = answersOf(reading);
  const found = new Map<string, FhirResource>();
  const add = (resource: FhirResource): void => {
    const sent = originalOf(resource);
    const key = keyOf(sent);
    if (!found.has(key)) found.set(key, sent);
  };
  for (const { records } of answers) records.forEach(add);
  for (const { included } of answers) included.forEach(add);
  addReferenced(reading, found, add);
  const times = answers.map(({ readAt }) => readAt);
  return {
    resources: [...found.values()],
    readAt: times.length === 0 ? undefined : { first: Math.min(...times), last: Math.max(...times) },
  };
}

/** What was read one by one (a practitioner, a medication) stands in no answer: it is found by who points at it. */
function addReferenced(
  reading: Reading,
  found: ReadonlyMap<string, FhirResource>,
  add: (resource: FhirResource) => void,
): void {
  const queue = [...found.values()];
  for (let at = 0; at < queue.length; at++) {
    for (const reference of referencesIn(queue[at]!)) {
      if (reference.startsWith('#')) continue;
      const target = reading.find({ reference });
      if (target === undefined || found.has(keyOf(originalOf(target)))) continue;
      add(target);
      queue.push(originalOf(target));
    }
  }
}

const deepest = 100;

/** Every `Reference.reference` of a value, wherever it stands. */
export function referencesIn(value: unknown, depth = 0): readonly string[] {
  if (depth > deepest || typeof value !== 'object' || value === null || isExactNumber(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item, depth + 1));
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'reference' && typeof child === 'string' ? [child] : referencesIn(child, depth + 1),
  );
}
