/** Reference (FHIR R4 §2.3): what a record points at, read without asking anybody. */
import { type Identifier, readIdentifier } from './identifiers.ts';
import { asObject, asObjects, asText } from './json.ts';

export interface Reference {
  /** As sent: `Type/id`, an absolute URL, `#contained` or `urn:uuid:…`. */
  readonly reference: string | undefined;
  readonly type: string | undefined;
  readonly id: string | undefined;
  readonly display: string | undefined;
  readonly identifier: Identifier | undefined;
}

const typeAndId =
  /(?:^|\/)([A-Z][A-Za-z]{1,63})\/([A-Za-z0-9\-.]{1,128})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?\/?$/;

/** A Reference, or plain text in its place. Undefined where it points at nothing and names nothing. */
export function readReference(value: unknown): Reference | undefined {
  const plain = asText(value);
  const object = plain === undefined ? asObject(value) : { reference: plain };
  if (object === undefined) return undefined;
  const reference = asText(object['reference']);
  const [, type, id] = typeAndId.exec((reference ?? '').slice(-600)) ?? [];
  const display = asText(object['display']);
  const identifier = readIdentifier(object['identifier']);
  if (reference === undefined && display === undefined && identifier === undefined) return undefined;
  return { reference, type: type ?? asText(object['type']), id, display, identifier };
}

export function readReferences(value: unknown): readonly Reference[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : asObjects(value);
  return list.map(readReference).filter((reference) => reference !== undefined);
}
