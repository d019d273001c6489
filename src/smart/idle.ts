/**
 * Automatic logoff (HIPAA 164.312(a)(2)(iii)): nobody touched this tab or its copies for the system's idle limit. By
 * the wall clock, so that a machine that slept through the limit wakes up signed out. Loaded behind the banner.
 */
import type { Browser } from './browser.ts';
import { idleLimit, latestEnd } from './left-alone.ts';
import type { OpenSession } from './session.ts';
import { writeActive } from './session-record.ts';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;
const wakes = ['focus', 'pageshow', 'visibilitychange'] as const;
/** Often enough to notice a clock that was set; activity is noted no more often than this either. */
const step = 10_000;

export interface Watching {
  /** When somebody was last there, in milliseconds since 1970. */
  readonly since: number;
  /** The limit is near, with the time at which it is reached; undefined: somebody is there after all. */
  onNear(endsAt: number | undefined): void;
}

export interface IdleWatch {
  /** Somebody says so: the time starts anew, in every tab of the session. */
  stay(): void;
}

/** How long before the limit a reader is warned: a minute, or a fifth of a limit so short that a minute is much of it. */
export function warningTime(limit: number): number {
  return Math.min(60_000, limit / 5);
}

/** From when on a reader is told by when to sign in again: half an hour ahead, or in the last quarter of a short sign-in. */
export function noticeFrom({ openedAt, signInBy }: Pick<OpenSession, 'openedAt' | 'signInBy'>): number {
  return signInBy - Math.min(30 * 60_000, (signInBy - openedAt) / 4);
}

/** Watches until the session ends; ends it at the limit. */
export function watchIdle(
  browser: Browser,
  session: OpenSession,
  page: Window,
  { since, onNear }: Watching,
): IdleWatch {
  const limit = idleLimit(session.system);
  const warning = warningTime(limit);
  const longest = latestEnd(session.openedAt, session.system);
  let at = since;
  let near: number | undefined;
  let timer: number | undefined;
  let over = false;

  function check(): void {
    page.clearTimeout(timer);
    if (over) return;
    const now = browser.now();
    // A clock that was set back lengthens nothing.
    at = Math.min(at, now);
    const left = at + limit - now;
    if (left <= 0) return void session.end('idle');
    if (now >= longest) return void session.end('limit');
    if (Number(session.keepBy) <= now) renew();
    const endsAt = left <= warning ? at + limit : undefined;
    if (endsAt !== near) {
      near = endsAt;
      onNear(endsAt);
    }
    timer = page.setTimeout(check, Math.min(step, left <= warning ? left : left - warning));
  }
  // A sign-in server that is silent is asked again at the next turn; one that refuses ends the session by itself.
  const renew = (): void => void session.accessToken().catch(() => undefined);
  const note = (when: number): void => {
    at = Math.max(at, Math.min(when, browser.now()));
    writeActive(browser, at);
    check();
  };
  const stay = (): void => {
    const now = browser.now();
    // The first touch after the limit is too late: it must not rescue the session.
    if (now - at >= limit) return check();
    note(now);
    session.tellActive(now);
    // Who only looks and scrolls asks for no record in a long time: what renews the tokens must not run out on them.
    renew();
  };
  const touched = (event: Event): void => {
    if (near === undefined ? browser.now() - at >= step : !isAnswering(event)) stay();
  };

  session.onActive((when) => {
    if (!over) note(when);
  });
  for (const sign of signs) page.addEventListener(sign, touched, { capture: true, passive: true });
  for (const wake of wakes) page.addEventListener(wake, check, { capture: true });
  session.onEnd(() => {
    over = true;
    page.clearTimeout(timer);
    for (const sign of signs) page.removeEventListener(sign, touched, { capture: true });
    for (const wake of wakes) page.removeEventListener(wake, check, { capture: true });
    if (near !== undefined) onNear(undefined);
  });
  check();
  return { stay };
}

/**
 * While the warning stands its buttons decide: a key that moves between them is no answer yet. A page also scrolls by
 * itself, so that scrolling is none either.
 */
function isAnswering({ type, target }: Event): boolean {
  return type === 'scroll' || (target instanceof Element && target.closest('[role="alertdialog"]') !== null);
}
