import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  answering,
  brokerApp,
  brokered,
  fakeIdentity,
  FakeBrowser,
  listening,
  newKey,
  newSession,
  stopped,
  tokens,
  verifier,
  type FakeApp,
  type Sent,
} from './broker-fixture.ts';
import { relayAddress } from './broker-relay.ts';
import { createRelayBudget } from './broker-relay-budget.ts';

let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let ehr: Server;
let app: FakeApp;
let browser: FakeBrowser;
let clock = Date.UTC(2026, 0, 5, 8);
let play: (request: IncomingMessage, response: ServerResponse) => void;
const received: IncomingMessage[] = [];
const session = newSession();
const env = { CHARTSIDE_COOKIE_KEYS: newKey(), CHARTSIDE_OFFICE_CLIENT_SECRET: 'secret' };
const token = { Authorization: 'Bearer access-1' };

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 5, 8);
  received.length = 0;
  play = (_request, response) =>
    void response
      .writeHead(200, {
        'Content-Type': 'application/fhir+json',
        'Set-Cookie': 'ehr=1',
        'WWW-Authenticate': 'Basic realm="EHR"',
        'Access-Control-Allow-Origin': '*',
        Location: 'https://elsewhere.example/',
        Server: 'EHR/1.0',
      })
      .end('{"resourceType":"Patient"}');
  ehr = createServer((request, response) => {
    received.push(request);
    play(request, response);
  });
  const fhirBase = `${await listening(ehr)}/api/fhir/r4`;
  identity = await fakeIdentity();
  app = await brokerApp(
    [
      brokered(identity.url, {
        fhirBase,
        documents: [fhirBase.replace('fhir/r4', 'ccda')],
        broker: { authentication: 'basic', relay: true },
        rateLimit: { requestsPerMinute: 3, preflightsCount: true },
      }),
      brokered(identity.url, { id: 'direct', fhirBase, broker: { authentication: 'basic' } }),
    ],
    { ...env, CHARTSIDE_DIRECT_CLIENT_SECRET: 'x' },
    { now: () => clock, requestsPerMinute: 5 },
  );
  browser = new FakeBrowser(app.url);
});
afterEach(async () => {
  await Promise.all([app.stop(), identity.stop(), stopped(ehr)]);
});

const signIn = () => browser.post('/broker/token', { system: 'office', session, code: 'c', verifier });

/** As a page's own fetch: no Origin, since it reads from where it comes from. */
const read = (path: string, sent: Sent = {}) =>
  browser.send(app.url, path, {
    ...sent,
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'Sec-Fetch-Mode': 'cors',
      'Sec-Fetch-Dest': 'empty',
      ...token,
      ...sent.headers,
    },
  });

test('a record comes through: the token goes on, cookies and all other headers stay', async () => {
  await signIn();
  const answer = await read('/broker/fhir/office/api/fhir/r4/Patient/1?_format=json', {
    headers: {
      Accept: 'application/fhir+json',
      Referer: 'https://x.example/',
      'X-Custom': '1',
      'X-Forwarded-For': '1',
    },
  });
  expect([answer.status, answer.text]).toEqual([200, '{"resourceType":"Patient"}']);
  const [{ url, headers }] = received as [IncomingMessage];
  expect(url).toBe('/api/fhir/r4/Patient/1?_format=json');
  expect(headers.authorization).toBe('Bearer access-1');
  expect(headers.accept).toBe('application/fhir+json');
  for (const name of ['cookie', 'referer', 'x-custom', 'x-forwarded-for', 'origin']) {
    expect([name, headers[name]]).toEqual([name, undefined]);
  }
  for (const name of [
    'set-cookie',
    'www-authenticate',
    'access-control-allow-origin',
    'location',
    'server',
  ]) {
    expect([name, answer.headers[name]]).toEqual([name, undefined]);
  }
  expect(answer.headers).toMatchObject({
    'content-type': 'application/fhir+json',
    'cache-control': 'no-store',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
  });
  expect((await read('/broker/fhir/office/api/ccda/7')).status).toBe(200);
});

test.each([
  '/broker/fhir/office/api/fhir/r4evil/Patient',
  '/broker/fhir/office/api/fhir',
  '/broker/fhir/office/',
  '/broker/fhir/office',
  '/broker/fhir/office/api/fhir/r4/../../admin',
  '/broker/fhir/office/api/fhir/r4/%2e%2e/%2e%2e/admin',
  '/broker/fhir/office/api/fhir/r4/..%2f..%2fadmin',
  '/broker/fhir/office/api/fhir/r4/%252e%252e/admin',
  '/broker/fhir/office/api/fhir/r4/..\\..\\admin',
  '/broker/fhir/office/api/fhir/r4//evil.example/x',
  '/broker/fhir/office//evil.example/api/fhir/r4/Patient',
  '/broker/fhir/office@evil.example/api/fhir/r4/Patient',
  '/broker/fhir/office:1/api/fhir/r4/Patient',
  '/broker/fhir/direct/api/fhir/r4/Patient',
  '/broker/fhir/nobody/api/fhir/r4/Patient',
])('%s is nothing that is relayed', async (path) => {
  await signIn();
  expect((await read(path)).status).toBe(404);
  expect(received).toEqual([]);
});

