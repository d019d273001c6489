/** From the EHR to a record's last detail and back, without a mouse. */
import type { Locator, Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectOwnFile, mainOf, navOf, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, expectAllRead, provider } from './steps.ts';

/** Goes on by Tab until something has the focus; no further than a person would. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let step = 0; step < most; step += 1) {
    if (await target.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function fillInByKeys(page: Page): Promise<void> {
  await expect(page.getByLabel('User name')).toBeVisible();
  await tabTo(page, page.getByLabel('User name'));
  await page.keyboard.type(provider.username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(provider.password);
  await page.keyboard.press('Enter');
}

async function expectAt(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeAttached();
  await expect(page).toHaveTitle(`${heading} · SMITH, DAVID`);
  await expect(mainOf(page)).toBeFocused();
  await expectOwnFile(page);
}

test('from the EHR’s app to a record and back', async ({ page, sandbox }) => {
  await page.goto(`${sandbox.ehrUrl}/`);
  await fillInByKeys(page);
  await expect(page.getByRole('heading', { name: 'Patients' })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: people.david.name }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open Chartside' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Open Chartside' }));
  const opens = page.context().waitForEvent('page');
  await page.keyboard.press('Enter');
  const app = await opens;
  await fillInByKeys(app);
  await expect(app.getByRole('button', { name: 'Share what is selected' })).toBeVisible();
  await tabTo(app, app.getByRole('button', { name: 'Share what is selected' }));
  await app.keyboard.press('Enter');
  await expect(bannerOf(app)).toContainText('SMITH, DAVID');
  await expectAllRead(app);

  // By Tab, in reading order: past the banner to the sections, and on into one.
  await tabTo(app, navOf(app).getByRole('link', { name: /^Allergies/ }));
  await app.keyboard.press('Enter');
  await expectAt(app, 'Allergies');
  await tabTo(app, app.getByRole('link', { name: 'Penicillin G' }));
  await app.keyboard.press('Enter');
  await expect(recordOf(app).getByRole('heading', { name: 'Penicillin G' })).toBeFocused();
  await expect(app).toHaveURL(/\/chart\/allergies\/AllergyIntolerance\/\w+$/);
  await tabTo(app, recordOf(app).getByText('Raw record (FHIR)'));
  await app.keyboard.press('Enter');
  await expect(recordOf(app)).toContainText('"resourceType": "AllergyIntolerance"');
  await app.keyboard.press('Escape');
  await expect(recordOf(app)).toHaveCount(0);
  await expect(app.getByRole('link', { name: 'Penicillin G' })).toBeFocused();
});

test('skip link, then the sections by letter; focus and title go along', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the section' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the section' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(mainOf(page)).toBeFocused();
  await expect(page).toHaveURL(/\/chart$/);

  for (const [letter, heading] of [
    ['a', 'Allergies'],
    ['p', 'Problems and health concerns'],
    ['m', 'Medications'],
    ['r', 'Laboratory results'],
    ['v', 'Vital signs'],
    ['i', 'Immunizations'],
    ['n', 'Notes and documents'],
    ['g', 'Goals'],
    ['d', 'Demographics'],
    ['s', 'Summary'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expectAt(page, heading);
  }
  // The way back is the browser's.
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Demographics', level: 1 })).toBeAttached();
});

test('a letter alone, or held with a key of the browser’s, goes nowhere', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('a');
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/chart$/);
});

test('through a list with the arrows, from record to record, and back to the row', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expectAt(page, 'Problems and health concerns');
  const rows = mainOf(page).getByRole('rowheader').getByRole('link');
  await tabTo(page, rows.first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();

  const [first = '', second = ''] = await rows.allInnerTexts();
  await page.keyboard.press('Enter');
  await expect(recordOf(page).getByRole('heading', { name: first, level: 2 })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(recordOf(page).getByRole('heading', { name: second, level: 2 })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(recordOf(page).getByRole('heading', { name: first, level: 2 })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(recordOf(page).getByRole('heading', { name: second, level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(recordOf(page)).toHaveCount(0);
  await expect(rows.nth(1)).toBeFocused();
});

test('Escape closes a menu alone; pressed again at once, the record behind it', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await navOf(page)
    .getByRole('link', { name: /^Allergies/ })
    .click();
  await mainOf(page).getByRole('link', { name: 'Penicillin G' }).click();
  const title = page.getByRole('heading', { name: 'Penicillin G', level: 2 });
  await expect(title).toBeFocused();
  const menu = page.getByRole('menu', { name: 'Copy, save, print' });
  await recordOf(page).getByRole('button', { name: 'Copy, save, print' }).click();
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(title).toBeVisible();

  await recordOf(page).getByRole('button', { name: 'Copy, save, print' }).click();
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(title).toHaveCount(0);
});

test('find in a list, and clear it', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expectAt(page, 'Medications');
  const find = page.getByRole('searchbox', { name: 'Find in this list' });
  await expect(find).toBeVisible();
  await page.keyboard.press('f');
  await expect(find).toBeFocused();
  await page.keyboard.type('METFORM');
  await expect(rowsOf(page, /Metformin/).first()).toBeVisible();
  await expect(rowsOf(page, /Spironolactone/)).toHaveCount(0);
  // While typing, keys are letters.
  await page.keyboard.type('ga?');
  await expect(mainOf(page)).toContainText('Nothing in this list matches “METFORMga?”.');
  await expect(page).toHaveURL(/medications$/);
  await page.keyboard.press('Escape');
  await expect(find).toHaveValue('');
  await expect(rowsOf(page, /Spironolactone/).first()).toBeVisible();
});

test('help says which key does what, and gives the focus back', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expectAt(page, 'Allergies');
  await tabTo(page, page.getByRole('link', { name: 'Sulfonamides' }));
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toBeVisible();
  await expect(help).toContainText('Find in this list');
  await expect(help).toContainText('Medications');
  // Behind it, no key does anything.
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/allergies$/);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Sulfonamides' })).toBeFocused();
});

test('sorting by header, by keys', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expectAt(page, 'Allergies');
  await tabTo(page, page.getByRole('columnheader', { name: 'Name' }).getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(mainOf(page).getByRole('rowheader').getByRole('link')).toHaveText([
    'Latex',
    'Penicillin G',
    'Sulfonamides',
  ]);
});

test('the reader’s menu: looks by arrows, and the same way back', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  const button = page.getByRole('button', { name: 'View and session' });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('menuitemradio', { name: /Dark$/ })).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(button).toBeFocused();
});
