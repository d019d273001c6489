/** A session that a launch or another sign-in in the same tab has put out of reach: what is left is to end it. */
import type { Browser } from './browser.ts';
import { noteEnded } from './ended-sessions.ts';
import { tabsOf } from './peers.ts';
import type { Registry, System } from './registry.ts';
import { takeRetired, type SessionRecord } from './session-record.ts';
import { systemById } from './systems.ts';
import { forgetTokens, revokeToken } from './token-request.ts';

/**
 * Ends what a launch or a sign-in left behind in this tab, where no copied tab lives on it: its tokens are revoked, or
 * only forgotten where `successor`, the system of the session in its place, is the same client of the same server.
 */
export async function endRetired(browser: Browser, registry: Registry, successor?: System): Promise<void> {
  const record = retiredIn(browser);
  const system = record && systemById(registry, record.systemId);
  if (record === undefined || system === undefined || (await tabsOf(browser, record.id)) > 0) return;
  const ending =
    successor !== undefined && isSameClient(system, successor)
      ? forgetTokens(browser, system, record.id)
      : revokeToken(browser, system, record.endpoints, { ...record.tokens, session: record.id });
  await Promise.all([ending, noteEnded(browser, record.id)]);
}

/** Where storage is blocked there is nothing to end; the page says by itself what is wrong. */
function retiredIn(browser: Browser): SessionRecord | undefined {
  try {
    return takeRetired(browser);
  } catch {
    return undefined;
  }
}

/** Two systems may be one client of one sign-in server: the EHR's launch and the patients' page, say. */
function isSameClient(one: System, other: System): boolean {
  return (
    one.id === other.id ||
    (one.clientId === other.clientId &&
      one.endpoints !== undefined &&
      one.endpoints.token === other.endpoints?.token)
  );
}
