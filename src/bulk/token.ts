/** Access tokens by SMART Backend Services: a signed assertion, no person (SMART App Launch 2.2 "Backend Services"). */
import { readRetryAfter } from '#fhir/failure.ts';
import type { AssertionKeys } from '#smart/client-assertion.ts';
import { clientAssertion } from '#smart/client-assertion.ts';
import type { BulkServer } from './bulk-config.ts';
import { deadline } from './deadline.ts';
import { BulkError } from './failure.ts';
import { jsonObject, readBounded } from './read-bounded.ts';

export interface TokenSource {
  /** A token that is good for a minute more at least, or for half its life. Rejects with `BulkError`. */
  token(): Promise<string>;
  /** A new one in the place of one that the server refused. */
  renew(refused: string): Promise<string>;
}

interface Held {
  readonly token: string;
  /** Milliseconds since 1970: until then it is begun with. */
  readonly until: number;
}

/** So long before its end a token is not begun with, for a file may take its time to begin: half a short life at most. */
const margin = (life: number): number => Math.min(60_000, life / 2);

/**
 * Asks for tokens as they are needed, one request however many ask. Assertions are new each time (`jti`), live four
 * minutes (NextGen: 300 seconds at most) and name the token endpoint as their audience.
 */
export function createTokenSource(
  server: BulkServer,
  keys: AssertionKeys,
  {
    fetch: send = fetch,
    now = Date.now,
    signal,
  }: {
    readonly fetch?: typeof fetch;
    readonly now?: () => number;
    readonly signal?: AbortSignal | undefined;
  } = {},
): TokenSource {
  let held: Held | undefined;
  let asking: Promise<Held> | undefined;

  async function ask(): Promise<Held> {
    const askedAt = now();
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: server.scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await clientAssertion(keys, server.clientId, server.tokenEndpoint, askedAt),
    });
    let response: Response;
    let text: string;
    try {
      response = await send(server.tokenEndpoint, {
        method: 'POST',
        body: form,
        headers: { Accept: 'application/json' },
        redirect: 'error',
        signal: deadline(30_000, signal),
      });
      text = await readBounded(response, 262_144);
    } catch (error) {
      if (signal?.aborted === true) throw new BulkError({ kind: 'interrupted' });
      if (error instanceof BulkError) throw error;
      throw new BulkError({ kind: 'unreachable', what: 'the sign-in server' });
    }
    if (response.status === 429)
      throw new BulkError({
        kind: 'throttled',
        retryAfter: readRetryAfter(response.headers.get('retry-after'), now()),
      });
    if (response.status >= 500) throw new BulkError({ kind: 'server-error', status: response.status });
    const json = jsonObject(text, 'token answer');
    if (!response.ok) {
      const { error } = json;
      const code =
        typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? error : String(response.status);
      throw new BulkError({ kind: 'client-refused', error: code });
    }
    const { access_token: token, expires_in: life, token_type: type } = json;
    const isBearer = typeof type === 'string' && type.toLowerCase() === 'bearer';
    if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token) || !isBearer) {
      throw new BulkError({ kind: 'protocol', reason: 'not-json', detail: 'token answer' });
    }
    // As a number, or as NextGen's guide prints numbers elsewhere: in quotation marks. Five minutes where nothing is said.
    const seconds = Number(life);
    const lasts = (Number.isFinite(seconds) && seconds > 0 ? seconds : 300) * 1000;
    return { token, until: askedAt + lasts - margin(lasts) };
  }

  const fresh = async (): Promise<string> => {
    asking ??= ask().finally(() => (asking = undefined));
    held = await asking;
    return held.token;
  };

  return {
    async token() {
      return held !== undefined && held.until > now() ? held.token : fresh();
    },
    async renew(refused) {
      return held === undefined || held.token === refused ? fresh() : held.token;
    },
  };
}
