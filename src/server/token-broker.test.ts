import { afterEach, beforeEach, expect, test } from 'vitest';
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

let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let app: FakeApp;
let browser: FakeBrowser;
let clock = Date.UTC(2026, 0, 5, 8);
const session = newSession();
const exchange = { system: 'office', session, code: 'code-1', verifier };
const env = { CHARTSIDE_COOKIE_KEYS: newKey(), CHARTSIDE_OFFICE_CLIENT_SECRET: 'the secret' };

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 5, 8);
  identity = await fakeIdentity();
  app = await brokerApp([brokered(identity.url)], env, { now: () => clock });
  browser = new FakeBrowser(app.url);
});
afterEach(async () => {
  await Promise.all([app.stop(), identity.stop()]);
});

test('a code becomes an access token in the page and a refresh token in a cookie that no script reads', async () => {
  const answer = await browser.post('/broker/token', exchange);
  expect(answer.status).toBe(200);
  const { refresh_token: _kept, ...shown } = tokens();
  expect(answer.json).toEqual(shown);
  expect(answer.headers['cache-control']).toBe('no-store');
  const [line = ''] = browser.setCookies;
  expect(line).toMatch(new RegExp(`^__Host-chartside-${session}=[\\w.-]+; `));
  expect(line.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
  expect(answer.text + line).not.toContain('refresh-token-number-1');
  const [received] = identity.received;
  expect(Object.fromEntries(received!.form)).toEqual({
    grant_type: 'authorization_code',
    code: 'code-1',
    redirect_uri: `${app.url}/callback`,
    code_verifier: verifier,
  });
});

test('a renewal sends the kept refresh token, and keeps the new one or the old', async () => {
  await browser.post('/broker/token', exchange);
  identity.play = answering(tokens({ access_token: 'access-2', refresh_token: 'refresh-token-number-2' }));
  expect((await browser.post('/broker/refresh', { system: 'office', session })).json['access_token']).toBe(
    'access-2',
  );
  identity.play = answering(tokens({ refresh_token: undefined }));
  await browser.post('/broker/refresh', { system: 'office', session });
  await browser.post('/broker/refresh', { system: 'office', session });
  expect(identity.received.map(({ form }) => form.get('refresh_token'))).toEqual([
    null,
    'refresh-token-number-1',
    'refresh-token-number-2',
    'refresh-token-number-2',
  ]);
});

test('signing out revokes the refresh token and takes the cookie away', async () => {
  await browser.post('/broker/token', exchange);
  const answer = await browser.post('/broker/revoke', { system: 'office', session });
  expect(answer).toMatchObject({ status: 204, text: '' });
  expect(browser.cookies.size).toBe(0);
  const { path, form } = identity.received[1]!;
  expect([path, form.get('token'), form.get('token_type_hint')]).toEqual([
    '/revoke',
    'refresh-token-number-1',
    'refresh_token',
  ]);
});

test('a session that another has replaced is forgotten: its cookie goes, and nothing is revoked', async () => {
  await browser.post('/broker/token', exchange);
  const answer = await browser.post('/broker/revoke', { system: 'office', session, replaced: 'yes' });
  expect(answer).toMatchObject({ status: 204, text: '' });
  expect(browser.cookies.size).toBe(0);
  expect(identity.received.map(({ path }) => path)).toEqual(['/token']);
});
