import { wordsReady } from '#i18n/speech.ts';
import { watchIdle } from '#smart/idle.ts';
import type { OpenSession } from '#smart/session.ts';
import type { Page } from '#app/opening-start.ts';

async function loadWarning(): Promise<typeof import('./show-warning.tsx')> {
  const file = await import('./show-warning.tsx');
  await wordsReady();
  return file;
}

/** When the warning's code is fetched, so that it is there although the server may not be: when the chart has been read. */
const calm = 30_000;

/** Watches over an open session until it ends: warns before the idle limit, ends it there. `since`: somebody was there. */
export function watchSession({ browser, window }: Page, session: OpenSession, since: number): void {
  /** The limit that is being warned of. */
  let near: number | undefined;
  let takeAway: (() => void) | undefined;
  const { stay } = watchIdle(browser, session, window, {
    since,
    onNear(endsAt) {
      near = endsAt;
      takeAway?.();
      takeAway = undefined;
      if (endsAt === undefined) return;
      loadWarning().then(
        ({ showWarning }) => {
          if (near === endsAt) takeAway ??= showWarning(endsAt, stay, () => void session.signOut());
        },
        // Without the words the limit holds all the same.
        () => undefined,
      );
    },
  });
  window.setTimeout(() => void loadWarning().catch(() => undefined), calm);
}
