import { asObject, type FhirResource } from './json.ts';
import type { ReadContext } from './record.ts';
import { questionnaireAddress } from './questionnaire-response.ts';
import { readReference } from './reference.ts';

/** People and places a record names by reference alone. Clinical records come with the plan, or not at all. */
const namesSomebody = new Set(['Practitioner', 'PractitionerRole', 'Organization', 'Location']);
const deepest = 12;

/**
 * References of a record, and of what says where it came from, that show nobody's name: no display was sent, and what
 * they point at has not arrived; and the questionnaire that was filled in. In the order they stand, each once, as sent; at most `most` of them.
 */
export function unnamedReferences(
  record: FhirResource,
  context: ReadContext,
  most: number,
): readonly string[] {
  const found = new Set<string>();
  // A questionnaire is named by its address alone, which is no reference.
  const address = record.resourceType === 'QuestionnaireResponse' ? questionnaireAddress(record) : undefined;
  if (address !== undefined && context.resolve({ reference: address }, record) === undefined)
    found.add(address);
  const walk = (value: unknown, within: FhirResource, depth: number): void => {
    if (found.size >= most || depth > deepest) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, within, depth + 1);
      return;
    }
    const object = asObject(value);
    if (object === undefined) return;
    if (typeof object['reference'] === 'string') look(object, within, depth);
    for (const [name, inner] of Object.entries(object))
      if (name !== 'contained') walk(inner, within, depth + 1);
  };
  const look = (value: unknown, within: FhirResource, depth: number): void => {
    const reference = readReference(value);
    if (reference?.reference === undefined || reference.display !== undefined) return;
    if (!namesSomebody.has(reference.type ?? '')) return;
    const arrived = context.resolve(value, within);
    if (arrived === undefined) found.add(reference.reference);
    // A role is named by whom it points at.
    else if (arrived.resourceType === 'PractitionerRole') walk(arrived, arrived, depth + 1);
  };
  for (const one of [record, ...context.provenanceOf(record)]) walk(one, one, 0);
  return [...found];
}
