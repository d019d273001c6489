/**
 * The end of a session, and the page anew after it. What a page has read and shown stays in its memory long after it
 * has left the screen (answers, tokens, React's own copies): only another document in its place is sure to hold none.
 */
import type { SessionEnd } from '#smart/failure.ts';
import { noteEnded } from '#smart/ended-sessions.ts';
import type { Place } from '#smart/pending.ts';
import type { LaunchKind } from '#smart/registry.ts';
import { paths } from './paths.ts';
import type { Page } from './opening-start.ts';

/** What the page that comes after a session has to tell. */
export interface Ending {
  readonly reason: SessionEnd;
  readonly systemId: string;
  readonly launchKind: LaunchKind;
  /** Where the reader was, for the same patient alone. */
  readonly place: Place | undefined;
}

/** Longer than our own server ever takes; until then the page says nothing. */
const patience = 4_000;

/**
 * Loads the page anew, with the ending on the way. Resolves with false where our own server cannot be reached: a page
 * that was loaded then would be the browser's, without a word of what happened.
 */
export async function beginAnew({ browser, window }: Page, id: string, ending: Ending): Promise<boolean> {
  let isLeaving = false;
  // Signing out of the portal as well leaves for there at once.
  window.addEventListener('beforeunload', () => (isLeaving = true), { once: true });
  // The page that is told to forget must not be the one that remembers: first of all the end is noted.
  await noteEnded(browser, id);
  try {
    const options = { method: 'HEAD', cache: 'no-store', redirect: 'error' } as const;
    const answer = await window.fetch(paths.home, { ...options, signal: AbortSignal.timeout(patience) });
    if (!answer.ok) return false;
    if (isLeaving) return true;
    window.history.replaceState({ ending }, '', paths.home);
    window.location.reload();
    return true;
  } catch {
    return false;
  }
}

/** The ending that the document before this one left, once. */
export function takeEnding({ history, location }: Window): Ending | undefined {
  const { ending } = (history.state ?? {}) as { readonly ending?: Ending };
  if (ending !== undefined) history.replaceState(null, '', location.pathname);
  return ending;
}
