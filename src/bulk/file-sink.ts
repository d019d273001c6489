/** Where the bytes of one file go: to the disk in the order in which they come, counted and summed on the way. */
import { close, fdatasync, openSync, writev } from 'node:fs';
import { Writable } from 'node:stream';
import { diskFailure } from './disk-failure.ts';
import type { NdjsonCount } from './ndjson-count.ts';

type Done = (error?: Error | null) => void;

/** What waits while the disk is busy, at most, in bytes. */
const waiting = 1 << 20;
/** So many bytes go to the disk at one go: each time costs a thread to be woken, and pieces come as small as the line brings them. */
const atOneGo = 1 << 19;
/**
 * After so many bytes the disk is asked to take them. Left to itself the system keeps half a gigabyte for half a minute, and
 * the export would wait for all of it once the last file has come.
 */
const mostUnsynced = 1 << 25;
/** One file at a time: the threads that this takes are those that write. */
let isSyncing = false;

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
 * afterwards. Where the line breaks, all that came of it is written before the stream is closed. A disk that takes no more
 * fails it with `BulkError` (`setup`), and nothing is written after that; so does a file that cannot be opened, at once.
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
  let collected: Buffer[] = [];
  let size = 0;
  let failed: Error | undefined;
  let unsynced = 0;
  /** While anything is under way the file is not closed: its number would be another file's. */
  let underWay = 0;
  let afterwards: (() => void) | undefined;
  const ended = (error: Error | null): void => {
    underWay -= 1;
    if (error !== null) failed ??= diskFailure(path, error);
  };
  const rested = (): void => {
    if (underWay === 0) afterwards?.();
  };

  const syncMeanwhile = (): void => {
    if (isSyncing || unsynced < mostUnsynced) return;
    unsynced = 0;
    isSyncing = true;
    underWay += 1;
    fdatasync(file, (error) => {
      isSyncing = false;
      // Told here and never again: the sync at the end would know nothing of it. The next write fails with it.
      ended(error);
      rested();
    });
  };

  const writeOut = (done: Done): void => {
    if (collected.length === 0 || failed !== undefined) return done(failed);
    const pieces = collected;
    collected = [];
    size = 0;
    underWay += 1;
    writeAll(file, pieces, (error) => {
      ended(error);
      if (error === null) {
        // What is counted lies there.
        for (const piece of pieces) {
          count.add(piece);
          onBytes?.(piece.length);
          unsynced += piece.length;
          giveBack(piece);
        }
        syncMeanwhile();
      }
      done(failed);
      rested();
    });
  };
  const take = (pieces: readonly Buffer[], done: Done): void => {
    for (const piece of pieces) {
      collected.push(piece);
      size += piece.length;
    }
    if (size < atOneGo) done();
    else writeOut(done);
  };
  return new Writable({
    highWaterMark: waiting,
    write: (piece: Buffer, _encoding, done) => take([piece], done),
    writev: (pieces, done) =>
      take(
        pieces.map(({ chunk }) => chunk as Buffer),
        done,
      ),
    final: writeOut,
    destroy(error, done) {
      const end = (): void => {
        afterwards = undefined;
        writeOut((fault) => close(file, () => done(fault ?? error)));
      };
      if (underWay > 0) afterwards = end;
      else end();
    },
  });
}
