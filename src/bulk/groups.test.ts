import { expect, test } from 'vitest';
import { startBulkSandbox } from '#sandbox/bulk/start-bulk.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { bulkClient } from './ask.ts';
import { quickPacing, testClient, testKeys, testServer } from './bulk-fixture.ts';
import { BulkError } from './failure.ts';
import { createGroup, searchPatients, updateGroup } from './groups.ts';

const server = testServer({
  base: 'https://fhir.example.org/r4',
  tokenEndpoint: 'https://id.example.org/token',
});
const tokens = { token: async () => 't0', renew: async () => 't1' };

/** A client whose requests get these answers in turn, and which pages were asked for. */
function answering(...answers: readonly Response[]) {
  const pages: (string | null)[] = [];
  const pacing = quickPacing();
  const left = [...answers];
  const client = bulkClient(server, tokens, {
    pacing,
    fetch: async (url) => {
      pages.push(new URL(url as string).searchParams.get('page'));
      return left.shift() ?? new Response(null, { status: 404 });
    },
  });
  return { client, pages, waited: pacing.waited };
}

const page = (...ids: readonly string[]): Response => Response.json({ patients: ids.map((id) => ({ id })) });
const busy = (retryAfter?: string): Response =>
  new Response(null, { status: 429, ...(retryAfter && { headers: { 'Retry-After': retryAfter } }) });

test('a page that is refused for a while is asked for again, and those before it are kept', async () => {
  const { client, pages, waited } = answering(page('1'), busy('30'), busy(), page('2'));
  const found = await searchPatients(client, {});
  expect(found.map(({ id }) => id)).toEqual(['1', '2']);
  expect(pages).toEqual(['1', '2', '2', '2', '3']);
  expect(waited).toEqual([30_000, 2000]);
});

test('a server that asks for a pause between pages gets it', async () => {
  const slow = Response.json([{ id: '1' }], { headers: { 'Retry-After': '5' } });
  const { client, waited } = answering(slow, page('2'));
  expect(await searchPatients(client, {})).toHaveLength(2);
  expect(waited).toEqual([5000]);
});

test('a server that stays busy is told of', async () => {
  const { client } = answering(...Array.from({ length: 8 }, () => busy('1')));
  await expect(searchPatients(client, {})).rejects.toThrow('takes no more requests');
});

test('patients seen since a day are those with an encounter then', async () => {
  const sandbox = await startBulkSandbox({ keys: testKeys.public as never, madeUp: 5 });
  try {
    const client = await testClient(testServer(sandbox), quickPacing());
    const day = '2026-01-01';
    const encounters = castResources().filter(
      ({ resourceType }) => resourceType === 'Encounter',
    ) as never as {
      readonly subject?: { readonly reference: string };
      readonly period?: { readonly start?: string };
    }[];
    const since = encounters.filter(({ period }) => (period?.start ?? '') >= day);
    const wanted = new Set(since.map(({ subject }) => subject?.reference.replace('Patient/', '')));
    const found = (await searchPatients(client, { seen: `ge${day}` })).map(({ id }) => id);
    const all = await searchPatients(client, {});
    const fromCast = found.filter((id) => !id.startsWith('5000000'));
    expect(new Set(fromCast)).toEqual(wanted);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    expect(await searchPatients(client, { seen: 'gt2999-01-01' })).toEqual([]);
    await expect(searchPatients(client, { seen: 'soon' })).rejects.toThrow('does not understand');
  } finally {
    await sandbox.stop();
  }
});

test.each([
  ['a list', { invalidPatientIds: ['77'] }],
  ['numbers', { invalid: [77], code: 90210 }],
  ['a sentence', { message: 'Patient 77, asked for at 1764460800, is not yours. (id 4711)' }],
  ['no JSON', 'Unknown: Patient/77.'],
])('of a 422 only ids that were sent are repeated: %s', async (_what, body) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const idsOf = (asked: Promise<unknown>): Promise<unknown> =>
    asked.catch((error: unknown) => (error instanceof BulkError ? error.failure : error));
  const refusal = () => new Response(text, { status: 422 });
  const { client } = answering(refusal(), refusal(), refusal());
  const failure = { kind: 'patients-invalid', ids: ['77'] };
  expect(await idsOf(createGroup(client, 'x', ['500', '77']))).toEqual(failure);
  expect(await idsOf(updateGroup(client, '2', { include: ['77', '500'] }))).toEqual(failure);
  expect(await idsOf(createGroup(client, 'x', ['500']))).toEqual({ kind: 'patients-invalid', ids: [] });
});
