/**
 * The sign-in server sends the browser back to `/callback`. Everything about that address is checked before anything
 * is sent; the code is sent once. SMART App Launch 2.2 "Obtain access token"; RFC 9700 §4; RFC 9207.
 */
import * as oauth from 'oauth4webapi';
import { requestOptions } from './answer.ts';
import { isBrokered } from './broker-request.ts';
import type { Browser } from './browser.ts';
import { SignInError, type SignInFailure } from './failure.ts';
import { takePending, type PendingLaunch } from './pending.ts';
import { challengeOf, randomText } from './pkce.ts';
import type { Registry, System } from './registry.ts';
import { systemById } from './systems.ts';
import { grantedScopes } from './scopes.ts';
import { readRecord, type SessionRecord } from './session-record.ts';
import { lifeOf } from './token-life.ts';
import {
  authorizationServer,
  errorCode,
  exchangeCode,
  issuersOf,
  oauthClient,
  type TokenAnswer,
} from './token-request.ts';
import { readContext, readFhirUser } from './token-response.ts';

export interface SignedIn {
  readonly system: System;
  readonly record: SessionRecord;
  /** Where the reader was before, if this sign-in goes on with the same patient. */
  readonly place: PendingLaunch['place'];
}

/**
 * Finishes the sign-in that a callback's address answers. Resolves with `again` when this very callback has
 * already begun the session of this tab (reload, back button): it is resumed, nothing is sent. Rejects with SignInError.
 */
export async function finishSignIn(
  browser: Browser,
  registry: Registry,
  address: Pick<Location, 'pathname' | 'search'>,
): Promise<SignedIn | 'again'> {
  const parameters = new URLSearchParams(address.search);
  const [state, ...more] = parameters.getAll('state');
  if (state === undefined || more.length > 0) {
    throw new SignInError({ kind: 'callback-unexpected', reason: 'malformed' });
  }
  const pending = takePending(browser, state);
  if (pending === undefined) {
    if (readRecord(browser)?.launchState === state) return 'again';
    throw new SignInError({ kind: 'callback-unexpected', reason: 'state' });
  }
  const system = systemById(registry, pending.systemId);
  if (system === undefined) throw new SignInError({ kind: 'unknown-system' });
  const fail = (failure: SignInFailure): never => {
    throw new SignInError({ ...failure, systemId: system.id });
  };

  // Servers that never name themselves are told apart by the address they answer to (RFC 9700 §4.4.2.2).
  if (new URL(pending.redirectUri).pathname !== address.pathname) {
    return fail({ kind: 'callback-unexpected', reason: 'issuer' });
  }
  const checked = checkedParameters(system, pending, parameters, state, fail);
  const id = randomText();
  const askedAt = browser.now();
  const answer = await exchangeCode(browser, system, pending, checked, id);
  if (answer.kind !== 'tokens') return fail(await failureOf(browser, system, pending, answer));
  return signedIn(browser, system, { ...pending, id, state, askedAt }, answer, fail);
}

type Fail = (failure: SignInFailure) => never;

function checkedParameters(
  system: System,
  pending: PendingLaunch,
  parameters: URLSearchParams,
  state: string,
  fail: Fail,
): URLSearchParams {
  try {
    const server = authorizationServer(pending.endpoints, parameters.get('iss'));
    const checked = oauth.validateAuthResponse(server, oauthClient(system), parameters, state);
    return checked.getAll('code').length !== 1
      ? fail({ kind: 'callback-unexpected', reason: 'malformed' })
      : checked;
  } catch (error) {
    if (error instanceof SignInError) throw error;
    if (error instanceof oauth.AuthorizationResponseError) {
      return fail(refusalOf(errorCode(error.error), error.error_description ?? '', pending));
    }
    const iss = parameters.getAll('iss');
    const { issInCallback } = pending.endpoints;
    const known = issuersOf(pending.endpoints);
    const wrongIssuer = iss.length === 0 ? issInCallback : iss.some((value) => !known.includes(value));
    return fail({ kind: 'callback-unexpected', reason: wrongIssuer ? 'issuer' : 'malformed' });
  }
}

