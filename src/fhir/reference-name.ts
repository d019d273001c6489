/** The words for what a reference points at: who recorded it, who gave it, where it was. */
import { nullFlavor } from './code-systems.ts';
import { readConcept } from './concept.ts';
import { asObjects, asText, type FhirResource } from './json.ts';
import { readNames } from './names.ts';
import type { ReadContext } from './record.ts';
import { readReference } from './reference.ts';

/**
 * The reference's own display, else the name of the record it points at where that has arrived, else the identifier
 * or the reference as sent: never nothing while something was sent.
 */
export function nameOfReference(
  value: unknown,
  context: ReadContext,
  within: FhirResource,
): string | undefined {
  const reference = readReference(value);
  if (reference === undefined) return undefined;
  // NextGen Enterprise points at this code system where nobody is known: it names nobody.
  const sent = reference.reference === nullFlavor ? undefined : reference.reference;
  return (
    reference.display ??
    nameOfResource(context.resolve(value, within), context, 0) ??
    reference.identifier?.value ??
    sent ??
    reference.identifier?.type?.label
  );
}

export function namesOfReferences(
  values: unknown,
  context: ReadContext,
  within: FhirResource,
): readonly string[] {
  const list: readonly unknown[] = Array.isArray(values) ? values : asObjects(values);
  return list.map((value) => nameOfReference(value, context, within)).filter((name) => name !== undefined);
}

/** A role points at a practitioner and an organization; no chain is followed further than that. */
const furthest = 2;

/** What a record of a person, place, organization, drug or condition is called; undefined where it names nothing. */
export function nameOfResource(
  resource: FhirResource | undefined,
  context: ReadContext,
  depth = 0,
): string | undefined {
  if (resource === undefined || depth > furthest) return undefined;
  const follow = (value: unknown): string | undefined =>
    readReference(value)?.display ?? nameOfResource(context.resolve(value, resource), context, depth + 1);
  if (resource.resourceType === 'PractitionerRole') {
    const role = [follow(resource['practitioner']), follow(resource['organization'])].filter(
      (n) => n !== undefined,
    );
    return role.length > 0 ? role.join(', ') : readConcept(resource['code'])?.label;
  }
  const deviceName = asText(asObjects(resource['deviceName'])[0]?.['name']);
  return (
    readNames(resource['name'])[0]?.label ??
    deviceName ??
    readConcept(resource['code'])?.label ??
    readConcept(resource['type'])?.label ??
    asText(resource['description'])
  );
}
