import { decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, jwtVerify, type JWK } from 'jose';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  answering,
  brokerApp,
  brokered,
  fakeIdentity,
  FakeBrowser,
  newKey,
  newSession,
  tokens,
  verifier,
  type FakeApp,
} from './broker-fixture.ts';
import type { Broker } from '#smart/registry.ts';

let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let app: FakeApp | undefined;
const cookies = { CHARTSIDE_COOKIE_KEYS: newKey() };
const session = newSession();
const now = Date.UTC(2026, 0, 5, 8);
// Characters that a careless joining of the two would break on.
const clientId = 'chart app:1';
const secret = 'Käse+100%:&=?';
const sets: Record<'RSA' | 'RSA next' | 'EC', JWK> = {} as never;

beforeAll(async () => {
  const made = async (algorithm: string, kid: string): Promise<JWK> => {
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: 3072 });
    return { ...(await exportJWK(privateKey)), kid, alg: algorithm, use: 'sig', key_ops: ['sign'] };
  };
  sets.RSA = await made('RS384', 'rsa-now');
  sets['RSA next'] = await made('RS384', 'rsa-next');
  sets.EC = await made('ES384', 'ec-now');
});
beforeEach(async () => {
  identity = await fakeIdentity();
});
afterEach(async () => {
  await Promise.all([app?.stop(), identity.stop()]);
  app = undefined;
});

/** One exchange, one renewal and one revocation, as they reach the sign-in server. */
async function threeRequests(broker: Broker, env: Record<string, string>) {
  app = await brokerApp(
    [brokered(identity.url, { broker, clientId })],
    { ...cookies, ...env },
    { now: () => now },
  );
  const browser = new FakeBrowser(app.url);
  expect(
    (await browser.post('/broker/token', { system: 'office', session, code: 'c', verifier })).status,
  ).toBe(200);
  expect((await browser.post('/broker/refresh', { system: 'office', session })).status).toBe(200);
  expect((await browser.post('/broker/revoke', { system: 'office', session })).status).toBe(204);
  expect(identity.received.map(({ path }) => path)).toEqual(['/token', '/token', '/revoke']);
  for (const { headers } of identity.received) {
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(headers['cookie'], 'nothing of the browser goes on').toBeUndefined();
  }
  return identity.received;
}

const secretEnv = { CHARTSIDE_OFFICE_CLIENT_SECRET: secret };

test('Basic: id and secret form-encoded before they are joined', async () => {
  for (const { headers, form, query } of await threeRequests({ authentication: 'basic' }, secretEnv)) {
    const [scheme, pair = ''] = String(headers.authorization).split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(pair, 'base64').toString()).toBe('chart+app%3A1:K%C3%A4se%2B100%25%3A%26%3D%3F');
    expect([form.get('client_id'), form.get('client_secret'), query.toString()]).toEqual([null, null, '']);
  }
});

test('form body', async () => {
  for (const { headers, form, query } of await threeRequests({ authentication: 'body' }, secretEnv)) {
    expect(headers.authorization).toBeUndefined();
    expect([form.get('client_id'), form.get('client_secret'), query.toString()]).toEqual([
      clientId,
      secret,
      '',
    ]);
  }
});

test("query string, Enterprise's way: everything in the address, an empty form", async () => {
  const [exchange, renewal, revocation] = await threeRequests({ authentication: 'query' }, secretEnv);
  for (const { headers, query, body } of [exchange!, renewal!]) {
    expect([body, headers.authorization]).toEqual(['', undefined]);
    expect([query.get('client_id'), query.get('client_secret')]).toEqual([clientId, secret]);
  }
  expect(Object.fromEntries(exchange!.query)).toEqual({
    grant_type: 'authorization_code',
    code: 'c',
    redirect_uri: `${app!.url}/callback`,
    code_verifier: verifier,
    client_id: clientId,
    client_secret: secret,
  });
  expect(renewal!.query.get('refresh_token')).toBe('refresh-token-number-1');
  // Nobody has said that of revocation: it goes as RFC 7009 has it.
  expect(revocation!.query.toString()).toBe('');
  expect(revocation!.form.get('token')).toBe('refresh-token-number-1');
});

