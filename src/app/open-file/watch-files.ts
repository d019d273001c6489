/**
 * Opened files that nobody uses are closed, as a session is (HIPAA 164.312(a)(2)(iii)). What was read stays in a page's
 * memory for as long as the page does: another document takes its place.
 */
import { watchAlone } from '#smart/watch-alone.ts';
import type { Registry } from '#smart/registry.ts';
import { openFile } from '#app/beside.ts';

/** Where no system says how long: `npm run open` serves no configuration. */
const usual = 15;

/** For how long nobody may be there, in milliseconds: as in the strictest of the systems, for the machine is the same. */
export function filesLimit({ systems }: Pick<Registry, 'systems'>): number {
  const minutes = systems.map(({ idleMinutes }) => idleMinutes);
  return (minutes.length === 0 ? usual : Math.min(...minutes)) * 60_000;
}

/** Why files are closed. */
export type Closing = 'left-alone' | 'other';

/** The files that are watched over now. */
const watched = new Set<() => void>();

/** Watches over files that are open; `onLeft` closes them. Returns what ends the watch. */
export function watchFiles(limit: number, onLeft: () => void): () => void {
  let near: number | undefined;
  let takeAway: (() => void) | undefined;
  const loadWarning = () => import('#app/idle/show-warning.tsx');
  const watch = watchAlone(window, {
    limit,
    since: Date.now(),
    now: Date.now,
    onLeft,
    onNear(endsAt) {
      near = endsAt;
      takeAway?.();
      takeAway = undefined;
      if (endsAt === undefined) return;
      loadWarning().then(
        ({ showWarning }) => {
          if (near === endsAt) takeAway ??= showWarning(endsAt, watch.stay, onLeft, 'open.idle');
        },
        // Without the words the limit holds all the same.
        () => undefined,
      );
    },
  });
  // There when it is wanted, although the server may not be by then.
  void loadWarning().catch(() => undefined);
  const stop = (): void => {
    watched.delete(stop);
    watch.stop();
  };
  watched.add(stop);
  return stop;
}

/**
 * Loads the page anew, with nothing of the files; offline as soon as there is something to load, unless others are open
 * by then: those are closed by their own limit.
 * @returns whether it is being loaded
 */
export function beginWithoutFiles(page: Window, why: Closing): boolean {
  const { history, location, navigator } = page;
  history.replaceState(why === 'left-alone' ? { leftAlone: true } : null, '', openFile);
  if (navigator.onLine) location.reload();
  else page.addEventListener('online', () => watched.size === 0 && location.reload());
  return navigator.onLine;
}

/** Whether the document before this one closed its files by itself; told once. */
export function takeLeftAlone({ history, location }: Window): boolean {
  const { leftAlone } = (history.state ?? {}) as { readonly leftAlone?: unknown };
  if (leftAlone !== true) return false;
  history.replaceState(null, '', location.pathname);
  return true;
}
