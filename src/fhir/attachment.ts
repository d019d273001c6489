/** Attachment (FHIR R4 §2.24.0.3). The bytes stay as sent; opening them is the documents section's work. */
import { type FhirDateTime, parseDateTime } from './dates.ts';
import { asNumber, asObject, asObjects, asText } from './json.ts';

export interface Attachment {
  readonly contentType: string | undefined;
  readonly language: string | undefined;
  readonly title: string | undefined;
  /** Base64 as sent. */
  readonly data: string | undefined;
  readonly url: string | undefined;
  /** Bytes, where the server says. */
  readonly size: number | undefined;
  readonly hash: string | undefined;
  readonly creation: FhirDateTime | undefined;
}

/** An Attachment; undefined where it has neither bytes nor an address nor a title. */
export function readAttachment(value: unknown): Attachment | undefined {
  const object = asObject(value);
  if (object === undefined) return undefined;
  const data = typeof object['data'] === 'string' && object['data'] !== '' ? object['data'] : undefined;
  const [url, title] = [asText(object['url']), asText(object['title'])];
  if (data === undefined && url === undefined && title === undefined) return undefined;
  return {
    contentType: asText(object['contentType']),
    language: asText(object['language']),
    title,
    data,
    url,
    size: asNumber(object['size']),
    hash: asText(object['hash']),
    creation: parseDateTime(object['creation']),
  };
}

export function readAttachments(value: unknown): readonly Attachment[] {
  return asObjects(value)
    .map(readAttachment)
    .filter((attachment) => attachment !== undefined);
}
