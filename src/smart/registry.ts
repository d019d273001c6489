/**
 * The registry: every system this app may talk to, read once from `smart-config.json`. Nothing is guessed: a fault
 * stops the app with the list of faults.
 */
import { type CheckedRegistry, checkRegistry } from './registry-check.ts';

export type { CheckedRegistry } from './registry-check.ts';

export type LaunchKind = 'ehr-launch' | 'standalone';

/** Doors that the sign-in page has words for: NextGen's, and the sandbox's to records from files. */
export type Door =
  | 'office-patient'
  | 'office-patient-r3'
  | 'enterprise-patient'
  | 'enterprise-patient-dstu2'
  | 'ehr'
  | 'own-records';

export interface System {
  readonly id: string;
  /** What people call it: "NextGen Office", "YourHealthFile". */
  readonly label: string;
  readonly kinds: readonly LaunchKind[];
  /** FHIR base without a trailing slash. */
  readonly fhirBase: string;
  /**
   * Bases of other systems that lie below this one (NextGen Office's R4 lies below its R3): the longest base that fits
   * is meant, so an address there is the other system's, and gets no token of this one. Never written in the file.
   */
  readonly innerBases: readonly string[];
  /** Other spellings of the base that `iss` may carry. */
  readonly aliases: readonly string[];
  readonly fhirVersion: 'R4' | 'STU3' | 'DSTU2';
  /** Which searches the system answers: NextGen Office's or Enterprise's rules, or those of a plain US Core server. */
  readonly searchRules: 'office' | 'enterprise' | 'us-core';
  /** Audience of the authorization request; undefined: none is sent. */
  readonly aud: string | undefined;
  /** Further URL prefixes of the same system that may carry the token. */
  readonly documents: readonly string[];
  readonly clientId: string;
  /** `broker`: a confidential client, whose secret and refresh tokens stay with the token broker on our own origin. */
  readonly clientAuthentication: 'public' | 'broker';
  /** How the broker proves who it is; there exactly when it is used. */
  readonly broker: Broker | undefined;
  /** Path on our own origin. */
  readonly redirectPath: string;
  /** An empty list: the vendor's portal says what is granted, and no scope is asked for. */
  readonly scopes: Readonly<Partial<Record<LaunchKind, readonly string[]>>>;
  /** `search`: the token names no patient; `GET Patient` does. */
  readonly patientFrom: 'token' | 'search';
  /** `off`: neither challenge nor verifier is sent. For confidential clients of servers that refuse them alone. */
  readonly pkce: 'S256' | 'off';
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
  /** Within how many hours of its issue a refresh token must be exchanged; undefined: no limit but the server's word. */
  readonly refreshWithinHours: number | undefined;
  /** Whose door this is, for the words on its card. */
  readonly door: Door | undefined;
  /** The vendor's list of the practices that take part. */
  readonly practiceSearch: string | undefined;
  /** The vendor is taking it out of service. */
  readonly retiring: boolean;
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
  /** Further names that callbacks and id_tokens may carry (NextGen Enterprise publishes two). */
  readonly issuers?: readonly string[] | undefined;
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
  /** False: the app opens no files of the reader's own computer. `served`: it opens what `npm run open` serves. */
  readonly openFile?: false | 'served';
}

/** Reads the text of `smart-config.json`. Any fault refuses the whole file; all faults are listed by path. */
export function parseRegistry(text: string): CheckedRegistry {
  try {
    return checkRegistry(JSON.parse(text));
  } catch {
    return { ok: false, findings: [{ path: 'smart-config.json', rule: 'json' }] };
  }
}
