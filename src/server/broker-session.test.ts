/** The life of a session at the broker: its limits, several instances, many at once, all of it over real HTTP. */
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
import { stopServer } from './stop-server.ts';

const start = Date.UTC(2026, 0, 5, 8);
const minute = 60_000;
const secret = { CHARTSIDE_OFFICE_CLIENT_SECRET: 'secret' };
let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let clock = start;
const apps: FakeApp[] = [];

async function app(keys: string, ...systems: Parameters<typeof brokered>[1][]): Promise<FakeApp> {
  const list = systems.length === 0 ? [{}] : systems;
  const started = await brokerApp(
    list.map((changes) => brokered(identity.url, changes)),
    { ...secret, CHARTSIDE_PORTAL_CLIENT_SECRET: 'other', CHARTSIDE_COOKIE_KEYS: keys },
    { now: () => clock, origin: 'https://chart.example.org' },
  );
  apps.push(started);
  return started;
}

beforeEach(async () => {
  clock = start;
  identity = await fakeIdentity();
});
afterEach(async () => {
  await Promise.all([...apps.splice(0).map((one) => one.stop()), identity.stop()]);
});

const browserOf = (): FakeBrowser => new FakeBrowser('https://chart.example.org');
const exchange = (session: string) => ({ system: 'office', session, code: 'c', verifier });
const refresh = (session: string) => ({ system: 'office', session });

/** A sign-in server with rotation and reuse detection: every refresh token is good once. */
function rotating(size = 20): Play {
  let turn = 0;
  const good = new Set<string>();
  return ({ form }, response) => {
    const sent = form.get('refresh_token');
    if (sent !== null && !good.delete(sent))
      return answering({ error: 'invalid_grant' }, 400)({} as never, response);
    turn += 1;
    const given = `${turn}-`.padEnd(size, 'r');
    good.add(given);
    return answering(tokens({ access_token: `access-${turn}`, refresh_token: given }))({} as never, response);
  };
}

test('two instances with the same key serve one session alternately', async () => {
  identity.play = rotating();
  const key = newKey();
  const both = [await app(key), await app(key)];
  const browser = browserOf();
  const session = newSession();
  await browser.post('/broker/token', exchange(session), {}, both[0]!.url);
  for (let turn = 2; turn < 10; turn++) {
    clock += minute;
    const answer = await browser.post('/broker/refresh', refresh(session), {}, both[turn % 2]!.url);
    expect([answer.status, answer.json['access_token']]).toEqual([200, `access-${turn}`]);
  }
  await browser.post('/broker/revoke', refresh(session), {}, both[1]!.url);
  expect((await browser.post('/broker/refresh', refresh(session), {}, both[0]!.url)).status).toBe(400);
});

test('keys are rotated while sessions live: two steps, no sign-in in between', async () => {
  identity.play = rotating();
  const [first, second] = [newKey(), newKey()];
  const browser = browserOf();
  const session = newSession();
  const at = async (keys: string, path: string, body: unknown) =>
    (await browser.post(path, body, {}, (await app(keys)).url)).status;
  expect(await at(first, '/broker/token', exchange(session))).toBe(200);
  expect(await at(`${second}, ${first}`, '/broker/refresh', refresh(session))).toBe(200);
  expect(await at(second, '/broker/refresh', refresh(session))).toBe(200);
  expect(await at(first, '/broker/refresh', refresh(session)), 'its key is gone').toBe(400);
  expect(browser.cookies.size).toBe(0);
});

test('idle: fifteen minutes after the access token ran out, a restored browser gets nothing', async () => {
  const { url } = await app(newKey());
  const browser = browserOf();
  const session = newSession();
  await browser.post('/broker/token', exchange(session), {}, url);
  clock += 20 * minute;
  expect(
    (await browser.post('/broker/refresh', refresh(session), {}, url)).status,
    'to the last moment',
  ).toBe(200);
  clock += 20 * minute + 1;
  const answer = await browser.post('/broker/refresh', refresh(session), {}, url);
  expect([answer.status, answer.text, browser.cookies.size]).toEqual([400, '{"error":"invalid_grant"}', 0]);
  expect(identity.received, 'the refresh token was not used').toHaveLength(2);
});

