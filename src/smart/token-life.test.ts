import { expect, test } from 'vitest';
import { fakeSystem } from './fake-browser.ts';
import { lifeOf } from './token-life.ts';

const system = fakeSystem();
const brokered = fakeSystem({ clientAuthentication: 'broker', broker: { authentication: 'query' } });
const withinTwoDays = { ...system, refreshWithinHours: 48 };
const hour = 3_600_000;
const asked = Date.UTC(2026, 10, 23, 14, 0);

test.each([
  [300, 240],
  [60, 45],
  [20, 15],
  ['300', 240],
  [0, undefined],
  [undefined, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  ['soon', undefined],
  [true, undefined],
])('@threat-16 a life of %j seconds is used for %j of them', (life, seconds) => {
  const until = seconds === undefined ? undefined : asked + seconds * 1000;
  const members = { expires_in: life, refresh_expires_in: life, refresh_token: 'r' };
  expect(lifeOf(members, asked, system)).toEqual({
    endsAt: seconds === undefined ? undefined : asked + Number(life) * 1000,
    renewAt: until,
    keepBy: until,
    refreshEndsAt: seconds === undefined ? undefined : asked + Number(life) * 1000,
  });
});

test('@threat-22 refresh_expires_in 0 is no end, beside an access token that has one', () => {
  expect(lifeOf({ expires_in: 300, refresh_expires_in: 0, refresh_token: 'r' }, asked, system)).toEqual({
    endsAt: asked + 300_000,
    renewAt: asked + 240_000,
    keepBy: undefined,
  });
});

test.each([
  ['no word of the server', undefined, 47 * hour],
  ['a word that is further', 72 * 3600, 47 * hour],
  ['a word that is nearer', 3600, 59 * 60_000],
])('@threat-16 within 48 hours of issue, with %s', (_what, said, kept) => {
  const life = lifeOf({ refresh_token: 'r', refresh_expires_in: said }, asked, withinTwoDays);
  expect(life.keepBy).toBe(asked + kept);
  expect(life.lastsUntil).toBeUndefined();
});

test('without a refresh token the access token is all there is', () => {
  expect(lifeOf({ expires_in: 3600 }, asked, withinTwoDays)).toMatchObject({ lastsUntil: asked + hour });
});

test('a renewal that brings no other refresh token changes nothing about its end, but for a nearer word', () => {
  const held = { refresh: 'r', refreshEndsAt: asked + 2 * hour };
  for (const refresh_token of [undefined, 'r']) {
    const life = lifeOf({ expires_in: 300, refresh_token }, asked, withinTwoDays, { held });
    expect([life.lastsUntil, life.keepBy]).toEqual([asked + 2 * hour, undefined]);
  }
  const nearer = lifeOf({ refresh_expires_in: 3600 }, asked, withinTwoDays, { held });
  expect(nearer.lastsUntil).toBe(asked + hour);
  const other = lifeOf({ refresh_token: 'other' }, asked, withinTwoDays, { held });
  expect([other.lastsUntil, other.refreshEndsAt]).toEqual([undefined, asked + 48 * hour]);
});

test('of the broker’s refresh token only what the broker says is known', () => {
  expect(lifeOf({ expires_in: 300 }, asked, brokered).lastsUntil).toBeUndefined();
  expect(lifeOf({ expires_in: 300, sign_in_again_in: 90 }, asked, brokered).lastsUntil).toBe(asked + 90_000);
  // A sign-in server has no say in that.
  expect(lifeOf({ refresh_token: 'r', sign_in_again_in: 90 }, asked, system).lastsUntil).toBeUndefined();
});
