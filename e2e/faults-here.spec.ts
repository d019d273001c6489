/** What goes wrong on the reader's own machine: the network, the clock, the time zone, storage, cookies. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { clickInEhr, goTo, mainOf, navOf, openWholeChart, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { startOwnBrowser } from './own-browser.ts';
import { bannerOf, chooseInMenu, expectAllRead, expectChartOf, tokenRequests } from './steps.ts';

const portal = 'Sign in with YourHealthFile (sandbox)';

test('offline and back: the chart says so, and reads again', async ({ page, sandbox, witness }) => {
  witness.expectErrors(/Failed to load resource/);
  await openWholeChart(page, sandbox);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText(/sections could not be read in full/)).toBeVisible();
  // What was read stays; that it is not new is said.
  await expect(bannerOf(page)).toContainText('SMITH, DAVID');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expectAllRead(page);
  await expect(page.getByText('could not be read in full')).toHaveCount(0);
  await goTo(page, 'Allergies');
  await expect(rowsOf(page, 'Penicillin G')).toBeVisible();
});

test('offline before a section’s own file has come: words in its place, and back online it opens', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource/);
  await openWholeChart(page, sandbox);
  await page.context().setOffline(true);
  await navOf(page)
    .getByRole('link', { name: /^Immunizations/ })
    .click();
  await expect(mainOf(page)).toContainText('This section could not be drawn');
  await expectChartOf(page, people.david);
  await mainOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(mainOf(page)).toContainText('This section could not be drawn');
  await page.context().setOffline(false);
  await mainOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rowsOf(page, /^Tdap/)).toBeVisible();
});

test('offline before a menu’s own file has come: it alone says so, and comes when the network is back', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource/);
  await openWholeChart(page, sandbox);
  // The summary's own file has come.
  await expect(mainOf(page).getByRole('heading', { name: 'Allergies' })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'View and session' }).click();
  await expect(page.getByRole('alert')).toContainText('This could not be loaded.');
  await expect(bannerOf(page)).toContainText('SMITH, DAVID');
  await expect(mainOf(page).getByRole('heading', { name: 'Allergies' })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out', exact: true })).toBeVisible();
});

for (const [minutes, what] of [
  [10, 'ahead'],
  [-10, 'behind'],
] as const)
  test(`a clock ten minutes ${what}: launch, renewal and sign-out`, async ({ page, sandbox, appUrl }) => {
    sandbox.control.switches.accessTokenSeconds = 90;
    await page.clock.install({ time: Date.now() + minutes * 60_000 });
    await openWholeChart(page, sandbox);
    const before = tokenRequests(sandbox).length;
    await page.clock.fastForward(75_000);
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => tokenRequests(sandbox).length).toBeGreaterThan(before);
    await expectAllRead(page);
    await chooseInMenu(page, 'Sign out');
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await page.goto(`${appUrl}/`);
    await page.getByRole('button', { name: portal }).click();
    await expectChartOf(page, people.david);
  });

for (const [timezoneId, offset, dayOfTdap] of [
  ['Etc/GMT+12', 'UTC−12', 'May 21, 2019'],
  ['UTC', 'UTC', 'May 21, 2019'],
  ['Pacific/Kiritimati', 'UTC+14', 'May 22, 2019'],
] as const)
  test.describe(`in ${offset}`, () => {
    test.use({ timezoneId });

    test('a date is the record’s own, a moment is told by the clock of the reader', async ({
      page,
      sandbox,
    }) => {
      await openWholeChart(page, sandbox);
      await expect(bannerOf(page)).toContainText('born Mar 14, 1974');
      await goTo(page, 'Procedures');
      await expect(rowsOf(page, /^Appendectomy/)).toContainText('1998');
      await goTo(page, 'Immunizations');
      await expect(rowsOf(page, /^Tdap/)).toContainText(dayOfTdap);
    });
  });

/** From here on the browser keeps nothing more, as one does whose disk or quota is full. */
const fill = (page: Page, which: 'localStorage' | 'sessionStorage'): Promise<void> =>
  page.evaluate((name) => {
    const full = globalThis[name];
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (this === full) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  }, which);

test('the browser’s lasting storage is blocked: the chart opens, and a view can be chosen', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await openWholeChart(page, sandbox);
  await page.getByRole('button', { name: 'View and session' }).click();
  await page.getByRole('menuitemradio', { name: /Dark$/ }).click();
  await page.keyboard.press('Escape');
  await expectChartOf(page, people.david);
  // Nothing can be looked up in the storage of this page.
  await page.close();
});

test('all of the browser’s storage is blocked: a page of words', async ({ page, sandbox, appUrl }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  const heading = page.getByRole('heading', { level: 1 });
  const words = 'This browser keeps nothing for this app, so signing in cannot work.';
  await clickInEhr(page, sandbox, people.david);
  await expect(heading).toHaveText(words);
  for (const path of ['/', '/chart']) {
    await page.goto(appUrl + path);
    await expect(heading).toHaveText(words);
  }
  // Nothing can be looked up in the storage of this page.
  await page.close();
});

test('the browser’s storage is full when the chart is asked for: a page of words', async ({
  page,
  sandbox,
  appUrl,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await clickInEhr(page, sandbox, people.david);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('This browser keeps nothing for this app, so signing in cannot work.');
  await page.goto(`${appUrl}/`);
  await expect(heading).toHaveText('This browser keeps nothing for this app, so signing in cannot work.');
});

for (const which of ['sessionStorage', 'localStorage'] as const)
  test(`the browser’s ${which} fills up under an open chart: it stands, renews and ends`, async ({
    page,
    sandbox,
  }) => {
    sandbox.control.switches.accessTokenSeconds = 90;
    await page.clock.install();
    await openWholeChart(page, sandbox);
    await fill(page, which);
    await page.clock.fastForward(75_000);
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => tokenRequests(sandbox).length).toBe(2);
    await expectAllRead(page);
    await goTo(page, 'Allergies');
    await expect(rowsOf(page, 'Penicillin G')).toBeVisible();
    await expect(mainOf(page)).not.toContainText('Could not read');
    await chooseInMenu(page, 'Sign out');
    await expect(page.getByText('You are signed out.')).toBeVisible();
  });

test('third-party cookies off: both launches open', async ({ playwright, sandbox, appUrl, witness }) => {
  const browser = await startOwnBrowser(playwright.chromium, ['--test-third-party-cookie-phaseout']);
  const context = await browser.newContext({ locale: 'en-US' });
  witness.watch(context);
  const page = await context.newPage();
  await openWholeChart(page, sandbox);
  await chooseInMenu(page, 'Sign out');
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: portal }).click();
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  await browser.close();
});
