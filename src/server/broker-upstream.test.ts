import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
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
  type Play,
} from './broker-fixture.ts';
import { clean } from './broker-upstream.ts';

let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let app: FakeApp;
let browser: FakeBrowser;
const session = newSession();
const asked = { system: 'office', session };
const env = { CHARTSIDE_COOKIE_KEYS: newKey(), CHARTSIDE_OFFICE_CLIENT_SECRET: 'secret' };

/** @param upstreamTimeout milliseconds: room for a busy machine, but where the sign-in server is waited for in vain. */
async function start(upstreamTimeout: number): Promise<void> {
  app = await brokerApp([brokered(identity.url)], env, { upstreamTimeout });
  browser = new FakeBrowser(app.url);
}

beforeEach(async () => {
  identity = await fakeIdentity();
  await start(15_000);
});
afterEach(async () => {
  await Promise.all([app.stop(), identity.stop()]);
});

const huge = `{"access_token":"a","padding":"${'x'.repeat(70 * 1024)}"}`;
const page = '<!doctype html><title>Sign in to the guest network</title>';
const troubles: [string, Play, number, string][] = [
  ['that never answers', () => undefined, 504, 'upstream_timeout'],
  [
    'that stops in the middle',
    (_r, response) => void response.writeHead(200).write('{"access_'),
    504,
    'upstream_timeout',
  ],
  ['that hangs up', (_r, response) => void response.destroy(), 502, 'upstream_unreachable'],
  ['that has broken down', answering('<h1>500</h1>', 500), 502, 'upstream_unreachable'],
  ['that is being served', answering({ error: 'invalid_grant' }, 503), 502, 'upstream_unreachable'],
  [
    'that asks for patience',
    answering({ error: 'temporarily_unavailable' }, 400),
    502,
    'upstream_unreachable',
  ],
  ['that answers with a page', answering(page, 200, { 'Content-Type': 'text/html' }), 502, 'upstream_broken'],
  ['that refuses with a page', answering(page, 403, { 'Content-Type': 'text/html' }), 502, 'upstream_broken'],
  ['that refuses in free text', answering({ error: 'Bad things, code code-1' }, 400), 502, 'upstream_broken'],
  ['that says nothing', answering('', 200), 502, 'upstream_broken'],
  ['that answers with a list', answering([tokens()]), 502, 'upstream_broken'],
  ['that gives no token', answering(tokens({ access_token: undefined })), 502, 'upstream_broken'],
  [
    'that gives a token of another kind',
    answering(tokens({ access_token: { a: 1 } })),
    502,
    'upstream_broken',
  ],
  ['that talks too much', answering(huge), 502, 'upstream_broken'],
  [
    'that unpacks to too much',
    (_r, response) => void response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(huge)),
    502,
    'upstream_broken',
  ],
  ['that sends elsewhere', answering('', 307, { Location: '/elsewhere' }), 502, 'upstream_broken'],
];

test.each(troubles)('a sign-in server %s costs nothing but this try', async (_name, play, status, error) => {
  if (status === 504) {
    await app.stop();
    await start(1_500);
  }
  const wellBehaved = identity.play;
  identity.play = play;
  const exchange = { ...asked, code: 'code-1', verifier };
  expect(await browser.post('/broker/token', exchange)).toMatchObject({ status, json: { error } });
  expect(browser.cookies.size).toBe(0);

  identity.play = wellBehaved;
  expect((await browser.post('/broker/token', exchange)).status).toBe(200);
  const kept = new Map(browser.cookies);
  identity.play = play;
  expect(await browser.post('/broker/refresh', asked)).toMatchObject({ status, json: { error } });
  expect(browser.cookies, 'the session stands').toEqual(kept);
  expect(identity.received.map(({ path }) => path)).toEqual(['/token', '/token', '/token']);

  identity.play = wellBehaved;
  expect((await browser.post('/broker/refresh', asked)).status).toBe(200);

  identity.play = play;
  expect((await browser.post('/broker/revoke', asked)).status, 'signed out all the same').toBe(204);
  expect(browser.cookies.size).toBe(0);
});

