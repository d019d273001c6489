/**
 * Launches under way: what `/callback` needs to know of the authorization that this tab asked for. One entry a state,
 * in this tab's storage; used once; gone when old. Holds no health data (the launch token is not kept).
 */
import type { Browser } from './browser.ts';
import type { Endpoints, LaunchKind } from './registry.ts';

export interface PendingLaunch {
  readonly systemId: string;
  readonly kind: LaunchKind;
  /** Empty where the system's PKCE is switched off. */
  readonly verifier: string;
  readonly redirectUri: string;
  /** The token endpoint and issuer in force when the authorization was asked for (mix-up defence, RFC 9700 §4.4). */
  readonly endpoints: Endpoints;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Where the reader was when a session ran out: opened again if the patient is the same. */
  readonly place?: Place | undefined;
}

export interface Place {
  readonly patientId: string;
  /** A path of the chart. */
  readonly path: string;
  /** How far down the page stood. */
  readonly scroll?: number;
  /** How lists were set up: choices alone, never a typed word. */
  readonly choices?: Readonly<Record<string, unknown>>;
}

const prefix = 'chartside.launch.';
/** Signing in with a second factor takes its time; Keycloak's own limit for a sign-in is half an hour. */
const lifetime = 30 * 60_000;

/** Keeps a launch until its callback, and drops those that are too old to come back. */
export function keepPending(browser: Browser, state: string, pending: PendingLaunch): void {
  const keys = Array.from({ length: browser.storage.length }, (_, index) => browser.storage.key(index) ?? '');
  for (const key of keys) {
    if (key.startsWith(prefix) && read(browser, key) === undefined) browser.storage.removeItem(key);
  }
  browser.storage.setItem(prefix + state, JSON.stringify(pending));
}

/**
 * The launch a state belongs to, if this tab asked for it and it is not too old. It is gone from the storage after
 * that, before any code is sent: no reload and no second run can send one again.
 */
export function takePending(browser: Browser, state: string): PendingLaunch | undefined {
  const pending = read(browser, prefix + state);
  browser.storage.removeItem(prefix + state);
  return pending;
}

function read(browser: Browser, key: string): PendingLaunch | undefined {
  try {
    // Written by this module alone; a value that is none of ours fails one of the checks below.
    const pending = JSON.parse(browser.storage.getItem(key) ?? '') as PendingLaunch;
    const age = browser.now() - pending.startedAt;
    // A negative age is a clock that was set back: such an entry is not aged by it.
    return typeof pending.verifier === 'string' && age < lifetime ? pending : undefined;
  } catch {
    return undefined;
  }
}
