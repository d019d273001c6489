/** Packed files: what is in them is read like any other, and nothing that was made to burst does. */
import { constants, crc32 as checksum, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { crc32 } from './crc32.ts';
import { eagerInflater } from './inflater-fixture.ts';
import { fakeSource, ndjson } from './fake-source.ts';
import { indexFiles } from './index-files.ts';
import type { FileSource } from './source.ts';
import { unpackAll, type UnpackOptions } from './unpack.ts';

interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  /** What the zip says otherwise than it is. */
  readonly says?: Partial<Readonly<Record<'size' | 'crc' | 'flags' | 'packedSize' | 'at', number>>>;
}

function header(
  signature: number,
  size: number,
  fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[],
) {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(signature);
  for (const [at, length, value] of fields) bytes.writeUIntLE(value, at, length);
  return bytes;
}

function zipOf(...entries: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, method = 8, says = {} } of entries) {
    const plain = Buffer.from(content as string);
    const data = method === 8 ? deflateRawSync(plain) : plain;
    const called = Buffer.from(name);
    const { size = plain.length, crc = checksum(plain), flags = 0x800 } = says;
    const { packedSize = data.length, at: place = at } = says;
    const local = header(0x04034b50, 30, [
      [6, 2, flags],
      [8, 2, method],
      [26, 2, called.length],
    ]);
    directory.push(
      header(0x02014b50, 46, [
        [8, 2, flags],
        [10, 2, method],
        [16, 4, crc],
        [20, 4, packedSize],
        [24, 4, size],
        [28, 2, called.length],
        [42, 4, place],
      ]),
      called,
    );
    parts.push(local, called, data);
    at += local.length + called.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = header(0x06054b50, 22, [
    [8, 2, entries.length],
    [10, 2, entries.length],
    [12, 4, listed.length],
    [16, 4, at],
  ]);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

const turn = async (): Promise<void> => undefined;
const unpack = (sources: readonly FileSource[], options: UnpackOptions = {}) =>
  unpackAll(sources, { turn, ...options });
const zip = (path: string, ...entries: readonly Packed[]) => fakeSource(path, zipOf(...entries));
const textOf = async (source: FileSource): Promise<string> =>
  new TextDecoder().decode(await source.read(0, source.size));
const told = async (sources: readonly FileSource[]) =>
  Promise.all(sources.map(async (source) => [source.path, await textOf(source)]));
/** How the page tells of each file. */
const kinds = async (sources: readonly FileSource[]) =>
  (await indexFiles(sources, { turn })).reports.map(({ path, kind, records }) => [path, kind, records]);

const anna = { resourceType: 'Patient', id: '1', name: [{ family: 'Anna' }], birthDate: '1980-01-01' };
const problem = { resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/1' } };
const zeros = new Uint8Array(4 * 1024 * 1024);

test('the checksum is the one that zip keeps', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new TextEncoder().encode('56789'), crc32(new TextEncoder().encode('1234')))).toBe(0xcbf43926);
});

test('a zip is the folder that it holds; what is not packed stays as it is', async () => {
  const found = await unpack([
    zip(
      'x.zip',
      { name: 'in/Patient.ndjson', content: ndjson(anna) },
      { name: 'stored.json', content: '{}', method: 0 },
    ),
    fakeSource('y.json', '[]'),
  ]);
  expect(await told(found)).toEqual([
    ['x.zip/in/Patient.ndjson', ndjson(anna)],
    ['x.zip/stored.json', '{}'],
    ['y.json', '[]'],
  ]);
  expect(new TextDecoder().decode(await found[0]!.read(1, 6))).toBe(ndjson(anna).slice(1, 6));
});

test('its records are read, and belong to whom they name', async () => {
  const found = await unpack([
    zip(
      'x.zip',
      { name: 'Patient.ndjson', content: ndjson(anna) },
      { name: 'Condition.ndjson', content: ndjson(problem) },
    ),
  ]);
  const { patients, isIncomplete } = await indexFiles(found, { turn });
  expect(patients.map(({ id, records }) => [id, records])).toEqual([['1', 2]]);
  expect(isIncomplete).toBe(false);
});

test('gzip is the one file in it', async () => {
  const bytes = new Uint8Array(gzipSync(ndjson(anna)));
  expect(await told(await unpack([fakeSource('Patient.ndjson.gz', bytes)]))).toEqual([
    ['Patient.ndjson', ndjson(anna)],
  ]);
});

test('names lead nowhere but below the zip; folders and what systems leave there are left out; the same twice is two', async () => {
  const names = ['../../etc/a.json', '/b.json', 'c\\d.json', '__MACOSX/e.json', 'f/._g.json', '.DS_Store'];
  const entries = [...names, 'h.json', 'h.json'].map((name) => ({ name, content: '{}' }));
  const empty = ['i/', '.j/', '.k.json', '..'].map((name) => ({ name, content: '' }));
  const found = await unpack([zip('x.zip', ...entries, ...empty)]);
  expect(found.map(({ path }) => path)).toEqual([
    'x.zip/etc/a.json',
    'x.zip/b.json',
    'x.zip/c/d.json',
    'x.zip/h.json',
    'x.zip/h.json (2)',
  ]);
});

test('what has something in it is read, in hidden folders and by a folder’s name too', async () => {
  const names = ['.export/a.ndjson', 'b.ndjson/', '..'];
  const found = await unpack([zip('x.zip', ...names.map((name) => ({ name, content: ndjson(anna) })))]);
  expect(await told(found)).toEqual([
    ['x.zip/.export/a.ndjson', ndjson(anna)],
    ['x.zip/b.ndjson', ndjson(anna)],
    ['x.zip/_', ndjson(anna)],
  ]);
});