test.each([
  ['enterprise', 'query', 400, ['refresh-token-number-1', 'refresh-token-number-1', 'access-1']],
  ['enterprise', 'query', 200, ['refresh-token-number-1', 'access-1']],
  ['enterprise', 'query', 503, ['refresh-token-number-1', 'access-1']],
  ['enterprise', 'basic', 200, ['refresh-token-number-1', 'access-1']],
  // Here the first ends the second, if it is ended itself.
  [undefined, 'basic', 200, ['refresh-token-number-1']],
  [undefined, 'basic', 503, ['refresh-token-number-1', 'access-1']],
  [undefined, 'basic', 400, ['refresh-token-number-1', 'access-1']],
] as const)(
  'of %s, by %s, forms answered %i: the refresh token is revoked, and the access token where that may still live',
  async (searchRules, authentication, status, tokensSent) => {
    identity.play = (received, response) =>
      received.path === '/revoke' && received.query.size === 0 && status !== 200
        ? answering({ error: 'invalid_request' }, status)(received, response)
        : answering(tokens())(received, response);
    const system = brokered(identity.url, {
      broker: { authentication },
      clientId,
      ...(searchRules !== undefined && { searchRules }),
    });
    app = await brokerApp([system], { ...cookies, ...secretEnv });
    const browser = new FakeBrowser(app.url);
    await browser.post('/broker/token', { system: 'office', session, code: 'c', verifier });
    await browser.post('/broker/revoke', { system: 'office', session, token: 'access-1' });
    const sent = identity.received
      .filter(({ path }) => path === '/revoke')
      .map(({ query, form }) => (query.size > 0 ? query : form));
    expect(sent.map((each) => each.get('token'))).toEqual(tokensSent);
    const [hint] = sent.slice(-1).map((each) => each.get('token_type_hint'));
    expect(hint).toBe(tokensSent.at(-1) === 'access-1' ? 'access_token' : 'refresh_token');
  },
);

test.each([
  [400, { error: 'invalid_request' }, 2],
  [401, { error: 'invalid_client' }, 2],
  [404, '<p>no</p>', 2],
  [200, '', 1],
  [503, '', 1],
])("Enterprise's revocation, answered %i to a form: %j, is asked %i times", async (status, json, times) => {
  identity.play = (received, response) =>
    received.path === '/revoke' && received.query.size === 0
      ? answering(json, status)(received, response)
      : answering(tokens())(received, response);
  app = await brokerApp([brokered(identity.url, { broker: { authentication: 'query' }, clientId })], {
    ...cookies,
    ...secretEnv,
  });
  const browser = new FakeBrowser(app.url);
  await browser.post('/broker/token', { system: 'office', session, code: 'c', verifier });
  expect((await browser.post('/broker/revoke', { system: 'office', session })).status).toBe(204);
  const sent = identity.received.filter(({ path }) => path === '/revoke');
  expect(sent.map(({ query, form }) => (query.size > 0 ? query : form).get('token'))).toEqual(
    Array.from({ length: times }, () => 'refresh-token-number-1'),
  );
  expect(browser.cookies.size).toBe(0);
});

test('PKCE off: no verifier is sent, whatever the page says; with PKCE no code goes without one', async () => {
  app = await brokerApp(
    [
      brokered(identity.url, { pkce: 'off' }),
      brokered(identity.url, { id: 'portal', clientId: 'portal-app' }),
    ],
    { ...cookies, ...secretEnv, CHARTSIDE_PORTAL_CLIENT_SECRET: 'x' },
  );
  const browser = new FakeBrowser(app.url);
  for (const sent of [{}, { verifier }]) {
    // oxlint-disable-next-line no-await-in-loop -- one exchange after the other
    const { status } = await browser.post('/broker/token', { system: 'office', session, code: 'c', ...sent });
    expect([status, identity.received.at(-1)?.form.get('code_verifier')]).toEqual([200, null]);
  }
  const refused = await browser.post('/broker/token', { system: 'portal', session, code: 'c' });
  expect([refused.status, refused.json]).toEqual([400, { error: 'invalid_request' }]);
  expect(identity.received).toHaveLength(2);
});