/** The sign-in server's refusals in this app's terms. The description is only searched, never shown or kept. */
function refusalOf(error: string, description: string, { kind }: PendingLaunch): SignInFailure {
  // Its description repeats the scopes, and one of them is called launch.
  if (error === 'invalid_scope') return { kind: 'scope-refused' };
  if (/subscri|not enabled|not active for/i.test(description)) return { kind: 'not-enabled', error };
  if (kind === 'ehr-launch' && /launch/i.test(description) && /expire|invalid|no longer/i.test(description)) {
    return { kind: 'launch-expired' };
  }
  switch (error) {
    case 'access_denied':
      return { kind: 'consent-refused' };
    case 'unauthorized_client':
    case 'invalid_client':
      return { kind: 'not-enabled', error };
    case 'temporarily_unavailable':
      return { kind: 'sign-in-unreachable', reason: 'server-error' };
    default:
      return { kind: 'sign-in-failed', error };
  }
}

/** Why a code was not exchanged. */
async function failureOf(
  browser: Browser,
  system: System,
  pending: PendingLaunch,
  answer: Exclude<TokenAnswer, { kind: 'tokens' }>,
): Promise<SignInFailure> {
  if (answer.kind === 'broken') return { kind: 'answer-broken', reason: answer.reason };
  if (answer.kind === 'error') {
    if (answer.error === 'invalid_grant') return { kind: 'code-refused' };
    const notKnown = ['invalid_client', 'unauthorized_client', 'not_allowed'].includes(answer.error);
    return { kind: notKnown ? 'not-enabled' : 'sign-in-failed', error: answer.error };
  }
  // "Failed to fetch" is all a browser says, whether nobody is there or the answer came without leave to read it
  // (Keycloak's errors carry no CORS headers). An opaque request, which no CORS rule governs, tells the two apart.
  if (
    answer.reason === 'network' &&
    !isBrokered(system) &&
    (await isThere(browser, pending.endpoints.token))
  ) {
    return { kind: 'exchange-blocked' };
  }
  return { kind: 'sign-in-unreachable', reason: answer.reason };
}

async function isThere(browser: Browser, url: string): Promise<boolean> {
  try {
    await browser.fetch(url, { ...requestOptions(5_000), mode: 'no-cors', redirect: 'follow' });
    return true;
  } catch {
    return false;
  }
}

async function signedIn(
  browser: Browser,
  system: System,
  pending: PendingLaunch & { readonly id: string; readonly state: string; readonly askedAt: number },
  answer: Extract<TokenAnswer, { kind: 'tokens' }>,
  fail: Fail,
): Promise<SignedIn> {
  const { members, claims } = answer;
  const { patientId, ...context } = readContext(system, members, system.scopes[pending.kind] ?? []);
  if (patientId === undefined && system.patientFrom === 'token') fail({ kind: 'patient-missing' });
  // Without leave to read the patient nobody could tell whose record this is: such a chart is never shown.
  if (grantedScopes(context.scopes).allows('Patient') === 'no') fail({ kind: 'patient-not-shared' });
  const { place } = pending;
  return {
    system,
    // Who the patient is may have to be asked yet.
    place: patientId === undefined || place?.patientId === patientId ? place : undefined,
    record: {
      id: pending.id,
      systemId: system.id,
      kind: pending.kind,
      launchState: pending.state,
      endpoints: pending.endpoints,
      patientId,
      ...context,
      fhirUser: readFhirUser(system, claims?.['fhirUser']),
      identity: claims && (await challengeOf(claims.sub)),
      openedAt: browser.now(),
      tokens: {
        access: String(members['access_token']),
        refresh: typeof members['refresh_token'] === 'string' ? members['refresh_token'] : undefined,
        ...lifeOf(members, pending.askedAt, system),
        turn: 0,
      },
    },
  };
}
