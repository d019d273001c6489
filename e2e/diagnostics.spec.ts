/** The pages beside the chart: what diagnostics says with and without a chart, and privacy in plain words. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { openWholeChart } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import {
  bannerOf,
  chooseInMenu,
  clickApp,
  enterEhr,
  expectChartOf,
  openEhrChart,
  recordRequests,
} from './steps.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** The report, as it lies on the clipboard. */
async function copiedReport(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the report' }).click();
  await expect(page.getByText('The report is copied.')).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

function expectNobodyIn(report: string): void {
  expect(report).not.toMatch(/https?:|localhost|127\.0\.0\.1|[\w+/=-]{44,}/);
  expect(report).not.toMatch(/smith|david|428946492|1974-03|90412211|penicillin|losartan/i);
}

test('without signing in: the configuration is checked, and nothing is asked of anybody', async ({
  page,
  appUrl,
  sandbox,
}, testInfo) => {
  await page.goto(`${appUrl}/diagnostics`);
  await expect(heading(page, 'Diagnostics')).toBeFocused();
  await expect(page).toHaveTitle('Diagnostics – Chartside');
  await expect(page.getByText('No chart is open on this page.')).toBeVisible();
  const office = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'NextGen Office', exact: true }) });
  await expect(office.getByText('1 to fix')).toBeVisible();
  await office.getByText('1 to fix').click();
  await expect(office.getByText('Enter the client id from the registration as clientId.')).toBeVisible();
  const sandboxEntry = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'NextGen Office (sandbox)' }) });
  await sandboxEntry.getByText(/to know/).click();
  await expect(sandboxEntry.getByText(/so this is a recorded deviation/)).toBeVisible();
  expect(sandbox.control.received).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('wide.png'), fullPage: true });
  await expectGood(page, 'diagnostics');
  const report = await copiedReport(page);
  expect(report).toContain('[X] Client id: still a placeholder');
  expectNobodyIn(report);
});

test('a system is asked what it offers at the press of a button, and held against the configuration', async ({
  page,
  appUrl,
  sandbox,
}, testInfo) => {
  await page.goto(`${appUrl}/diagnostics`);
  const entry = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'NextGen Office (sandbox)' }) });
  await entry.getByRole('heading').click();
  await entry.getByRole('button', { name: 'Ask NextGen Office (sandbox) what it offers' }).click();
  await expect(entry.getByRole('term').filter({ hasText: 'PKCE with S256' })).toBeVisible();
  await expect(entry.getByText('as configured').first()).toBeVisible();
  const asked = sandbox.control.received.filter(({ method }) => method !== 'OPTIONS').map(({ url }) => url);
  expect(asked).toEqual([expect.stringMatching(/\/\.well-known\/smart-configuration$/)]);
  await entry.screenshot({ path: testInfo.outputPath('discovery.png') });
  expect(await copiedReport(page)).toMatch(/PKCE with S256: yes/);
});

test('an open chart: opened from the menu by keys, every search with its state, and back without a new sign-in', async ({
  page,
  sandbox,
}, testInfo) => {
  Object.assign(sandbox.control.switches, { style: 'absent' });
  await openWholeChart(page, sandbox);
  // The menu asks who is signed in.
  const chartRequests = () => recordRequests(sandbox).filter((path) => !path.startsWith('Practitioner/'));
  const before = chartRequests().length;
  await page.getByRole('button', { name: 'View and session' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Diagnostics' })).toBeVisible();
  // Letters that come slowly are each the first of a name: "D" alone is "Dark", too.
  await expect(async () => {
    await page.keyboard.type('Diag');
    await expect(page.getByRole('menuitem', { name: 'Diagnostics' })).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Diagnostics')).toBeFocused();
  await expect(page).toHaveURL(/\/diagnostics$/);
  await expect(page).toHaveTitle('Diagnostics – Chartside');
  const came = page.getByRole('table').first();
  const row = came
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'AllergyIntolerance' }) });
  await expect(row).toContainText(/Allergies\s*yes\s*read\s*\d/);
  const times = page.getByRole('table').last();
  await expect(
    times.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'search Observation' }) }),
  ).toContainText(/200\s*\d+ ms\s*\d+ ms/);
  await page.screenshot({ path: testInfo.outputPath('chart-wide.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: testInfo.outputPath('chart-dark.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 375, height: 760 });
  await page.screenshot({ path: testInfo.outputPath('chart-narrow.png'), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectGood(page, 'diagnostics of an open chart');
  const report = await copiedReport(page);
  expect(report).toContain('AllergyIntolerance | Allergies | yes | read | ');
  expectNobodyIn(report);

  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expectChartOf(page, people.david);
  // The chart that was open is open: nothing of it is read again.
  expect(chartRequests()).toHaveLength(before);
  await page.goForward();
  await expect(heading(page, 'Diagnostics')).toBeVisible();
  await expect(bannerOf(page)).toHaveCount(0);
  // Loaded again it shows nothing of the chart and leaves the session alone: "back" opens it once more.
  await page.reload();
  await expect(page.getByText('No chart is open on this page.')).toBeVisible();
  await page.goBack();
  await expectChartOf(page, people.david);
  await chooseInMenu(page, 'Privacy');
  await page.reload();
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expectChartOf(page, people.david);
});

test('a failure is taken along: its support code stands in the report, after a reload too', async ({
  page,
  sandbox,
}) => {
  sandbox.control.switches.launch = 'not-subscribed';
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  const app = await clickApp(page);
  const failed = heading(
    app,
    'NextGen Office (sandbox) does not let this app in: the practice may not have switched it on.',
  );
  await expect(failed).toBeVisible();
  await app.getByRole('link', { name: 'Diagnostics' }).click();
  await expect(heading(app, 'Diagnostics')).toBeFocused();
  await expect(app.getByRole('definition').filter({ hasText: 'S30' })).toBeVisible();
  expect(await copiedReport(app)).toMatch(/Support code: S30\nFailure: not-enabled/);
  await app.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(failed).toBeVisible();
  await app.goForward();
  await app.reload();
  expect(await copiedReport(app)).toContain('Support code: S30');
});

test('privacy: read without signing in, and on paper without buttons', async ({
  page,
  appUrl,
  sandbox,
}, testInfo) => {
  await page.goto(`${appUrl}/`);
  await page.getByRole('link', { name: 'Privacy' }).click();
  await expect(heading(page, 'Privacy')).toBeFocused();
  for (const part of [
    'What is read',
    'Where it goes',
    'What is kept',
    'Who can see it',
    'Signing out',
    'For practices',
  ])
    await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('privacy.png'), fullPage: true });
  await expectGood(page, 'privacy');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.screenshot({ path: testInfo.outputPath('privacy-print.png'), fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('heading', { level: 1 }).focus();
  await page.getByRole('button', { name: 'Back', exact: true }).press('Enter');
  await expect(heading(page, 'Open a health record')).toBeFocused();
  expect(sandbox.control.received).toEqual([]);
  await page.goto(`${appUrl}/privacy`);
  await expect(heading(page, 'Privacy')).toBeVisible();
});
