/**
 * The front door. `/launch` is answered here, with a few kilobytes and without a framework; every other address loads
 * the app, with the callback's work beside React's. Runs once a page.
 */
import { readPreferences, showPreferences } from '#theme/view-preferences.ts';
import { paths } from '#app/paths.ts';
import { thisBrowser, unfit } from '#smart/browser.ts';
import { SignInError, type SignInFailure } from '#smart/failure.ts';
import { launchUrl } from '#smart/launch.ts';
import { parseRegistry, type ParsedRegistry, type Registry } from '#smart/registry.ts';
import { readRecord, retireRecord } from '#smart/session-record.ts';
import { warmCache } from '#app/sign-in/warm-cache.ts';

function readConfig(): ParsedRegistry {
  try {
    return parseRegistry(JSON.parse(document.getElementById('smart-config')?.textContent ?? ''));
  } catch {
    return { ok: false, faults: [{ path: 'smart-config.json', message: 'is not JSON' }] };
  }
}

/** The EHR's launch: on to the sign-in page at once. The old session of this tab is out of reach before that. */
async function launch(registry: Registry, page: URL): Promise<void> {
  try {
    retireRecord(thisBrowser);
    const url = await launchUrl(thisBrowser, registry, page);
    warmCache(document);
    location.replace(url.href);
  } catch (error) {
    const failure: SignInFailure = error instanceof SignInError ? error.failure : { kind: 'fault' };
    // The launch token leaves the address bar; trying again uses the one kept here.
    history.replaceState(null, '', paths.launch);
    const [{ showLaunchFailure }] = await Promise.all([import('#app/opening-start.ts'), showFront()]);
    showLaunchFailure(registry, failure, () => void launch(registry, page));
  }
}

async function showFront(): Promise<void> {
  const { mountFront } = await import('#app/sign-in/Front.tsx');
  mountFront(document.getElementById('root')!);
}

async function openApp(parsed: ParsedRegistry, mayOpenChart: boolean): Promise<void> {
  const start = import('#app/opening-start.ts');
  // Three downloads at once: the chart's code is wanted as soon as the sign-in is finished.
  if (mayOpenChart) void import('#app/App.tsx');
  const front = showFront();
  await (await start).startOpening({ browser: thisBrowser, window }, parsed);
  await front;
}

showPreferences(readPreferences(), document.documentElement);
const parsed = readConfig();
const lacking = unfit();
if (parsed.ok && lacking === undefined && location.pathname === paths.launch) {
  void launch(parsed.registry, new URL(location.href));
} else {
  void openApp(
    parsed,
    lacking === undefined && (location.search !== '' || readRecord(thisBrowser) !== undefined),
  );
}
