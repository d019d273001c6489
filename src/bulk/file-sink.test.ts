import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSink } from './file-sink.ts';
import { countNdjson } from './ndjson-count.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartside-sink-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what comes lies in the file, in its order, for its owner alone, counted as it passes', async () => {
  const path = join(folder, 'a.part');
  await writeFile(path, 'what lay there before');
  const count = countNdjson();
  const told: number[] = [];
  const pieces = ['{"a"', ':1}\n', '{"b":"ü"}\n'];
  await pipeline(
    Readable.from(pieces.map((piece) => Buffer.from(piece))),
    fileSink(path, false, count, (bytes) => told.push(bytes)),
  );
  expect(await readFile(path, 'utf8')).toBe(pieces.join(''));
  expect(count.facts()).toMatchObject({ count: 2, bytes: 19 });
  expect(told).toEqual([4, 4, 11]);
  await rm(path);
  await pipeline(Readable.from([Buffer.from('{}')]), fileSink(path, false, count, undefined));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a piece of a larger buffer leaves the rest of it as it was', async () => {
  const all = Buffer.from('{"a":1}\n{"b":2}\n');
  const path = join(folder, 'a.part');
  await pipeline(
    Readable.from([all.subarray(0, 8), all.subarray(8)]),
    fileSink(path, false, countNdjson(), undefined),
  );
  expect(await readFile(path, 'utf8')).toBe('{"a":1}\n{"b":2}\n');
});

test('a part is added to', async () => {
  const path = join(folder, 'a.part');
  await writeFile(path, '{}\n');
  await pipeline(Readable.from([Buffer.from('{"b":1}\n')]), fileSink(path, true, countNdjson(), undefined));
  expect(await readFile(path, 'utf8')).toBe('{}\n{"b":1}\n');
});

test.skipIf(!existsSync('/dev/full'))('a full disk is said, and not taken for a broken line', async () => {
  const count = countNdjson();
  const writing = pipeline(
    Readable.from([Buffer.from('{}\n')]),
    fileSink('/dev/full', true, count, undefined),
  );
  await expect(writing).rejects.toMatchObject({
    failure: { kind: 'setup', say: expect.stringContaining('ENOSPC') as string },
  });
  expect(count.facts().bytes).toBe(0);
});

test('a file that cannot be opened is said at once', () => {
  const open = (): unknown => fileSink(join(folder, 'nowhere', 'a.part'), false, countNdjson(), undefined);
  expect(open).toThrow('ENOENT');
});

test('what came before the line broke lies in the file, and is counted', async () => {
  const path = join(folder, 'a.part');
  const count = countNdjson();
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('{"a":1}\n{"b"');
    await Promise.resolve();
    throw new Error('the line broke');
  }
  await expect(pipeline(Readable.from(broken()), fileSink(path, false, count, undefined))).rejects.toThrow(
    'the line broke',
  );
  expect(await readFile(path, 'utf8')).toBe('{"a":1}\n{"b"');
  expect(count.facts()).toMatchObject({ bytes: 12, count: 2 });
});

test('much of it, in pieces of every size, comes whole and in its order, synced on the way', async () => {
  const path = join(folder, 'a.part');
  const count = countNdjson();
  const sizes = Array.from({ length: 600 }, (_, at) => 1 + ((at * 7919) % 200_000));
  const piece = (size: number, at: number): Buffer => Buffer.alloc(size, 65 + (at % 26));
  await pipeline(Readable.from(sizes.map(piece)), fileSink(path, false, count, undefined));
  const expected = Buffer.concat(sizes.map(piece));
  expect(expected.length).toBeGreaterThan(40_000_000);
  expect((await readFile(path)).equals(expected)).toBe(true);
  expect(count.facts().bytes).toBe(expected.length);
});

test.skipIf(!existsSync('/dev/full'))('nothing is written after a write that failed', async () => {
  const count = countNdjson();
  const sink = fileSink('/dev/full', true, count, undefined);
  const failed = new Promise((resolve) => {
    sink.once('error', resolve);
  });
  const closed = new Promise((resolve) => {
    sink.once('close', resolve);
  });
  sink.write(Buffer.alloc(1 << 20, 'a'));
  sink.write(Buffer.alloc(1 << 20, 'b'));
  expect(await failed).toMatchObject({ failure: { kind: 'setup' } });
  await closed;
  expect(count.facts().bytes).toBe(0);
});
