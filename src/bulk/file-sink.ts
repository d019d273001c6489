/** Where the bytes of one file go: to the disk in the order in which they come, counted and summed on the way. */
import { closeSync, fdatasync, openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { diskFailure } from './disk-failure.ts';
import type { NdjsonCount } from './ndjson-count.ts';

/** After so many bytes the disk is asked to take them: at the end of a large file little is left to wait for. */
const stretch = 32 * 1024 * 1024;

function orSay(path: string, work: () => number): number {
  try {
    return work();
  } catch (error) {
    throw diskFailure(path, error);
  }
}

/**
 * A piece that came by itself, as those of an answer do, is let go of at once: left to the garbage collector, sixteen
 * thousand of them a gigabyte cost a quarter of the export's processor time, and twice its memory.
 */
function giveBack({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/**
 * A stream into the file at `path`, which is added to or begun anew. It writes as it is given, without a queue: the
 * system's own cache takes a piece in less time than handing it to another thread would cost, and a disk that is slower
 * than the line holds the line up. What is written to it is its own, and gone afterwards. A disk that takes no more fails it with `BulkError` (`setup`);
 * so does a file that cannot be opened, at once.
 */
export function fileSink(
  path: string,
  isContinued: boolean,
  count: NdjsonCount,
  onBytes: ((count: number) => void) | undefined,
): Writable {
  const file = orSay(path, () => openSync(path, isContinued ? 'a' : 'w', 0o600));
  let unsynced = 0;
  let syncing: Promise<void> | undefined;
  /** Only a beginning: what counts is the one at the end (`settle`). */
  const beginToSync = (): void => {
    unsynced = 0;
    syncing ??= new Promise<void>((done) => fdatasync(file, () => done())).finally(
      () => (syncing = undefined),
    );
  };
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      try {
        for (let at = 0; at < chunk.length;) at += orSay(path, () => writeSync(file, chunk, at));
      } catch (error) {
        done(error as Error);
        return;
      }
      count.add(chunk);
      onBytes?.(chunk.length);
      unsynced += chunk.length;
      giveBack(chunk);
      if (unsynced >= stretch) beginToSync();
      done();
    },
    destroy(error, done) {
      void Promise.resolve(syncing).then(() => {
        closeSync(file);
        done(error);
      });
    },
  });
}
