/** For tests: a file in memory that counts what is read of it. */
import type { FileSource } from './source.ts';

export interface FakeSource extends FileSource {
  /** Bytes handed out so far. */
  readonly handedOut: () => number;
  /** The longest piece that was asked for. */
  readonly longest: () => number;
}

export function fakeSource(
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  modified = Date.UTC(2026, 10, 20, 12),
): FakeSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let out = 0;
  let longest = 0;
  return {
    path,
    size: bytes.length,
    modified,
    handedOut: () => out,
    longest: () => longest,
    async read(start, end) {
      const slice = bytes.subarray(start, end);
      out += slice.length;
      longest = Math.max(longest, slice.length);
      return slice;
    },
  };
}

export const ndjson = (...resources: readonly unknown[]): string =>
  resources.map((one) => `${JSON.stringify(one)}\n`).join('');
