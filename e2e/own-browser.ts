/** A browser that a story starts itself, for what the one of all stories does not do. */
import type { Browser, BrowserType, LaunchOptions } from '@playwright/test';
import { systemChromium } from '#commands/system-chromium.ts';
import { tellTime } from './clock.ts';

/** Chromium with these flags besides, at the time of the stories. Whoever starts it closes it. */
export async function startOwnBrowser(
  chromium: BrowserType,
  flags: readonly string[],
  more: Pick<LaunchOptions, 'ignoreDefaultArgs'> = {},
): Promise<Browser> {
  const executablePath = systemChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', ...flags],
    ...more,
  });
  tellTime(browser);
  return browser;
}