test('absolute: no renewal carries a session past its hours, and a limit made shorter counts at once', async () => {
  const key = newKey();
  const { url } = await app(key, { sessionHours: 2 });
  const browser = browserOf();
  const session = newSession();
  await browser.post('/broker/token', exchange(session), {}, url);
  for (let turn = 0; turn < 8; turn++) {
    clock += 15 * minute;
    expect((await browser.post('/broker/refresh', refresh(session), {}, url)).status).toBe(200);
  }
  const other = new FakeBrowser('https://chart.example.org');
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  clock += 1;
  expect((await browser.post('/broker/refresh', refresh(session), {}, url)).status).toBe(400);
  expect(browser.cookies.size).toBe(0);
  clock = start + 119 * minute;
  const shorter = await app(key, { sessionHours: 1 });
  expect((await other.post('/broker/refresh', refresh(session), {}, shorter.url)).status).toBe(400);
});

test.each([
  [{ refresh_expires_in: 60 }, 61_000],
  [{ refresh_expires_in: ' 60 ' }, 61_000],
  [{ expires_in: '60' }, 16 * minute + 1],
  [{ expires_in: undefined }, 75 * minute + 1],
  [{ expires_in: 1e12 }, 12 * 60 * minute + 1],
])("the sign-in server's own words count: %j", async (members, over) => {
  identity.play = answering(tokens(members));
  const { url } = await app(newKey());
  const browser = browserOf();
  const session = newSession();
  await browser.post('/broker/token', exchange(session), {}, url);
  const kept = new Map(browser.cookies);
  clock = start + over;
  expect((await browser.post('/broker/refresh', refresh(session), {}, url)).status).toBe(400);
  expect(identity.received).toHaveLength(1);
  for (const [name, value] of kept) browser.cookies.set(name, value);
  clock = start + over - 2_000;
  expect((await browser.post('/broker/refresh', refresh(session), {}, url)).status).toBe(200);
});

test('within 48 hours of its issue: a refresh token is exchanged until then, and not sent after', async () => {
  const hour = 60 * minute;
  identity.play = rotating();
  const rules = { refreshWithinHours: 48, sessionHours: 1000, idleMinutes: 480 };
  const key = newKey();
  const { url } = await app(key, rules);
  const browser = browserOf();
  const session = newSession();
  // An access token that lives for a month: the idle limit does not come first.
  const play = identity.play;
  identity.play = (received, response) => {
    const end = response.end.bind(response);
    response.end = ((text: string) => end(text.replace('"expires_in":300', '"expires_in":2600000'))) as never;
    play(received, response);
  };
  await browser.post('/broker/token', exchange(session), {}, url);
  clock += 48 * hour;
  const renewed = await browser.post('/broker/refresh', refresh(session), {}, url);
  expect([renewed.status, renewed.json['sign_in_again_in']]).toEqual([200, undefined]);
  clock += 48 * hour;
  expect((await browser.post('/broker/refresh', refresh(session), {}, url)).status, 'the new one').toBe(200);
  clock += 24 * hour + 1;
  const shorter = await app(key, { ...rules, refreshWithinHours: 24 });
  const other = browserOf();
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  expect((await other.post('/broker/refresh', refresh(session), {}, shorter.url)).status).toBe(400);
  clock += 24 * hour;
  expect((await browser.post('/broker/refresh', refresh(session), {}, url)).json).toEqual({
    error: 'invalid_grant',
  });
  expect(browser.cookies.size).toBe(0);
  expect(identity.received, 'nothing was sent too late').toHaveLength(3);
});

