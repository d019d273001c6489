import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testFolder, testServer } from './bulk-fixture.ts';
import { BulkError } from './failure.ts';
import type { ExportRequest } from './job.ts';
import { checkLedger, ledgerPath, noteInLedger } from './ledger.ts';

const at = { base: 'https://fhir.example.org/r4', tokenEndpoint: 'https://id.example.org/token' };
const server = testServer(at);
const request = (of: ExportRequest['of']): ExportRequest => ({ of, types: [], since: undefined });
const group = request({ kind: 'group', id: '2' });
const now = Date.parse('2026-11-29T12:00:00Z');
const day = 86_400_000;
const asked = { now, again: true };

let folder: Awaited<ReturnType<typeof testFolder>>;
let path: string;
beforeEach(async () => {
  folder = await testFolder();
  path = join(folder.path, 'state/exports.json');
});
afterEach(() => folder.remove());

const kindOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'allowed',
    (error: unknown) => (error instanceof BulkError ? error.failure.kind : error),
  );

test('any export of a server inside the week is asked about, whatever its name; of another server it is not', async () => {
  await checkLedger(path, server, now);
  await noteInLedger(path, server, group, asked);
  const others = [
    group,
    request({ kind: 'group', id: '3' }),
    request({ kind: 'patients' }),
    request({ kind: 'system' }),
  ];
  for (const other of others) {
    // oxlint-disable-next-line no-await-in-loop -- one file
    await rm(path);
    // oxlint-disable-next-line no-await-in-loop -- one file
    await noteInLedger(path, server, other, asked);
    // oxlint-disable-next-line no-await-in-loop -- one file
    expect(await kindOf(checkLedger(path, server, now + 6 * day))).toBe('too-soon');
  }
  expect(await kindOf(checkLedger(path, { ...server, id: 'renamed' }, now + day))).toBe('too-soon');
  expect(await kindOf(checkLedger(path, server, now + 7 * day))).toBe('allowed');
  const elsewhere = testServer({ ...at, base: 'https://other.example.org/r4' });
  expect(await kindOf(checkLedger(path, elsewhere, now + day))).toBe('allowed');
  expect(await kindOf(checkLedger(path, { ...server, daysBetweenExports: 0 }, now))).toBe('allowed');
});

test('of those who ask at once, for other groups too, one may', async () => {
  const asking = ['1', '2', '3', '4'].map((id) =>
    kindOf(noteInLedger(path, server, request({ kind: 'group', id }), { now, again: false })),
  );
  const kinds = await Promise.all(asking);
  expect(kinds.filter((kind) => kind === 'allowed')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'too-soon')).toHaveLength(3);
});

test('what is noted at once for several servers is all there', async () => {
  const bases = Array.from({ length: 8 }, (_, nth) => `https://fhir${nth}.example.org/r4`);
  await Promise.all(bases.map((base) => noteInLedger(path, testServer({ ...at, base }), group, asked)));
  const noted = JSON.parse(await readFile(path, 'utf8')) as object;
  expect(Object.keys(noted).toSorted()).toEqual(bases.map((base) => `${base} group 2`));
});

test('a note that is taken back leaves what was there before, and what another has noted since', async () => {
  const takeBackFirst = await noteInLedger(path, server, group, asked);
  const takeBackSecond = await noteInLedger(path, server, group, { now: now + day, again: true });
  await takeBackFirst();
  expect(await kindOf(checkLedger(path, server, now + 7 * day))).toBe('too-soon');
  await takeBackSecond();
  expect(await kindOf(checkLedger(path, server, now + 7 * day))).toBe('allowed');
  expect(await kindOf(checkLedger(path, server, now + 6 * day))).toBe('too-soon');
  await rm(path);
  await (
    await noteInLedger(path, server, group, asked)
  )();
  expect(await kindOf(checkLedger(path, server, now))).toBe('allowed');
});

test('how long it takes until the next is the server’s own number of days', async () => {
  const monthly = { ...server, daysBetweenExports: 30 };
  await noteInLedger(path, monthly, group, asked);
  await expect(checkLedger(path, monthly, now + day)).rejects.toThrow('due after 2026-12-29 12:00 UTC');
});

test('what was noted before by the server’s name still counts', async () => {
  await noteInLedger(path, server, group, asked);
  await writeFile(path, JSON.stringify({ 'test group 9': now }));
  expect(await kindOf(checkLedger(path, server, now + day))).toBe('too-soon');
});

test.each(['', '{"a": ', '[]', '{"test group 2":"yesterday"}'])(
  'a damaged ledger is no empty one: %j',
  async (text) => {
    await noteInLedger(path, server, group, asked);
    await writeFile(path, text);
    await expect(checkLedger(path, server, now)).rejects.toThrow('cannot be read');
    // Asked for all the same: a new one begins, and the old is kept.
    await noteInLedger(path, server, group, asked);
    expect(await readFile(`${path}.damaged`, 'utf8')).toBe(text);
    expect(await kindOf(checkLedger(path, server, now))).toBe('too-soon');
  },
);

test('it lies where the environment says', () => {
  expect(ledgerPath({ XDG_STATE_HOME: '/elsewhere' })).toBe('/elsewhere/chartside/bulk-exports.json');
  expect(ledgerPath({ XDG_STATE_HOME: 'not/absolute' })).toMatch(/\.local\/state\/chartside\/bulk-exports/);
});
