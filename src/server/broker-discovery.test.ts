/** A brokered system whose sign-in server is found by asking the system: over real HTTP, with a clock that is set. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { System } from '#smart/registry.ts';
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

const minute = 60_000;
const document = '/fhir/r4/.well-known/smart-configuration';
let identity: Awaited<ReturnType<typeof fakeIdentity>>;
let clock: number;
let app: FakeApp | undefined;
/** What the system says of its sign-in server. */
let discovered: Play;

/** The system and its sign-in server in one: the document by GET, the rest by POST. */
const both: Play = (received, response) =>
  received.path === document ? discovered(received, response) : answering(tokens())(received, response);

const saying = (changes: Record<string, unknown> = {}): Play =>
  answering({
    issuer: identity.url,
    authorization_endpoint: `${identity.url}/authorize`,
    token_endpoint: `${identity.url}/token`,
    revocation_endpoint: `${identity.url}/revoke`,
    ...changes,
  });

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 5, 8);
  identity = await fakeIdentity();
  identity.play = both;
  discovered = saying();
});
afterEach(async () => {
  await Promise.all([app?.stop(), identity.stop()]);
});

/** @param upstreamTimeout milliseconds: room for a busy machine, but where nothing answers. */
async function started(changes: Partial<System> = {}, upstreamTimeout = 15_000): Promise<FakeBrowser> {
  app = await brokerApp(
    [brokered('', { fhirBase: `${identity.url}/fhir/r4`, endpoints: undefined, ...changes })],
    { CHARTSIDE_COOKIE_KEYS: newKey(), CHARTSIDE_OFFICE_CLIENT_SECRET: 'secret' },
    { now: () => clock, upstreamTimeout },
  );
  return new FakeBrowser(app.url);
}

const session = newSession();
const exchange = { system: 'office', session, code: 'c', verifier };
const asked = (): readonly string[] => identity.received.map(({ path }) => path);
const outcomes = (): readonly unknown[] =>
  (app?.log ?? []).map((line) => (JSON.parse(line) as { outcome: unknown }).outcome);

test('the system is asked once, without secret or cookie, and believed for an hour', async () => {
  const browser = await started();
  expect((await browser.post('/broker/token', exchange)).status).toBe(200);
  expect((await browser.post('/broker/refresh', exchange)).status).toBe(200);
  expect(asked()).toEqual([document, '/token', '/token']);
  const [first] = identity.received;
  expect(first?.headers).toMatchObject({ accept: 'application/json' });
  expect([first?.headers['authorization'], first?.headers['cookie'], first?.body]).toEqual([
    undefined,
    undefined,
    '',
  ]);
  clock += 59 * minute;
  await browser.post('/broker/token', exchange);
  clock += minute;
  await browser.post('/broker/token', exchange);
  expect(asked().filter((path) => path === document)).toHaveLength(2);
  clock -= 3 * 60 * minute;
  await browser.post('/broker/token', exchange);
  expect(
    asked().filter((path) => path === document),
    'a clock set back makes nothing younger',
  ).toHaveLength(3);
});

test('many at once ask once', async () => {
  const browser = await started();
  await Promise.all(
    Array.from({ length: 20 }, () => browser.post('/broker/token', { ...exchange, session: newSession() })),
  );
  expect(asked().filter((path) => path === document)).toHaveLength(1);
});

test.each<[string, () => Play, string]>([
  ['another host', () => saying({ token_endpoint: 'https://evil.example/token' }), 'refused'],
  ['plain http', () => saying({ token_endpoint: 'http://fhir.example.org/token' }), 'refused'],
  ['a user in the address', () => saying({ token_endpoint: identity.url.replace('//', '//u@') }), 'refused'],
  ['a script', () => saying({ authorization_endpoint: 'javascript:alert(1)' }), 'refused'],
  ['no token address', () => saying({ token_endpoint: undefined }), 'refused'],
  ['a foreign revocation', () => saying({ revocation_endpoint: 'https://evil.example/r' }), 'refused'],
  ['a page', () => answering('<!doctype html>'), 'refused'],
  ['a list', () => answering([]), 'refused'],
  ['five megabytes', () => saying({ pad: 'x'.repeat(5_000_000) }), 'refused'],
  ['nothing there', () => answering({}, 404), 'refused'],
  ['another address', () => answering('', 302, { Location: `${identity.url}/elsewhere` }), 'unreachable'],
  ['a fault of its own', () => answering({}, 503), 'unreachable'],
  ['silence', () => () => undefined, 'unreachable'],
])('@threat-2 %s: no secret goes anywhere, and the next request asks again', async (what, play, word) => {
  const browser = await started({}, what === 'silence' ? 1_500 : 15_000);
  discovered = play();
  const answer = await browser.post('/broker/token', exchange);
  expect([answer.status, answer.json]).toEqual([
    502,
    { error: word === 'refused' ? 'upstream_broken' : 'upstream_unreachable' },
  ]);
  expect(asked()).toEqual([document]);
  discovered = saying();
  expect((await browser.post('/broker/token', exchange)).status).toBe(200);
  expect(outcomes()).toEqual([`discovery-${word}`, 'exchanged']);
});

test('a sign-in server that is no more where it was is looked for again', async () => {
  const browser = await started();
  await browser.post('/broker/token', exchange);
  identity.play = (received, response) =>
    received.path === '/moved'
      ? answering(tokens())(received, response)
      : received.path === document
        ? saying({ token_endpoint: `${identity.url}/moved` })(received, response)
        : answering('gone', 404)(received, response);
  expect((await browser.post('/broker/token', exchange)).status).toBe(502);
  expect((await browser.post('/broker/token', exchange)).status).toBe(200);
  expect(asked().slice(2)).toEqual(['/token', document, '/moved']);
});

test('signing out works while the system does not say where its sign-in server is', async () => {
  const browser = await started();
  await browser.post('/broker/token', exchange);
  expect(browser.cookies.size).toBe(1);
  clock += 61 * minute;
  discovered = answering({}, 503);
  expect((await browser.post('/broker/revoke', { system: 'office', session })).status).toBe(204);
  expect([browser.cookies.size, outcomes().at(-1)]).toEqual([0, 'forgotten']);
});
