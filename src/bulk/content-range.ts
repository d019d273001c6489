/** Which stretch of a file an answer holds (RFC 9110 §14.4), and whether it goes on where a part broke off. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Stretch {
  readonly start: number;
  /** The byte behind its last one. */
  readonly end: number;
  /** Bytes of the whole file. */
  readonly total: number;
}

/** Undefined where the header is missing, contradicts itself, or leaves open how long the file is (a total of `*`). */
function readContentRange(header: string | undefined): Stretch | undefined {
  const said = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(header ?? '');
  if (said === null) return undefined;
  const [start = NaN, last = NaN, total = NaN] = said.slice(1).map(Number);
  return start <= last && last < total && Number.isSafeInteger(total)
    ? { start, end: last + 1, total }
    : undefined;
}

/** A validator that says of two answers that they are the same to the byte (RFC 9110 §8.8.3). */
export function strongTag({ etag }: IncomingHttpHeaders): string | undefined {
  return etag === undefined || etag.startsWith('W/') ? undefined : etag;
}

/**
 * The stretch of a 206 that may be added to a part of `have` bytes of the version `etag`; undefined where it may not:
 * of another version or none that is named, from another place, packed, or of a file whose end is not told.
 */
export function continuation(
  headers: IncomingHttpHeaders,
  have: number,
  etag: string | undefined,
): Stretch | undefined {
  const stretch = readContentRange(headers['content-range']);
  const isPacked = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const isSame = etag !== undefined && strongTag(headers) === etag;
  return isSame && !isPacked && have > 0 && stretch?.start === have ? stretch : undefined;
}
