/** What a visit leaves on the disk of the machine: nothing of the patient. */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { people } from '#sandbox/cast.ts';
import { expect, test } from './fixtures.ts';
import { clickAddress, expectAllRead, expectChartOf, openSection, provider } from './steps.ts';

/** Where a text stands in a folder's files, as bytes or in the browser's own two bytes a letter. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
    const bytes = await readFile(path);
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
      found.push(path.slice(folder.length + 1));
  }
  return found;
}

test(
  'a browser’s profile holds no name, number, birth date or finding after a visit',
  { tag: '@threat-13' },
  async ({ playwright, launchOptions, sandbox, appUrl, witness }, testInfo) => {
    const profile = testInfo.outputPath('profile');
    // A profile of its own; the browser is as for every other story.
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      locale: 'en-US',
    });
    witness.watch(context);
    const page = await context.newPage();
    // By a link, as from a chart; the EHR's own pages name people and are not what this is about.
    sandbox.control.switches.autoConsent = true;
    const { username, password } = provider;
    await page.request.post(`${sandbox.ehrUrl}/sign-in`, { form: { username, password } });
    await page.goto(`${sandbox.ehrUrl}/style.css`);
    await page.evaluate((url) => location.assign(url), clickAddress(sandbox, people.david));
    await expectChartOf(page, people.david);
    await expectAllRead(page);
    await openSection(page, 'Allergies');
    await page
      .getByRole('row', { name: /Penicillin G/ })
      .getByRole('link')
      .first()
      .click();
    await openSection(page, 'Laboratory');
    await page.reload();
    await expect(page).toHaveTitle(/SMITH, DAVID/);
    await openSection(page, 'Medications');
    await expect(page).toHaveTitle(/SMITH, DAVID/);
    await page.goto(`${appUrl}/chart/problems`);
    await expect(page).toHaveTitle(/SMITH, DAVID/);
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => context.pages().length).toBe(1);
    await context.close();

    // The search finds what is there: the visit itself.
    const history = join('Default', 'History');
    expect(await filesWith(profile, `${appUrl}/chart/allergies`)).toContain(history);
    for (const text of [
      'SMITH',
      'DAVID',
      'HF428946492',
      '1974-03-14',
      'Mar 14, 1974',
      'Penicillin',
      'enicillin G',
    ]) {
      const files = await filesWith(profile, text);
      // The browser's own memory of open windows, for restoring them, and of the pages most visited, which it takes now
      // and then from what is open, keep the titles they had: no page can prevent that.
      expect(
        files.filter(
          (file) => !file.split(sep).some((part) => part === 'Sessions' || part.startsWith('Top Sites')),
        ),
        `files with ${text}`,
      ).toEqual([]);
    }
  },
);
