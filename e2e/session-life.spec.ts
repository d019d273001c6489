/** A session's life past its end, and what is no end: restored tabs, the place that is kept, clocks and lines that fail. */
import { people } from '#sandbox/cast.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingOfDavid, minutes } from './session-steps.ts';
import {
  chooseInMenu,
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
