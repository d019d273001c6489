/** The lines of an NDJSON file, with the place of each: one bad line is one bad line. */
import { type FileSource, piecesOf } from './source.ts';

/** Bytes of one line beyond which it is passed over: a record with a scanned letter in it has a tenth of it. */
export const longestLine = 128 * 1024 * 1024;

export interface Line {
  /** Where it begins in the file. */
  readonly start: number;
  readonly length: number;
  /** Undefined where it is longer than anything that can be read. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

const newline = 10;

/** Every line that is not blank. */
export async function* scanLines(source: FileSource, longest = longestLine): AsyncGenerator<Line> {
  let begun: Uint8Array<ArrayBuffer>[] = [];
  let start = 0;
  let length = 0;
  const line = (): Line | undefined => {
    const bytes = length > longest ? undefined : joined(begun, length);
    const isBlank = bytes !== undefined && bytes.every((byte) => byte <= 32);
    return length === 0 || isBlank ? undefined : { start, length, bytes };
  };
  const add = (piece: Uint8Array<ArrayBuffer>): void => {
    length += piece.length;
    // What is too long is counted, and not kept.
    if (length > longest) begun = [];
    else begun.push(piece);
  };
  for await (const piece of piecesOf(source)) {
    let from = 0;
    for (let to = piece.bytes.indexOf(newline); to !== -1; to = piece.bytes.indexOf(newline, from)) {
      add(piece.bytes.subarray(from, to));
      const done = line();
      if (done !== undefined) yield done;
      from = to + 1;
      start = piece.start + from;
      begun = [];
      length = 0;
    }
    add(piece.bytes.subarray(from));
  }
  const last = line();
  if (last !== undefined) yield last;
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
