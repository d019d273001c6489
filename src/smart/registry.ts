/**
 * The registry: every system this app may talk to, read once from `smart-config.json`. Nothing is guessed: a fault
 * stops the app with the list of faults.
 */
import { type CheckedRegistry, checkRegistry } from './registry-check.ts';

export type { CheckedRegistry } from './registry-check.ts';

export type LaunchKind = 'ehr-launch' | 'standalone';

export interface System {
  readonly id: string;
  /** What people call it: "NextGen Office", "YourHealthFile". */
  readonly label: string;
  readonly kinds: readonly LaunchKind[];
  /** FHIR base without a trailing slash. */
  readonly fhirBase: string;
  /** Other spellings of the base that `iss` may carry. */
  readonly aliases: readonly string[];
  readonly fhirVersion: 'R4' | 'STU3' | 'DSTU2';
  /** Which searches the system answers: NextGen Office's or Enterprise's rules, or those of a plain US Core server. */
  readonly searchRules: 'office' | 'enterprise' | 'us-core';
  readonly aud: string;
  /** Further URL prefixes of the same system that may carry the token. */
  readonly documents: readonly string[];
  readonly clientId: string;
  /** `broker`: a confidential client, whose secret and refresh tokens stay with the token broker on our own origin. */
  readonly clientAuthentication: 'public' | 'broker';
  /** How the broker proves who it is; there exactly when it is used. */
  readonly broker: Broker | undefined;
  /** Path on our own origin. */
  readonly redirectPath: string;
  readonly scopes: Readonly<Partial<Record<LaunchKind, readonly string[]>>>;
  /** `search`: the token names no patient; `GET Patient` does. */
  readonly patientFrom: 'token' | 'search';
  readonly pkce: 'S256';
  /** With these no discovery request stands between the click and the redirect. */
  readonly endpoints: Endpoints | undefined;
  /** Hosts (`host:port`) that endpoints and discovery may name beside the FHIR base's own. */
  readonly identityHosts: readonly string[];
  /** Hosts that `smart_style_url` may name. */
  readonly styleHosts: readonly string[];
  readonly banner: 'follow' | 'always';
  readonly rateLimit: { readonly requestsPerMinute: number; readonly preflightsCount: boolean } | undefined;
  readonly idleMinutes: number;
  /** The longest that a session lives, however often it is renewed. */
  readonly sessionHours: number;
  /** The sandbox's own entries: shown apart on the sign-in page. */
  readonly sandbox: boolean;
}

/** Client authentication at the sign-in server (RFC 6749 §2.3.1; `query` is NextGen Enterprise's; RFC 7523). */
export interface Broker {
  readonly authentication: 'basic' | 'body' | 'query' | 'private_key_jwt';
  /** Of private_key_jwt. */
  readonly algorithm?: 'RS384' | 'ES384' | undefined;
  /** FHIR requests go through our own origin too. */
  readonly relay?: boolean | undefined;
}

export interface Endpoints {
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly revocation: string | undefined;
  /** Where a person ends their session with the sign-in server; offered after a standalone sign-in alone. */
  readonly endSession?: string | undefined;
  /** The server names itself in every callback, so a callback without `iss` is refused (RFC 9207 §2.4). */
  readonly issInCallback: boolean;
}

export interface Registry {
  readonly systems: readonly System[];
  /** The system meant when a launch names no `iss` (NextGen's guide never mentions it). */
  readonly defaultLaunch: string | undefined;
}

/** Reads the text of `smart-config.json`. Any fault refuses the whole file; all faults are listed by path. */
export function parseRegistry(text: string): CheckedRegistry {
  try {
    return checkRegistry(JSON.parse(text));
  } catch {
    return { ok: false, findings: [{ path: 'smart-config.json', rule: 'json' }] };
  }
}
