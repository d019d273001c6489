import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testClient, testServer } from './bulk-fixture.ts';
import { cancelExport } from './cancel-export.ts';
import {
  exportTo,
  eachWithSandbox,
  failureOf,
  filesIn,
  inFolder,
  listings,
  pacing,
  restart,
  sandbox,
  twoPatients,
} from './export-fixture.ts';
import type { ExportOptions } from './export.ts';
import { readState } from './export-state.ts';
import { BulkError } from './failure.ts';
import { verifyExport } from './verify.ts';

eachWithSandbox();

test('listed in another order when it goes on: no file is there twice, and none is missing', async () => {
  await restart({ madeUp: 3 });
  sandbox.settings.failure = 'another-order';
  const request = { ...twoPatients, of: { kind: 'system' } } as const;
  await exportTo('whole', { request });
  const stop = new AbortController();
  const onEvent: ExportOptions['onEvent'] = (event) =>
    event.kind === 'file' && event.name === 'Patient.000.ndjson' && stop.abort();
  expect(await failureOf(exportTo('a', { request, again: true, parallel: 1, onEvent }, stop.signal))).toEqual(
    { kind: 'interrupted' },
  );
  await exportTo('a', { request });
  expect(listings()).toBe(3);
  expect((await filesIn('a')).map(([name]) => name)).toContain('Patient.001.ndjson');
  expect(await filesIn('a')).toEqual(await filesIn('whole'));
});

test('addresses are asked for again before they run out, where the server says when that is', async () => {
  let ahead = 0;
  const later = { ...pacing, now: () => pacing.now() + ahead };
  let files = 0;
  const onEvent: ExportOptions['onEvent'] = ({ kind }) => {
    if (kind !== 'file') return;
    files += 1;
    // The sandbox keeps files for a day.
    if (files === 3) ahead = 86_400_000 - 30_000;
  };
  await exportTo('a', { parallel: 1, onEvent }, undefined, later);
  expect(listings()).toBe(2);
  const state = await readState(inFolder('a'));
  expect(Date.parse(state?.expires ?? '')).toBeGreaterThan(Date.now() + 86_000_000);
});

test('a clock that is wrong makes nobody ask before each file', async () => {
  const later = { ...pacing, now: () => pacing.now() + 2 * 86_400_000 };
  await exportTo('a', { parallel: 1 }, undefined, later);
  expect(listings()).toBe(1);
});

