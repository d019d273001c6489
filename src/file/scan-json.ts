/**
 * Where the records of a JSON file stand: the objects at its top, and the entries of each Bundle among them. Bytes are
 * gone through once and none are kept, so that a Bundle of any size is opened by the places of its entries.
 */
import { type FileSource, piecesOf, pieceSize } from './source.ts';

/** From `start` up to `start + length`. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

export interface JsonObjectSpan extends Span {
  /** Elements of the object's own `entry` list. */
  readonly entries: readonly Span[];
  /** Text members of the object itself that say what it is. */
  readonly says: Readonly<Record<string, string>>;
}

export interface JsonScan {
  readonly objects: readonly JsonObjectSpan[];
  /** The file ends in the middle of an object: it was cut off. What stands before that is there all the same. */
  readonly isCutOff: boolean;
  /** Something stands at the top that is neither an object nor white space, a comma or a list. */
  readonly hasStrayText: boolean;
}

/** The bytes of places that follow each other, read some megabytes at a time: a Bundle has thousands of entries. */
export async function* cutSpans<S extends Span>(
  source: FileSource,
  spans: readonly S[],
): AsyncGenerator<{ readonly span: S; readonly bytes: Uint8Array<ArrayBuffer> }> {
  let [start, end] = [0, 0];
  let piece = new Uint8Array();
  for (const span of spans) {
    const until = span.start + span.length;
    if (span.start < start || until > end) {
      start = span.start;
      end = Math.min(source.size, Math.max(until, start + pieceSize));
      // oxlint-disable-next-line no-await-in-loop -- one piece after the other is what bounds the memory
      piece = await source.read(start, end);
    }
    yield { span, bytes: piece.subarray(span.start - start, until - start) };
  }
}

/** Members whose text is kept. */
const kept = new Set(['resourceType', 'timestamp', 'transactionTime', 'request']);
/** No word that is wanted is longer. */
const longestText = 400;

const quote = 34;
const backslash = 92;
const open = { brace: 123, bracket: 91 };
const close = { brace: 125, bracket: 93 };

interface Begun {
  readonly start: number;
  readonly entries: Span[];
  readonly says: Record<string, string>;
}

/** Goes through a file. A list at the top counts as its elements. */
export async function scanJson(source: FileSource): Promise<JsonScan> {
  const objects: JsonObjectSpan[] = [];
  const decoder = new TextDecoder();
  /** Braces and brackets that are open, of a top list not counted. */
  let depth = 0;
  let isTopList = false;
  let object: Begun | undefined;
  let inEntries = false;
  let entryStart = -1;
  let inText = false;
  let isEscaped = false;
  let isKept = false;
  let text: number[] = [];
  let key: string | undefined;
  let lastText: string | undefined;
  let hasStrayText = false;

  const endText = (): void => {
    if (!isKept || object === undefined) return;
    const said = decoder.decode(new Uint8Array(text));
    if (key !== undefined && kept.has(key)) object.says[key] ??= said;
    lastText = said;
    key = undefined;
  };

  for await (const { start, bytes } of piecesOf(source)) {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i]!;
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) {
          inText = false;
          endText();
          continue;
        }
        if (isKept && text.length < longestText) text.push(byte);
        continue;
      }
      switch (byte) {
        case quote:
          if (depth === 0) hasStrayText = true;
          inText = true;
          // Only the members of the object itself say what it is.
          isKept = depth === 1;
          text = [];
          break;
        case open.brace:
        case open.bracket:
          if (depth === 0 && byte === open.bracket) {
            isTopList = true;
            break;
          }
          if (depth === 0) object = { start: start + i, entries: [], says: {} };
          else if (depth === 1 && byte === open.bracket && key === 'entry') inEntries = true;
          else if (depth === 2 && inEntries && byte === open.brace) entryStart = start + i;
          key = undefined;
          depth += 1;
          break;
        case close.brace:
        case close.bracket:
          if (depth === 0) {
            if (byte === close.brace || !isTopList) hasStrayText = true;
            break;
          }
          depth -= 1;
          if (depth === 2 && inEntries && entryStart !== -1) {
            object?.entries.push({ start: entryStart, length: start + i + 1 - entryStart });
            entryStart = -1;
          } else if (depth === 1) inEntries = false;
          else if (depth === 0 && object !== undefined) {
            objects.push({ ...object, length: start + i + 1 - object.start });
            object = undefined;
          }
          break;
        case 58: // ":"
          if (depth === 1) key = lastText;
          break;
        case 44: // ","
          if (depth === 1) key = undefined;
          break;
        default:
          // White space, and the byte order mark at the very beginning.
          if (depth === 0 && byte > 32 && !(start + i < 3 && byte >= 0xbb)) hasStrayText = true;
      }
    }
  }
  if (object !== undefined) objects.push({ ...object, length: source.size - object.start });
  return { objects, isCutOff: depth > 0, hasStrayText };
}