test.each([
  ['RS384', 'RSA'],
  ['ES384', 'EC'],
] as const)(
  'private_key_jwt with %s: a fresh assertion for the token address, minutes long',
  async (algorithm, kind) => {
    const set = JSON.stringify({ keys: [sets[kind]] });
    const received = await threeRequests(
      { authentication: 'private_key_jwt', algorithm },
      { CHARTSIDE_OFFICE_PRIVATE_KEYS: set },
    );
    const shown = (await new FakeBrowser(app!.url).send(app!.url, '/.well-known/jwks.json', {})).json[
      'keys'
    ] as JWK[];
    const ids = new Set<unknown>();
    for (const { form, headers } of received) {
      expect(headers.authorization).toBeUndefined();
      expect([form.get('client_secret'), form.get('client_assertion_type')]).toEqual([
        null,
        'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      ]);
      const assertion = form.get('client_assertion') ?? '';
      const { kid } = decodeProtectedHeader(assertion);
      const key = await importJWK(
        shown.find((one) => one.kid === kid)!,
        algorithm,
      );
      const { payload, protectedHeader } = await jwtVerify(assertion, key, {
        algorithms: [algorithm],
        audience: `${identity.url}/token`,
        issuer: clientId,
        subject: clientId,
        currentDate: new Date(now),
      });
      expect(protectedHeader).toEqual({ alg: algorithm, kid, typ: 'JWT' });
      expect(payload.exp! - now / 1000).toBeLessThanOrEqual(300);
      expect(payload.exp! - now / 1000).toBeGreaterThan(60);
      ids.add(payload.jti);
    }
    expect(ids.size).toBe(3);
  },
);

test('rotation of signing keys: the first signs, every one is published, and only its public members', async () => {
  const set = JSON.stringify({ keys: [sets['RSA next'], sets.RSA] });
  const [first] = await threeRequests(
    { authentication: 'private_key_jwt' },
    { CHARTSIDE_OFFICE_PRIVATE_KEYS: set },
  );
  expect(decodeProtectedHeader(first!.form.get('client_assertion') ?? '').kid).toBe('rsa-next');
  const answer = await new FakeBrowser(app!.url).send(app!.url, '/.well-known/jwks.json', {});
  const keys = answer.json['keys'] as JWK[];
  expect(answer.headers['content-type']).toBe('application/json');
  expect(keys.map(({ kid, alg, use, key_ops }) => [kid, alg, use, key_ops])).toEqual([
    ['rsa-next', 'RS384', 'sig', ['verify']],
    ['rsa-now', 'RS384', 'sig', ['verify']],
  ]);
  for (const key of keys) {
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'ext', 'key_ops', 'kid', 'kty', 'n', 'use']);
  }
  for (const hidden of [sets.RSA, sets['RSA next']].flatMap(({ d, p, q, dp, dq, qi }) => [
    d,
    p,
    q,
    dp,
    dq,
    qi,
  ])) {
    expect(answer.text).not.toContain(hidden);
  }
});

test('without private_key_jwt the public set is empty', async () => {
  app = await brokerApp([brokered(identity.url)], { ...cookies, ...secretEnv });
  const answer = await new FakeBrowser(app.url).send(app.url, '/.well-known/jwks.json', {});
  expect([answer.status, answer.text]).toEqual([200, '{"keys":[]}']);
});

test('the secret never comes back, whatever the sign-in server says', async () => {
  identity.play = answering(tokens({ access_token: undefined, echo: secret }));
  app = await brokerApp([brokered(identity.url)], { ...cookies, ...secretEnv });
  const answer = await new FakeBrowser(app.url).post('/broker/token', {
    system: 'office',
    session,
    code: 'c',
    verifier,
  });
  expect([answer.status, answer.text]).toEqual([502, '{"error":"upstream_broken"}']);
});
