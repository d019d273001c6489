/**
 * Automatic logoff (HIPAA 164.312(a)(2)(iii)): nobody touched this tab or its copies for the system's idle limit. By
 * the wall clock, so that a machine that slept through the limit wakes up signed out. Loaded behind the banner.
 */
import type { Browser } from './browser.ts';
import { idleLimit, latestEnd } from './left-alone.ts';
import type { OpenSession } from './session.ts';
import { writeActive } from './session-record.ts';
import { type AloneWatch, watchAlone, type Watching } from './watch-alone.ts';

export type IdleWatch = Pick<AloneWatch, 'stay'>;

/** From when on a reader is told by when to sign in again: half an hour ahead, or in the last quarter of a short sign-in. */
export function noticeFrom({ openedAt, signInBy }: Pick<OpenSession, 'openedAt' | 'signInBy'>): number {
  return signInBy - Math.min(30 * 60_000, (signInBy - openedAt) / 4);
}

/** Watches until the session ends; ends it at the limit. Staying counts in every tab of the session. */
export function watchIdle(
  browser: Browser,
  session: OpenSession,
  page: Window,
  { since, onNear }: Pick<Watching, 'since' | 'onNear'>,
): IdleWatch {
  const longest = latestEnd(session.openedAt, session.system);
  // A sign-in server that is silent is asked again at the next turn; one that refuses ends the session by itself.
  const renew = (): void => void session.accessToken().catch(() => undefined);
  let watch: AloneWatch | undefined;
  let isOver = false;
  session.onEnd(() => {
    isOver = true;
    watch?.stop();
  });
  watch = watchAlone(page, {
    since,
    onNear,
    limit: idleLimit(session.system),
    now: () => browser.now(),
    onLeft: () => void session.end('idle'),
    onTurn(now) {
      if (now >= longest) {
        void session.end('limit');
        return false;
      }
      if (Number(session.keepBy) <= now) renew();
      return true;
    },
    onNoted: (at) => writeActive(browser, at),
    onStay(now) {
      session.tellActive(now);
      // Who only looks and scrolls asks for no record in a long time: what renews the tokens must not run out on them.
      renew();
    },
  });
  // It may have been over at the first look.
  if (isOver) watch.stop();
  session.onActive((when) => watch.note(when));
  return { stay: watch.stay };
}
