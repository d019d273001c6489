import type { System } from './registry.ts';
import type { Members } from './token-response.ts';

/** Until when tokens are used as they are, in milliseconds since 1970 by this machine's clock; undefined: not named. */
export interface TokenLife {
  /** The access token's end as it was named. */
  readonly endsAt: number | undefined;
  /** The access token is renewed from here on, when one is wanted. */
  readonly renewAt: number | undefined;
  /** The refresh token will not be taken for much longer: it is renewed from here on, wanted or not. */
  readonly keepBy: number | undefined;
  /** The refresh token is taken until then. */
  readonly refreshEndsAt?: number | undefined;
  /** No renewal carries the sign-in past this: there is no refresh token, or renewing does not bring another. */
  readonly lastsUntil?: number | undefined;
  /** By how much, in milliseconds, this server has ended a token sooner than it said (`earlier`). */
  readonly early?: number;
}

type Rules = Pick<System, 'clientAuthentication' | 'refreshWithinHours'>;

/** What the session had before a renewal. */
interface Before {
  readonly early?: number | undefined;
  readonly held?: { readonly refresh: string | undefined; readonly refreshEndsAt?: number | undefined };
}

/**
 * The lives that an answer names, counted from the moment its request left: whenever the server's clock began to
 * count, it was not before that. So neither a slow answer, nor a machine that slept over it, nor the difference
 * between the two clocks makes a token look younger than it is. (The answer's `Date` would say no more: a browser does
 * not show it across origins.) What else the server's clock has to tell, it tells by refusing a token before its end
 * (`early`). `refresh_expires_in` 0 is Keycloak's "for ever"; a system's own rule (`refreshWithinHours`) counts beside it.
 */
export function lifeOf(members: Members, askedAt: number, system: Rules, before: Before = {}): TokenLife {
  const { early, held } = before;
  const at = (seconds: number | undefined): number | undefined =>
    seconds === undefined ? undefined : askedAt + seconds * 1000;
  const life = secondsOf(members['expires_in']);
  const said = secondsOf(members['refresh_expires_in']);
  const isBrokered = system.clientAuthentication === 'broker';
  const sent = members['refresh_token'];
  const isSame = !isBrokered && held?.refresh !== undefined && (sent ?? held.refresh) === held.refresh;
  const hours = isSame ? undefined : system.refreshWithinHours;
  const refreshEndsAt = earliest(
    at(said),
    hours && askedAt + hours * hour,
    isSame ? held.refreshEndsAt : undefined,
  );
  // Only the broker sees the refresh token; it says where there is none, or no other.
  const lastsUntil = isBrokered
    ? at(secondsOf(members['sign_in_again_in']))
    : isSame
      ? refreshEndsAt
      : sent === undefined
        ? at(life)
        : undefined;
  return {
    endsAt: at(life),
    renewAt: nearEnd(life, askedAt, early ?? 0),
    keepBy:
      lastsUntil === undefined
        ? // An hour ahead, since days of a tab left open end in a machine that sleeps.
          earliest(
            nearEnd(said, askedAt, 0),
            hours && askedAt + hours * hour - Math.min(hour, (hours * hour) / 4),
          )
        : undefined,
    refreshEndsAt,
    lastsUntil,
    ...(early !== undefined && { early }),
  };
}

const hour = 3_600_000;

/** The earliest of the times that are known. */
export function earliest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** What is known of a server's clock when it has refused a token at `now`: it may have refused one sooner before. */
export function earlier({ endsAt, early }: TokenLife, now: number): number | undefined {
  return endsAt === undefined || endsAt <= now ? early : Math.max(early ?? 0, endsAt - now);
}

function secondsOf(life: unknown): number | undefined {
  const seconds = typeof life === 'string' ? Number(life) : life;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

/**
 * A minute before the end, so that the slowest request still ends in time; the last quarter of a life too short for
 * that. Sooner at a server that ends tokens early, but a clock that was set wrong must not wear out the server: half of
 * a life is used in any case.
 */
function nearEnd(seconds: number | undefined, askedAt: number, early: number): number | undefined {
  if (seconds === undefined) return undefined;
  const margin = Math.min(Math.min(60_000, seconds * 250) + early, seconds * 500);
  return askedAt + seconds * 1000 - margin;
}
