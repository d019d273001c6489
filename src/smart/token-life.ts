import type { Members } from './token-response.ts';

/** Until when tokens are used as they are, in milliseconds since 1970 by this machine's clock; undefined: not named. */
export interface TokenLife {
  /** The access token is renewed from here on, when one is wanted. */
  readonly renewAt: number | undefined;
  /** The refresh token will not be taken for much longer: it is renewed from here on, wanted or not. */
  readonly keepBy: number | undefined;
}

/**
 * The lives that an answer names, counted from the moment its request left: whenever the server's clock began to
 * count, it was not before that. So neither a slow answer, nor a machine that slept over it, nor the difference
 * between the two clocks makes a token look younger than it is. (The answer's `Date` would say no more: a browser does
 * not show it across origins.) `refresh_expires_in` 0 is Keycloak's "for ever".
 */
export function lifeOf(members: Members, askedAt: number): TokenLife {
  return {
    renewAt: nearEnd(members['expires_in'], askedAt),
    keepBy: nearEnd(members['refresh_expires_in'], askedAt),
  };
}

/** A minute before the end, so that the slowest request still ends in time; the last quarter of a life too short for that. */
function nearEnd(life: unknown, askedAt: number): number | undefined {
  const seconds = typeof life === 'string' ? Number(life) : life;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return undefined;
  return askedAt + seconds * 1000 - Math.min(60_000, seconds * 250);
}
