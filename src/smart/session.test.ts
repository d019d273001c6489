import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser, fakeIdToken, fakeStorage, fakeSystem, json, type FakeBrowser } from './fake-browser.ts';
import type { SessionEnd } from './failure.ts';
import { answer, grants, open, opened, recordOf, revoked, system, twoTabs } from './fake-session.ts';
import { openSession } from './open-session.ts';
import { endRetired } from './retired-session.ts';
import { readRecord, writeRecord } from './session-record.ts';
import { retireRecord } from './session-keys.ts';

afterEach(() => {
  for (const session of opened.splice(0)) session.leave();
});

test('a good token is used as it is; one that is about to run out is renewed first', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  expect(await session.accessToken()).toBe('a0');
  browser.time += 239_000;
  expect(await session.accessToken()).toBe('a0');
  browser.time += 2_000;
  browser.answer(answer(1));
  expect(await session.accessToken()).toBe('a1');
  expect(Object.fromEntries(browser.requests[0]!.form)).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'r0',
    client_id: 'chartside-test',
  });
  expect(readRecord(browser)?.tokens).toEqual({
    access: 'a1',
    refresh: 'r1',
    endsAt: browser.time + 300_000,
    renewAt: browser.time + 240_000,
    turn: 1,
  });
});

// Security check 16.
test('@threat-16 ten refused requests at once make one renewal', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(answer(1));
  const tokens = await Promise.all(Array.from({ length: 10 }, () => session.renew('a0')));
  expect(new Set(tokens)).toEqual(new Set(['a1']));
  expect(grants(browser)).toEqual(['r0']);
  // A late answer to the old token asks for nothing more.
  expect(await session.renew('a0')).toBe('a1');
  expect(grants(browser)).toHaveLength(1);
});

test('@threat-16 a request that is called off while it waits for the renewal takes it from nobody', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  let arrive = (_response: Response): void => {};
  browser.answer(() => new Promise<Response>((resolve) => (arrive = resolve)));
  const calledOff = new AbortController();
  const gone = new Promise<never>((_, reject) =>
    calledOff.signal.addEventListener('abort', () => reject(new Error('called off'))),
  );
  const first = Promise.race([session.renew('a0'), gone]);
  const others = Array.from({ length: 3 }, () => session.renew('a0'));
  await vi.waitFor(() => expect(grants(browser)).toHaveLength(1), { timeout: 20_000 });
  calledOff.abort();
  await expect(first).rejects.toThrow('called off');
  // The request for the renewal belongs to none of them: only its own time-out may end it.
  expect(browser.requests[0]?.init.signal?.aborted).toBe(false);
  arrive(answer(1));
  expect(await Promise.all(others)).toEqual(['a1', 'a1', 'a1']);
  expect(session.ends).toEqual([]);
});

test('@threat-16 with rotation every refresh token is used once', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(answer(1), answer(2), answer(3));
  for (const refused of ['a0', 'a1', 'a2']) await session.renew(refused);
  expect(grants(browser)).toEqual(['r0', 'r1', 'r2']);
});

test('a server that does not rotate keeps its refresh token', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(json({ access_token: 'a1', token_type: 'bearer', expires_in: '300' }), answer(2));
  await session.renew('a0');
  await session.renew('a1');
  expect(grants(browser)).toEqual(['r0', 'r0']);
});

test.each([
  ['a broken server', new Response('', { status: 503 })],
  ['too many requests', json({ error: 'temporarily_unavailable' }, 429)],
  ['no answer', new TypeError('Failed to fetch')],
  ['no answer in time', new DOMException('', 'TimeoutError')],
  ["a proxy's page", new Response('<html>', { status: 407 })],
  ["a proxy's page that looks well", new Response('<html>')],
])('@threat-16 the session stands when the sign-in server has %s', async (_what, failed) => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(failed, answer(1));
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'unreachable' });
  expect(session.ends).toEqual([]);
  expect(readRecord(browser)?.tokens.refresh).toBe('r0');
  expect(await session.renew('a0')).toBe('a1');
});

test('@threat-16 while the sign-in server is silent, a token near its end is tried all the same', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.time += 290_000;
  browser.answer(new Response('', { status: 503 }));
  expect(await session.accessToken()).toBe('a0');
});

