/**
 * What a tab keeps of its session, so that a reload does not ask the reader to sign in again: one entry in
 * `sessionStorage`, gone with the tab. It holds tokens and identifiers and no health data: no name, no record. The
 * patient's id is in it because the token response names the patient once, and after a reload the chart must open on
 * that same patient and no other.
 */
import type { Browser } from './browser.ts';
import type { Endpoints, LaunchKind } from './registry.ts';
import { sessionKeys } from './session-keys.ts';
import type { TokenLife } from './token-life.ts';

export interface TokenSet extends TokenLife {
  readonly access: string;
  readonly refresh: string | undefined;
  /** How many renewals came before. Among copied tabs the higher one is the newer. */
  readonly turn: number;
}

export interface SessionRecord {
  readonly id: string;
  readonly systemId: string;
  readonly kind: LaunchKind;
  /** The state of the callback that began it: the same callback again means "go on", not "sign in". */
  readonly launchState: string;
  readonly endpoints: Endpoints;
  readonly patientId: string | undefined;
  readonly encounterId: string | undefined;
  readonly fhirUser: string | undefined;
  /** A hash of the id_token's `sub`, which may be a name: a renewal must not be somebody else's. Undefined: none came. */
  readonly identity?: string | undefined;
  readonly needPatientBanner: boolean;
  readonly styleUrl: string | undefined;
  /** Undefined: nobody said what was granted. */
  readonly scopes: readonly string[] | undefined;
  readonly openedAt: number;
  readonly tokens: TokenSet;
  /** Names of types and parameters that the FHIR server refused. Undefined: none so far. */
  readonly refused?: readonly string[];
  /** Another tab of the session keeps the refresh token (docs/decisions/010-who-keeps-the-refresh-token.md). */
  readonly keptElsewhere?: boolean;
}

/** Keeps the record for a reload. Where there is no room none is kept: an old one would hold tokens that were used. */
export function writeRecord(browser: Browser, record: SessionRecord): void {
  try {
    browser.storage.setItem(sessionKeys.current, JSON.stringify(record));
  } catch {
    browser.storage.removeItem(sessionKeys.current);
  }
}

/** The session of this tab, or of the tab it was copied from. */
export function readRecord(browser: Browser): SessionRecord | undefined {
  return parse(browser.storage.getItem(sessionKeys.current));
}

export function takeRetired(browser: Browser): SessionRecord | undefined {
  const record = parse(browser.storage.getItem(sessionKeys.retired));
  browser.storage.removeItem(sessionKeys.retired);
  return record;
}

/** When the reader last touched this tab (milliseconds since 1970). */
export function readActive(browser: Browser): number | undefined {
  const at = Number(browser.storage.getItem(sessionKeys.active) ?? Number.NaN);
  return Number.isFinite(at) ? at : undefined;
}

export function writeActive(browser: Browser, at: number): void {
  try {
    browser.storage.setItem(sessionKeys.active, String(at));
  } catch {
    // No room: the time before stands, and a page that is loaded again is the sooner left alone.
  }
}

export function isTokenSet(value: unknown): value is TokenSet {
  const set = value as Partial<TokenSet> | null | undefined;
  return typeof set?.access === 'string' && typeof set.turn === 'number';
}

function parse(text: string | null): SessionRecord | undefined {
  try {
    const record = JSON.parse(text ?? '') as Partial<SessionRecord>;
    const whole =
      typeof record.id === 'string' &&
      typeof record.systemId === 'string' &&
      typeof record.endpoints?.token === 'string' &&
      (record.scopes === undefined || Array.isArray(record.scopes)) &&
      (record.refused === undefined || Array.isArray(record.refused)) &&
      isTokenSet(record.tokens);
    return whole ? (record as SessionRecord) : undefined;
  } catch {
    return undefined;
  }
}
