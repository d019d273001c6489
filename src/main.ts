/**
 * The front door. `/launch` is answered here, with a few kilobytes and without a framework; every other address loads
 * the app, with the callback's work beside React's. Runs once a page.
 */
import { paths } from '#app/paths.ts';
import { fetchChartFiles } from '#app/sign-in/chart-files.ts';
import { tags } from '#i18n/language.ts';
import { thisBrowser } from '#smart/browser.ts';
import { SignInError, type SignInFailure } from '#smart/failure.ts';
import { launchUrl } from '#smart/launch.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import type { Registry } from '#smart/registry.ts';
import { retireRecord } from '#smart/session-keys.ts';
import { readerLanguage } from '#theme/view-preferences.ts';

/** The server has checked it, with all that takes, and put what came of it into the page (`server/page.ts`). */
function readConfig(): CheckedRegistry {
  try {
    return JSON.parse(document.getElementById('smart-config')?.textContent ?? '') as CheckedRegistry;
  } catch {
    return { ok: false, findings: [{ path: 'smart-config.json', rule: 'json' }] };
  }
}

/** Everything past the front door. Where it cannot be fetched the page says so, in words that lie in it already. */
async function loadApp() {
  try {
    return await import('#app/opening-page.ts');
  } catch (error) {
    document.getElementById('not-loaded')!.hidden = false;
    throw error;
  }
}

/** The EHR's launch: on to the sign-in page at once. The old session of this tab is out of reach before that. */
async function launch(registry: Registry, page: URL): Promise<void> {
  try {
    retireRecord(thisBrowser);
    const url = await launchUrl(thisBrowser, registry, page);
    location.replace(url.href);
    fetchChartFiles(document, 'prefetch');
  } catch (error) {
    const failure: SignInFailure = error instanceof SignInError ? error.failure : { kind: 'fault' };
    // The launch token leaves the address bar; trying again uses the one kept here.
    history.replaceState(null, '', paths.launch);
    (await loadApp()).openLaunchFailure(registry, failure, () => void launch(registry, page));
  }
}

// The few words that lie in the page lie there in every language: this says which of them are seen.
document.documentElement.lang = tags[readerLanguage()];

const checked = readConfig();
if (checked.ok && location.pathname === paths.launch) {
  void launch(checked.registry, new URL(location.href));
} else {
  void loadApp().then(({ openPage }) => openPage(checked));
}
