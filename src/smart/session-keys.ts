/** Where a tab keeps its session, and the little of it that `/launch` needs. What is kept: `session-record.ts`. */
import type { Browser } from './browser.ts';

export const sessionKeys = {
  current: 'chartside.session',
  retired: 'chartside.retired',
  active: 'chartside.active',
} as const;

export function forgetRecord(browser: Browser): void {
  browser.storage.removeItem(sessionKeys.current);
  browser.storage.removeItem(sessionKeys.active);
}

/**
 * A new launch puts the old session out of reach at once, before anything else happens: whatever becomes of the launch,
 * this tab never shows the old patient again. Its tokens are kept aside only to be revoked (`takeRetired`).
 */
export function retireRecord(browser: Browser): void {
  const old = browser.storage.getItem(sessionKeys.current);
  if (old === null) return;
  // Before the other is written: a storage that is full must not keep the old patient within reach.
  forgetRecord(browser);
  try {
    browser.storage.setItem(sessionKeys.retired, old);
  } catch {
    // Nothing to revoke it with: the tokens run out by themselves.
  }
}
