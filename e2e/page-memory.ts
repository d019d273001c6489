/** What lies in the memory of a page, for the stories of what is left there. They run without traces, which keep what was shown. */
import type { Page } from '@playwright/test';

/** Every string in the memory of a page, once what nobody holds any more has been thrown away. */
async function stringsOf(page: Page): Promise<readonly string[]> {
  const browser = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  browser.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await browser.send('HeapProfiler.enable');
  await browser.send('HeapProfiler.collectGarbage');
  await browser.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await browser.detach();
  return (JSON.parse(chunks.join('')) as { readonly strings: readonly string[] }).strings;
}

/** Those of the words that some string in the page's memory holds. */
export async function foundIn(page: Page, words: readonly string[]): Promise<readonly string[]> {
  const strings = await stringsOf(page);
  return words.filter((word) => strings.some((text) => text.includes(word)));
}
