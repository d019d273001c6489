import { expect, test } from 'vitest';
import { bulkClient } from './ask.ts';
import { quickPacing, testServer } from './bulk-fixture.ts';
import { BulkError } from './failure.ts';
import { kickOff, pollUntilDone } from './job.ts';

const server = testServer({
  base: 'https://fhir.example.org/r4',
  tokenEndpoint: 'https://id.example.org/token',
});
const tokens = { token: async () => 't0', renew: async () => 't1' };
const manifest = {
  transactionTime: '2026-11-29T00:00:00Z',
  request: 'x',
  requiresAccessToken: false,
  output: [],
  error: [],
};

/** A client whose requests get these answers in turn; a function may throw. */
function answering(...answers: readonly (Response | (() => Response))[]) {
  const asked: { url: string; headers: Headers }[] = [];
  const pacing = quickPacing();
  const left = [...answers];
  const client = bulkClient(server, tokens, {
    pacing,
    fetch: async (url, init) => {
      asked.push({
        url: url instanceof Request ? url.url : url.toString(),
        headers: new Headers(init?.headers),
      });
      const next = left.shift();
      if (next === undefined) throw new Error('no more answers');
      return typeof next === 'function' ? next() : next;
    },
  });
  return { client, asked, pacing };
}

const accepted = (headers: Record<string, string> = {}) => new Response(null, { status: 202, headers });
const done = () => Response.json(manifest, { headers: { Expires: 'Mon, 30 Nov 2026 00:00:00 GMT' } });
const status = 'https://fhir.example.org/r4/$export-poll-status?_jobId=1';

test('polls wait as long as Retry-After says, in seconds or as a date, else longer each time', async () => {
  const inNine = (): Response => accepted({ 'Retry-After': new Date(pacing.now() + 9000).toUTCString() });
  const { client, pacing, asked } = answering(
    accepted({ 'Retry-After': '7', 'X-Progress': '10%' }),
    () => inNine(),
    accepted(),
    accepted(),
    done(),
  );
  const progress: unknown[] = [];
  const got = await pollUntilDone(client, status, (each) => progress.push(each));
  expect(got.expires).toBe(Date.parse('2026-11-30T00:00:00Z'));
  expect(pacing.waited[0]).toBe(7000);
  expect(pacing.waited[1]).toBeGreaterThanOrEqual(8000);
  expect(pacing.waited[1]).toBeLessThanOrEqual(10_000);
  expect(pacing.waited.slice(2)).toEqual([4000, 8000]);
  expect(progress[0]).toEqual({ said: '10%', percent: 10 });
  expect(asked.every(({ headers }) => headers.get('authorization') === 'Bearer t0')).toBe(true);
});

test('what passes is waited out: no answer, 500 without a word, 429', async () => {
  const { client } = answering(
    () => {
      throw new TypeError('network');
    },
    new Response(null, { status: 500 }),
    new Response(null, { status: 429, headers: { 'Retry-After': '2' } }),
    Response.json({ resourceType: 'OperationOutcome', issue: [{ code: 'transient' }] }, { status: 500 }),
    done(),
  );
  expect((await pollUntilDone(client, status)).output).toEqual([]);
});

test('a server that stays silent is not asked for ever', async () => {
  const { client, asked } = answering(
    ...Array.from({ length: 20 }, () => new Response(null, { status: 503 })),
  );
  await expect(pollUntilDone(client, status)).rejects.toThrow('The server failed (503)');
  expect(asked.length).toBeLessThan(9);
});

test('terminal control characters of a server reach no terminal', async () => {
  const { client } = answering(
    accepted({ 'X-Progress': `50%\u001b]0;evil\u0007${'x'.repeat(200)}` }),
    done(),
  );
  const said: (string | undefined)[] = [];
  await pollUntilDone(client, status, (each) => said.push(each.said));
  expect(said[0]).toMatch(/^50%\]0;evilx+$/);
  expect(said[0]).toHaveLength(100);
});

const group = { of: { kind: 'group', id: '2' }, types: [], since: undefined } as const;