test.each([
  [
    'a used refresh token',
    json({ error: 'invalid_grant', error_description: 'Maximum allowed refresh token reuse exceeded' }, 400),
  ],
  ['a client no longer known', json({ error: 'invalid_client' }, 401)],
  [
    'an id_token for somebody else',
    answer(1, { id_token: fakeIdToken({ iss: 'https://evil.test', aud: 'x', sub: 'y', iat: 1, exp: 9e9 }) }),
  ],
])('@threat-16 %s ends the session, and nothing of it stays', async (_what, refusal) => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(refusal);
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect(session.ends).toEqual(['expired']);
  expect(browser.storage.length).toBe(0);
  await expect(session.accessToken()).rejects.toMatchObject({ kind: 'over' });
});

test('without a refresh token the first refusal ends the session, an early clock does not', async () => {
  const browser = fakeBrowser();
  const session = open(browser, recordOf(browser, { refresh: undefined }));
  browser.time += 10 * 3_600_000;
  expect(await session.accessToken()).toBe('a0');
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect(browser.requests).toEqual([]);
  expect(session.ends).toEqual(['expired']);
});

test.each([-600_000, 600_000])(
  '@threat-16 a clock that jumps by %d ms costs a renewal at most',
  async (jump) => {
    const browser = fakeBrowser();
    const session = open(browser);
    browser.answer(answer(1));
    browser.time += jump;
    expect(await session.accessToken()).toBe(jump < 0 ? 'a0' : 'a1');
    expect(await session.renew('a0')).toBe('a1');
    expect(grants(browser)).toEqual(['r0']);
  },
);

// Security check 15.
test('@threat-15 a renewal for another patient ends the session and revokes what it brought', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(answer(1, { patient: ' p2 ' }));
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect(session.ends).toEqual(['patient-changed']);
  expect(revoked(browser)).toEqual(['r1']);
  expect(browser.storage.length).toBe(0);
});

test('a renewal that repeats the patient, or leaves it out, goes on', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(answer(1, { patient: ' p1' }), answer(2));
  expect(await session.renew('a0')).toBe('a1');
  expect(await session.renew('a1')).toBe('a2');
  expect(session.patientId).toBe('p1');
});

test('signing out forgets at once, revokes, and an answer under way brings nothing back', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  let arrive = (_response: Response): void => {};
  browser.answer(() => new Promise<Response>((resolve) => (arrive = resolve)), new Response(null));
  const renewal = session.renew('a0');
  await vi.waitFor(() => expect(grants(browser)).toHaveLength(1), { timeout: 20_000 });
  const done = session.signOut();
  expect(browser.storage.length).toBe(0);
  expect(session.ends).toEqual(['signed-out']);
  arrive(answer(1));
  await expect(renewal).rejects.toMatchObject({ kind: 'over' });
  await done;
  expect(browser.storage.length).toBe(0);
  expect(new Set(revoked(browser))).toEqual(new Set(['r0', 'r1']));
});

test('signing out succeeds here even when the server cannot be told', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  await expect(session.signOut()).resolves.toBeUndefined();
  expect(browser.storage.length).toBe(0);
});

// Copied tabs.
test('@threat-16 a copied tab joins: what one renews, the other has', async () => {
  const { first, one, second, two } = await twoTabs();
  first.answer(answer(1));
  expect(await one.renew('a0')).toBe('a1');
  await vi.waitFor(() => expect(readRecord(second)?.tokens.access).toBe('a1'), { timeout: 20_000 });
  expect(await two.renew('a0')).toBe('a1');
  expect(second.requests).toEqual([]);
});

test('@threat-16 both refused at the same moment: one renewal between them', async () => {
  const { first, one, second, two } = await twoTabs();
  first.answer(answer(1));
  second.answer(answer(1));
  expect(await Promise.all([one.renew('a0'), two.renew('a0')])).toEqual(['a1', 'a1']);
  expect([...grants(first), ...grants(second)]).toEqual(['r0']);
});