/** A zip of one entry that the end record does not count. */
function uncounted(...entries: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const bytes = zipOf(...entries);
  const end = new DataView(bytes.buffer, bytes.byteLength - 22);
  for (const at of [8, 10]) end.setUint16(at, entries.length - 1, true);
  return bytes;
}

/** A kilobyte, and fifty entries of nothing that say that they are packed in it. */
function overlapping(): Uint8Array<ArrayBuffer> {
  const over = { content: '', method: 0, says: { packedSize: 1024, at: 0 } };
  const others = Array.from({ length: 50 }, (_, at) => ({ ...over, name: `${at}.json` }));
  return zipOf({ name: 'a.json', content: ' '.repeat(1024), method: 0 }, ...others);
}

describe('@threat-23 what cannot be unpacked, or should not be, is named and not read', () => {
  const good = { name: 'a.ndjson', content: ndjson(anna) };
  test.each<readonly [string, Packed]>([
    ['another checksum', { ...good, says: { crc: 1 } }],
    ['shorter than it says', { ...good, says: { size: 5000 } }],
    ['longer than it says', { ...good, says: { size: 5 } }],
    ['packed in another way', { ...good, method: 12 }],
    ['four megabytes of nothing, in four thousand bytes', { name: 'bomb.ndjson', content: zeros }],
  ])('%s', async (_, entry) => {
    const found = await unpack([zip('x.zip', entry, { name: 'b.ndjson', content: ndjson(problem) })]);
    expect(await kinds(found)).toEqual([
      [`x.zip/${entry.name}`, 'packed', 0],
      ['x.zip/b.ndjson', 'lines', 1],
    ]);
    expect((await indexFiles(found, { turn })).isIncomplete).toBe(true);
  });

  test.each<readonly [string, Uint8Array<ArrayBuffer>, UnpackOptions]>([
    ['locked with a password', zipOf({ ...good, says: { flags: 0x801 } }), {}],
    ['cut off', zipOf(good).slice(0, -30), {}],
    ['nothing in it', zipOf(), {}],
    ['fewer entries than there are', uncounted(good, { ...good, name: 'hidden.ndjson' }), {}],
    ['entries over each other', overlapping(), {}],
    ['more than the page can hold', zipOf(good, { ...good, name: 'b' }), { most: 150 }],
    ['gzip of more than that', new Uint8Array(gzipSync(ndjson(anna).repeat(9))), { most: 150 }],
    ['gzip that bursts', new Uint8Array(gzipSync(zeros)), {}],
    ['gzip that is cut off', new Uint8Array(gzipSync(ndjson(anna))).slice(0, 40), {}],
  ])('%s', async (_, bytes, options) => {
    const whole = fakeSource('x.zip', bytes);
    const other = zip('y.zip', { ...good, name: 'c.ndjson' });
    const found = await unpack([whole, other], options);
    expect(found.map(({ path }) => path)).toEqual(['x.zip', 'y.zip/c.ndjson']);
    expect(found[0]).toBe(whole);
    expect((await kinds(found))[0]).toEqual(['x.zip', 'packed', 0]);
  });

  test('a zip within a zip', async () => {
    const found = await unpack([zip('x.zip', { name: 'y.zip', content: zipOf(good), method: 0 })]);
    expect(await kinds(found)).toEqual([['x.zip/y.zip', 'packed', 0]]);
  });

  test('many whose sizes lie: together they are no more than what the page can hold', async () => {
    const lying = Array.from({ length: 20 }, (_, at) => ({
      name: `${at}.ndjson`,
      content: 'x'.repeat(1000),
      says: { size: 1 },
    }));
    const found = await unpack([zip('x.zip', ...lying)], { most: 3000 });
    expect((await kinds(found)).every(([, kind]) => kind === 'packed')).toBe(true);
  });
});

describe('@threat-23 a megabyte that holds a gigabyte', () => {
  const megabyte = 1024 * 1024;
  const piece = deflateRawSync(Buffer.alloc(64 * megabyte), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  // Twenty times the same, and the end.
  const deflated = Buffer.concat([...Array.from({ length: 20 }, () => piece), Buffer.of(3, 0)]);
  const gzip = Buffer.concat([
    Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff),
    deflated,
    // ISIZE: a megabyte, which would be nothing out of the way.
    Buffer.of(0, 0, 0, 0, 0, 0, 0x10, 0),
  ]);
  const zipped = { name: 'a.ndjson', content: deflated, method: 0, says: { size: megabyte } };
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    ['zip', asDeflated(zipOf(zipped))],
    ['gzip', new Uint8Array(gzip)],
  ])('%s: what is inflated before it is counted stays small', async (_, bytes) => {
    expect(bytes.length).toBeGreaterThan(megabyte);
    const { Eager, seen } = eagerInflater(64 * megabyte);
    vi.stubGlobal('DecompressionStream', Eager);
    const found = await unpack([fakeSource('x', bytes)]);
    expect((await kinds(found)).map(([, kind]) => kind)).toEqual(['packed']);
    expect(seen.most).toBeGreaterThan(megabyte);
    expect(seen.most).toBeLessThan(20 * megabyte);
  });
});

/** A zip whose first entry, put in as it is, says that it is deflated. */
function asDeflated(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  view.setUint16(8, 8, true);
  view.setUint16(view.getUint32(bytes.length - 6, true) + 10, 8, true);
  return bytes;
}

test('stopped, it stops', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await expect(unpack([zip('x.zip', { name: 'a', content: 'a' })], { signal: stop.signal })).rejects.toThrow(
    'stopped',
  );
});
