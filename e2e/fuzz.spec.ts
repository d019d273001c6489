/**
 * Thirty charts with every kind of record made bad, in the real browser: nothing is thrown, no page is blank, nothing
 * hangs. `CHARTSIDE_FUZZ_SEED` makes thirty others; `npm run fuzz` tries thousands without a browser.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { badCharts, type BadChart } from '#fuzz/charts.ts';
import { clickInEhr, mainOf, navOf, openFirst, recordOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf } from './steps.ts';

const seed = Number(process.env['CHARTSIDE_FUZZ_SEED'] ?? 4);
const charts = badCharts(30, seed);

/** So many charts are one story: none of them takes long. */
const together = 5;

/** Sections of each chart that are gone through, the next ones in the next chart: over all charts each section often. */
const sectionsEach = 5;

test.use({
  // A trace of so many pages costs more than they do; the seed makes them again.
  trace: 'off',
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted: nothing
  setup: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'chartside-fuzz-'));
    await Promise.all(charts.map(({ id, ndjson }) => writeFile(join(folder, `${id}.ndjson`), ndjson)));
    await use({
      dataDirs: [folder],
      // Twenty searches a chart are enough here.
      changeConfig: (config) => config.replaceAll('"us-core"', '"office"'),
    });
    await rm(folder, { recursive: true });
  },
});

/** A heading and words under it, and no view that gave way to the page of a broken one. */
async function expectDrawn(page: Page, where: string): Promise<void> {
  await expect(mainOf(page).getByRole('heading', { level: 1 }), where).toHaveText(/\w/);
  // A section's own file may come after its heading.
  await expect
    .poll(async () => (await mainOf(page).innerText()).trim().length, {
      message: `${where}: words on the page`,
    })
    .toBeGreaterThan(15);
  expect(await page.getByText(/could not be drawn/).count(), where).toBe(0);
}

/** Opens the first record, and all that it unfolds to; false where the section lists none. */
async function openWholeRecord(page: Page, where: string): Promise<boolean> {
  if (!(await openFirst(page))) return false;
  for (const part of ['Codes', 'Everything sent', 'Raw record (FHIR)']) {
    const unfolds = recordOf(page).getByText(part, { exact: true });
    if ((await unfolds.count()) > 0) await unfolds.first().click();
  }
  await expect(recordOf(page), where).toContainText(/\w/);
  await expectDrawn(page, where);
  return true;
}

async function goThrough(page: Page, { id }: BadChart, turn: number): Promise<number> {
  // Of a patient who cannot be read the banner says so.
  await expect(bannerOf(page), id).toContainText(/\w/);
  const read = /^All \d+ sections have been read\.$|sections? could not be read in full/;
  await expect(page.getByText(read).first(), id).toBeAttached();
  const links = navOf(page).getByRole('link');
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(places.length, id).toBeGreaterThan(20);
  const heading = mainOf(page).getByRole('heading', { level: 1 });
  let opened = 0;
  for (let step = 0; step < sectionsEach; step += 1) {
    const place = places[(turn * sectionsEach + step) % places.length] ?? '';
    const where = `seed ${seed}, ${id}, ${place}`;
    const before = new URL(page.url()).pathname === place ? undefined : await heading.innerText();
    await navOf(page).locator(`a[href="${place}"]`).click();
    await expect(page, where).toHaveURL(new RegExp(`${place}$`));
    // The list that stood here goes when the section's own file has come.
    if (before !== undefined) await expect(heading, where).not.toHaveText(before);
    await expectDrawn(page, where);
    if (await openWholeRecord(page, `${where}, a record`)) opened += 1;
  }
  return opened;
}

for (let from = 0; from < charts.length; from += together)
  test(`bad charts ${from + 1} to ${from + together} of seed ${seed}: every section says something, nothing breaks`, async ({
    page,
    sandbox,
    witness,
  }) => {
    // References that lead nowhere are asked for and refused: the browser logs that by itself.
    witness.expectErrors(/Failed to load resource: the server responded with a status of 40[034]/);
    let opened = 0;
    for (const [at, chart] of charts.slice(from, from + together).entries())
      await test.step(chart.id, async () => {
        await clickInEhr(page, sandbox, chart, 'data');
        opened += await goThrough(page, chart, from + at);
      });
    expect(opened, 'records opened').toBeGreaterThan(together);
  });
