/**
 * The token broker on our own origin, for confidential clients (docs/decisions/009-token-broker.md): it adds the
 * client's authentication and keeps the refresh token in a cookie that no script can read.
 */
import { requestOptions } from './answer.ts';
import type { Browser } from './browser.ts';
import type { System } from './registry.ts';

/** Whether a system's tokens come by way of the broker. */
export function isBrokered({ clientAuthentication }: System): boolean {
  return clientAuthentication === 'broker';
}

/**
 * One request to the broker. Resolves with its answer as if it were the sign-in server's own; rejects where nobody is
 * there. `session` names the cookie: 43 characters that only this browser's tabs of the session know.
 */
export function askBroker(
  browser: Browser,
  path: 'token' | 'refresh' | 'revoke',
  body: {
    readonly system: string;
    readonly session: string;
    readonly code?: string;
    readonly verifier?: string | undefined;
    readonly token?: string;
    /** Another session of the same client stands in its place: forget it, revoke nothing. */
    readonly replaced?: 'yes';
  },
): Promise<Response> {
  return browser.fetch(`/broker/${path}`, {
    ...requestOptions(25_000),
    // The one place that cookies go to.
    credentials: 'same-origin',
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
    // Signing out may close the page.
    ...(path === 'revoke' ? { keepalive: true } : {}),
  });
}
