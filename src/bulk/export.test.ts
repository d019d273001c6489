import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BulkFailureName } from '#sandbox/bulk/bulk-settings.ts';
import { startBulkSandbox, type BulkSandbox } from '#sandbox/bulk/start-bulk.ts';
import { quickPacing, testClient, testFolder, testKeys, testServer, type Waits } from './bulk-fixture.ts';
import type { ExportSummary } from './export-summary.ts';
import { runExport, type ExportOptions } from './export.ts';
import { readState } from './export-state.ts';
import { BulkError, type BulkFailure } from './failure.ts';
import type { ExportRequest } from './job.ts';
import { verifyExport } from './verify.ts';

let sandbox: BulkSandbox;
let folder: Awaited<ReturnType<typeof testFolder>>;
let pacing: Waits;
const twoPatients: ExportRequest = { of: { kind: 'group', id: '2' }, types: [], since: undefined };

beforeEach(async () => {
  sandbox = await startBulkSandbox({ keys: testKeys.public as never });
  folder = await testFolder();
  pacing = quickPacing();
});
afterEach(async () => {
  await sandbox.stop();
  await folder.remove();
});

async function exportTo(
  name: string,
  change: Partial<ExportOptions> = {},
  signal?: AbortSignal,
): Promise<ExportSummary> {
  return runExport(await testClient(testServer(sandbox), pacing, signal), {
    folder: join(folder.path, name),
    request: twoPatients,
    again: false,
    ledger: join(folder.path, 'ledger.json'),
    parallel: 3,
    ...change,
  });
}

async function failureOf(running: Promise<unknown>): Promise<BulkFailure> {
  const error = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BulkError)) throw new Error(`no failure of an export: ${String(error)}`);
  return error.failure;
}

/** Name and text of every file of records in a folder. */
async function filesIn(name: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(join(folder.path, name)))
    .filter((each) => each.endsWith('.ndjson'))
    .toSorted();
  return Promise.all(
    names.map(async (each) => [each, await readFile(join(folder.path, name, each), 'utf8')] as const),
  );
}

test('two patients: every file whole, counted and for its owner alone, the job deleted, no address and no token kept', async () => {
  const summary = await exportTo('a');
  expect(summary.types.find(({ type }) => type === 'Patient')).toEqual({
    type: 'Patient',
    files: 1,
    records: 2,
  });
  expect(summary).toMatchObject({ deleted: true, errors: { count: 0 }, ignored: [] });
  const files = await filesIn('a');
  const patients = files.find(([name]) => name === 'Patient.000.ndjson')?.[1] ?? '';
  expect(
    patients
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id)
      .toSorted(),
  ).toEqual(['428946492', '428946523']);
  expect(await verifyExport(join(folder.path, 'a'))).toEqual({
    files: files.length,
    records: summary.records,
    faults: [],
  });
  for (const name of ['a', 'a/export.json', 'a/Patient.000.ndjson'])
    expect([name, (await stat(join(folder.path, name))).mode & 0o077]).toEqual([name, 0]);
  const state = await readFile(join(folder.path, 'a/export.json'), 'utf8');
  expect(state).not.toMatch(/bearer|token|eyJ|signature|files\//i);
  // The server no longer knows the job.
  const again = await readState(join(folder.path, 'a'));
  expect(again?.phase).toBe('done');
});

test('a finished export is not fetched again: the same call tells what is there', async () => {
  const first = await exportTo('a');
  await sandbox.stop();
  expect(await exportTo('a')).toEqual(first);
});

test('a second export of the same patients inside the week is refused until it is asked for by name', async () => {
  await exportTo('a');
  expect((await failureOf(exportTo('b'))).kind).toBe('too-soon');
  expect((await exportTo('b', { again: true })).records).toBeGreaterThan(1000);
});