test('@threat-16 a tab that slept through a renewal asks before it sends its old refresh token', async () => {
  const { first, one } = await twoTabs();
  const sleeper = first.copy();
  first.answer(answer(1));
  await one.renew('a0');
  const late = open(sleeper, readRecord(sleeper)!);
  sleeper.answer(json({ error: 'invalid_grant' }, 400));
  expect(await late.renew('a0')).toBe('a1');
  expect(sleeper.requests).toEqual([]);
});

test('a tab that never answers holds up a renewal only for a moment', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  const frozen = new Promise<void>(() => {});
  void navigator.locks.request(`chartside.tab.${session.id}`, { mode: 'shared' }, () => frozen);
  browser.answer(answer(1));
  expect(await session.renew('a0')).toBe('a1');
});

test('signing out in one tab ends the copies too', async () => {
  const { one, second, two } = await twoTabs();
  await one.signOut();
  await vi.waitFor(() => expect(two.ends).toEqual(['elsewhere']), { timeout: 20_000 });
  expect(second.storage.length).toBe(0);
});

test('a tab opened on its own shares nothing', async () => {
  const { first, one } = await twoTabs();
  const own = fakeBrowser();
  const other = open(own);
  first.answer(answer(1));
  await one.renew('a0');
  await one.signOut();
  expect(await other.accessToken()).toBe('a0');
  expect(other.ends).toEqual([]);
  expect(readRecord(own)?.id).not.toBe(one.id);
});

test('a new launch in a tab takes the old session out of reach, and revokes it when no copy lives on it', async () => {
  const browser = fakeBrowser();
  const record = recordOf(browser);
  writeRecord(browser, record);
  retireRecord(browser);
  expect(readRecord(browser)).toBeUndefined();
  browser.answer(new Response(null));
  await endRetired(browser, { systems: [system], defaultLaunch: undefined });
  expect(revoked(browser)).toEqual(['r0']);
  expect(browser.storage.length).toBe(0);
});

test('a new launch by the same client forgets the old session: revoking it could end the new one', async () => {
  const browser = fakeBrowser();
  writeRecord(browser, recordOf(browser));
  retireRecord(browser);
  const portal = { ...system, id: 'portal' };
  await endRetired(browser, { systems: [system], defaultLaunch: undefined }, portal);
  expect(browser.requests).toEqual([]);
  expect(browser.storage.length).toBe(0);
});

test('a new launch by another client, or at another server, revokes the old session', async () => {
  for (const other of [
    { clientId: 'other' },
    { endpoints: { ...system.endpoints!, token: 'https://elsewhere.example.org/token' } },
    { endpoints: undefined },
  ]) {
    const browser = fakeBrowser();
    writeRecord(browser, recordOf(browser));
    retireRecord(browser);
    browser.answer(new Response(null));
    const successor = { ...system, id: 'portal', ...other };
    await endRetired(browser, { systems: [system], defaultLaunch: undefined }, successor);
    expect(revoked(browser)).toEqual(['r0']);
  }
});

test('while a copied tab lives on the old session, it is not revoked', async () => {
  const { first, one, two } = await twoTabs();
  const launched = first.copy();
  one.leave(); // its page is gone: the tab went to /launch
  retireRecord(launched);
  await vi.waitFor(
    async () => {
      const { held = [] } = await navigator.locks.query();
      expect(held.filter(({ name }) => name === `chartside.tab.${one.id}`)).toHaveLength(1);
    },
    { timeout: 20_000 },
  );
  await endRetired(launched, { systems: [system], defaultLaunch: undefined });
  expect(launched.requests).toEqual([]);
  expect(await two.accessToken()).toBe('a0');
});

test('a record that is none of ours is no session', () => {
  const browser = fakeBrowser();
  for (const text of [
    '',
    'null',
    '[]',
    '{"id":"x"}',
    '{"id":"x","systemId":"office","scopes":[],"tokens":{}}',
  ]) {
    browser.storage.setItem('chartside.session', text);
    expect(readRecord(browser)).toBeUndefined();
  }
});

const brokered = fakeSystem({
  clientAuthentication: 'broker',
  broker: { authentication: 'basic' },
});
const noRefresh = { refresh: undefined } as const;
const askedOf = (browser: FakeBrowser) =>
  browser.requests.map(({ url, init }) => [
    url,
    init.credentials,
    JSON.parse(init.body as string) as Record<string, string>,
  ]);

