/** Past the front door: the page's React root, loaded beside the work that decides what it shows. */
import { thisBrowser } from '#smart/browser.ts';
import type { SignInFailure } from '#smart/failure.ts';
import { revokeRetired } from '#smart/open-session.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import type { Registry } from '#smart/registry.ts';
import { showLaunchFailure, startOpening } from './opening-start.ts';

let mounted = false;

/** React arrives while the sign-in is being finished; whoever is ready first waits in the store for the other. */
function mount(): void {
  if (mounted) return;
  mounted = true;
  void import('./sign-in/Front.tsx').then(({ mountFront }) => mountFront(document.getElementById('root')!));
}

/** Every address but `/launch`. */
export function openPage(checked: CheckedRegistry): void {
  mount();
  void startOpening({ browser: thisBrowser, window }, checked);
}

/** A launch that could not go on. `retry` launches once more. */
export function openLaunchFailure(registry: Registry, failure: SignInFailure, retry: () => void): void {
  mount();
  showLaunchFailure(registry, failure, retry);
  void revokeRetired(thisBrowser, registry);
}
