/**
 * What `getReferenceKey()` gives (SQL on FHIR v2): the id of what is referred to, which is what `getResourceKey()` gives
 * there. Relative and absolute references and versions of them; `urn:uuid:` where no type is asked for; a contained
 * resource has no key.
 */
export const referencePattern =
  '^(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]+)?$';
export const urnPattern = '^urn:(?:uuid|oid):(.+)$';

const reference = new RegExp(referencePattern);
const urn = new RegExp(urnPattern);

export function referenceKey(text: string, type?: string): string | undefined {
  const found = reference.exec(text);
  if (found !== null) return type === undefined || found[1] === type ? found[2] : undefined;
  return type === undefined ? urn.exec(text)?.[1] : undefined;
}