test('a confidential client’s tokens come from our own origin, and none lies in the storage', async () => {
  const browser = fakeBrowser();
  const record = recordOf(browser, noRefresh);
  const session = openSession(browser, brokered, record);
  opened.push(session);
  expect(readRecord(browser)?.tokens.access).toBe('');
  browser.time += 300_000;
  browser.answer(answer(1, { refresh_token: undefined }));
  expect(await session.accessToken()).toBe('a1');
  expect(askedOf(browser)).toEqual([
    ['/broker/refresh', 'same-origin', { system: 'office', session: record.id }],
  ]);
  // With its quotes: two letters may stand in any random id.
  expect(browser.storage.getItem('chartside.session')).not.toContain('"a1"');
});

test('after a reload the first request renews, and a copied tab gets what its original has', async () => {
  const browser = fakeBrowser();
  const record = recordOf(browser, noRefresh);
  const first = openSession(browser, brokered, record);
  opened.push(first);
  // A copy knows what the storage says: no token. The original is asked, not the broker.
  const other = browser.copy();
  const copy = openSession(other, brokered, readRecord(other)!);
  opened.push(copy);
  expect(await copy.accessToken()).toBe('a0');
  expect(other.requests).toEqual([]);
  first.leave();
  copy.leave();
  // Nobody is left to ask.
  const later = browser.copy();
  writeRecord(later, { ...record, tokens: { ...record.tokens, access: '' } });
  later.answer(answer(1, { refresh_token: undefined }));
  const reloaded = openSession(later, brokered, readRecord(later)!);
  opened.push(reloaded);
  expect(await reloaded.accessToken()).toBe('a1');
});

test('what a launch by way of the broker replaces, the broker forgets', async () => {
  const browser = fakeBrowser();
  const record = recordOf(browser, noRefresh);
  writeRecord(browser, record);
  retireRecord(browser);
  browser.answer(new Response(null, { status: 204 }));
  await endRetired(browser, { systems: [brokered], defaultLaunch: undefined }, brokered);
  expect(browser.requests.map(({ url, init }) => [url, JSON.parse(init.body as string) as unknown])).toEqual([
    ['/broker/revoke', { system: brokered.id, session: record.id, replaced: 'yes' }],
  ]);
});

test('the broker’s refusal ends the session, its silence does not', async () => {
  const browser = fakeBrowser();
  const session = openSession(browser, brokered, recordOf(browser, noRefresh));
  opened.push(session);
  const ends: SessionEnd[] = [];
  session.onEnd((reason) => ends.push(reason));
  for (const silence of [json({ error: 'upstream_unreachable' }, 502), json({}, 429), new TypeError('x')]) {
    browser.answer(silence);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(session.renew('a0')).rejects.toThrow('unreachable');
  }
  expect(ends).toEqual([]);
  browser.answer(json({ error: 'invalid_grant' }, 400));
  await expect(session.renew('a0')).rejects.toThrow('over');
  expect(ends).toEqual(['expired']);
});

test('signing out goes by way of the broker, and outlives the page', async () => {
  const browser = fakeBrowser();
  const record = recordOf(browser, noRefresh);
  const session = openSession(browser, brokered, record);
  opened.push(session);
  browser.answer(new Response(null, { status: 204 }));
  await session.signOut();
  expect(askedOf(browser)).toEqual([
    ['/broker/revoke', 'same-origin', { system: 'office', session: record.id, token: 'a0' }],
  ]);
  expect(browser.requests[0]?.init.keepalive).toBe(true);
});

test('@threat-18 every end but leaving is remembered in this browser', async () => {
  const kept = fakeStorage();
  vi.stubGlobal('localStorage', kept);
  const signedOut = fakeBrowser();
  await open(signedOut).signOut();
  expect(kept.length).toBe(1);

  const refused = fakeBrowser();
  const session = open(refused);
  refused.answer(json({ error: 'invalid_grant' }, 400));
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect(kept.length).toBe(2);

  open(fakeBrowser()).leave();
  const retired = fakeBrowser();
  writeRecord(retired, recordOf(retired));
  retireRecord(retired);
  retired.answer(new Response(null));
  await endRetired(retired, { systems: [system], defaultLaunch: undefined });
  expect(kept.length).toBe(3);
  vi.unstubAllGlobals();
});

