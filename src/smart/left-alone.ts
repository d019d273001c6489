import type { Browser } from './browser.ts';
import { readActive } from './session-record.ts';
import type { System } from './registry.ts';

/** For how long nobody may be there, in milliseconds. */
export function idleLimit({ idleMinutes }: System): number {
  return idleMinutes * 60_000;
}

/** Whether the session of this tab's storage was left alone for too long before the page was loaded again. */
export function leftAlone(browser: Browser, system: System): boolean {
  const at = readActive(browser);
  return at !== undefined && browser.now() - at >= idleLimit(system);
}
