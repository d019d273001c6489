import type { Browser } from './browser.ts';
import { readActive, type SessionRecord } from './session-record.ts';
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

/** When a session ends however often it is renewed and used, in milliseconds since 1970. */
export function latestEnd(openedAt: number, { sessionHours }: System): number {
  return openedAt + sessionHours * 3_600_000;
}

/** Why the session that a page finds when it is loaded again goes on no more; undefined: it does. */
export function whyOver(
  browser: Browser,
  system: System,
  { openedAt }: SessionRecord,
): 'idle' | 'limit' | undefined {
  if (leftAlone(browser, system)) return 'idle';
  return browser.now() >= latestEnd(openedAt, system) ? 'limit' : undefined;
}
