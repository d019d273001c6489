/** The three things the broker does for a session: exchange its code, renew its tokens, revoke them. */
import type { BrokerRequest } from './broker-admission.ts';
import type { System } from '#smart/registry.ts';
import { failed, type BrokerAnswer } from './broker-answer.ts';
import { authenticated, type BrokerClient } from './broker-client-authentication.ts';
import {
  clearSession,
  readSession,
  writeSession,
  type BrokerSession,
  type CookieKey,
  type Jar,
} from './broker-cookies.ts';
import { askUpstream, clean, type UpstreamAnswer } from './broker-upstream.ts';

export interface GrantParts {
  readonly cookieKeys: readonly CookieKey[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Our own public origin: redirect URIs stand on it, whatever a request says. */
  readonly origin: () => string;
  /** How long a sign-in server may take, in milliseconds. */
  readonly timeout: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Words of RFC 6749 that say "later", not "no". */
const passing = new Set(['temporarily_unavailable', 'server_error', 'slow_down']);

/** An upstream answer that is none, for the browser; undefined where there is an answer. */
function noAnswer(answer: UpstreamAnswer): BrokerAnswer | undefined {
  switch (answer.kind) {
    case 'silent':
      return failed(502, 'upstream_unreachable', answer.outcome);
    case 'slow':
      return failed(504, 'upstream_timeout');
    case 'broken':
      return failed(502, 'upstream_broken', answer.outcome);
    case 'busy':
      return {
        ...failed(429, 'upstream_busy'),
        headers: { 'Retry-After': String(answer.retryAfter) },
      };
    case 'refused':
      return passing.has(answer.error)
        ? failed(502, 'upstream_unreachable', 'upstream-passing-error')
        : undefined;
    case 'members':
      return undefined;
  }
}

function ask(
  parts: GrantParts,
  client: BrokerClient,
  url: string,
  form: Readonly<Record<string, string>>,
  authentication?: BrokerClient['authentication'],
): Promise<UpstreamAnswer> {
  return authenticated(client, url, form, parts.now(), authentication).then((request) =>
    askUpstream(parts.fetch, request, parts.timeout),
  );
}

/** The log's word for an OAuth error: one that RFC 6749 knows, or `other`. A server could put anything into it. */
function refusedAs(error: string): string {
  const known =
    /^(invalid_(request|client|grant|scope)|unauthorized_client|unsupported_grant_type|access_denied)$/;
  return `refused-${known.test(error) ? error.replaceAll('_', '-') : 'other'}`;
}

/** Seconds as servers send them: a number, or one in words with spaces round it. */
function secondsIn(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

/** The browser's half of a token response and the cookies that keep the other half. */
async function kept(
  parts: GrantParts,
  client: BrokerClient,
  jar: Jar,
  asked: BrokerRequest,
  members: Readonly<Record<string, unknown>>,
  before: BrokerSession | undefined,
): Promise<BrokerAnswer> {
  const { shown, refresh: sent } = clean(members);
  const refresh = sent ?? before?.refresh;
  const { access_token: access } = shown;
  if (typeof access !== 'string' || access.trim() === '') {
    return failed(502, 'upstream_broken', 'upstream-no-token');
  }
  const outcome = before === undefined ? 'exchanged' : 'renewed';
  // The relay asks for a session's cookie, whether there is anything to renew or not.
  if (refresh === undefined && client.system.broker?.relay !== true) {
    const json = lastingFor(shown, secondsIn(shown['expires_in']));
    return { status: 200, outcome, json, cookies: clearSession(jar, asked.session) };
  }
  const now = parts.now();
  const openedAt = before?.openedAt ?? now;
  // A token that is sent again, or not at all, is as old as it was.
  const isSame = before?.refresh !== undefined && refresh === before.refresh;
  const refreshIssuedAt = isSame ? refreshIssued(before) : now;
  const { idleMinutes, sessionHours } = client.system;
  // A server that does not say how long its access token lives: an hour, as most do.
  const idle = now + (secondsIn(shown['expires_in']) ?? 3600) * 1000 + idleMinutes * minute;
  // 0 is Keycloak's way to say "no limit".
  const server = secondsIn(shown['refresh_expires_in']);
  const refreshUntil = Math.min(
    server === undefined ? Infinity : now + server * 1000,
    refreshLimit(client.system, refreshIssuedAt),
  );
  const session: BrokerSession = {
    system: client.system.id,
    session: asked.session,
    refresh,
    issuedAt: now,
    refreshIssuedAt,
    openedAt,
    usableUntil: Math.min(idle, openedAt + sessionHours * hour, refreshUntil),
  };
  const left =
    refresh === undefined
      ? secondsIn(shown['expires_in'])
      : isSame && refreshUntil < Infinity
        ? Math.max(1, Math.floor((refreshUntil - now) / 1000))
        : undefined;
  const cookies = await writeSession(jar, parts.cookieKeys, session);
  return { status: 200, outcome, json: lastingFor(shown, left), cookies };
}

/**
 * The answer with a word of ours, `sign_in_again_in`: after so many seconds no renewal helps. Said where there is no
 * refresh token, or a renewal brought no other; the page cannot know, for it sees none.
 */
function lastingFor(
  { sign_in_again_in: _foreign, ...shown }: Readonly<Record<string, unknown>>,
  seconds: number | undefined,
): Readonly<Record<string, unknown>> {
  return seconds === undefined ? shown : { ...shown, sign_in_again_in: seconds };
}

function refreshIssued({ refreshIssuedAt, issuedAt }: BrokerSession): number {
  return refreshIssuedAt ?? issuedAt;
}

/** Until when the system takes a refresh token by its own rule (NextGen Enterprise: within 48 hours of issue). */
function refreshLimit({ refreshWithinHours: hours }: System, issuedAt: number): number {
  return hours === undefined ? Infinity : issuedAt + hours * hour;
}

/** Swaps a code for tokens. */
export async function exchangeCode(
  parts: GrantParts,
  client: BrokerClient,
  jar: Jar,
  asked: BrokerRequest,
): Promise<BrokerAnswer> {
  const { pkce, redirectPath } = client.system;
  // Of a system that is to be sent a challenge no code is taken without its verifier.
  if (pkce !== 'off' && asked.verifier === undefined) return failed(400, 'invalid_request');
  const answer = await ask(parts, client, client.endpoints.token, {
    grant_type: 'authorization_code',
    code: asked.code ?? '',
    redirect_uri: `${parts.origin()}${redirectPath}`,
    ...(pkce !== 'off' && { code_verifier: asked.verifier ?? '' }),
  });
  const none = noAnswer(answer);
  if (none !== undefined) return none;
  if (answer.kind === 'members') return kept(parts, client, jar, asked, answer.members, undefined);
  return answer.kind === 'refused'
    ? failed(400, answer.error, refusedAs(answer.error))
    : failed(502, 'upstream_broken');
}

/** The session is over, as far as the broker can do anything about it. */
function over(jar: Jar, session: string, outcome: string): BrokerAnswer {
  return { ...failed(400, 'invalid_grant', outcome), cookies: clearSession(jar, session) };
}

/** Renews the tokens of a session, within its limits. */
export async function refreshTokens(
  parts: GrantParts,
  client: BrokerClient,
  jar: Jar,
  asked: BrokerRequest,
): Promise<BrokerAnswer> {
  const { session } = asked;
  const found = await readSession(jar, parts.cookieKeys, client.system.id, session);
  if (found === undefined) return over(jar, session, 'no-session');
  const now = parts.now();
  // The configuration of today counts too: a limit made shorter ends sessions that were opened before.
  if (now > found.openedAt + client.system.sessionHours * hour) return over(jar, session, 'absolute-limit');
  if (now > refreshLimit(client.system, refreshIssued(found))) return over(jar, session, 'refresh-limit');
  if (now > found.usableUntil) return over(jar, session, 'idle-limit');
  if (found.refresh === undefined) return over(jar, session, 'no-refresh-token');
  const answer = await ask(parts, client, client.endpoints.token, {
    grant_type: 'refresh_token',
    refresh_token: found.refresh,
  });
  const none = noAnswer(answer);
  if (none !== undefined) return none;
  if (answer.kind === 'members') return kept(parts, client, jar, asked, answer.members, found);
  return over(jar, session, answer.kind === 'refused' ? refusedAs(answer.error) : 'refused-other');
}

/** Forgets a session where nothing can be revoked, or nothing is to be. */
export function forgetSession(jar: Jar, { session }: BrokerRequest): BrokerAnswer {
  return { status: 204, outcome: 'forgotten', cookies: clearSession(jar, session) };
}

/**
 * Forgets a session and revokes what it held, as well as can be: the answer is the same whatever comes of it. Whoever
 * revokes a refresh token *should* thereby end its access tokens (RFC 7009 §2.1). Keycloak does; of NextGen Enterprise
 * nothing says so, and there the access token is revoked as well; and so it is of any system that does not end the first.
 */
export async function revokeTokens(
  parts: GrantParts,
  client: BrokerClient,
  jar: Jar,
  asked: BrokerRequest,
): Promise<BrokerAnswer> {
  const { revocation } = client.endpoints;
  const found = await readSession(jar, parts.cookieKeys, client.system.id, asked.session);
  const token = found?.refresh ?? asked.token;
  if (revocation === undefined || token === undefined || asked.replaced !== undefined)
    return forgetSession(jar, asked);
  const hint = found?.refresh === undefined ? 'access_token' : 'refresh_token';
  const form = { token, token_type_hint: hint };
  const isByQuery = client.authentication === 'query';
  // RFC 7009 §2.1 wants a form; only a server that refuses it is sent the token in an address, which servers write down.
  const first = await ask(parts, client, revocation, form, isByQuery ? 'body' : undefined);
  const refusesForms = isByQuery && isRefusal(first);
  const answer = refusesForms ? await ask(parts, client, revocation, form) : first;
  const outcome = isRevoked(answer) ? 'revoked' : 'not-revoked';
  const { token: access } = asked;
  // A refresh token that would not end has ended no access token either: that one is tried by itself.
  if (access !== undefined && access !== token && (outcome === 'not-revoked' || endsOneByOne(client))) {
    const second = { token: access, token_type_hint: 'access_token' };
    await ask(parts, client, revocation, second, isByQuery && !refusesForms ? 'body' : undefined);
  }
  return { ...forgetSession(jar, asked), outcome };
}

function endsOneByOne({ system }: BrokerClient): boolean {
  return system.searchRules === 'enterprise';
}

/** RFC 7009 §2.2: 200 whatever the token was; the content means nothing. */
function isRevoked(answer: UpstreamAnswer): boolean {
  return answer.kind === 'members' || (answer.kind === 'broken' && answer.outcome === 'upstream-not-json');
}

function isRefusal(answer: UpstreamAnswer): boolean {
  return answer.kind === 'refused' || (answer.kind === 'broken' && answer.outcome === 'upstream-not-oauth');
}
