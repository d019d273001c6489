import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { startBulkSandbox } from '#sandbox/bulk/start-bulk.ts';
import { readAssertionKeys, type AssertionKeys } from '#smart/client-assertion.ts';
import { quickPacing, testClient, testKeys, testServer } from './bulk-fixture.ts';
import { createTokenSource } from './token.ts';

const server = testServer({
  base: 'https://fhir.example.org/r4',
  tokenEndpoint: 'https://id.example.org/token',
});
const keys = (): Promise<AssertionKeys> =>
  readAssertionKeys(JSON.stringify(testKeys.private), 'RS384') as Promise<AssertionKeys>;

function answers(list: readonly Response[]) {
  const forms: URLSearchParams[] = [];
  const left = [...list];
  return {
    forms,
    fetch: async (_url: unknown, init?: RequestInit) => {
      forms.push(init?.body as URLSearchParams);
      return left.shift() ?? new Response(null, { status: 500 });
    },
  };
}

const token = (name: string, life: unknown = 300) =>
  Response.json({ access_token: name, token_type: 'bearer', expires_in: life, refresh_expires_in: 0 });

test('an assertion as SMART and NextGen want it, a new one each time; a token is kept until a minute before its end', async () => {
  let now = Date.parse('2026-11-29T12:00:00Z');
  const { forms, fetch } = answers([token('t0', '300'), token('t1')]);
  const source = createTokenSource(server, await keys(), {
    fetch: fetch as typeof globalThis.fetch,
    now: () => now,
  });
  expect(await Promise.all([source.token(), source.token()])).toEqual(['t0', 't0']);
  now += 239_000;
  expect(await source.token()).toBe('t0');
  now += 2000;
  expect(await source.token()).toBe('t1');
  expect(forms.map((form) => form.get('grant_type'))).toEqual(['client_credentials', 'client_credentials']);
  const [first, second] = forms.map((form) => decodeJwt(form.get('client_assertion') ?? ''));
  expect(decodeProtectedHeader(forms[0]?.get('client_assertion') ?? '')).toEqual({
    alg: 'RS384',
    kid: testKeys.public.keys[0]?.kid,
    typ: 'JWT',
  });
  expect(first).toMatchObject({ iss: server.clientId, sub: server.clientId, aud: server.tokenEndpoint });
  expect(typeof first?.exp).toBe('number');
  expect(Number(first?.exp) - Date.parse('2026-11-29T12:00:00Z') / 1000).toBeLessThanOrEqual(300);
  expect(first?.jti).not.toBe(second?.jti);
});

test('a token of a minute is used for half of it, not asked for anew each time', async () => {
  let now = Date.parse('2026-11-29T12:00:00Z');
  const { forms, fetch } = answers([token('t0', 60), token('t1', 60)]);
  const source = createTokenSource(server, await keys(), {
    fetch: fetch as typeof globalThis.fetch,
    now: () => now,
  });
  for (let use = 0; use < 5; use += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await source.token()).toBe('t0');
    now += 5000;
  }
  expect(forms).toHaveLength(1);
  now += 5000;
  expect(await source.token()).toBe('t1');
});

test('a sign-in server that is busy is no refusal of the client', async () => {
  const busy = new Response('{"error":"slow_down"}', { status: 429, headers: { 'Retry-After': '90' } });
  const { fetch } = answers([busy]);
  const source = createTokenSource(server, await keys(), { fetch: fetch as typeof globalThis.fetch });
  await expect(source.token()).rejects.toThrow(
    'takes no more requests for now (429). Run the same command again in 90',
  );
});

test('a token that was refused is asked for anew once, however many say so', async () => {
  const { forms, fetch } = answers([token('t0'), token('t1')]);
  const source = createTokenSource(server, await keys(), { fetch: fetch as typeof globalThis.fetch });
  await source.token();
  expect(await Promise.all([source.renew('t0'), source.renew('t0')])).toEqual(['t1', 't1']);
  expect(await source.renew('t0')).toBe('t1');
  expect(forms).toHaveLength(2);
});

test.each([
  [
    Response.json({ error: 'invalid_client' }, { status: 401 }),
    'does not accept this client (invalid_client)',
  ],
  [Response.json({ error: '<script>' }, { status: 400 }), 'does not accept this client (400)'],
  [new Response('<html>', { status: 200 }), 'cannot be followed'],
  [Response.json({ access_token: 'a b', token_type: 'Bearer' }), 'cannot be followed'],
  [Response.json({ access_token: 'a', token_type: 'mac' }), 'cannot be followed'],
  [new Response(null, { status: 503 }), 'The server failed (503)'],
])('a token answer that will not do is told in words', async (answer, said) => {
  const { fetch } = answers([answer]);
  const source = createTokenSource(server, await keys(), { fetch: fetch as typeof globalThis.fetch });
  await expect(source.token()).rejects.toThrow(said);
});

test('the sandbox’s bulk server takes the client, its own assertion once, and no other key', async () => {
  const sandbox = await startBulkSandbox({ keys: testKeys.public as never });
  try {
    const client = await testClient(testServer(sandbox), quickPacing());
    expect(await client.tokens.token()).toMatch(/^bulk\./);
    const stranger = await startBulkSandbox({ keys: { keys: [] } });
    try {
      const refused = await testClient(testServer(stranger), quickPacing());
      await expect(refused.tokens.token()).rejects.toThrow('invalid_client');
    } finally {
      await stranger.stop();
    }
  } finally {
    await sandbox.stop();
  }
});

test('the sandbox’s token endpoint takes scopes of both versions of SMART, and none that it does not know', async () => {
  const sandbox = await startBulkSandbox({ keys: testKeys.public as never });
  const tokenFor = async (scope: string): Promise<string> =>
    (await testClient({ ...testServer(sandbox), scope }, quickPacing())).tokens.token();
  try {
    for (const scope of ['system/*.rs', 'system/*.read', 'system/Patient.rs system/Observation.r system/*.s'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await tokenFor(scope)).toMatch(/^bulk\./);
    for (const scope of [
      'system/*.cruds',
      'system/*.sr',
      'patient/*.rs',
      'system/*.rs user/*.rs',
      'system/*.*',
    ])
      // oxlint-disable-next-line no-await-in-loop -- as above
      await expect(tokenFor(scope)).rejects.toThrow('invalid_scope');
  } finally {
    await sandbox.stop();
  }
});

test('whoever stops it while the sign-in server says nothing need not wait for it', async () => {
  const stop = new AbortController();
  const silent = (_url: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((_answer, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      stop.abort();
    });
  const source = createTokenSource(server, await keys(), {
    fetch: silent as typeof globalThis.fetch,
    signal: stop.signal,
  });
  await expect(source.token()).rejects.toMatchObject({ failure: { kind: 'interrupted' } });
});