test('only an address inside the base or a document prefix is one', () => {
  const system = brokered('https://id.example.org', {
    fhirBase: 'https://fhir.example.org/r4',
    documents: ['https://fhir.example.org/ccda'],
  });
  expect(relayAddress(system, '/r4/Patient?name=a%2Fb%20c&_count=1')?.href).toBe(
    'https://fhir.example.org/r4/Patient?name=a%2Fb%20c&_count=1',
  );
  expect(relayAddress(system, '/ccda')?.href).toBe('https://fhir.example.org/ccda');
  for (const path of [
    '@evil.example/r4/x',
    ':1/r4',
    '.evil.example/r4/x',
    '/r4/x#y',
    '/r4/x?a#b',
    '/r4\t/x',
    '/r4/x%00',
    '/R4/x',
  ]) {
    expect([path, relayAddress(system, path)]).toEqual([path, undefined]);
  }
});

test('below another system’s base the address is that system’s, but for a longer document prefix', () => {
  const r3 = brokered('https://id.example.org', {
    fhirBase: 'https://fhir.example.org/api/fhir',
    innerBases: ['https://fhir.example.org/api/fhir/r4'],
    documents: ['https://fhir.example.org/api/fhir/r4/documents'],
  });
  const goes = (path: string): boolean => relayAddress(r3, path) !== undefined;
  expect(['/api/fhir/Patient/1', '/api/fhir/r4x/1', '/api/fhir/r4/documents/1'].filter(goes)).toHaveLength(3);
  const lax = ['/api/fhir/%72%34/Patient/1', '/api/fhir//r4/Patient/1', '/api/fhir/r4;x=1/Patient/1'];
  expect(['/api/fhir/r4', '/api/fhir/r4/Patient/1', '/api/fhir/R4/Patient/1', ...lax].filter(goes)).toEqual(
    [],
  );
});

