import { expect, test } from 'vitest';
import { lifeOf } from './token-life.ts';

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
  expect(lifeOf({ expires_in: life, refresh_expires_in: life }, asked)).toEqual({
    endsAt: seconds === undefined ? undefined : asked + Number(life) * 1000,
    renewAt: until,
    keepBy: until,
  });
});

test('@threat-22 refresh_expires_in 0 is no end, beside an access token that has one', () => {
  expect(lifeOf({ expires_in: 300, refresh_expires_in: 0 }, asked)).toEqual({
    endsAt: asked + 300_000,
    renewAt: asked + 240_000,
    keepBy: undefined,
  });
});
