/** Draws `public/icon.png` from `public/icon.svg`, the drawing: `node src/commands/register-icon.ts`, after a change of it. */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { runCommand } from './run-command.ts';
import { systemChromium } from './system-chromium.ts';

/** Square, and far above the 24 pixels that NextGen's guide asks for: sharp wherever it is shown. */
const side = 256;

runCommand(async () => {
  const executablePath = systemChromium();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const drawing = (await readFile('public/icon.svg')).toString('base64');
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style>` +
      `<img width="${side}" height="${side}" alt="" src="data:image/svg+xml;base64,${drawing}">`,
  );
  // The corners are round: what is behind them shows through.
  await page.screenshot({ path: 'public/icon.png', omitBackground: true });
  await browser.close();
});
