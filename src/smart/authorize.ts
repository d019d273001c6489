import type { Browser } from './browser.ts';
import { SignInError } from './failure.ts';
import { keepPending, type PendingLaunch } from './pending.ts';
import { challengeOf, randomText } from './pkce.ts';
import type { LaunchKind, System } from './registry.ts';
import { notSetUp } from './systems.ts';

export interface Authorization {
  readonly kind: LaunchKind;
  /** The EHR's launch token, exactly as decoded from the launch URL. */
  readonly launch?: string;
  /** Our own origin, for the redirect URI. */
  readonly origin: string;
  readonly place?: PendingLaunch['place'] | undefined;
}

/**
 * The address of the system's sign-in page for one new authorization (SMART App Launch 2.2, "Request authorization
 * code"), remembered as pending under a fresh state. PKCE S256 whatever discovery says, but where the registry switches
 * it off. Nothing of the page's own address flows into it but the launch token. Rejects with SignInError.
 */
export async function authorizationUrl(
  browser: Browser,
  system: System,
  wanted: Authorization,
): Promise<URL> {
  const missing = notSetUp(system);
  if (missing !== undefined)
    throw new SignInError({ kind: 'not-set-up', reason: missing, systemId: system.id });
  // Discovery is code and a request that the pinned endpoints save.
  const endpoints = system.endpoints ?? (await (await import('./discovery.ts')).discover(browser, system));
  const state = randomText();
  const verifier = system.pkce === 'off' ? '' : randomText();
  const redirectUri = wanted.origin + system.redirectPath;
  // `set` replaces what a configured address may already carry: no parameter is ever sent twice.
  const url = new URL(endpoints.authorization);
  const parameters = {
    response_type: 'code',
    client_id: system.clientId,
    redirect_uri: redirectUri,
    scope: (system.scopes[wanted.kind] ?? []).join(' ') || undefined,
    state,
    aud: system.aud,
    ...(verifier && { code_challenge: await challengeOf(verifier), code_challenge_method: 'S256' }),
    launch: wanted.launch,
  };
  for (const [name, value] of Object.entries<string | undefined>(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  keepPending(browser, state, {
    systemId: system.id,
    kind: wanted.kind,
    verifier,
    redirectUri,
    endpoints,
    startedAt: browser.now(),
    place: wanted.place,
  });
  return url;
}
