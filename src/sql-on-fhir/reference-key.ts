/**
 * What `getReferenceKey()` gives (SQL on FHIR v2): the id of what is referred to, which is what `getResourceKey()` gives
 * there. Relative and absolute references and versions of them. An `urn:uuid:` does not say what it leads to: where a type
 * is asked for it has a key only if `Reference.type` names that type, for the specification wants nothing where a
 * reference is not of the type, or cannot be told to be. A contained resource has no key.
 */
export const referencePattern =
  '^(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]+)?$';
export const urnPattern = '^urn:(?:uuid|oid):(.+)$';
/** Before a type's name in `Reference.type`, where it is written as an address. */
export const typeBase = 'http://hl7.org/fhir/StructureDefinition/';

const reference = new RegExp(referencePattern);
const urn = new RegExp(urnPattern);

/** @param said `Reference.type`, as sent */
export function referenceKey(text: string, said: unknown, type?: string): string | undefined {
  const found = reference.exec(text);
  if (found !== null) return type === undefined || found[1] === type ? found[2] : undefined;
  const isOfType = type === undefined || said === type || said === `${typeBase}${type}`;
  return isOfType ? urn.exec(text)?.[1] : undefined;
}
