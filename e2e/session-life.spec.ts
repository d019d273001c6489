/** A session's life past its end, and what is no end: restored tabs, the place that is kept, clocks and lines that fail. */
import type { Page } from '@playwright/test';
import { people, type Person } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingOfDavid, leftAlone, minutes } from './session-steps.ts';
import {
  chooseInMenu,
  choosePerson,
  expectAllRead,
  expectChartOf,
  goToPortal,
  launchFromEhr,
  openAsPatient,
  openSection,
  received,
  recordRequests,
  tokenRequests,
} from './steps.ts';

test.describe('an end that stays one', () => {
  test('@threat-18 a tab that is opened again after its session was signed out in another shows nothing', async ({
    page,
    sandbox,
  }) => {
    const app = await launchFromEhr(page, sandbox);
    await openSection(app, 'Allergies');
    // What the browser keeps of a closed tab, and gives back to it.
    const kept = await app.evaluate(() => Object.entries(sessionStorage));
    await chooseInMenu(app, 'Sign out');
    await expect(app.getByText('You are signed out.')).toBeVisible();
    await expect.poll(() => received(sandbox, '/revoke')).toHaveLength(1);
    const asked = recordRequests(sandbox).length;

    const restored = await app.context().newPage();
    await restored.goto(new URL('/', app.url()).href);
    await restored.evaluate((entries) => {
      for (const [key, value] of entries) sessionStorage.setItem(key, value);
    }, kept);
    await restored.goto(new URL('/chart/allergies', app.url()).href);
    await expect(restored.getByRole('heading', { level: 1 })).toHaveText('This chart is closed.');
    await expectNothingOfDavid(restored);
    expect(await restored.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    expect(recordRequests(sandbox)).toHaveLength(asked);
  });

  test('@threat-17 the tokens end although the tab is closed as soon as it has signed out', async ({
    page,
    sandbox,
  }) => {
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    // On a quick machine the request has left before the page is gone; on a slow one only what may outlive it arrives.
    const mayOutliveThePage: (boolean | undefined)[] = [];
    await app.exposeFunction('tellOfRevocation', (keepalive: boolean | undefined) => {
      mayOutliveThePage.push(keepalive);
    });
    await app.evaluate(() => {
      const real = globalThis.fetch;
      globalThis.fetch = (input, init) => {
        const { tellOfRevocation } = globalThis as unknown as { tellOfRevocation(keepalive?: boolean): void };
        if (new Request(input, init).url.endsWith('/revoke')) tellOfRevocation(init?.keepalive);
        return real(input, init);
      };
    });
    await app.getByRole('button', { name: 'View and session' }).click();
    await expect(app.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    await app
      .getByRole('menuitem', { name: 'Sign out' })
      .evaluate((item) => {
        (item as HTMLElement).click();
        window.close();
      })
      .catch(() => undefined);
    await expect.poll(() => app.isClosed()).toBe(true);
    await expect.poll(() => received(sandbox, '/revoke').map(({ status }) => status)).toEqual([200]);
    expect(mayOutliveThePage).toEqual([true]);
  });

  test('a patient may sign out of the portal too, a clinician is not offered it', async ({
    page,
    sandbox,
    appUrl,
  }) => {
    await openAsPatient(page, appUrl);
    await chooseInMenu(page, 'Sign out of YourHealthFile (sandbox) too');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
    expect(received(sandbox, '/revoke').map(({ status }) => status)).toEqual([200]);
    await goToPortal(page, appUrl);

    const ehr = await page.context().newPage();
    const app = await launchFromEhr(ehr, sandbox);
    await app.getByRole('button', { name: 'View and session' }).click();
    await expect(app.getByRole('menuitem', { name: 'Sign out' })).toHaveCount(1);
  });
});

test.describe('what is no end @threat-16', () => {
  test('a tab that is offline for a while, and a clock that is set by ten minutes', async ({
    page,
    sandbox,
    context,
    witness,
  }) => {
    witness.expectErrors(/Failed to load resource/);
    sandbox.control.switches.accessTokenSeconds = 90;
    await context.clock.install();
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    await context.setOffline(true);
    await app.clock.fastForward(75_000);
    await app.getByRole('button', { name: 'Read again' }).click();
    await expectChartOf(app, people.david);
    await context.setOffline(false);
    for (const minutesOff of [10, -10]) {
      const now = await app.evaluate(() => Date.now());
      await app.clock.setSystemTime(now + minutes(minutesOff));
      await app.getByRole('button', { name: 'Read again' }).click();
      await expectAllRead(app);
      await expectChartOf(app, people.david);
    }
    expect(
      tokenRequests(sandbox)
        .slice(1)
        .every(({ status }) => status === 200),
    ).toBe(true);
  });
});

/** The tabs of which each holds a refresh token, in memory of a reload. */
async function keepersAmong(tabs: readonly Page[]): Promise<number> {
  const kept = await Promise.all(
    tabs.map((tab) => tab.evaluate(() => sessionStorage.getItem('chartside.session') ?? '{}')),
  );
  return kept
    .map((text) => JSON.parse(text) as { readonly tokens?: { readonly refresh?: string } })
    .filter(({ tokens }) => tokens?.refresh !== undefined).length;
}

const renewals = (sandbox: Running['sandbox']) =>
  tokenRequests(sandbox)
    .slice(1)
    .map(({ form, status }) => `${form?.['grant_type']} ${status}`);

test.describe('of two tabs one keeps what renews the sign-in @threat-16', () => {
  test.beforeEach(async ({ context, sandbox }) => {
    sandbox.control.switches.accessTokenSeconds = 90;
    await context.clock.install();
  });

  async function twoTabs(page: Page, sandbox: Running['sandbox']) {
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    const opens = app.context().waitForEvent('page');
    await app.evaluate(() => void window.open(location.href));
    const copy = await opens;
    await expectAllRead(copy);
    await expect.poll(() => keepersAmong([app, copy])).toBe(1);
    return { app, copy };
  }

  async function expectRenewal(tab: Page, sandbox: Running['sandbox'], count: number): Promise<void> {
    await tab.clock.fastForward(75_000);
    await tab.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => renewals(sandbox)).toEqual(Array(count).fill('refresh_token 200'));
    await expectAllRead(tab);
    await expectChartOf(tab, people.david);
  }

  test('it is closed, and the other takes over', async ({ page, sandbox }) => {
    const { app, copy } = await twoTabs(page, sandbox);
    await app.close();
    await expect.poll(() => keepersAmong([copy])).toBe(1);
    await expectRenewal(copy, sandbox, 1);
    // Loaded again on its own it loses nothing.
    await copy.reload();
    await expectAllRead(copy);
    await expectRenewal(copy, sandbox, 2);
  });

  test('either is loaded again, and both go on', async ({ page, sandbox }) => {
    const { app, copy } = await twoTabs(page, sandbox);
    let count = 0;
    for (const tab of [app, copy, app]) {
      await tab.reload();
      await expectAllRead(tab);
      await expect.poll(() => keepersAmong([app, copy])).toBe(1);
      count += 1;
      await expectRenewal(tab, sandbox, count);
    }
    await Promise.all([app, copy].map((tab) => expectChartOf(tab, people.david)));
  });
});

test.describe('the place is kept while somebody signs in again @threat-15', () => {
  test.use({ viewport: { width: 1100, height: 420 } });

  /** A list set up and scrolled, then left alone until the session ends, and a sign-in for `person`. */
  async function comeBackAs(page: Page, sandbox: Running['sandbox'], appUrl: string, person: Person) {
    // The clock is set forward, and with it the age of tokens.
    sandbox.control.switches.accessTokenSeconds = 3600;
    await page.clock.install();
    await openAsPatient(page, appUrl);
    await openSection(page, 'Problems');
    await expectAllRead(page);
    await page.getByRole('button', { name: /^All \d+$/ }).click();
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    // The rows follow a moment later, and may move the page.
    await expect
      .poll(() =>
        page.evaluate(() => {
          scrollTo({ top: 150 });
          return new Promise((resolve) => requestIdleCallback(() => resolve(scrollY)));
        }),
      )
      .toBe(150);
    await page.clock.fastForward(minutes(16));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(leftAlone);
    await expect(page.getByText('Sign in again to go on; your place is kept.')).toBeVisible();
    await expectNothingOfDavid(page);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    // The portal still knows them, and what they share.
    await choosePerson(page, person);
    await expectChartOf(page, person);
  }

  test('section, filter, order and scroll, to the same patient', async ({ page, sandbox, appUrl }) => {
    await comeBackAs(page, sandbox, appUrl, people.david);
    await expect(page.getByRole('heading', { name: 'Problems', level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: /^All \d+$/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    // The browser keeps the rows where they are while what stands above them grows by a line.
    await expect.poll(() => page.evaluate(() => Math.abs(scrollY - 150))).toBeLessThan(50);
  });

  test('and not at all to another', async ({ page, sandbox, appUrl }) => {
    await comeBackAs(page, sandbox, appUrl, people.alex);
    await expect(page.getByRole('heading', { name: 'Summary', level: 1 })).toBeAttached();
    expect(new URL(page.url()).pathname).toBe('/chart');
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});