test('the kick-off asks as the specification says, and once more without the parameters that are refused', async () => {
  const at = { 'Content-Location': status };
  const { client, asked } = answering(new Response(null, { status: 400 }), accepted(at));
  const begun = await kickOff(client, { ...group, types: ['Patient'], since: '2026-01-01T00:00:00Z' });
  expect(begun).toEqual({ statusUrl: status, isBare: true });
  expect(asked.map(({ url }) => url)).toEqual([
    'https://fhir.example.org/r4/Group/2/$export?_type=Patient&_since=2026-01-01T00%3A00%3A00Z',
    'https://fhir.example.org/r4/Group/2/$export',
  ]);
  expect(asked[0]?.headers.get('prefer')).toBe('respond-async');
  expect(asked[0]?.headers.get('accept')).toBe('application/fhir+json');
});

test.each([
  [accepted(), 'no-job-address'],
  [
    accepted({ 'Content-Location': 'https://evil.example/r4/$export-poll-status?_jobId=1' }),
    'foreign-address',
  ],
  [accepted({ 'Content-Location': 'http://fhir.example.org/r4/job' }), 'foreign-address'],
])('a job’s address that cannot be followed', async (answer, reason) => {
  const { client } = answering(answer);
  const error = await kickOff(client, group).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BulkError);
  expect((error as BulkError).failure).toEqual({ kind: 'protocol', reason });
});

test('a refused token is renewed once, and a 401 after that is a refusal', async () => {
  const unauthorized = () => new Response('Not authorized.', { status: 401 });
  const { client, asked } = answering(unauthorized(), accepted({ 'Content-Location': status }));
  await kickOff(client, group);
  expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer t0', 'Bearer t1']);
  const refused = answering(unauthorized(), unauthorized());
  await expect(kickOff(refused.client, group)).rejects.toThrow('The server refuses this (401)');
});

test.each([
  [new Response('{"message":"Maximum limit reached"}', { status: 403 }), 'limit-reached'],
  [new Response('no', { status: 403 }), 'refused'],
  [new Response('{"ids":["123","456"]}', { status: 422 }), 'patients-invalid'],
  [new Response(null, { status: 404 }), 'absent'],
  [new Response(null, { status: 429, headers: { 'Retry-After': '60' } }), 'throttled'],
  [new Response(null, { status: 502 }), 'server-error'],
])('a status as a failure', async (answer, kind) => {
  const error = await kickOff(answering(answer).client, group).catch((thrown: unknown) => thrown);
  expect((error as BulkError).failure.kind).toBe(kind);
});

const outcome = { resourceType: 'OperationOutcome', issue: [{ code: 'x', diagnostics: 'Under repair' }] };

test('a 503’s Retry-After is waited out, and told where it stays so', async () => {
  const down = () => Response.json(outcome, { status: 503, headers: { 'Retry-After': '40' } });
  const { client, pacing } = answering(down(), done());
  await pollUntilDone(client, status);
  expect(pacing.waited).toEqual([40_000]);
  const stays = answering(...Array.from({ length: 10 }, down));
  const error = await pollUntilDone(stays.client, status).catch((thrown: unknown) => thrown);
  expect((error as BulkError).failure).toEqual({
    kind: 'server-error',
    status: 503,
    retryAfter: 40,
    said: 'Under repair',
  });
  expect((error as BulkError).message).toContain('It says: Under repair.');
  expect((error as BulkError).message).toContain('again in 40 seconds');
});

test.each([400, 405, 500])('what a server says of a %i at the kick-off is told', async (code) => {
  const { client } = answering(...Array.from({ length: 2 }, () => Response.json(outcome, { status: code })));
  const error = await kickOff(client, group).catch((thrown: unknown) => thrown);
  expect((error as BulkError).message).toContain('It says: Under repair');
});

test('a request that never got as far as the server is told apart from an answer that was lost', async () => {
  const failing = (code: string) =>
    answering(() => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
    }).client;
  const unsent = kickOff(failing('ECONNREFUSED'), group);
  await expect(unsent).rejects.toMatchObject({ failure: { kind: 'unreachable', isUnsent: true } });
  const lost = await kickOff(failing('ECONNRESET'), group).catch((thrown: unknown) => thrown);
  expect((lost as BulkError).failure).toEqual({ kind: 'unreachable', what: 'the bulk server' });
});
