import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testFolder } from './bulk-fixture.ts';
import { lockFile, lockFolder, lockName } from './folder-lock.ts';

let folder: Awaited<ReturnType<typeof testFolder>>;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

const lock = (): string => join(folder.path, lockName);
const heldBy = (holder: object): Promise<void> => writeFile(lock(), JSON.stringify(holder));
/** The number of a process that has ended. */
const dead = (): number => spawnSync(process.execPath, ['--version']).pid;

test('one at a time, and the next when that is through', async () => {
  const unlock = await lockFolder(folder.path);
  await expect(lockFolder(folder.path)).rejects.toThrow(`(process ${process.pid} on ${hostname()})`);
  unlock();
  (await lockFolder(folder.path))();
  expect(await readdir(folder.path)).toEqual([]);
});

test('a lock that a killed command left is taken over, by one of those who find it', async () => {
  await heldBy({ pid: dead(), host: hostname() });
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder.path)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(JSON.parse(await readFile(lock(), 'utf8'))).toMatchObject({ pid: process.pid });
  expect(await readdir(folder.path)).toEqual([lockName]);
});

test.skipIf(!existsSync('/proc/self/stat'))(
  'a number that another process has been given since',
  async () => {
    await heldBy({ pid: process.pid, host: hostname(), began: '1' });
    expect(await lockFolder(folder.path)).toBeTypeOf('function');
  },
);

test('what somebody deleted and another took is the other’s: the first unlocks nothing', async () => {
  const first = await lockFolder(folder.path);
  await rm(lock());
  const second = await lockFolder(folder.path);
  first();
  await expect(lockFolder(folder.path)).rejects.toThrow('at work');
  second();
  second();
  expect(await readdir(folder.path)).toEqual([]);
});

test('a file that is held for a moment is waited for, and not for ever', async () => {
  const file = join(folder.path, 'a.json');
  const first = await lockFile(file);
  const second = lockFile(file);
  await expect(lockFile(file, { times: 2, every: 1 })).rejects.toThrow(`delete ${file}.lock`);
  first();
  (await second)();
  expect(await readdir(folder.path)).toEqual([]);
  await expect(lockFile(join(folder.path, 'nowhere/a.json'))).rejects.toThrow('ENOENT');
});

test.each([
  ['of another machine', { pid: 1, host: 'another.example' }],
  ['of a process that is there', { pid: process.pid, host: hostname() }],
  ['that says nothing', {}],
])('a lock %s stays', async (_what, holder) => {
  await heldBy(holder);
  const before = await readFile(lock(), 'utf8');
  await expect(lockFolder(folder.path)).rejects.toThrow(`delete ${lock()}`);
  expect(await readFile(lock(), 'utf8')).toBe(before);
});

test('a folder in which nothing can be written', async () => {
  await mkdir(lock());
  await expect(lockFolder(folder.path)).rejects.toThrow('at work');
  await expect(lockFolder(join(folder.path, 'nowhere'))).rejects.toThrow('ENOENT');
});

test('an empty lock is one whose maker was killed, once it is old enough', async () => {
  await writeFile(lock(), '');
  // The machine that keeps the folder may have a clock of its own.
  await utimes(lock(), new Date(), new Date());
  await expect(lockFolder(folder.path)).rejects.toThrow('at work');
  const before = new Date(Date.now() - 60_000);
  await utimes(lock(), before, before);
  (await lockFolder(folder.path))();
  expect(await readdir(folder.path)).toEqual([]);
});
