/** The three requests to the sign-in server that carry a code or a token, through oauth4webapi. */
import * as oauth from 'oauth4webapi';
import { isLoopback } from './addresses.ts';
import { readBounded, requestOptions, unreachable } from './answer.ts';
import { askBroker, isBrokered } from './broker-request.ts';
import type { Browser } from './browser.ts';
import type { Unreachable } from './failure.ts';
import type { Endpoints, System } from './registry.ts';
import { tidyMembers, type Members } from './token-response.ts';

/** An answer to a code or a refresh token. */
export type TokenAnswer =
  | { readonly kind: 'tokens'; readonly members: Members; readonly claims: oauth.IDToken | undefined }
  /** `error` is an OAuth error code, or `other`. */
  | { readonly kind: 'error'; readonly status: number; readonly error: string }
  | { readonly kind: 'none'; readonly reason: Unreachable }
  | { readonly kind: 'broken'; readonly reason: string };

/** Ten minutes: clocks of consulting rooms are off, and the tokens come straight from the server that made them. */
const clockTolerance = 600;

/**
 * At a renewal nobody relies on the times of an id_token, and OpenID Connect Core §12.2 asks for the same issuer, subject
 * and audience alone: a clock that was set since the sign-in, however far, ends no session.
 */
const anyClock = Number.MAX_SAFE_INTEGER;

/** Every name under which a sign-in server may speak. */
export function issuersOf({ issuer, issuers = [] }: Endpoints): readonly string[] {
  return [issuer, ...issuers];
}

/** The server for the library, which knows one name alone: the one that was named, if it is the server's. */
export function authorizationServer(endpoints: Endpoints, named?: unknown): oauth.AuthorizationServer {
  return {
    issuer: issuersOf(endpoints).find((one) => one === named) ?? endpoints.issuer,
    token_endpoint: endpoints.token,
    ...(endpoints.revocation === undefined ? {} : { revocation_endpoint: endpoints.revocation }),
    authorization_response_iss_parameter_supported: endpoints.issInCallback,
    // Asymmetric ones. The signature itself is not checked: the id_token comes straight from the token endpoint over
    // TLS, which OpenID Connect Core §3.1.3.7 (6) lets stand for it. Its claims are checked all the same.
    id_token_signing_alg_values_supported: [
      'RS256',
      'RS384',
      'RS512',
      'PS256',
      'PS384',
      'PS512',
      'ES256',
      'ES384',
      'ES512',
      'EdDSA',
      'Ed25519',
    ],
  };
}

export function oauthClient(system: System): oauth.Client {
  return { client_id: system.clientId, [oauth.clockTolerance]: clockTolerance };
}

function transport(browser: Browser, address: string, keepalive = false) {
  return {
    [oauth.customFetch]: (url: string, init: oauth.CustomFetchOptions<'POST', URLSearchParams>) =>
      browser.fetch(url, {
        ...requestOptions(20_000),
        method: init.method,
        headers: init.headers,
        body: init.body,
        keepalive,
      }),
    // The registry lets only loopback go without TLS; the library must be told the same.
    [oauth.allowInsecureRequests]: isLoopback(new URL(address).hostname),
  };
}

/**
 * Sends the code, once. `parameters` have passed `validateAuthResponse`; `session` is the id that the session will have.
 * Never rejects.
 */
export async function exchangeCode(
  browser: Browser,
  system: System,
  pending: { readonly endpoints: Endpoints; readonly redirectUri: string; readonly verifier: string },
  parameters: URLSearchParams,
  session: string,
): Promise<TokenAnswer> {
  const server = authorizationServer(pending.endpoints);
  const client = oauthClient(system);
  return answerOf(
    () =>
      isBrokered(system)
        ? askBroker(browser, 'token', {
            system: system.id,
            session,
            code: parameters.get('code') ?? '',
            verifier: pending.verifier || undefined,
          })
        : oauth.authorizationCodeGrantRequest(
            server,
            client,
            oauth.None(),
            parameters,
            pending.redirectUri,
            pending.verifier || oauth.nopkce,
            transport(browser, pending.endpoints.token),
          ),
    (response, named) =>
      oauth.processAuthorizationCodeResponse(authorizationServer(pending.endpoints, named), client, response),
  );
}

