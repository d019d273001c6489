/** Counts the records of NDJSON as it passes by, and takes its checksum, without holding any of it. */
import { createHash } from 'node:crypto';

const lineFeed = 0x0a;
const brace = 0x7b;

export interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
  /** Lines that are not empty: records. */
  readonly count: number;
}

/** Where the last record lies: from its first byte to what has come so far. */
export interface LastLine {
  readonly from: number;
  readonly to: number;
}

export interface NdjsonCount {
  add(chunk: Buffer): void;
  /** False as soon as a line begins with something else than a JSON object. */
  isNdjson(): boolean;
  facts(): FileFacts;
  /** Undefined where there is none yet. */
  lastLine(): LastLine | undefined;
}

/** Carriage returns and blank lines (the last one above all) are no records and no fault. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x0d || byte === 0x20 || byte === 0x09;
}

export function countNdjson(): NdjsonCount {
  const hash = createHash('sha256');
  let bytes = 0;
  let count = 0;
  let lastFrom = 0;
  let isWell = true;
  let atStart = true;
  return {
    add(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      let from = 0;
      while (from < chunk.length) {
        if (atStart) {
          while (isBlank(chunk[from])) from += 1;
          if (from >= chunk.length) return;
          if (chunk[from] !== lineFeed) {
            isWell &&= chunk[from] === brace;
            lastFrom = bytes - chunk.length + from;
            count += 1;
            atStart = false;
          }
        }
        const end = chunk.indexOf(lineFeed, from);
        if (end < 0) return;
        atStart = true;
        from = end + 1;
      }
    },
    isNdjson: () => isWell,
    lastLine: () => (count === 0 ? undefined : { from: lastFrom, to: bytes }),
    facts: () => ({ bytes, sha256: hash.copy().digest('hex'), count }),
  };
}
