import { wordsReady } from '#i18n/speech.ts';

/**
 * Fetches the page that tells of failures, with its words, where one may be wanted when nothing more can be loaded: a
 * sign-in that fails for want of a network, a session that ends without one. Without it a short page says that much.
 */
export function fetchFailurePage(): void {
  import('./FailurePage.tsx').then(wordsReady, () => undefined);
}