test('a folder with anything else in it is left alone', async () => {
  await writeFile(join(folder.path, 'mine.txt'), 'mine');
  expect(await failureOf(exportTo('.'))).toMatchObject({
    kind: 'setup',
    say: expect.stringContaining('is not empty') as string,
  });
  await exportTo('a');
  const other = { ...twoPatients, of: { kind: 'patients' } } as const;
  expect(await failureOf(exportTo('a', { request: other }))).toMatchObject({ kind: 'setup' });
});

test('types that the server does not take are sorted out here, and that is said', async () => {
  const request = { ...twoPatients, types: ['Patient', 'Goal'], since: '2026-01-01T00:00:00Z' };
  const summary = await exportTo('a', { request });
  expect(summary.types.map(({ type }) => type)).toEqual(['Goal', 'Patient']);
  expect(summary.ignored).toEqual(['types', 'since']);
  sandbox.settings.takesParameters = true;
  expect((await exportTo('b', { request, again: true })).ignored).toEqual([]);
});

test('files without a token, at signed addresses', async () => {
  sandbox.settings.requiresAccessToken = false;
  expect((await exportTo('a')).records).toBeGreaterThan(1000);
  expect(await readFile(join(folder.path, 'a/export.json'), 'utf8')).not.toContain('signature');
});

test('the address that NextGen’s guide prints is asked at the https base instead', async () => {
  sandbox.settings.contentLocation = 'guide';
  expect((await exportTo('a')).records).toBeGreaterThan(1000);
});

test.each<BulkFailureName>(['500-mid-poll', 'broken-file', 'expired-token'])(
  'a server with: %s. It ends with the files that there are without',
  async (name) => {
    sandbox.settings.failure = name;
    const { records } = await exportTo('a');
    expect((await verifyExport(join(folder.path, 'a'))).records).toBe(records);
    sandbox.settings.failure = 'none';
    await exportTo('b', { again: true });
    expect(await filesIn('a')).toEqual(await filesIn('b'));
  },
);

test.each<[BulkFailureName, BulkFailure]>([
  ['too-many-requests', { kind: 'throttled', retryAfter: 3600 }],
  ['job-failed', { kind: 'job-failed', said: 'The export failed: the practice is being moved' }],
  ['foreign-host', { kind: 'protocol', reason: 'foreign-address', detail: 'AllergyIntolerance.000.ndjson' }],
])('a server with: %s. It is told, and the same call goes on once it is mended', async (name, failure) => {
  sandbox.settings.failure = name;
  expect(await failureOf(exportTo('a'))).toEqual(failure);
  sandbox.settings.failure = 'none';
  expect((await exportTo('a')).records).toBeGreaterThan(1000);
});

test('a file that holds another number of records than was promised, twice over', async () => {
  sandbox.settings.failure = 'wrong-count';
  expect(await failureOf(exportTo('a'))).toEqual({
    kind: 'file-broken',
    file: 'AllergyIntolerance.000.ndjson',
    reason: 'count',
  });
});

test('what the server could not export is kept and summed up', async () => {
  sandbox.settings.failure = 'error-file';
  const { errors } = await exportTo('a');
  expect(errors).toEqual({ count: 1, said: [{ words: 'Observation/1234 could not be exported', times: 1 }] });
  expect((await verifyExport(join(folder.path, 'a'))).faults).toEqual([]);
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
  const path = join(folder.path, 'a/export.json');
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
  expect(whole.records).toBe((await verifyExport(join(folder.path, 'a'))).records);
});

test('verify names what is missing, changed or strange', async () => {
  await exportTo('a');
  const at = (name: string): string => join(folder.path, 'a', name);
  await writeFile(at('Goal.000.ndjson'), '{"resourceType":"Goal"}\n');
  await writeFile(at('Strange.000.ndjson'), '{}\n');
  const { rm } = await import('node:fs/promises');
  await rm(at('Patient.000.ndjson'));
  const { faults } = await verifyExport(join(folder.path, 'a'));
  expect(faults.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'Goal.000.ndjson', fault: 'changed' },
    { name: 'Patient.000.ndjson', fault: 'missing' },
    { name: 'Strange.000.ndjson', fault: 'unknown' },
  ]);
});
