/** Renewals that got no answer, tokens that end early, and whose sign-in it is that was renewed. */
import { afterEach, expect, test, vi } from 'vitest';
import { cutOff, fakeBrowser, fakeIdToken, type FakeBrowser } from './fake-browser.ts';
import { answer, grants, heard, open, opened, recordOf, revoked, system, twoTabs } from './fake-session.ts';
import { pauseAfterSilence } from './open-session.ts';
import { challengeOf } from './pkce.ts';
import { readRecord } from './session-record.ts';

afterEach(() => {
  vi.useRealTimers();
  for (const session of opened.splice(0)) session.leave();
});

const silence = () => new Response('', { status: 503 });

test('@threat-16 after a renewal without an answer there is a pause, for the answer may be what was lost', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.time += 250_000;
  browser.answer(silence(), answer(1));
  for (let request = 0; request < 5; request += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one request after the other
    expect(await session.accessToken()).toBe('a0');
  }
  expect(grants(browser)).toEqual(['r0']);
  browser.time += pauseAfterSilence - 1;
  expect(await session.accessToken()).toBe('a0');
  browser.time += 1;
  expect(await session.accessToken()).toBe('a1');
  expect(grants(browser)).toEqual(['r0', 'r0']);
});

test('@threat-16 the pause does not hold up a token that is refused, nor one that has run out', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.time += 250_000;
  browser.answer(silence(), answer(1), silence(), answer(2));
  expect(await session.accessToken()).toBe('a0');
  expect(await session.renew('a0')).toBe('a1');
  browser.time += 295_000;
  expect(await session.accessToken()).toBe('a1');
  browser.time += 5_000;
  expect(await session.accessToken()).toBe('a2');
});

test('@threat-16 a clock that is set back does not lengthen the pause', async () => {
  const browser = fakeBrowser();
  const session = open(browser, recordOf(browser, { renewAt: browser.time - 700_000 }));
  browser.answer(silence(), answer(1));
  expect(await session.accessToken()).toBe('a0');
  browser.time -= 600_000;
  expect(await session.accessToken()).toBe('a1');
});

test('@threat-16 the pause is that of all tabs of the session', async () => {
  const { first, one, second, two } = await twoTabs();
  first.answer(silence(), answer(1));
  second.answer(answer(1));
  first.time += 250_000;
  second.time += 250_000;
  expect(await one.accessToken()).toBe('a0');
  await heard(one, two);
  expect(await two.accessToken()).toBe('a0');
  expect([grants(first), grants(second)]).toEqual([['r0'], []]);
});

test('@threat-16 a token that is refused before its end widens the margin for those that follow', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.time += 210_000;
  browser.answer(answer(1), answer(2), answer(3));
  expect(await session.renew('a0')).toBe('a1');
  // The first was refused 90 seconds early: that, and the minute.
  expect(readRecord(browser)?.tokens.renewAt).toBe(browser.time + 150_000);
  browser.time += 150_000;
  expect(await session.accessToken()).toBe('a2');
  expect(readRecord(browser)?.tokens.renewAt).toBe(browser.time + 150_000);
  // However wrong a clock is, half of a life is used.
  browser.time += 1000;
  expect(await session.renew('a2')).toBe('a3');
  expect(readRecord(browser)?.tokens.renewAt).toBe(browser.time + 150_000);
});

test('a token that is refused after its end says nothing about the server’s clock', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.time += 301_000;
  browser.answer(answer(1));
  expect(await session.renew('a0')).toBe('a1');
  expect(readRecord(browser)?.tokens.renewAt).toBe(browser.time + 240_000);
});

async function signedInAs(browser: FakeBrowser, sub: string) {
  return open(browser, { ...recordOf(browser), identity: await challengeOf(sub) });
}
const idToken = (changed: Record<string, unknown> = {}) => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: system.endpoints!.issuer, aud: system.clientId, sub: 'u1', iat: now, exp: now + 300 };
  return fakeIdToken({ ...claims, ...changed });
};

test.each([-40, 40])(
  '@threat-16 a clock that is %d minutes off at a renewal refuses no id_token',
  async (minutes) => {
    const browser = fakeBrowser();
    const session = await signedInAs(browser, 'u1');
    browser.answer(answer(1, { id_token: idToken() }));
    vi.useFakeTimers({ now: Date.now() + minutes * 60_000, toFake: ['Date'] });
    expect(await session.renew('a0')).toBe('a1');
  },
);

test('@threat-15 a renewal for another person’s sign-in ends the session and revokes what it brought', async () => {
  const browser = fakeBrowser();
  const session = await signedInAs(browser, 'u1');
  browser.answer(answer(1, { id_token: idToken({ sub: 'u2' }) }));
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect(session.ends).toEqual(['person-changed']);
  expect(revoked(browser)).toEqual(['r1']);
  expect(browser.storage.length).toBe(0);
});

test.each([
  ['another issuer', { iss: 'https://evil.test' }],
  ['another client', { aud: 'someone-else' }],
])('@threat-15 a renewal with an id_token of %s ends the session', async (_what, changed) => {
  const browser = fakeBrowser();
  const session = await signedInAs(browser, 'u1');
  browser.answer(answer(1, { id_token: idToken(changed) }));
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'over' });
  expect(session.ends).toEqual(['expired']);
});

test('@threat-16 an answer that is cut off in the middle is none: the session stands', async () => {
  const browser = fakeBrowser();
  const session = open(browser);
  browser.answer(cutOff, answer(1));
  await expect(session.renew('a0')).rejects.toMatchObject({ kind: 'unreachable' });
  expect(session.ends).toEqual([]);
  expect(await session.renew('a0')).toBe('a1');
});
