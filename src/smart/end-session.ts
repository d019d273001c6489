import type { Session } from './session.ts';

/**
 * Where a person signs out of the identity server as well (OpenID Connect RP-Initiated Logout 1.0); undefined where that
 * is not set up. Never for an EHR launch: it would sign the clinician out of the EHR. The server asks the person before
 * it does so, for no `id_token_hint` is sent: that token holds a name, and is not kept.
 */
export function endSessionUrl({ launchKind, system }: Session, origin: string): URL | undefined {
  const address = launchKind === 'standalone' ? system.endpoints?.endSession : undefined;
  if (address === undefined) return undefined;
  const url = new URL(address);
  url.searchParams.set('client_id', system.clientId);
  url.searchParams.set('post_logout_redirect_uri', `${origin}/`);
  return url;
}
