/** Whether somebody is at a page: any touch of it counts, and the wall clock, so that a machine that slept has counted too. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;
const wakes = ['focus', 'pageshow', 'visibilitychange'] as const;
/** Often enough to notice a clock that was set; activity is noted no more often than this either. */
const step = 10_000;

/** How long before the limit a reader is warned: a minute, or a fifth of a limit so short that a minute is much of it. */
export function warningTime(limit: number): number {
  return Math.min(60_000, limit / 5);
}

/** Times are milliseconds since 1970. */
export interface Watching {
  /** For how long nobody may be there, in milliseconds. */
  readonly limit: number;
  /** When somebody was last there. */
  readonly since: number;
  now(): number;
  /** The limit is near, with the time at which it is reached; undefined: somebody is there after all. */
  onNear(endsAt: number | undefined): void;
  /** The limit is reached. It may be told more than once until the watch is stopped. */
  onLeft(): void;
  /** Every few seconds; false where there is nothing to watch any more. */
  onTurn?(now: number): boolean;
  /** Somebody was there, here or (`note`) elsewhere. */
  onNoted?(at: number): void;
  /** Somebody was there, here. */
  onStay?(now: number): void;
}

export interface AloneWatch {
  /** Somebody says so: the time starts anew. */
  stay(): void;
  /** Somebody was there, in another tab. */
  note(when: number): void;
  stop(): void;
}

export function watchAlone(page: Window, watching: Watching): AloneWatch {
  const { limit, now: clock } = watching;
  const warning = warningTime(limit);
  let at = watching.since;
  let near: number | undefined;
  let timer: number | undefined;
  let over = false;

  function check(): void {
    page.clearTimeout(timer);
    if (over) return;
    const now = clock();
    // A clock that was set back lengthens nothing.
    at = Math.min(at, now);
    const left = at + limit - now;
    if (left <= 0) return watching.onLeft();
    if (watching.onTurn?.(now) === false) return;
    const endsAt = left <= warning ? at + limit : undefined;
    if (endsAt !== near) {
      near = endsAt;
      watching.onNear(endsAt);
    }
    timer = page.setTimeout(check, Math.min(step, left <= warning ? left : left - warning));
  }
  const note = (when: number): void => {
    if (over) return;
    at = Math.max(at, Math.min(when, clock()));
    watching.onNoted?.(at);
    check();
  };
  const stay = (): void => {
    const now = clock();
    // The first touch after the limit is too late: it must not rescue what was left alone.
    if (now - at >= limit) return check();
    note(now);
    watching.onStay?.(now);
  };
  const touched = (event: Event): void => {
    if (near === undefined ? clock() - at >= step : !isAnswering(event)) stay();
  };

  for (const sign of signs) page.addEventListener(sign, touched, { capture: true, passive: true });
  for (const wake of wakes) page.addEventListener(wake, check, { capture: true });
  check();
  return {
    stay,
    note,
    stop() {
      over = true;
      page.clearTimeout(timer);
      for (const sign of signs) page.removeEventListener(sign, touched, { capture: true });
      for (const wake of wakes) page.removeEventListener(wake, check, { capture: true });
      if (near !== undefined) watching.onNear(undefined);
      near = undefined;
    },
  };
}

/**
 * While the warning stands its buttons decide: a key that moves between them is no answer yet. A page also scrolls by
 * itself, so that scrolling is none either.
 */
function isAnswering({ type, target }: Event): boolean {
  return type === 'scroll' || (target instanceof Element && target.closest('[role="alertdialog"]') !== null);
}