test.each<[string, number, Sent]>([
  ['a write', 405, { method: 'POST', body: '{}' }],
  ['a deletion', 405, { method: 'DELETE' }],
  ['a preflight', 405, { method: 'OPTIONS' }],
  ['a foreign origin', 403, { headers: { Origin: 'https://evil.example' } }],
  ['a page of another site', 403, { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
  ['a navigation', 403, { headers: { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' } }],
  ['a frame', 403, { headers: { 'Sec-Fetch-Dest': 'iframe' } }],
  ['no token', 401, { headers: { Authorization: undefined } }],
  ['a password', 401, { headers: { Authorization: 'Basic YTpi' } }],
])('%s is refused, and the EHR is not asked', async (_name, status, sent) => {
  await signIn();
  expect((await read('/broker/fhir/office/api/fhir/r4/Patient/1', sent)).status).toBe(status);
  expect(received).toEqual([]);
});

test('without a session of the system, open and within its limits, nothing is asked: a made-up token costs no request', async () => {
  expect((await read('/broker/fhir/office/api/fhir/r4/Patient/1')).status).toBe(401);
  await browser.post('/broker/token', { system: 'direct', session, code: 'c', verifier });
  expect((await read('/broker/fhir/office/api/fhir/r4/Patient/1')).status).toBe(401);
  await signIn();
  clock += 20 * 60_000 + 1;
  expect((await read('/broker/fhir/office/api/fhir/r4/Patient/1')).status).toBe(401);
  expect(received).toEqual([]);
});

test('a session without a refresh token may read too, renews nothing, and revokes its access token', async () => {
  identity.play = answering(tokens({ refresh_token: undefined }));
  await signIn();
  expect((await read('/broker/fhir/office/api/fhir/r4/Patient/1')).status).toBe(200);
  await browser.post('/broker/revoke', { system: 'office', session, token: 'access-1' });
  expect(identity.received.at(-1)?.form.get('token')).toBe('access-1');
  await signIn();
  expect((await browser.post('/broker/refresh', { system: 'office', session })).json).toEqual({
    error: 'invalid_grant',
  });
});

test("everybody's requests share one budget, and the wait is said", async () => {
  const other = new FakeBrowser(app.url);
  await signIn();
  await other.post('/broker/token', { system: 'office', session: newSession(), code: 'c', verifier });
  const path = '/broker/fhir/office/api/fhir/r4/Patient/1';
  const answers: (string | undefined)[] = [];
  for (const who of [browser, other, browser, other]) {
    const { status, headers } = await who.send(app.url, path, { headers: token });
    answers.push(`${status} ${headers['retry-after'] ?? 'at once'}`);
  }
  expect(answers).toEqual(['200 at once', '200 at once', '200 at once', '429 61']);
  expect(received).toHaveLength(3);
  clock += 61_000;
  expect((await read(path)).status).toBe(200);
});

test('an EHR that says "later" is left alone by everybody until then', async () => {
  await signIn();
  play = (_request, response) => void response.writeHead(429, { 'Retry-After': '40' }).end();
  const path = '/broker/fhir/office/api/fhir/r4/Patient/1';
  const first = await read(path);
  expect([first.status, first.headers['retry-after']]).toEqual([429, '40']);
  clock += 10_000;
  const second = await read(path);
  expect([second.status, second.headers['retry-after'], received.length]).toEqual([429, '30', 1]);
});

test('several instances: each keeps its share, at least one request', () => {
  const taken = (budget: ReturnType<typeof createRelayBudget>): number => {
    let count = 0;
    while (count < 100 && budget.take(0) === 0) count++;
    return count;
  };
  expect(taken(createRelayBudget(20))).toBe(20);
  expect(taken(createRelayBudget(20, 3))).toBe(6);
  expect(taken(createRelayBudget(2, 3))).toBe(1);
  expect(taken(createRelayBudget(undefined))).toBe(100);
  const sliding = createRelayBudget(2);
  expect([sliding.take(0), sliding.take(30_000), sliding.take(40_000)]).toEqual([0, 0, 21]);
  expect([sliding.take(61_000), sliding.take(61_000), sliding.take(91_000)]).toEqual([0, 30, 0]);
  expect(sliding.take(0), 'a clock set back').toBe(0);
  sliding.hold(1e9, 0);
  expect(sliding.take(0)).toBe(3600);
});

test('a large document is streamed: its beginning is here before its end is sent', async () => {
  await signIn();
  let finish = (): void => undefined;
  play = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/pdf' });
    response.write('begin');
    finish = () => void response.end('x'.repeat(3_000_000));
  };
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${app.url}/broker/fhir/office/api/ccda/7`, {
    headers: { ...token, Cookie: cookie },
  });
  const reader = answer.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('begin');
  finish();
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) length += part.value.length;
  expect(length).toBe(3_000_000);
});

test('an EHR that hangs up, sends elsewhere or breaks off, and a reader that leaves: the server goes on', async () => {
  await signIn();
  const path = '/broker/fhir/office/api/fhir/r4/Patient/1';
  play = (_request, response) => void response.destroy();
  expect(await read(path)).toMatchObject({ status: 502, json: { error: 'upstream_unreachable' } });
  play = (_request, response) => void response.writeHead(302, { Location: '/api/fhir/r4/x' }).end();
  expect((await read(path)).status).toBe(502);
  expect(received).toHaveLength(2);
  play = (_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('half', () => response.destroy());
  };
  await expect(read(path)).rejects.toThrow('aborted');
  clock += 61_000;
  const left = new Promise<void>((done) => {
    play = (request, response) => {
      response.writeHead(200).write('a');
      request.socket.once('close', () => done());
    };
  });
  const leaving = new AbortController();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  await fetch(app.url + path, { headers: { ...token, Cookie: cookie }, signal: leaving.signal });
  leaving.abort();
  await left;
  expect((await browser.send(app.url, '/healthz', {})).status).toBe(200);
});

test('a reader that leaves while the EHR still thinks: the EHR is not kept at it', async () => {
  await signIn();
  const leaving = new AbortController();
  const left = new Promise<void>((done) => {
    play = (request) => {
      request.socket.once('close', () => done());
      leaving.abort();
    };
  });
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const address = `${app.url}/broker/fhir/office/api/fhir/r4/Patient/1`;
  await expect(
    fetch(address, { headers: { ...token, Cookie: cookie }, signal: leaving.signal }),
  ).rejects.toThrow('aborted');
  await left;
});

test('the log says that something was read, never what', async () => {
  await signIn();
  await read('/broker/fhir/office/api/fhir/r4/Patient?name=CANARY');
  await read('/broker/fhir/CANARY/x');
  expect(app.log.join('\n')).not.toContain('CANARY');
  expect(app.log.slice(1).map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { method: 'GET', route: '/broker/fhir', system: 'office', status: 200, outcome: 'relayed' },
    { method: 'GET', route: '/broker/fhir', status: 404, outcome: 'unknown-system' },
  ]);
});
