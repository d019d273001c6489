/** What the page itself knows: the configuration in it, and what the page before this one had to tell. */
import type { SignInFailure } from '#smart/failure.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import { supportCodes } from '#smart/support-codes.ts';
import type { Opening } from '#app/opening.ts';

/** The configuration that the server has put into the page (`server/page.ts`), as the front door reads it. */
export function pageConfig(): CheckedRegistry {
  try {
    return JSON.parse(document.getElementById('smart-config')?.textContent ?? '') as CheckedRegistry;
  } catch {
    return { ok: false, findings: [{ path: 'smart-config.json', rule: 'json' }] };
  }
}

/** The failure that this page was opened from. What the history holds may be of another version: only ours is taken. */
export function shownFailure(opening: Opening): SignInFailure | undefined {
  if (opening.state === 'failed') return opening.failure;
  const { failure } = (history.state ?? {}) as { readonly failure?: SignInFailure };
  const kind: unknown = failure?.kind;
  return typeof kind === 'string' && Object.hasOwn(supportCodes, kind) ? failure : undefined;
}
