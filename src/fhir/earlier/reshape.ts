/**
 * What every reshaping of an earlier version's record is made of. Nothing here throws, whatever arrived. Whether an
 * element repeats need not be told: the readers take one value for a list of one (`json.ts`).
 */
import { asList, asObject, asObjects, asText, type FhirResource, type JsonObject } from '#fhir/json.ts';

/** The versions before R4 that are read: DSTU2 (1.0.2) and STU3 (3.0.x). */
export type EarlierVersion = 'DSTU2' | 'STU3';

/** A record in R4's elements, made of an earlier one. What R4 has no element for stays under its own name. */
export type Reshape = (resource: FhirResource) => FhirResource;

/** A record that says the same in R4. */
export const asSent: Reshape = (resource) => resource;

/**
 * Puts what these elements hold under R4's names. An element that R4's own name holds already is not touched: a server
 * that mixes versions is read as it meant it.
 */
export function renamed<T extends JsonObject>(object: T, names: Readonly<Record<string, string>>): T {
  const moved: Record<string, unknown> = { ...object };
  for (const [from, to] of Object.entries(names)) {
    for (const [name, target] of [
      [from, to],
      [`_${from}`, `_${to}`],
    ] as const) {
      if (object[name] === undefined || object[target] !== undefined) continue;
      moved[target] = object[name];
      delete moved[name];
    }
  }
  return moved as T;
}

/** Adds elements, but never in the place of one that was sent; `undefined` adds nothing. */
export function completed<T extends JsonObject>(object: T, elements: JsonObject): T {
  const missing = Object.entries(elements).filter(
    ([name, value]) => value !== undefined && object[name] === undefined,
  );
  return missing.length === 0 ? object : { ...object, ...Object.fromEntries(missing) };
}

/** Sets elements, whatever stands there; `undefined` leaves what was sent. */
export function replaced<T extends JsonObject>(object: T, elements: JsonObject): T {
  const set = Object.entries(elements).filter(([, value]) => value !== undefined);
  return set.length === 0 ? object : { ...object, ...Object.fromEntries(set) };
}

/** A list of what is there; undefined where there is nothing. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  const list = asList(value);
  return list.length === 0 ? undefined : list;
}

/** Every object of a repeating element, reshaped; undefined where there is none. */
export function each(
  value: unknown,
  reshape: (object: JsonObject) => JsonObject,
): readonly JsonObject[] | undefined {
  const objects = asObjects(value);
  return objects.length === 0 ? undefined : objects.map(reshape);
}

/** Notes that were plain text, as annotations, after those that are annotations already. */
export function notes(...values: readonly unknown[]): readonly unknown[] | undefined {
  const list = values
    .flatMap((value) => asList(value))
    .map((value) => {
      const text = asObject(value) === undefined ? asText(value) : undefined;
      return text === undefined ? value : { text };
    });
  return list.length === 0 ? undefined : list;
}

/** `requester: { agent, onBehalfOf }` of STU3: the agent. */
export function agentOf(value: unknown): unknown {
  return asObject(value)?.['agent'] ?? value;
}

/** References as the actors of `performer`. */
export function actors(value: unknown): readonly JsonObject[] | undefined {
  const list = asList(value).map((actor) => ({ actor }));
  return list.length === 0 ? undefined : list;
}

/** A code of ours in the code system that R4 binds the element to. */
export function coded(system: string, code: string): JsonObject {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] };
}
