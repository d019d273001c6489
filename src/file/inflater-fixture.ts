/** For tests: an inflater that is as eager as a browser's. */
// oxlint-disable-next-line no-nodejs-modules -- tests alone import it
import { createGunzip, createInflateRaw } from 'node:zlib';

/**
 * A `DecompressionStream` that inflates all of what it is fed before it hands anything on, as Chromium's does, and how much
 * that was at most. It fails above `limit` bytes.
 */
export function eagerInflater(limit: number) {
  const seen = { most: 0 };
  class Eager {
    readonly readable: ReadableStream;
    readonly writable: WritableStream;
    constructor(format: string) {
      const inflater = format === 'gzip' ? createGunzip() : createInflateRaw();
      let held: Uint8Array[] = [];
      let size = 0;
      inflater.on('data', (piece: Uint8Array) => {
        held.push(piece);
        size += piece.length;
        seen.most = Math.max(seen.most, size);
        if (size > limit) inflater.destroy(new Error('more than any page holds'));
      });
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
        async transform(chunk, controller) {
          await new Promise<void>((done, fail) => {
            inflater.once('error', fail).write(chunk, () => done());
          });
          for (const piece of held) controller.enqueue(piece);
          [held, size] = [[], 0];
        },
      });
      [this.readable, this.writable] = [readable, writable];
    }
  }
  return { Eager, seen };
}
