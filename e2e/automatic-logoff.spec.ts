/** Nobody is there: the app warns, then ends the session, and leaves nothing of the patient. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingOfDavid, leftAlone, minutes } from './session-steps.ts';
import {
  expectAllRead,
  expectChartOf,
  launchFromEhr,
  openSection,
  received,
  recordRequests,
} from './steps.ts';

const warningOf = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });

test.describe('automatic logoff @threat-17', () => {
  test.beforeEach(async ({ context }) => context.clock.install());

  test('at the limit nothing of the patient is left, and nothing brings it back', async ({
    page,
    sandbox,
    witness,
  }) => {
    // Requests that the end breaks off.
    witness.expectErrors(/Failed to load resource/);
    // No renewal has to come in between: only the record's answers are slow here.
    sandbox.control.switches.accessTokenSeconds = 3600;
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    await openSection(app, 'Allergies');
    await app
      .getByRole('row', { name: /Penicillin G/ })
      .getByRole('link')
      .first()
      .click();
    await app.clock.fastForward(minutes(14) + 30_000);
    await expect(warningOf(app)).toBeVisible();
    // An answer that is under way while the time runs out.
    sandbox.control.faults = [{ target: '*', kind: 'slow', delayMs: 1500, times: 20 }];
    await app.evaluate(() => {
      const again = [...document.querySelectorAll('button')].find(
        (each) => each.textContent === 'Read again',
      );
      again?.click();
    });
    await app.clock.fastForward(30_000);
    await expect(app.getByRole('heading', { level: 1 })).toHaveText(leftAlone);
    await expect(warningOf(app)).toHaveCount(0);
    await expectNothingOfDavid(app);
    expect(new URL(app.url()).pathname).toBe('/');
    expect(await app.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await expect.poll(() => received(sandbox, '/revoke').map(({ status }) => status)).toEqual([200]);

    const asked = recordRequests(sandbox).length;
    for (const way of ['goBack', 'goBack', 'reload', 'goForward'] as const) {
      await app[way]();
      await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNothingOfDavid(app);
    }
    expect(recordRequests(sandbox)).toHaveLength(asked);
  });

  test('who is there in one tab keeps every tab of the session; who is in none loses all', async ({
    page,
    sandbox,
  }) => {
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    const opens = app.context().waitForEvent('page');
    await app.evaluate(() => void window.open(location.href));
    const copy = await opens;
    await expectAllRead(copy);
    await app.context().clock.fastForward(minutes(14) + 5_000);
    await Promise.all([app, copy].map((tab) => expect(warningOf(tab)).toBeVisible()));
    await copy.keyboard.press('Escape');
    await Promise.all([app, copy].map((tab) => expect(warningOf(tab)).toHaveCount(0)));
    await Promise.all([app, copy].map((tab) => expectChartOf(tab, people.david)));

    await app.context().clock.fastForward(minutes(14) + 30_000);
    await Promise.all([app, copy].map((tab) => expect(warningOf(tab)).toBeVisible()));
    await app.context().clock.fastForward(31_000);
    for (const tab of [app, copy]) {
      await expect(tab.getByRole('heading', { level: 1 })).toHaveText(leftAlone);
      await expectNothingOfDavid(tab);
    }
  });

  test('signing out from the warning signs out', async ({ page, sandbox }) => {
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    await app.clock.fastForward(minutes(14) + 5_000);
    await warningOf(app).getByRole('button', { name: 'Sign out now' }).click();
    await expect(app.getByText('You are signed out.')).toBeVisible();
    await expectNothingOfDavid(app);
    await expect.poll(() => received(sandbox, '/revoke')).toHaveLength(1);
  });

  test('a machine that is offline at the limit tells it all the same', async ({
    page,
    sandbox,
    context,
    witness,
  }) => {
    witness.expectErrors(/Failed to load resource/);
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    await context.setOffline(true);
    await app.clock.fastForward(minutes(16));
    await expect(app.getByRole('heading', { level: 1 })).toHaveText(leftAlone);
    await expectNothingOfDavid(app);
    expect(await app.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  });

  test('a machine that slept through the limit wakes up signed out', async ({ page, sandbox }) => {
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    await app.clock.fastForward(minutes(8 * 60));
    await expect(app.getByRole('heading', { level: 1 })).toHaveText(leftAlone);
    await expectNothingOfDavid(app);
  });

  test.describe('in a system with limits of its own', () => {
    test.use({
      setup: {
        changeConfig: (config) => {
          const parsed = JSON.parse(config) as { systems: Record<string, unknown>[] };
          for (const system of parsed.systems) Object.assign(system, { idleMinutes: 240, sessionHours: 3 });
          return JSON.stringify(parsed);
        },
      },
    });

    test('three hours without a touch are no end in one, but a sign-in lasts no longer', async ({
      page,
      sandbox,
    }) => {
      const app = await launchFromEhr(page, sandbox);
      await expectAllRead(app);
      await app.clock.fastForward(minutes(170));
      await expectChartOf(app, people.david);
      await app.clock.fastForward(minutes(11));
      await expect(app.getByRole('heading', { level: 1 })).toHaveText(
        'The time for which one sign-in lasts is over.',
      );
      await expectNothingOfDavid(app);
    });
  });

  test('a dialog counts down, is read aloud at few moments, and goes when somebody stays', async ({
    page,
    sandbox,
  }, testInfo) => {
    // Our own look, which has a dark side.
    sandbox.control.switches.style = 'absent';
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    // The fifteen minutes begin here, however long the chart took.
    await app.keyboard.press('Shift');
    await app.clock.fastForward(minutes(14) + 1_000);
    const warning = warningOf(app);
    await expect(warning).toContainText(/You will be signed out in 0:[45]\d\./);
    await expect(warning.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
    await expect(warning).toHaveAccessibleDescription(
      /^You will be signed out in [45]\d seconds\. Nobody has/,
    );
    // The machine looks for longer than the minute that people get.
    await app.clock.setFixedTime(await app.evaluate(() => Date.now()));
    await app.screenshot({ path: testInfo.outputPath('warning.png') });
    await expectGood(app, 'the warning');
    await app.emulateMedia({ colorScheme: 'dark' });
    await app.screenshot({ path: testInfo.outputPath('warning-dark.png') });

    const spokenLine = warning.getByText(/You will be signed out in \d+ seconds?\./);
    const before = await spokenLine.textContent();
    await app.clock.setFixedTime((await app.evaluate(() => Date.now())) + 5_000);
    await expect(warning).toContainText(/You will be signed out in 0:(3[5-9]|4\d|5[0-4])\./);
    await expect(spokenLine).toHaveText(before!);
    await app.clock.setFixedTime((await app.evaluate(() => Date.now())) + 30_000);
    await expect(spokenLine).toHaveText(/^You will be signed out in (30|10) seconds\.$/);

    // Keys that move between its buttons are no answer.
    await app.keyboard.press('Tab');
    await expect(warning).toBeVisible();
    await warning.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(warning).toHaveCount(0);
    await expectChartOf(app, people.david);
    expect(received(sandbox, '/revoke')).toEqual([]);
  });
});
