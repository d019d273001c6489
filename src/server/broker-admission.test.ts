import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  brokerApp,
  brokered,
  fakeIdentity,
  FakeBrowser,
  newKey,
  newSession,
  verifier,
  type FakeApp,
  type Sent,
} from './broker-fixture.ts';

let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let app: FakeApp;
let browser: FakeBrowser;
const session = newSession();
const exchange = { system: 'office', session, code: 'code-1', verifier };

beforeAll(async () => {
  identity = await fakeIdentity();
  app = await brokerApp(
    [
      brokered(identity.url),
      brokered(identity.url, { id: 'open', clientAuthentication: 'public', broker: undefined }),
      brokered(identity.url, { id: 'later', clientId: 'REPLACE-WITH-YOUR-CLIENT-ID' }),
    ],
    { CHARTSIDE_COOKIE_KEYS: newKey(), CHARTSIDE_OFFICE_CLIENT_SECRET: 'secret' },
  );
});
afterAll(async () => {
  await Promise.all([app.stop(), identity.stop()]);
});
beforeEach(() => {
  browser = new FakeBrowser(app.url);
  identity.received.length = 0;
});

const paths = ['/broker/token', '/broker/refresh', '/broker/revoke'];

const refused: [string, number, Sent][] = [
  ['a foreign origin', 403, { headers: { Origin: 'https://evil.example' } }],
  ['our host on another port', 403, { headers: { Origin: 'http://127.0.0.1:1' } }],
  ['no origin', 403, { headers: { Origin: undefined } }],
  ['an opaque origin', 403, { headers: { Origin: 'null' } }],
  ['a page of another site', 403, { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
  ['a page of a sibling host', 403, { headers: { 'Sec-Fetch-Site': 'same-site' } }],
  ['a typed address', 403, { headers: { 'Sec-Fetch-Site': 'none' } }],
  ['a navigation', 403, { headers: { 'Sec-Fetch-Mode': 'navigate' } }],
  ['an opaque fetch', 403, { headers: { 'Sec-Fetch-Mode': 'no-cors' } }],
  ['a document', 403, { headers: { 'Sec-Fetch-Dest': 'document' } }],
  ['a form', 415, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
  ['plain text', 415, { headers: { 'Content-Type': 'text/plain' } }],
  ['no content type', 415, { headers: { 'Content-Type': undefined } }],
  ['a compressed body', 415, { headers: { 'Content-Encoding': 'gzip' } }],
  ['a body of 9 KB', 413, { body: `{"x":"${'x'.repeat(9000)}"}` }],
  [
    'a body of 9 KB without its length',
    413,
    { body: 'x'.repeat(9000), headers: { 'Transfer-Encoding': 'chunked' } },
  ],
  ['a body that is no JSON', 400, { body: '{"system":' }],
  ['a body that is no object', 400, { body: '[]' }],
  [
    'a body that is no UTF-8',
    400,
    {
      body: Buffer.concat([
        Buffer.from(JSON.stringify(exchange).replace('}', ',"x":"')),
        Buffer.from([0xff, 0x22, 0x7d]),
      ]) as never,
    },
  ],
  ['GET', 405, { method: 'GET', body: undefined }],
  ['HEAD', 405, { method: 'HEAD', body: undefined }],
  ['PUT', 405, { method: 'PUT' }],
  ['DELETE', 405, { method: 'DELETE', body: undefined }],
  ['a preflight', 405, { method: 'OPTIONS', body: undefined }],
];

test.each(refused)(
  '%s is refused with %i on every route, and nobody is asked',
  async (_name, status, sent) => {
    for (const path of paths) {
      const answer = await browser.post(path, exchange, sent);
      expect([path, answer.status]).toEqual([path, status]);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(answer.headers['set-cookie'], 'a stranger takes no cookie away').toBeUndefined();
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(identity.received).toEqual([]);
  },
);

test.each([
  ['system', 'Office'],
  ['system', '__proto__'],
  ['system', undefined],
  ['system', 7],
  ['session', 'short'],
  ['session', `${'a'.repeat(40)}.0`],
  ['session', `${'a'.repeat(40)}\r\nSet-Cookie: x`],
  ['session', undefined],
  ['code', ''],
  ['code', 'a\u0000b'],
  ['code', undefined],
  ['code', ['code-1']],
  ['verifier', 'v'.repeat(42)],
  ['verifier', 'v'.repeat(129)],
  ['verifier', `${'v'.repeat(43)}&x=y`],
  ['verifier', undefined],
])('%s %j is no request', async (name, value) => {
  const answer = await browser.post('/broker/token', { ...exchange, [name]: value });
  expect([answer.status, answer.text]).toEqual([400, '{"error":"invalid_request"}']);
  expect(identity.received).toEqual([]);
});

test.each(['nobody', 'open', 'later', 'constructor'])('%s is no system of the broker', async (system) => {
  for (const path of paths) {
    const answer = await browser.post(path, { ...exchange, system });
    expect([answer.status, answer.text]).toEqual([404, '{"error":"unknown_system"}']);
  }
  expect(identity.received).toEqual([]);
});

test('an older browser sends no Sec-Fetch headers: the origin alone must do', async () => {
  const headers = { 'Sec-Fetch-Site': undefined, 'Sec-Fetch-Mode': undefined, 'Sec-Fetch-Dest': undefined };
  expect((await browser.post('/broker/token', exchange, { headers })).status).toBe(200);
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  expect((await browser.post('/broker/token', exchange, { headers: type })).status).toBe(200);
});

test('addresses, redirect URI and client come from the registry, whatever a request says', async () => {
  const evil = 'https://evil.example/x';
  await browser.post(
    '/broker/token?token_endpoint=https://evil.example',
    {
      ...exchange,
      redirect_uri: evil,
      redirectUri: evil,
      origin: evil,
      endpoints: { token: evil },
      client_id: 'evil',
      grant_type: 'password',
      scope: 'system/*.*',
    },
    { headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Referer: evil } },
  );
  const [received] = identity.received;
  expect(received!.form.get('redirect_uri')).toBe(`${app.url}/callback`);
  expect([...received!.form.keys()]).toEqual(['grant_type', 'code', 'redirect_uri', 'code_verifier']);
  expect(received!.form.get('grant_type')).toBe('authorization_code');
  expect(JSON.stringify(received)).not.toContain('evil');
});

test('what is no route of the broker', async () => {
  for (const path of [
    '/broker/',
    '/broker/tokens',
    '/broker/token/',
    '/broker/token%2f',
    '/broker/../broker/token/x',
  ]) {
    expect([path, (await browser.post(path, exchange)).status]).toEqual([path, 404]);
  }
  expect((await browser.send(app.url, '/launch', {})).text).toBe('<p>the page</p>');
  expect(identity.received).toEqual([]);
});

test('health and public keys are told to anyone who asks by GET', async () => {
  const health = await browser.send(app.url, '/healthz', {});
  expect([health.status, health.text, health.headers['x-ours']]).toEqual([200, '{"status":"ok"}', 'yes']);
  expect(await browser.send(app.url, '/healthz?deep', { method: 'HEAD' })).toMatchObject({
    status: 200,
    text: '',
  });
  expect((await browser.send(app.url, '/healthz', { method: 'POST' })).status).toBe(405);
  expect((await browser.send(app.url, '/.well-known/jwks.json', { method: 'DELETE' })).status).toBe(405);
});
