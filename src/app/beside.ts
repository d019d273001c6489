/**
 * The pages beside the chart: diagnostics and privacy. They need no session and disturb none: opened from a page of the
 * app they are shown in its place, with whatever is open left as it is, and "back" leads there again.
 */
import type { SignInFailure } from '#smart/failure.ts';

/** Their addresses. Not in `paths.ts`: every byte there is loaded by `/launch`. */
export const beside = { diagnostics: '/diagnostics', privacy: '/privacy' } as const;

/**
 * Where files are opened (`open-file/`). Not beside a chart: a page loaded for itself, whose policy lets it connect to
 * nothing.
 */
export const openFile = '/open';

export type BesideName = keyof typeof beside;

export const besideNames = Object.keys(beside) as readonly BesideName[];

/** What "back" leads to, and what the page before it had to tell: closed words alone (`smart/report.ts`). */
interface Left {
  readonly failure?: SignInFailure | undefined;
}

/** Which of the pages the address names. */
export function besideNow(): BesideName | undefined {
  return besideNames.find((name) => beside[name] === location.pathname);
}

/** For `useSyncExternalStore`: the address may have changed. */
export function onPlaceChange(listener: () => void): () => void {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
}

/** Shows one of the pages in the place of what is on the screen. A failure goes along, through a reload too. */
export function openBeside(name: BesideName, failure?: SignInFailure): void {
  history.pushState({ failure } satisfies Left, '', beside[name]);
  dispatchEvent(new PopStateEvent('popstate'));
}
