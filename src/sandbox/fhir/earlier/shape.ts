/**
 * How a record of R4 is written in an earlier version: a table with a rule for every element. An element without a rule
 * is refused, so that nothing is left out unless the table says so and why.
 */
import { type FhirResource, isObject } from '#sandbox/fhir/resource.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What of a record the earlier version does not say as R4 does. */
export interface Loss {
  /** `Condition.recordedDate`; everything below it is meant. */
  readonly element: string;
  /** `restated`: the same in that version's own codes or shape. */
  readonly how: 'left out' | 'in part' | 'restated';
  readonly why: string;
}

/** The elements that one element is written as. `whole`: the object it stands in. */
export interface Rule {
  (value: unknown, name: string, whole: Json): Json;
  /** What the rule gives up, its `element` relative to the one it is for. */
  readonly losses?: readonly Loss[];
}

export type Rules = Readonly<Record<string, Rule>>;

/** Writes an object by its table. `losses` are those of its rules, below `path`. */
export interface Shape {
  (object: Json): Json;
  readonly losses: readonly Loss[];
}

const rawJson = JSON as unknown as { isRawJSON(value: unknown): boolean };

/** Whether a value is a JSON object, and no decimal that keeps its written form. */
export function isJson(value: unknown): value is Json {
  return isObject(value) && !rawJson.isRawJSON(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** `name` without values that are undefined or empty lists. */
export function element(name: string, value: unknown): Json {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
}

/**
 * A table for the objects at `path`. Two rules may write to one element where both give lists or objects, which are
 * joined. Throws on an element that has no rule: the cast says something that nobody has thought of.
 */
export function shape(path: string, rules: Rules): Shape {
  const write = (object: Json): Json => {
    const written: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(object)) {
      if (value === undefined) continue;
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
      if (rule === undefined) throw new Error(`Nothing says how ${path}.${name} is written`);
      for (const [to, made] of Object.entries(rule(value, name, object)))
        written[to] = to in written ? joined(`${path}.${to}`, written[to], made) : made;
    }
    return written;
  };
  const losses = Object.entries(rules).flatMap(([name, rule]) =>
    (rule.losses ?? []).map((loss) => ({ ...loss, element: `${path}.${name}${loss.element}` })),
  );
  return Object.assign(write, { losses });
}

function joined(path: string, before: unknown, value: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(value))
    return [...(before as unknown[]), ...(value as unknown[])];
  if (isJson(before) && isJson(value)) return shapeOfBoth(path, before, value);
  if (typeof before === 'string' && typeof value === 'string') return `${before}\n${value}`;
  throw new Error(`Two rules write ${path}`);
}

function shapeOfBoth(path: string, before: Json, value: Json): Json {
  const both: Record<string, unknown> = { ...before };
  for (const [name, one] of Object.entries(value))
    both[name] = name in both ? joined(`${path}.${name}`, both[name], one) : one;
  return both;
}

/** The element says the same. */
export const same: Rule = (value, name) => ({ [name]: value });

/** The same element after `convert`. */
export function made(convert: (value: unknown, whole: Json) => unknown): Rule {
  return (value, name, whole) => element(name, convert(value, whole));
}

/** Under another name. */
export function as(name: string, convert: (value: unknown, whole: Json) => unknown = (value) => value): Rule {
  return (value, _name, whole) => element(name, convert(value, whole));
}

/** What repeats in R4 and does not here. Throws where there are several: `first` says that it gives some up. */
export function only(name?: string): Rule {
  return (value, own) => {
    const [one, ...others] = listOf(value);
    if (others.length > 0) throw new Error(`There is more than one ${own}`);
    return element(name ?? own, one);
  };
}

/** The first of several; the others are left out. */
export function first(why: string, name?: string): Rule {
  const rule: Rule = (value, own) => element(name ?? own, listOf(value)[0]);
  return Object.assign(rule, { losses: [{ element: '', how: 'in part', why } as const] });
}

/** Each object of a repeating element (or the one object) by its own table. */
export function each(inner: Shape, name?: string): Rule {
  const rule: Rule = (value, own) =>
    element(
      name ?? own,
      Array.isArray(value) ? value.filter(isJson).map(inner) : isJson(value) ? inner(value) : value,
    );
  return withLossesOf(rule, inner);
}

/** A rule that writes by a table of its own: what that gives up, it gives up. */
export function withLossesOf(rule: Rule, inner: Shape): Rule {
  return Object.assign(rule, {
    losses: inner.losses.map((loss) => ({ ...loss, element: loss.element.slice(loss.element.indexOf('.')) })),
  });
}

/** A code of ours in the version's own words; one that it does not know stays as it is. */
export function coded(words: Readonly<Record<string, string>>, why: string, name?: string): Rule {
  return restated(why, (value, own) => {
    const code = codeOf(value);
    return element(name ?? own, code === undefined ? undefined : (words[code] ?? code));
  });
}

/** A rule whose result says the same in another shape. */
export function restated(why: string, rule: Rule): Rule {
  const wrapped: Rule = (value, name, whole) => rule(value, name, whole);
  return Object.assign(wrapped, {
    losses: [...(rule.losses ?? []), { element: '', how: 'restated', why } as const],
  });
}

/** The version has no place for it. */
export function leftOut(why: string): Rule {
  const rule: Rule = () => ({});
  return Object.assign(rule, { losses: [{ element: '', how: 'left out', why } as const] });
}

/** The code of a code, a coding or a concept. */
export function codeOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const [concept] = listOf(value);
  if (!isJson(concept)) return undefined;
  const [coding] = listOf(concept['coding']);
  const code = isJson(coding) ? coding['code'] : concept['code'];
  return typeof code === 'string' ? code : undefined;
}

/** Whether a record is entered in error, however its type says so. */
export function isError(record: FhirResource): boolean {
  return ['status', 'lifecycleStatus', 'verificationStatus'].some(
    (name) => codeOf(record[name]) === 'entered-in-error',
  );
}