test.each([undefined, 'refresh-token-number-1'])(
  'a server that gives no other refresh token (%j): the page is told by when to sign in again',
  async (refresh_token) => {
    const hour = 60 * minute;
    identity.play = answering(tokens({ expires_in: 2_600_000 }));
    const { url } = await app(newKey(), { refreshWithinHours: 48, sessionHours: 1000 });
    const browser = browserOf();
    const session = newSession();
    const opened = await browser.post('/broker/token', exchange(session), {}, url);
    expect(opened.json['sign_in_again_in'], 'it may be renewed yet').toBeUndefined();
    identity.play = answering(tokens({ refresh_token, sign_in_again_in: 1 }));
    clock += 40 * hour;
    const renewed = await browser.post('/broker/refresh', refresh(session), {}, url);
    expect(renewed.json['sign_in_again_in']).toBe(8 * 3600);
    clock += 10 * minute;
    const again = await browser.post('/broker/refresh', refresh(session), {}, url);
    expect(again.json['sign_in_again_in']).toBe(8 * 3600 - 600);
  },
);

test('no session, a session of another system, and one that was signed out are refused without asking anybody', async () => {
  const { url } = await app(newKey(), {}, { id: 'portal' });
  const browser = browserOf();
  const session = newSession();
  expect((await browser.post('/broker/refresh', refresh(session), {}, url)).json).toEqual({
    error: 'invalid_grant',
  });
  await browser.post('/broker/token', exchange(session), {}, url);
  expect((await browser.post('/broker/refresh', { system: 'portal', session }, {}, url)).status).toBe(400);
  await browser.post('/broker/token', exchange(session), {}, url);
  await browser.post('/broker/revoke', refresh(session), {}, url);
  expect((await browser.post('/broker/refresh', refresh(session), {}, url)).status).toBe(400);
  expect(identity.received.map(({ path }) => path)).toEqual(['/token', '/token', '/revoke']);
});

test('without a refresh token there is no cookie, and signing out revokes the access token', async () => {
  identity.play = answering(tokens({ refresh_token: undefined }));
  const { url } = await app(newKey());
  const browser = browserOf();
  const session = newSession();
  expect((await browser.post('/broker/token', exchange(session), {}, url)).status).toBe(200);
  expect(browser.cookies.size).toBe(0);
  const other = await browser.post('/broker/token', exchange(newSession()), {}, url);
  expect(other.json['sign_in_again_in'], 'all there is is the access token').toBe(300);
  identity.received.splice(1);
  await browser.post('/broker/revoke', { ...refresh(session), token: 'access-1' }, {}, url);
  const { form } = identity.received[1]!;
  expect([form.get('token'), form.get('token_type_hint')]).toEqual(['access-1', 'access_token']);
  expect((await browser.post('/broker/revoke', refresh(session), {}, url)).status, 'nothing to revoke').toBe(
    204,
  );
  expect(identity.received).toHaveLength(2);
});

test('signing out works whatever the access token looks like', async () => {
  const { url } = await app(newKey());
  const browser = browserOf();
  const session = newSession();
  for (const token of ['access-1', '\u0000', '', 7, 'x'.repeat(8_001 - 200)]) {
    await browser.post('/broker/token', exchange(session), {}, url);
    const answer = await browser.post('/broker/revoke', { ...refresh(session), token }, {}, url);
    expect([answer.status, browser.cookies.size]).toEqual([204, 0]);
    expect(identity.received.at(-1)?.form.get('token')).toBe('refresh-token-number-1');
  }
});

test('a sign-in server without revocation: the session is forgotten here', async () => {
  const { endpoints } = brokered(identity.url);
  const { url } = await app(newKey(), { endpoints: { ...endpoints!, revocation: undefined } });
  const browser = browserOf();
  const session = newSession();
  await browser.post('/broker/token', exchange(session), {}, url);
  expect((await browser.post('/broker/revoke', refresh(session), {}, url)).status).toBe(204);
  expect([browser.cookies.size, identity.received.length]).toEqual([0, 1]);
});

test.each([4, 8])('refresh tokens of 3 KB, %i sessions: every request gets through', async (count) => {
  identity.play = rotating(3000);
  const { url } = await app(newKey());
  const browser = browserOf();
  const sessions = Array.from({ length: count }, newSession);
  for (const session of sessions) {
    expect((await browser.post('/broker/token', exchange(session), {}, url)).status).toBe(200);
  }
  expect(browser.cookies.size).toBe(2 * count);
  const header = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  expect(header.length).toBeGreaterThan(count * 4000);
  for (const session of sessions) {
    expect((await browser.post('/broker/refresh', refresh(session), {}, url)).status).toBe(200);
  }
  expect((await browser.send(url, '/chart', {})).status, 'the page too').toBe(200);
});

