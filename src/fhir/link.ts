/** What a record points at, ready to be shown and followed: its name, and its key in the chart where it has arrived. */
import { readConcept } from './concept.ts';
import { asList, asObject, asText, type FhirResource } from './json.ts';
import { keyOf, type ReadContext } from './record.ts';
import { nameOfReference } from './reference-name.ts';
import { readReference } from './reference.ts';

export interface Link {
  /** The reference's display, else the name of what it points at, else the reference as sent. Never empty. */
  readonly name: string;
  /** `Type/id` where the reference names a record of its own; undefined for a contained or an unnamed one. */
  readonly key: string | undefined;
  readonly type: string | undefined;
  /** The resource itself, where it has arrived. */
  readonly target: FhirResource | undefined;
}

/** One reference. Undefined where it points at nothing and names nothing. */
export function readLink(value: unknown, context: ReadContext, within: FhirResource): Link | undefined {
  const reference = readReference(value);
  const sent = nameOfReference(value, context, within);
  if (reference === undefined || sent === undefined) return undefined;
  const target = context.resolve(value, within);
  const contained = reference.reference?.startsWith('#') === true;
  const named = reference.type !== undefined && reference.id !== undefined;
  const key =
    target !== undefined && !contained
      ? keyOf(target)
      : named && !contained
        ? `${reference.type}/${reference.id}`
        : undefined;
  // A goal or a plan is named by its description, an unresolved one by what the reference says.
  const described = sent === reference.reference ? nameOfPlan(target) : undefined;
  return { name: described ?? sent, key, type: target?.resourceType ?? reference.type, target };
}

/** A repeating reference, in the order it came. */
export function readLinks(value: unknown, context: ReadContext, within: FhirResource): readonly Link[] {
  return asList(value)
    .map((item) => readLink(item, context, within))
    .filter((link) => link !== undefined);
}

function nameOfPlan(target: FhirResource | undefined): string | undefined {
  return asText(target?.['title']) ?? readConcept(asObject(target?.['description']))?.label;
}
