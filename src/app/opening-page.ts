/** Past the front door: the work that decides what the page shows, and React's turn to show it. */
import { thisBrowser } from '#smart/browser.ts';
import type { SignInFailure } from '#smart/failure.ts';
import { endRetired } from '#smart/retired-session.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import type { Registry } from '#smart/registry.ts';
import { readerLanguage, readPreferences, showPreferences } from '#theme/view-preferences.ts';
import { besideNow, openFile } from './beside.ts';
import { chartOf } from './chart-of.ts';
import { opening } from './opening.ts';
import { loadRecord } from './record-file.ts';
import { fetchChartFiles } from './sign-in/chart-files.ts';
import { showLaunchFailure, startOpening } from './opening-start.ts';

/**
 * How long React waits for the patient's name, in milliseconds. Running its code takes the page for several tens of
 * milliseconds: a quick server's answers go before that, and a slow one's time is used for it.
 */
const patience = 400;

/** The front door runs as soon as it is there, which may be before the page's own elements are. */
async function pageParsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

async function readersWords(): Promise<void> {
  const language = readerLanguage();
  if (language === 'en') return;
  const { speak } = await loadRecord();
  await speak({ language }, true);
}

/** Mounts React in its turn: behind the first banner, or as soon as there is none to wait for. */
async function mountInTurn(): Promise<void> {
  // Nothing is drawn before its words are there. Without them the page speaks English.
  await readersWords().catch(() => undefined);
  await pageParsed();
  const root = document.getElementById('root')!;
  let stopDrawing: (() => void) | undefined;
  let mounted = false;
  let drawing = false;
  let taken = false;

  const mount = (): void => {
    if (mounted) return;
    mounted = true;
    void import('./sign-in/Front.tsx').then(({ mountFront }) => {
      taken = true;
      stopLooking();
      stopDrawing?.();
      mountFront(root);
    });
  };
  const look = (): void => {
    const now = opening.getSnapshot();
    if (now.state === 'starting' && !besideNow()) return;
    if (now.state !== 'open') return mount();
    if (drawing) return;
    drawing = true;
    const chart = chartOf(now.session, now.reading, now.memory);
    // The banner is painted before React's code has the page.
    const then = (): unknown => requestAnimationFrame(() => setTimeout(mount));
    import('./opening-record.ts').then(({ drawFirstBanner }) => {
      if (!taken) stopDrawing = drawFirstBanner(root, chart, then);
    }, mount);
  };
  setTimeout(mount, patience);
  const stopLooking = opening.subscribe(look);
  look();
}

/** Every address but `/launch`. */
export function openPage(checked: CheckedRegistry): void {
  // No session is looked at there, and none begins.
  if (location.pathname.startsWith(openFile)) {
    void import('./open-file/start-open-file.ts').then(({ startOpenFile }) => startOpenFile(checked));
    return;
  }
  // A page beside the chart touches no session.
  if (!besideNow()) void startOpening({ browser: thisBrowser, window }, checked);
  // All else behind the exchange of the code: it would take from it.
  showPreferences(readPreferences(), document.documentElement);
  fetchChartFiles(document, 'preload');
  void mountInTurn();
}

/** A launch that could not go on. `retry` launches once more. */
export function openLaunchFailure(registry: Registry, failure: SignInFailure, retry: () => void): void {
  showPreferences(readPreferences(), document.documentElement);
  showLaunchFailure(registry, failure, retry);
  void mountInTurn();
  void endRetired(thisBrowser, registry);
}
