/** The sandbox's bulk server as `npm start` runs it: each of its switches, set over `/control`, changes what an export meets. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import { quickPacing, testClient, testFolder, testKeys, testServer } from './bulk-fixture.ts';
import type { ExportSummary } from './export-summary.ts';
import { runExport } from './export.ts';
import { createGroup } from './groups.ts';

let sandbox: Sandbox;
let folder: Awaited<ReturnType<typeof testFolder>>;
let count = 0;

beforeAll(async () => {
  const bulk = { keys: testKeys.public, madeUp: 3 };
  sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: 'http://127.0.0.1:4200', bulk });
  folder = await testFolder();
});
afterAll(async () => {
  await sandbox.stop();
  await folder.remove();
});
beforeEach(() => sandbox.control.reset());

async function setSwitches(switches: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await fetch(`${sandbox.ehrUrl}/control`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ switches }),
  });
  expect(answer.status).toBe(200);
}

async function clientOf(pacing = quickPacing()) {
  const server = testServer({
    base: `${sandbox.fhirUrl}/api/bulkfhir/r4`,
    tokenEndpoint: `${sandbox.ehrUrl}/auth/realms/nextgen/bulk/protocol/openid-connect/token`,
  });
  return { client: await testClient(server, pacing), pacing };
}

/** An export of everything; resolves with its summary, its waits, and what was asked without a token. */
async function exported(types: readonly string[] = []): Promise<{
  readonly summary: ExportSummary;
  readonly waited: readonly number[];
}> {
  const { client, pacing } = await clientOf();
  count += 1;
  const summary = await runExport(client, {
    folder: join(folder.path, String(count)),
    request: { of: { kind: 'system' }, types, since: undefined },
    again: true,
    ledger: join(folder.path, 'ledger.json'),
    parallel: 2,
  });
  return { summary, waited: pacing.waited };
}

test.each([
  ['429 to whoever begins', { bulkFailure: 'too-many-requests' }, 'throttled'],
  ['a job that fails', { bulkFailure: 'job-failed' }, 'job-failed'],
  ['a miscount', { bulkFailure: 'wrong-count' }, 'file-broken'],
])('%s is met where it is switched on, and no longer once it is off', async (_what, switches, kind) => {
  await setSwitches(switches);
  await expect(exported()).rejects.toMatchObject({ failure: { kind } });
  await setSwitches({ bulkFailure: 'none' });
  expect((await exported()).summary.records).toBeGreaterThan(100);
});

test('how long it is prepared, and what it says of the wait', async () => {
  await setSwitches({ bulkPolls: 3, bulkRetryAfter: 9 });
  expect((await exported()).waited.filter((each) => each === 9000)).toHaveLength(3);
  await setSwitches({ bulkPolls: 0 });
  expect((await exported()).waited.filter((each) => each === 9000)).toEqual([]);
});

test('types that the server takes, or that are sorted out here', async () => {
  expect((await exported(['Patient'])).summary.ignored).toEqual(['types']);
  await setSwitches({ bulkParameters: 'taken' });
  expect((await exported(['Patient'])).summary.ignored).toEqual([]);
});

test('files with the token, or free; the address that the guide prints', async () => {
  const { client } = await clientOf();
  const headers = { Authorization: `Bearer ${await client.tokens.token()}`, Prefer: 'respond-async' };
  const told = async () => {
    const { base } = client.server;
    const begun = await fetch(`${base}/$export`, { headers });
    const address = begun.headers.get('content-location') ?? '';
    const done = await fetch(base + address.slice(address.indexOf('/bulkfhir/r4') + '/bulkfhir/r4'.length), {
      headers,
    });
    const { requiresAccessToken } = (await done.json()) as { readonly requiresAccessToken: boolean };
    return { origin: new URL(address, base).origin, requiresAccessToken };
  };
  await setSwitches({ bulkPolls: 0 });
  expect(await told()).toEqual({ origin: sandbox.fhirUrl, requiresAccessToken: true });
  await setSwitches({ bulkToken: 'not-required', bulkAddress: 'guide' });
  expect(await told()).toEqual({ origin: 'http://fhir.meditouch.com', requiresAccessToken: false });
  expect((await exported()).summary.records).toBeGreaterThan(100);
});

test('how large a group may be', async () => {
  await setSwitches({ bulkGroupLimit: 1 });
  const { client } = await clientOf();
  await expect(createGroup(client, 'Two', ['500000000', '500000001'])).rejects.toMatchObject({
    failure: { kind: 'limit-reached' },
  });
});
