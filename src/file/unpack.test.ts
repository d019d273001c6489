/** Packed files: what is in them is read like any other, and nothing that was made to burst does. */
import { crc32 as checksum, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from './crc32.ts';
import { fakeSource, ndjson } from './fake-source.ts';
import { indexFiles } from './index-files.ts';
import type { FileSource } from './source.ts';
import { unpackAll, type UnpackOptions } from './unpack.ts';

interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  /** What the zip says otherwise than it is. */
  readonly says?: { readonly size?: number; readonly crc?: number; readonly flags?: number };
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
        [20, 4, data.length],
        [24, 4, size],
        [28, 2, called.length],
        [42, 4, at],
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

test('names lead nowhere but below the zip; hidden ones and folders are left out; the same twice is two', async () => {
  const names = [
    '../../etc/a.json',
    '/b.json',
    'c\\d.json',
    '__MACOSX/e.json',
    '.f.json',
    'g/',
    'h.json',
    'h.json',
  ];
  const found = await unpack([zip('x.zip', ...names.map((name) => ({ name, content: '{}' })))]);
  expect(found.map(({ path }) => path)).toEqual([
    'x.zip/etc/a.json',
    'x.zip/b.json',
    'x.zip/c/d.json',
    'x.zip/h.json',
    'x.zip/h.json (2)',
  ]);
});

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

test('stopped, it stops', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await expect(unpack([zip('x.zip', { name: 'a', content: 'a' })], { signal: stop.signal })).rejects.toThrow(
    'stopped',
  );
});
