/** For tests of an export: the sandbox's bulk server and a folder, new for each test. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
// oxlint-disable-next-line no-restricted-imports -- the world outside, for tests alone
import { startBulkSandbox, type BulkSandbox } from '#sandbox/bulk/start-bulk.ts';
import { quickPacing, testClient, testFolder, testKeys, testServer, type Waits } from './bulk-fixture.ts';
import type { ExportSummary } from './export-summary.ts';
import { runExport, type ExportOptions } from './export.ts';
import { BulkError, type BulkFailure } from './failure.ts';
import type { ExportRequest } from './job.ts';
import type { Pacing } from './pause.ts';

export let sandbox: BulkSandbox;
export let pacing: Waits;
let root: Awaited<ReturnType<typeof testFolder>>;

/** Starts the server anew with these options, in the place of the one that runs. */
export async function restart(options: {
  readonly madeUp?: number;
  readonly port?: number;
  readonly now?: () => number;
}): Promise<void> {
  await sandbox.stop();
  sandbox = await startBulkSandbox({ keys: testKeys.public as never, ...options });
}

/** Has each test of a file begin with a server, a folder and a clock of its own. */
export function eachWithSandbox(): void {
  beforeEach(async () => {
    sandbox = await startBulkSandbox({ keys: testKeys.public as never });
    root = await testFolder();
    pacing = quickPacing();
  });
  afterEach(async () => {
    await sandbox.stop();
    await root.remove();
  });
}

/** A path in the test's folder. */
export const inFolder = (...names: readonly string[]): string => join(root.path, ...names);

export const twoPatients: ExportRequest = {
  of: { kind: 'group', id: '2' },
  types: [],
  since: undefined,
};

/** An export of two patients into a folder of this name. */
export async function exportTo(
  name: string,
  { fileHosts = [], ...change }: Partial<ExportOptions> & { readonly fileHosts?: readonly string[] } = {},
  signal?: AbortSignal,
  clock: Pacing = pacing,
): Promise<ExportSummary> {
  return runExport(await testClient({ ...testServer(sandbox), fileHosts }, clock, signal), {
    folder: inFolder(name),
    request: twoPatients,
    again: false,
    ledger: inFolder('ledger.json'),
    parallel: 3,
    ...change,
  });
}

export async function failureOf(running: Promise<unknown>): Promise<BulkFailure> {
  const error = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BulkError)) throw new Error(`no failure of an export: ${String(error)}`);
  return error.failure;
}

/** Name and text of every file of records in a folder. */
export async function filesIn(name: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(inFolder(name))).filter((each) => each.endsWith('.ndjson')).toSorted();
  return Promise.all(
    names.map(async (each) => [each, await readFile(inFolder(name, each), 'utf8')] as const),
  );
}

/** Requests for files. */
export const fileRequests = () => sandbox.requests.filter(({ url }) => url.includes('/files/'));
/** Listings of the files that the server was asked for. */
export const listings = (): number =>
  sandbox.requests.filter(
    ({ method, url, status }) => method === 'GET' && url.includes('poll') && status === 200,
  ).length;