test('a sign-in server that is not there', async () => {
  const nobody = createServer();
  await new Promise<void>((done) => nobody.listen(0, '127.0.0.1', done));
  const { port } = nobody.address() as AddressInfo;
  await new Promise((done) => nobody.close(done));
  const lonely = await brokerApp([brokered(`http://127.0.0.1:${port}`)], env);
  const answer = await new FakeBrowser(lonely.url).post('/broker/token', { ...asked, code: 'c', verifier });
  await lonely.stop();
  expect(answer).toMatchObject({ status: 502, json: { error: 'upstream_unreachable' } });
});

test('a sign-in server that is asked too much says when to come back', async () => {
  await browser.post('/broker/token', { ...asked, code: 'c', verifier });
  identity.play = answering('', 429, { 'Retry-After': '17' });
  const answer = await browser.post('/broker/refresh', asked);
  expect([answer.status, answer.headers['retry-after'], browser.cookies.size]).toEqual([429, '17', 1]);
});

test.each(['invalid_grant', 'invalid_client', 'unauthorized_client'])(
  'refused with %s: its code alone goes on, and a refused renewal ends the session',
  async (error) => {
    const description = 'Code code-1 of David Gillon is not valid';
    await browser.post('/broker/token', { ...asked, code: 'c', verifier });
    identity.play = answering(
      { error, error_description: description },
      error === 'invalid_client' ? 401 : 400,
    );
    const exchanged = await browser.post('/broker/token', {
      ...asked,
      session: newSession(),
      code: 'c',
      verifier,
    });
    expect([exchanged.status, exchanged.text]).toEqual([400, JSON.stringify({ error })]);
    expect(browser.cookies.size).toBe(1);
    const renewed = await browser.post('/broker/refresh', asked);
    expect([renewed.status, renewed.text]).toEqual([400, '{"error":"invalid_grant"}']);
    expect(browser.cookies.size).toBe(0);
  },
);

test.each([
  { refresh_token: 'refresh-token-number-9' },
  { Refresh_Token: 'refresh-token-number-9' },
  { refreshToken: ' refresh-token-number-9 ' },
  { ' refresh_token\n': 'refresh-token-number-9' },
  { refresh_token: 'refresh-token-number-9', copy: 'refresh-token-number-9' },
  { refresh_token: 'refresh-token-number-9', nested: { list: ['x refresh-token-number-9 y'] } },
  { refresh_token: 'refresh-token-"quoted"-9', nested: { list: ['refresh-token-"quoted"-9'] } },
  { refresh_token: 'short', copy: 'short' },
])('no refresh token reaches the page: %j', async (members) => {
  identity.play = answering(tokens({ refresh_token: undefined, ...members }));
  const answer = await browser.post('/broker/token', { ...asked, code: 'c', verifier });
  const renewed = await browser.post('/broker/refresh', asked);
  const { refresh_token: _none, ...shown } = tokens();
  expect([answer.json, renewed.json]).toEqual([shown, shown]);
  const token = Object.values(members)[0]!;
  expect(identity.received[1]!.form.get('refresh_token')).toBe((token as string).trim());
});

test('an access token that is the refresh token is no access token', async () => {
  identity.play = answering(tokens({ access_token: 'refresh-token-number-1' }));
  const answer = await browser.post('/broker/token', { ...asked, code: 'c', verifier });
  expect([answer.status, answer.text]).toEqual([502, '{"error":"upstream_broken"}']);
});

test('a refresh token too long for cookies is not kept: the session lives as long as its access token', async () => {
  identity.play = answering(tokens({ refresh_token: 'r'.repeat(9000) }));
  const answer = await browser.post('/broker/token', { ...asked, code: 'c', verifier });
  expect([answer.status, browser.cookies.size]).toEqual([200, 0]);
  expect(answer.text).not.toContain('rrr');
});

test('members go on as they were sent, odd names too', () => {
  const members = JSON.parse(
    '{"__proto__":{"x":1},"patient":" 1","expires_in":"300","practice_id":{"a":[]}}',
  ) as object;
  expect(JSON.stringify(clean(members as Record<string, unknown>).shown)).toBe(JSON.stringify(members));
  // One that is no text is kept for nothing, and shown to nobody.
  expect(clean({ patient: '1', refresh_token: ['r'], refreshToken: { r: 1 }, REFRESH_TOKEN: 7 })).toEqual({
    shown: { patient: '1' },
    refresh: undefined,
  });
});
