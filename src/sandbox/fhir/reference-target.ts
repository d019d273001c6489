/** What a reference points at: `Patient/85`, `http://host/base/Patient/85` and `Patient/85/_history/2` are the same. */
export interface ReferenceTarget {
  readonly type: string;
  readonly id: string;
}

const literal = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?#\s]+)(?:\/_history\/[^/?#\s]+)?$/;

/** Undefined for `#contained`, `urn:…`, conditional (`Patient?identifier=…`) and malformed references. */
export function referenceTarget(reference: unknown): ReferenceTarget | undefined {
  if (typeof reference !== 'string' || reference.includes('?')) return undefined;
  const [, type, id] = literal.exec(reference) ?? [];
  return type === undefined || id === undefined ? undefined : { type, id };
}
