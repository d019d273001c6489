/**
 * Automatic logoff (HIPAA 164.312(a)(2)(iii)): nobody touched this tab or its copies for the system's idle limit. By
 * the wall clock, so that a machine that slept through the limit wakes up signed out.
 */
import type { Browser } from './browser.ts';
import type { OpenSession } from './open-session.ts';
import { readActive, writeActive } from './session-record.ts';
import type { System } from './registry.ts';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;
const wakes = ['focus', 'pageshow', 'visibilitychange'] as const;
/** Often enough to be punctual; activity is noted no more often than this either. */
const step = 10_000;

function isIdle(browser: Browser, system: System, at: number): boolean {
  return browser.now() - at >= system.idleMinutes * 60_000;
}

/** Whether the session of this tab's storage was left alone for too long before the page was loaded again. */
export function leftAlone(browser: Browser, system: System): boolean {
  const at = readActive(browser);
  return at !== undefined && isIdle(browser, system, at);
}

/** Watches until the session ends; ends it at the limit. */
export function watchIdle(browser: Browser, session: OpenSession, page: Window): void {
  let at = browser.now();
  const note = (when: number): void => {
    at = Math.max(at, when);
    writeActive(browser, at);
  };
  const check = (): void => {
    if (isIdle(browser, session.system, at)) void session.end('idle');
  };
  const touched = (): void => {
    const now = browser.now();
    // The first touch after the limit is too late: it must not rescue the session.
    if (isIdle(browser, session.system, at)) return check();
    if (now - at < step) return;
    note(now);
    session.tellActive(now);
  };
  note(at);
  session.onActive(note);
  const timer = page.setInterval(check, step);
  for (const sign of signs) page.addEventListener(sign, touched, { capture: true, passive: true });
  for (const wake of wakes) page.addEventListener(wake, check, { capture: true });
  session.onEnd(() => {
    page.clearInterval(timer);
    for (const sign of signs) page.removeEventListener(sign, touched, { capture: true });
    for (const wake of wakes) page.removeEventListener(wake, check, { capture: true });
  });
}
