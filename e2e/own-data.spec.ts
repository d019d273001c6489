/** Records of the reader's own, served beside the cast: published sets open as charts like any other. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import { clickInEhr, goTo, mainOf, navOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, enterEhr, expectAllRead } from './steps.ts';

const folder = process.env['CHARTSIDE_DATA'] ?? '';

/** Why a story of this set cannot be told here; undefined where it can. */
function missing(set: string): string | undefined {
  if (folder === '') return 'CHARTSIDE_DATA names no folder of published data sets';
  return existsSync(join(folder, set)) ? undefined : `CHARTSIDE_DATA has no ${set}`;
}

interface Found {
  readonly id: string;
  readonly name: string;
}

/** Whom the EHR lists as the reader's own. */
async function ownPatients(page: Page, sandbox: Running['sandbox']): Promise<readonly Found[]> {
  await enterEhr(page, sandbox);
  const links = page.getByRole('row', { name: /Your own data/ }).getByRole('link');
  return links.evaluateAll((all) =>
    all.map((link) => ({
      id: decodeURIComponent(link.getAttribute('href')?.split('/').at(-1) ?? ''),
      name: link.textContent.trim(),
    })),
  );
}

/** Opens one of them, and every section that has something. */
async function openAndWalk(page: Page, sandbox: Running['sandbox'], { id, name }: Found): Promise<number> {
  await clickInEhr(page, sandbox, { id }, 'data');
  // The given name: a family name may have changed since the one the EHR lists.
  const given = /,\s*(\S+)/.exec(name)?.[1] ?? name;
  await expect(bannerOf(page)).toContainText(given, { ignoreCase: true });
  await expectAllRead(page);
  await expect(page.getByText(/could not be (read|drawn)/)).toHaveCount(0);

  const links = navOf(page).getByRole('link', { name: / [\d,]+$/ });
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const place of places) {
    await navOf(page).locator(`a[href="${place}"]`).click();
    await expect(page).toHaveURL(new RegExp(`${place}$`));
    await expect(mainOf(page).getByRole('heading', { level: 1 })).toBeAttached();
    await expect(mainOf(page).getByText(/could not be (read|drawn)/)).toHaveCount(0);
    await expect(mainOf(page).getByText(/^No .* (is|are) recorded/)).toHaveCount(0);
  }
  return places.length;
}

for (const [set, atLeast, most] of [
  ['uscore-6.1.0', 4, 12],
  ['inferno-refserver', 2, 4],
  ['synthea-r4', 12, 2],
  ['synthea-stu3', 10, 1],
  ['smart-stu3', 4, 1],
  ['synthea-dstu2', 10, 1],
  ['custom-dstu2', 2, 3],
] as const) {
  test.describe(set, () => {
    test.skip(missing(set) !== undefined, missing(set));
    // Whether they are R4, STU3 or DSTU2 is found by what is in them.
    test.use({ setup: { dataDirs: [join(folder, set)] } });
    test(`patients of ${set} open`, async ({ page, sandbox }) => {
      test.slow();
      const patients = await ownPatients(page, sandbox);
      expect(patients.length).toBeGreaterThanOrEqual(atLeast);
      let sections = 0;
      for (const patient of patients.slice(0, most)) sections += await openAndWalk(page, sandbox, patient);
      expect(sections).toBeGreaterThan(5);
    });
  });
}

test.describe('heavy-r4', () => {
  test.skip(missing('heavy-r4') !== undefined, missing('heavy-r4'));
  test.use({ setup: { dataDirs: [join(folder, 'heavy-r4')] } });
  test('six thousand records of one person: all of them there, and to be found', async ({
    page,
    sandbox,
  }) => {
    test.slow();
    const [patient] = await ownPatients(page, sandbox);
    expect(patient).toBeDefined();
    await openAndWalk(page, sandbox, patient!);
    await goTo(page, 'Visits');
    const find = page.getByRole('searchbox', { name: 'Find in this list' });
    const rows = mainOf(page).getByRole('rowheader');
    await expect(rows.first()).toBeVisible();
    // A long list draws what is in view, and tells how long it is.
    const told = Number(await mainOf(page).getByRole('table').getAttribute('aria-rowcount'));
    expect(told).toBeGreaterThan(100);
    expect(await rows.count()).toBeLessThan(told);
    await rows.first().getByRole('link').focus();
    await page.keyboard.press('End');
    await expect(mainOf(page).locator(`[aria-rowindex="${told}"]`).getByRole('link')).toBeFocused();
    await find.fill('zzzz');
    await expect(mainOf(page)).toContainText('Nothing in this list matches “zzzz”.');
  });
});
