import { type Browser, chromium } from 'playwright';
import { systemChromium } from '#commands/system-chromium.ts';

/** The machine's own Chromium, or the one Playwright has; it talks to nobody by itself. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = systemChromium();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
}