test('two at once into one folder: one is refused, and the other ends as it would have', async () => {
  const both = await Promise.allSettled([exportTo('whole'), exportTo('whole')]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = both.find((each) => each.status === 'rejected');
  expect(String(refused?.reason)).toContain('at work');
  expect((await verifyExport(inFolder('whole'))).faults).toEqual([]);
  expect(await readdir(inFolder('whole'))).not.toContain('export.lock');
});

test('an answer to the kick-off that is lost counts as asked for, in this folder and in another', async () => {
  sandbox.settings.failure = 'lost-answer';
  expect(await failureOf(exportTo('a'))).toMatchObject({ kind: 'unanswered', why: { kind: 'unreachable' } });
  sandbox.settings.failure = 'none';
  expect((await readState(inFolder('a')))?.phase).toBe('asking');
  expect((await failureOf(exportTo('a'))).kind).toBe('too-soon');
  expect((await failureOf(exportTo('b'))).kind).toBe('too-soon');
  expect((await exportTo('a', { again: true })).records).toBeGreaterThan(1000);
});

test('what the server never heard, or would not have, may be asked for again', async () => {
  const { base } = sandbox;
  await sandbox.stop();
  expect(await failureOf(exportTo('a'))).toMatchObject({ kind: 'unreachable' });
  await restart({ port: Number(new URL(base).port) });
  const nobody = { ...twoPatients, of: { kind: 'group', id: '99' } } as const;
  expect(await failureOf(exportTo('a', { request: nobody }))).toEqual({ kind: 'absent', what: 'group' });
  expect((await exportTo('a')).records).toBeGreaterThan(1000);
  // What was noted before a request that was refused is noted still.
  sandbox.settings.failure = 'too-many-requests';
  expect((await failureOf(exportTo('b', { again: true }))).kind).toBe('throttled');
  sandbox.settings.failure = 'none';
  expect((await failureOf(exportTo('b'))).kind).toBe('too-soon');
});

test('what a run leaves that was killed as it began is no obstacle', async () => {
  await mkdir(inFolder('a'));
  await writeFile(inFolder('a/export.json.new'), '{"version":');
  expect((await exportTo('a')).records).toBeGreaterThan(1000);
});

test('a deletion that fails for now is asked for by the same call again; what came of it is kept', async () => {
  sandbox.settings.failure = 'no-deletion';
  expect(await exportTo('a')).toMatchObject({ deleted: false, deletionPending: true });
  expect((await readState(inFolder('a')))?.phase).toBe('fetched');
  expect(await exportTo('a')).toMatchObject({ deleted: false, deletionPending: true });
  sandbox.settings.failure = 'none';
  expect(await exportTo('a')).toMatchObject({ deleted: true, deletionPending: false });
  sandbox.settings.failure = 'deletion-refused';
  const refused = { deleted: false, deletionPending: false };
  expect(await exportTo('b', { again: true })).toMatchObject(refused);
  expect(await exportTo('b', { again: true })).toMatchObject(refused);
});

test('cancelled: the folder says so, and the same call does not go on', async () => {
  const stop = new AbortController();
  const onEvent: ExportOptions['onEvent'] = ({ kind }) => kind === 'file' && stop.abort();
  await failureOf(exportTo('a', { parallel: 1, onEvent }, stop.signal));
  const client = await testClient(testServer(sandbox), pacing);
  expect((await cancelExport(client, inFolder('a'))).phase).toBe('cancelled');
  expect(await failureOf(exportTo('a'))).toMatchObject({
    kind: 'setup',
    say: expect.stringContaining('was cancelled') as string,
  });
  expect(await failureOf(cancelExport(client, inFolder('nothing')))).toMatchObject({
    kind: 'setup',
  });
});

test('of an export that is complete, and deleted at the server, nothing is left to cancel', async () => {
  await exportTo('a');
  const client = await testClient(testServer(sandbox), pacing);
  expect(await failureOf(cancelExport(client, inFolder('a')))).toMatchObject({
    kind: 'setup',
    say: expect.stringContaining('nothing to cancel') as string,
  });
});

test('a job that is gone when the export goes on', async () => {
  const stop = new AbortController();
  const stopping = exportTo(
    'a',
    { parallel: 1, onEvent: ({ kind }) => kind === 'file' && stop.abort() },
    stop.signal,
  );
  expect(await failureOf(stopping)).toEqual({ kind: 'interrupted' });
  sandbox.settings.failure = 'expired-job';
  expect(await failureOf(exportTo('a'))).toEqual({ kind: 'absent', what: 'job' });
});

test('an export folder that somebody has changed sends no token anywhere', async () => {
  sandbox.settings.failure = 'job-failed';
  await failureOf(exportTo('a'));
  const path = inFolder('a/export.json');
  const state = JSON.parse(await readFile(path, 'utf8')) as object;
  for (const statusUrl of ['http://evil.example/x', `${sandbox.base}evil/x`, `${sandbox.base}/../x`]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other in one folder
    await writeFile(path, JSON.stringify({ ...state, statusUrl }));
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(await failureOf(exportTo('a'))).toEqual({ kind: 'protocol', reason: 'foreign-address' });
  }
});

test('interrupted after every file in turn, it ends with the same files, and none is fetched twice', async () => {
  const whole = await exportTo('whole');
  const fetched: string[] = [];
  for (;;) {
    const stop = new AbortController();
    const onEvent: ExportOptions['onEvent'] = (event) => {
      if (event.kind !== 'file') return;
      fetched.push(event.name);
      stop.abort();
    };
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    const ended = await exportTo('a', { again: true, parallel: 1, onEvent }, stop.signal).catch(
      (error: unknown) => error,
    );
    if (!(ended instanceof BulkError)) break;
    expect(ended.failure.kind).toBe('interrupted');
  }
  expect(await filesIn('a')).toEqual(await filesIn('whole'));
  expect(fetched.toSorted()).toEqual((await filesIn('whole')).map(([name]) => name));
  expect(whole.records).toBe((await verifyExport(inFolder('a'))).records);
});