test('@threat-17 the revocation outlives the page that asked for it, and nothing else does', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(answer(1));
  await session.renew('a0');
  await session.signOut();
  expect(browser.requests.map(({ url, init }) => `${url.split('/').at(-1)} ${init.keepalive}`)).toEqual([
    'token false',
    'revoke true',
  ]);
});

test('@threat-16 a renewal that took its time counts from when it was asked for', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.time += 300_000;
  const asked = browser.time;
  browser.answer(async () => {
    browser.time += 400_000; // the machine slept
    return answer(1);
  }, answer(2));
  expect(await session.renew('a0')).toBe('a1');
  expect(readRecord(browser)?.tokens.renewAt).toBe(asked + 240_000);
  expect(await session.accessToken()).toBe('a2');
});

test('@threat-16 a refresh token that soon runs out is used before it does; one without an end is left in peace', async () => {
  const browser = fakeBrowser();
  const session = open(browser, recordOf(browser, { renewAt: undefined, keepBy: browser.time + 1000 }));
  browser.answer(answer(1, { expires_in: 3000, refresh_expires_in: 0 }));
  expect(await session.accessToken()).toBe('a0');
  browser.time += 1000;
  expect(await session.accessToken()).toBe('a1');
  expect(session.keepBy).toBeUndefined();
});

test('@threat-16 a refresh token that must be exchanged within 48 hours is, an hour ahead; the clock is set', async () => {
  const hour = 3_600_000;
  const enterprise = fakeSystem({ refreshWithinHours: 48, sessionHours: 200 });
  const browser = fakeBrowser();
  const session = openSession(
    browser,
    enterprise,
    recordOf(browser, { renewAt: undefined, keepBy: browser.time }),
  );
  opened.push(session);
  // Access tokens that outlive everything: only the rule asks for a renewal.
  browser.answer(answer(1, { expires_in: 720 * 3600 }), answer(2, { expires_in: 720 * 3600 }));
  expect(await session.accessToken()).toBe('a1');
  const renewed = browser.time;
  expect(session.keepBy).toBe(renewed + 47 * hour);
  browser.time = renewed + 47 * hour - 1;
  expect(await session.accessToken()).toBe('a1');
  browser.time = renewed + 47 * hour;
  expect(await session.accessToken()).toBe('a2');
  expect(grants(browser)).toEqual(['r0', 'r1']);
  expect(session.signInBy).toBe(session.openedAt + 200 * hour);
});

test('a renewal that brings no other refresh token leaves the end where it was: it is known by when to sign in again', async () => {
  const hour = 3_600_000;
  const enterprise = fakeSystem({ refreshWithinHours: 48, sessionHours: 200 });
  const browser = fakeBrowser();
  const begun = browser.time;
  const tokens = { renewAt: begun, refreshEndsAt: begun + 48 * hour };
  const session = openSession(browser, enterprise, recordOf(browser, tokens));
  opened.push(session);
  browser.answer(answer(1, { refresh_token: undefined }), answer(2, { refresh_token: 'r0' }));
  browser.time = begun + hour;
  expect(await session.accessToken()).toBe('a1');
  expect([session.signInBy, session.keepBy]).toEqual([begun + 48 * hour, undefined]);
  browser.time = begun + 2 * hour;
  expect(await session.accessToken()).toBe('a2');
  expect(session.signInBy, 'one that is sent again is no other').toBe(begun + 48 * hour);
});

test('what the FHIR server refused is kept as long as the session, and not into the next', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  session.refused.write(['Goal _revinclude']);
  expect(open(fakeBrowser(), readRecord(browser)).refused.read()).toEqual(['Goal _revinclude']);
  await session.end('signed-out');
  session.refused.write(['Device _revinclude']);
  expect(readRecord(browser)).toBeUndefined();
  expect(open(browser).refused.read()).toEqual([]);
});
