/**
 * A file of its own, so that the names of all that the page of "Open a file" loads do not stand among those that are
 * loaded before the banner.
 */
import type { CheckedRegistry } from '#smart/registry-check.ts';

export async function startOpenFile(checked: CheckedRegistry): Promise<void> {
  try {
    (await import('./mount-open-file.tsx')).mountOpenFile(checked);
  } catch (error) {
    document.getElementById('not-loaded')!.hidden = false;
    throw error;
  }
}