test('200 renewals at once: none is lost, none is mixed up', async () => {
  identity.play = rotating(1000);
  const key = newKey();
  const both = [await app(key), await app(key)];
  const people = Array.from({ length: 200 }, () => ({ browser: browserOf(), session: newSession() }));
  const round = (path: string, body: (session: string) => unknown) =>
    Promise.all(
      people.map(({ browser, session }, index) =>
        browser.post(path, body(session), {}, both[index % 2]!.url),
      ),
    );
  const opened = await round('/broker/token', exchange);
  const renewed = await round('/broker/refresh', refresh);
  for (const answers of [opened, renewed]) {
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
    expect(new Set(answers.map(({ json }) => json['access_token'])).size).toBe(200);
  }
  expect(identity.received).toHaveLength(400);
});

test('a stop lets what is under way end: the answer and its cookie arrive', async () => {
  const { url, server } = await app(newKey());
  const browser = browserOf();
  const session = newSession();
  let reached = (): void => undefined;
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (reached = done));
  identity.play = (received, response) => {
    release = () => answering(tokens())(received, response);
    reached();
  };
  const answer = browser.post('/broker/token', exchange(session), {}, url);
  await held;
  const stop = stopServer(server);
  await expect(browserOf().post('/broker/refresh', refresh(session), {}, url)).rejects.toThrow(
    'ECONNREFUSED',
  );
  release();
  expect((await answer).status).toBe(200);
  expect(browser.cookies.size).toBe(1);
  await stop;
});

test('a stop does not wait for ever', async () => {
  const { url, server } = await app(newKey());
  let reached = (): void => undefined;
  const held = new Promise<void>((done) => (reached = done));
  identity.play = () => reached();
  const outcome = browserOf()
    .post('/broker/token', exchange(newSession()), {}, url)
    .then(
      () => 'answered',
      () => 'cut',
    );
  await held;
  await stopServer(server, 10);
  expect(await outcome).toBe('cut');
});

test('more than an address may ask: 429 with the time to wait, and nobody is asked', async () => {
  const limited = await brokerApp(
    [brokered(identity.url)],
    { ...secret, CHARTSIDE_COOKIE_KEYS: newKey() },
    { now: () => clock, origin: 'https://chart.example.org', requestsPerMinute: 3 },
  );
  apps.push(limited);
  const browser = browserOf();
  const session = newSession();
  await browser.post('/broker/token', exchange(session), {}, limited.url);
  await browser.post('/broker/elsewhere', {}, {}, limited.url);
  await browser.post('/broker/token', {}, { method: 'GET', body: undefined }, limited.url);
  const answer = await browser.post('/broker/refresh', refresh(session), {}, limited.url);
  expect([answer.status, answer.text, answer.headers['retry-after']]).toEqual([
    429,
    '{"error":"too_many_requests"}',
    '20',
  ]);
  expect([identity.received.length, browser.cookies.size]).toEqual([1, 1]);
  expect((await browser.send(limited.url, '/healthz', {})).status, 'health is not counted').toBe(200);
  clock += 20_000;
  expect((await browser.post('/broker/refresh', refresh(session), {}, limited.url)).status).toBe(200);
});

test('a ninth session ends the one longest unused, in the browser too', async () => {
  const { url } = await app(newKey());
  const browser = browserOf();
  const sessions = Array.from({ length: 9 }, newSession);
  for (const session of sessions) {
    clock += 1000;
    await browser.post('/broker/token', exchange(session), {}, url);
  }
  expect(browser.cookies.size).toBe(8);
  const answers = await Promise.all(
    sessions.map((session) => browser.post('/broker/refresh', refresh(session), {}, url)),
  );
  expect(answers.map(({ status }) => status)).toEqual([400, 200, 200, 200, 200, 200, 200, 200, 200]);
});
