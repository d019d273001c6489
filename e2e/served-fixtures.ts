/** What `npm run open` serves, for one story. */
import type { BrowserContext } from '@playwright/test';
import { startOpen, type OpenRunning } from '#commands/open.ts';
import { test as base } from './fixtures.ts';
import { exportFolder } from './opened-files.ts';

interface Served {
  readonly served: OpenRunning;
  /** A browser of its own: the witness of all stories knows one app, and this is another. */
  readonly apart: BrowserContext;
}

export const served = base.extend<Served>({
  served: async ({ browserName: _any }, use, testInfo) => {
    const build = process.env['CHARTSIDE_BUILD'];
    const target = await exportFolder(testInfo.outputPath());
    const running = await startOpen({ target, port: 0, ...(build !== undefined && { build }) });
    await use(running);
    await running.stop();
  },
  apart: async ({ browser }, use) => {
    const apart = await browser.newContext();
    await use(apart);
    await apart.close();
  },
});
