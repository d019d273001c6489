import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolder } from './open-folder.ts';

let base: string;
let folder: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'chartside-open-'));
  folder = join(base, 'export');
  await mkdir(join(folder, 'errors'), { recursive: true });
  await writeFile(join(base, 'outside.ndjson'), 'outside');
  await writeFile(join(folder, 'Patient.ndjson'), 'patients');
  await writeFile(join(folder, 'errors', 'e.ndjson'), 'errors');
  await writeFile(join(folder, '.hidden'), 'hidden');
  await symlink(join(base, 'outside.ndjson'), join(folder, 'link.ndjson'));
  await symlink(base, join(folder, 'up'));
});
afterAll(() => rm(base, { recursive: true }));

async function text(index: number, start = 0, end = 8): Promise<string | undefined> {
  const { read } = await openFolder(folder);
  return textOf(await read(index, start, end));
}

async function textOf(stream: AsyncIterable<Buffer> | undefined): Promise<string | undefined> {
  if (stream === undefined) return undefined;
  let all = '';
  for await (const piece of stream) all += piece.toString('utf8');
  return all;
}

test('@threat-24 the files of the folder, and neither links nor what is hidden', async () => {
  const { files } = await openFolder(folder);
  expect(files.map(({ path }) => path)).toEqual(['Patient.ndjson', 'errors/e.ndjson']);
  expect(await text(0)).toBe('patients');
  expect(await text(0, 3, 5)).toBe('ie');
  expect(await text(2)).toBeUndefined();
});

test('one file alone', async () => {
  const { files, read } = await openFolder(join(folder, 'Patient.ndjson'));
  expect(files.map(({ path }) => path)).toEqual(['Patient.ndjson']);
  expect(await textOf(await read(0, 0, 8))).toBe('patients');
});

test('@threat-24 what takes a file’s place is not read: a link, a folder that became one, other content', async () => {
  const place = join(base, 'changing');
  await mkdir(join(place, 'inner'), { recursive: true });
  const outside = join(base, 'outside.ndjson');
  const when = new Date(1_700_000_000_000);
  for (const path of [outside, join(place, 'a.ndjson'), join(place, 'inner', 'outside.ndjson')]) {
    await writeFile(path, 'outside');
    await utimes(path, when, when);
  }
  const { files, read } = await openFolder(place);
  expect(files).toHaveLength(2);
  expect(await textOf(await read(0, 0, 7))).toBe('outside');
  await rm(join(place, 'a.ndjson'));
  await symlink(outside, join(place, 'a.ndjson'));
  expect(await read(0, 0, 7)).toBeUndefined();
  // Size and time are those that were listed: only the way to it tells.
  await rm(join(place, 'inner'), { recursive: true });
  await symlink(base, join(place, 'inner'));
  expect(await read(1, 0, 7)).toBeUndefined();
  await rm(join(place, 'inner'));
  await mkdir(join(place, 'inner'));
  await writeFile(join(place, 'inner', 'outside.ndjson'), 'another');
  expect(await read(1, 0, 7)).toBeUndefined();
});

test('@threat-24 a pipe in a file’s place is not waited for', async () => {
  const place = join(base, 'pipe');
  await mkdir(place);
  await writeFile(join(place, 'a.ndjson'), '');
  const { read } = await openFolder(place);
  await rm(join(place, 'a.ndjson'));
  execFileSync('mkfifo', [join(place, 'a.ndjson')]);
  expect(await read(0, 0, 1)).toBeUndefined();
});