/** Sends a refresh token, or has the broker send the one it keeps for the session. Never rejects. */
export async function exchangeRefreshToken(
  browser: Browser,
  system: System,
  endpoints: Endpoints,
  held: { readonly session: string; readonly refresh: string | undefined },
): Promise<TokenAnswer> {
  const server = authorizationServer(endpoints);
  const client = { ...oauthClient(system), [oauth.clockTolerance]: anyClock };
  return answerOf(
    () =>
      isBrokered(system)
        ? askBroker(browser, 'refresh', { system: system.id, session: held.session })
        : oauth.refreshTokenGrantRequest(
            server,
            client,
            oauth.None(),
            held.refresh ?? '',
            transport(browser, endpoints.token),
          ),
    (response, named) =>
      oauth.processRefreshTokenResponse(authorizationServer(endpoints, named), client, response),
  );
}

/** Whatever is no answer of the sign-in server (nobody there, a line that broke, a proxy's page) leaves the session standing. */
export function isSilence(answer: TokenAnswer): boolean {
  return (
    answer.kind === 'none' ||
    (answer.kind === 'error' && (answer.status === 429 || answer.error === 'other')) ||
    (answer.kind === 'broken' && ['not-json', 'cut-off'].includes(answer.reason))
  );
}

/**
 * Forgets a session that another of the same client has replaced. Keycloak counts tokens by client and sign-on: to
 * revoke the old ones would end the new (docs/keycloak.md). Nobody has them any more; they run out by themselves.
 */
export async function forgetTokens(browser: Browser, system: System, session: string): Promise<void> {
  if (!isBrokered(system)) return;
  await askBroker(browser, 'revoke', { system: system.id, session, replaced: 'yes' }).catch(() => undefined);
}

/** Revokes a session's tokens (RFC 7009), here or by way of the broker, which forgets its own then. The best that can be done: never rejects, and says nothing of the outcome. */
export async function revokeToken(
  browser: Browser,
  system: System,
  endpoints: Endpoints,
  {
    session,
    access,
    refresh,
  }: { readonly session: string; readonly access: string; readonly refresh: string | undefined },
): Promise<void> {
  try {
    if (isBrokered(system)) {
      await askBroker(browser, 'revoke', {
        system: system.id,
        session,
        ...(access !== '' && { token: access }),
      });
      return;
    }
    if (endpoints.revocation === undefined) return;
    await oauth.revocationRequest(
      authorizationServer(endpoints),
      oauthClient(system),
      oauth.None(),
      refresh ?? access,
      // Signing out may close the page. (Sixty-four kilobytes may outlive it: more than any token.)
      transport(browser, endpoints.revocation, true),
    );
  } catch {
    // Forgotten here in any case; the token runs out by itself.
  }
}

async function answerOf(
  ask: () => Promise<Response>,
  check: (response: Response, issuer: unknown) => Promise<oauth.TokenEndpointResponse>,
): Promise<TokenAnswer> {
  let response: Response | undefined;
  let body: string | undefined;
  try {
    response = await ask();
    body = await readBounded(response);
  } catch (error) {
    // A fault that the library found before it asked is no silence of the server.
    const code = libraryCode(error);
    if (code !== undefined) return { kind: 'broken', reason: code };
    const reason = unreachable(error);
    // The browser was let read it, and the line broke in the middle: that is no server that is not there.
    const isCut = response !== undefined && response.status < 500 && reason === 'network';
    return isCut ? { kind: 'broken', reason: 'cut-off' } : { kind: 'none', reason };
  }
  if (response.status >= 500) return { kind: 'none', reason: 'server-error' };
  const members = tidyMembers(body);
  if (response.status !== 200) {
    return { kind: 'error', status: response.status, error: errorCode(members?.['error']) };
  }
  if (members === undefined) return { kind: 'broken', reason: 'not-json' };
  try {
    const tidy = new Response(JSON.stringify(members), { headers: { 'Content-Type': 'application/json' } });
    const checked = await check(tidy, issuerNamed(members['id_token']));
    return {
      kind: 'tokens',
      members: { ...members, ...checked },
      claims: oauth.getValidatedIdTokenClaims(checked),
    };
  } catch (error) {
    return { kind: 'broken', reason: libraryCode(error) ?? 'other' };
  }
}

/** Who an id_token says it is from, before it is checked: which of a server's names it has to be held against. */
function issuerNamed(idToken: unknown): unknown {
  try {
    const [, claims = ''] = String(idToken).split('.');
    return (JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { iss?: unknown }).iss;
  } catch {
    return undefined;
  }
}

/** The library's own code alone: its messages and causes hold the answer. */
function libraryCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** An OAuth error code as sent, if it is one; free text never goes further than here. */
export function errorCode(value: unknown): string {
  return typeof value === 'string' && /^[a-z_]{1,40}$/.test(value) ? value : 'other';
}
