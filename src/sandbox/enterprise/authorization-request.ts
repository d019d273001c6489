import { enterpriseClients, type EnterpriseClient } from '#sandbox/cast.ts';
import type { Switches } from '#sandbox/control.ts';
import { OAuthError } from './oauth-error.ts';

/** An authorization request whose client and redirect URI are known: whatever else is wrong, the app hears of it. */
export interface AuthorizationRequest {
  readonly client: EnterpriseClient;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly scopes: readonly string[];
  readonly aud: string | undefined;
  readonly launch: string | undefined;
}

/** Undefined: no browser may be sent anywhere (RFC 6749 §4.1.2.1), so a page has to say so. */
export function authorizationRequest(
  sent: URLSearchParams,
  doors: readonly EnterpriseClient['door'][],
  redirectUri: string,
): AuthorizationRequest | undefined {
  const get = (name: string): string | undefined => sent.get(name) ?? undefined;
  const client = enterpriseClients.find((each) => each.id === get('client_id') && doors.includes(each.door));
  if (client === undefined || get('redirect_uri') !== redirectUri) return undefined;
  return {
    client,
    redirectUri,
    state: get('state'),
    nonce: get('nonce'),
    challenge: get('code_challenge'),
    scopes: [...new Set((get('scope') ?? '').split(' ').filter(Boolean))],
    aud: get('aud'),
    launch: get('launch'),
  };
}

const known =
  /^(?:openid|fhirUser|profile|launch(?:\/patient|\/encounter)?|offline_access|online_access|(?:patient|user)\/(?:\*|[A-Z]\w+)\.(?:read|\*|c?r?u?d?s?)(?:\?.+)?)$/;

/** Throws `invalid_scope` where a scope is none that SMART App Launch 2.2 knows. */
export function checkScopes({ scopes }: AuthorizationRequest): void {
  const strange = scopes.filter((scope) => !known.test(scope));
  if (strange.length > 0) throw new OAuthError('invalid_scope', `Unknown scopes: ${strange.join(' ')}`);
}

/** Throws the `OAuthError` with which the app is redirected where response type or PKCE (RFC 7636) does not do. */
export function checkRequest(sent: URLSearchParams, pkce: Switches['enterprisePkce']): void {
  if (sent.get('response_type') !== 'code')
    throw new OAuthError('unsupported_response_type', 'Only the response type code is supported.');
  const challenge = sent.get('code_challenge');
  if (challenge === null) {
    if (pkce === 'required')
      throw new OAuthError('invalid_request', 'The parameter code_challenge is missing.');
    return;
  }
  if (pkce === 'overlooked') return;
  if (pkce === 'refused')
    throw new OAuthError('invalid_request', 'The parameter code_challenge is not known.');
  if (sent.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    throw new OAuthError('invalid_request', 'The code_challenge_method has to be S256.');
}

/** The address back at the app, with what it is told and its own `state`. */
export function backTo(
  { redirectUri, state }: AuthorizationRequest,
  told: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(told)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}

/** What a code is bound to by PKCE; undefined = by nothing. */
export function boundChallenge(
  { challenge }: AuthorizationRequest,
  pkce: Switches['enterprisePkce'],
): string | undefined {
  return pkce === 'overlooked' ? undefined : challenge;
}

/** Bases are the same whatever the letter case of their path and with or without a slash at the end. */
export function sameBase(one: string, other: string): boolean {
  const plain = (base: string): string => base.toLowerCase().replace(/\/$/, '');
  return plain(one) === plain(other);
}
