import { writeFileSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { BulkFailureName } from '#sandbox/bulk/bulk-settings.ts';
import {
  exportTo,
  eachWithSandbox,
  failureOf,
  fileRequests,
  filesIn,
  inFolder,
  listings,
  sandbox,
  twoPatients,
} from './export-fixture.ts';
import type { ExportOptions } from './export.ts';
import { readState } from './export-state.ts';
import { type BulkFailure } from './failure.ts';
import { verifyExport } from './verify.ts';

eachWithSandbox();

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
  expect(await verifyExport(inFolder('a'))).toEqual({
    files: files.length,
    records: summary.records,
    faults: [],
  });
  for (const name of ['a', 'a/export.json', 'a/Patient.000.ndjson'])
    expect([name, (await stat(inFolder(name))).mode & 0o077]).toEqual([name, 0]);
  const state = await readFile(inFolder('a/export.json'), 'utf8');
  expect(state).not.toMatch(/bearer|token|eyJ|signature|files\//i);
  // The server no longer knows the job.
  const again = await readState(inFolder('a'));
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

test('a folder with anything else in it is left alone, its mode too', async () => {
  await writeFile(inFolder('mine.txt'), 'mine');
  await chmod(inFolder(), 0o755);
  expect(await failureOf(exportTo('.'))).toMatchObject({
    kind: 'setup',
    say: expect.stringContaining('is not empty') as string,
  });
  expect((await stat(inFolder())).mode & 0o777).toBe(0o755);
  await mkdir(inFolder('b'), { mode: 0o755 });
  await exportTo('b');
  expect((await stat(inFolder('b'))).mode & 0o777).toBe(0o700);
  const other = { ...twoPatients, of: { kind: 'patients' } } as const;
  expect(await failureOf(exportTo('b', { request: other }))).toMatchObject({ kind: 'setup' });
});

test('types that the server does not take are sorted out here, and that is said', async () => {
  const request = { ...twoPatients, types: ['Patient', 'Goal'], since: '2026-01-01T00:00:00Z' };
  const summary = await exportTo('a', { request });
  expect(summary.types.map(({ type }) => type)).toEqual(['Goal', 'Patient']);
  expect(summary.ignored).toEqual(['types', 'since']);
  expect(await verifyExport(inFolder('a'))).toEqual({
    files: 2,
    records: summary.records,
    faults: [],
  });
  sandbox.settings.takesParameters = true;
  expect((await exportTo('b', { request, again: true })).ignored).toEqual([]);
});

test('files without a token, at signed addresses', async () => {
  sandbox.settings.requiresAccessToken = false;
  expect((await exportTo('a')).records).toBeGreaterThan(1000);
  expect(await readFile(inFolder('a/export.json'), 'utf8')).not.toContain('signature');
  expect(fileRequests().length).toBeGreaterThan(10);
  expect(fileRequests().filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});

test('files on another host: with the token where it is listed, else they are not asked for', async () => {
  const elsewhere = sandbox.base.replace('localhost', '127.0.0.1');
  sandbox.settings.filesAt = new URL(elsewhere).origin;
  expect(await failureOf(exportTo('a'))).toMatchObject({ kind: 'protocol', reason: 'foreign-address' });
  expect(fileRequests()).toEqual([]);
  await exportTo('a', { fileHosts: [new URL(elsewhere).host] });
  const asked = fileRequests().map(({ headers }) => [headers.host, headers.authorization?.slice(0, 12)]);
  expect(asked.length).toBeGreaterThan(10);
  expect(new Set(asked.map((each) => each.join(' ')))).toEqual(
    new Set([`${new URL(elsewhere).host} Bearer bulk.`]),
  );
});

test('the address that NextGen’s guide prints is asked at the https base instead', async () => {
  sandbox.settings.contentLocation = 'guide';
  expect((await exportTo('a')).records).toBeGreaterThan(1000);
});

/** Whether the failure was met at all: what an export does of which nothing goes wrong proves nothing. */
const met: Partial<Record<BulkFailureName, () => unknown>> = {
  '500-mid-poll': () => sandbox.requests.find(({ status }) => status === 500),
  'broken-file': () => fileRequests().find(({ status, headers }) => status === 206 && headers.range),
  'expired-token': () =>
    sandbox.requests.some(({ status }) => status === 401) &&
    new Set(fileRequests().map(({ headers }) => headers.authorization)).size === 2,
  'addresses-run-out': () => listings() > 5,
};

test.each(Object.keys(met) as BulkFailureName[])(
  'a server with: %s. It ends with the files that there are without',
  async (name) => {
    sandbox.settings.failure = name;
    const { records } = await exportTo('a', { parallel: name === 'addresses-run-out' ? 1 : 3 });
    expect(met[name]?.()).toBeTruthy();
    expect((await verifyExport(inFolder('a'))).records).toBe(records);
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
  expect((await verifyExport(inFolder('a'))).faults).toEqual([]);
});

test('verify names what is missing, changed or strange', async () => {
  await exportTo('a');
  const at = (name: string): string => inFolder('a', name);
  await writeFile(at('Goal.000.ndjson'), '{"resourceType":"Goal"}\n');
  await writeFile(at('Strange.000.ndjson'), '{}\n');
  await rm(at('Patient.000.ndjson'));
  const { faults } = await verifyExport(inFolder('a'));
  expect(faults.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'Goal.000.ndjson', fault: 'changed' },
    { name: 'Patient.000.ndjson', fault: 'missing' },
    { name: 'Strange.000.ndjson', fault: 'unknown' },
  ]);
});

test('a disk that does not take what comes is said in words, and no more is asked for', async () => {
  sandbox.settings.failure = 'error-file';
  const onEvent: ExportOptions['onEvent'] = ({ kind }) =>
    kind === 'begun' && writeFileSync(inFolder('a', 'errors'), 'in the way');
  expect(await failureOf(exportTo('a', { onEvent }))).toMatchObject({
    kind: 'setup',
    say: expect.stringContaining('errors cannot be written (EEXIST)') as string,
  });
  expect(fileRequests()).toEqual([]);
});
