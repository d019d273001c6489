/** Nothing that a browser or a sign-in server sends may reach the log: canaries in every place they can put one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  answering,
  brokerApp,
  brokered,
  fakeIdentity,
  FakeBrowser,
  newKey,
  tokens,
  type FakeApp,
} from './broker-fixture.ts';

const session = 'CANARY-session-0123456789-0123456789-abcdef';
const verifier = `CANARY-verifier-${'v'.repeat(40)}`;
const env = { CHARTSIDE_COOKIE_KEYS: newKey(), CHARTSIDE_OFFICE_CLIENT_SECRET: 'CANARY-secret' };
const written: string[] = [];
let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let app: FakeApp;
let browser: FakeBrowser;

beforeEach(async () => {
  written.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => (written.push(String(text)), true));
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void written.push(words.join(' ')));
  }
  identity = await fakeIdentity();
  app = await brokerApp(
    [
      brokered(identity.url),
      // What is written down most easily: everything in the address, at addresses that were found.
      brokered(identity.url, { id: 'query', broker: { authentication: 'query' } }),
      brokered('', {
        id: 'found',
        broker: { authentication: 'query' },
        endpoints: undefined,
        fhirBase: `${identity.url}/CANARY/r4`,
      }),
    ],
    {
      ...env,
      CHARTSIDE_QUERY_CLIENT_SECRET: 'CANARY-secret',
      CHARTSIDE_FOUND_CLIENT_SECRET: 'CANARY-secret',
    },
    { log: undefined, upstreamTimeout: 100 },
  );
  browser = new FakeBrowser(app.url);
});
afterEach(async () => {
  await Promise.all([app.stop(), identity.stop()]);
});

const lines = (): Record<string, unknown>[] =>
  written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const canaried = tokens({
  access_token: 'CANARY-access',
  refresh_token: 'CANARY-refresh-token',
  patient: 'CANARY-patient',
  id_token: 'CANARY-id',
  CANARY_member: 1,
});

test('@threat-14 no code, token, session, cookie, secret or health data is ever written', async () => {
  const asked = { system: 'office', session };
  const exchange = { ...asked, code: 'CANARY-code', verifier };
  const headers = {
    'User-Agent': 'CANARY-agent',
    Referer: 'https://CANARY.example/',
    'X-Forwarded-For': 'CANARY',
  };
  identity.play = answering(canaried);
  await browser.post('/broker/token?CANARY=1', exchange, { headers });
  await browser.post('/broker/refresh', asked, { headers });
  for (const play of [
    answering({ error: 'canary_error', error_description: 'CANARY' }, 400),
    answering('<p>CANARY', 200),
    answering('CANARY', 500),
    answering('', 302, { Location: 'http://localhost/CANARY' }),
    () => undefined,
  ]) {
    identity.play = play;
    await browser.post('/broker/token', exchange);
    await browser.post('/broker/refresh', asked);
  }
  await browser.post('/broker/revoke', { ...asked, token: 'CANARY-access' });
  await browser.post('/broker/CANARY', exchange);
  await browser.post('/broker/token', { ...exchange, system: 'canary-system' });
  await browser.post('/broker/token', exchange, { headers: { Origin: 'https://CANARY.example' } });
  await browser.post('/broker/token', exchange, { headers: { 'Content-Type': 'text/CANARY' } });
  await browser.post('/broker/token', {}, { body: '{"CANARY' });
  await browser.send(app.url, '/broker/token', { method: 'PROPFIND' });
  await browser.send(app.url, '/callback?code=CANARY-code&state=CANARY', {});
  expect(lines()).toHaveLength(19);
  expect(written.join('').toUpperCase()).not.toContain('CANARY');
  for (const line of lines()) {
    expect(Object.keys(line).filter((name) => name !== 'system')).toEqual([
      'time',
      'method',
      'route',
      'status',
      'ms',
      'outcome',
    ]);
  }
});

test.each(['query', 'found'])(
  '@threat-14 parameters in the query string are never written (%s), nor the address that was found',
  async (system) => {
    const asked = { system, session };
    const exchange = { ...asked, code: 'CANARY-code', verifier };
    const found = {
      issuer: `${identity.url}/CANARY`,
      authorization_endpoint: `${identity.url}/CANARY`,
      token_endpoint: `${identity.url}/CANARY`,
      revocation_endpoint: `${identity.url}/CANARY`,
    };
    for (const play of [
      answering(canaried),
      answering({ error: 'canary_error', error_description: 'CANARY' }, 400),
      answering('<p>CANARY', 200),
      answering('CANARY', 404),
      answering('CANARY', 500),
      answering('', 302, { Location: 'http://localhost/CANARY' }),
      () => undefined,
    ]) {
      identity.play = (received, response) =>
        received.path.includes('.well-known')
          ? answering(found)(received, response)
          : play(received, response);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (const path of ['token', 'refresh', 'revoke']) await browser.post(`/broker/${path}`, exchange);
    }
    identity.play = answering('CANARY', 500);
    await browser.post('/broker/token', exchange);
    expect(lines()).toHaveLength(22);
    expect(identity.received.some(({ query }) => query.get('client_secret') === 'CANARY-secret')).toBe(true);
    expect(written.join('').toUpperCase()).not.toContain('CANARY');
  },
);

test('one line a request says what came of it', async () => {
  // Nothing is waited for in vain here.
  await app.stop();
  app = await brokerApp([brokered(identity.url)], env, { log: undefined });
  browser = new FakeBrowser(app.url);
  const asked = { system: 'office', session };
  await browser.post('/broker/token', { ...asked, code: 'c', verifier });
  await browser.post('/broker/refresh', asked);
  identity.play = answering({ error: 'invalid_grant' }, 400);
  await browser.post('/broker/refresh', asked);
  await browser.post('/broker/refresh', asked);
  await browser.send(app.url, '/broker/elsewhere', {});
  expect(lines().map(({ time: _time, ms: _ms, ...rest }) => rest)).toEqual([
    { method: 'POST', route: '/broker/token', system: 'office', status: 200, outcome: 'exchanged' },
    { method: 'POST', route: '/broker/refresh', system: 'office', status: 200, outcome: 'renewed' },
    {
      method: 'POST',
      route: '/broker/refresh',
      system: 'office',
      status: 400,
      outcome: 'refused-invalid-grant',
    },
    { method: 'POST', route: '/broker/refresh', system: 'office', status: 400, outcome: 'no-session' },
    { method: 'GET', route: 'unknown', status: 404, outcome: 'unknown-route' },
  ]);
  for (const { time, ms } of lines()) {
    expect(new Date(String(time)).toISOString()).toBe(time);
    expect(ms).toBeTypeOf('number');
  }
});

test('a fault of our own is a line of its kind alone, and an answer', async () => {
  await app.stop();
  let calls = 0;
  app = await brokerApp([brokered(identity.url)], env, {
    log: undefined,
    now: () => {
      if (calls++ === 0) throw new RangeError('CANARY');
      return Date.now();
    },
  });
  browser = new FakeBrowser(app.url);
  const exchange = { system: 'office', session, code: 'c', verifier };
  const answer = await browser.post('/broker/token', exchange);
  expect([answer.status, answer.text]).toEqual([500, '{"error":"server_error"}']);
  expect(lines()).toMatchObject([{ status: 500, outcome: 'fault-RangeError' }]);
  expect(written.join('')).not.toContain('CANARY');
  expect((await browser.post('/broker/token', exchange)).status, 'and it goes on').toBe(200);
});

test('a log that cannot be written stops nothing', async () => {
  await app.stop();
  app = await brokerApp([brokered(identity.url)], env, {
    log: () => {
      throw new Error('disk full');
    },
  });
  browser = new FakeBrowser(app.url);
  const exchange = { system: 'office', session, code: 'c', verifier };
  expect((await browser.post('/broker/token', exchange)).status).toBe(200);
  expect((await browser.post('/broker/refresh', exchange)).status).toBe(200);
});
