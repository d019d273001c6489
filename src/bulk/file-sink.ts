/** Where the bytes of one file go: to the disk in the order in which they come, counted and summed on the way. */
import { close, openSync, writev } from 'node:fs';
import { Writable } from 'node:stream';
import { diskFailure } from './disk-failure.ts';
import type { NdjsonCount } from './ndjson-count.ts';

/** What waits while the disk is busy, at most, in bytes: it goes to it at one go. */
const waiting = 1 << 20;

/**
 * A piece that came in a buffer of its own, as those of an answer do, is let go of at once: left to the garbage collector,
 * ten thousand of them in half a gigabyte cost an eighth of the export's processor time.
 */
function giveBack({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** Writes all of it, however little the system takes at a time. */
function writeAll(file: number, pieces: readonly Buffer[], done: (error: Error | null) => void): void {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  writev(file, pieces, (error, written) => {
    if (error !== null || written === size) return done(error);
    writeAll(file, [Buffer.concat(pieces).subarray(written)], done);
  });
}

/**
 * A stream into the file at `path`, which is added to or begun anew. What is written to it is its own, and gone
 * afterwards. A disk that takes no more fails it with `BulkError` (`setup`); so does a file that cannot be opened, at once.
 */
export function fileSink(
  path: string,
  isContinued: boolean,
  count: NdjsonCount,
  onBytes: ((count: number) => void) | undefined,
): Writable {
  let file: number;
  try {
    file = openSync(path, isContinued ? 'a' : 'w', 0o600);
  } catch (error) {
    throw diskFailure(path, error);
  }
  const write = (pieces: readonly Buffer[], done: (error?: Error | null) => void): void =>
    writeAll(file, pieces, (error) => {
      if (error !== null) return done(diskFailure(path, error));
      // What is counted lies there.
      for (const piece of pieces) {
        count.add(piece);
        onBytes?.(piece.length);
        giveBack(piece);
      }
      done();
    });
  return new Writable({
    highWaterMark: waiting,
    write: (piece: Buffer, _encoding, done) => write([piece], done),
    writev: (pieces, done) =>
      write(
        pieces.map(({ chunk }) => chunk as Buffer),
        done,
      ),
    destroy: (error, done) => close(file, () => done(error)),
  });
}
