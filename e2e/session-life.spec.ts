/** A session's life: warned before it ends by itself, ended for good, and begun again at the same place. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { expect, test } from './fixtures.ts';
import {
  bannerOf,
  expectAllRead,
  expectChartOf,
  launchFromEhr,
  openSection,
  received,
  recordRequests,
  spoken,
} from './steps.ts';

const minutes = (n: number): number => n * 60_000;

const warningOf = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });

async function expectNothingOfDavid(page: Page): Promise<void> {
  await expect(page.getByText(spoken(people.david.name))).toHaveCount(0);
  await expect(page.getByText(/penicillin|losartan/i)).toHaveCount(0);
  await expect(page).not.toHaveTitle(/smith|david/i);
}

/** The words of the page that stands when nobody was there. */
const leftAlone = 'The chart was closed because nobody used it for a while.';

test.describe('automatic logoff @threat-17', () => {
  test.beforeEach(async ({ context }) => context.clock.install());

  test('a dialog counts down, is read aloud at few moments, and goes when somebody stays', async ({
    page,
    sandbox,
  }, testInfo) => {
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    await app.clock.fastForward(minutes(14) + 10_000);
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
    await expect(warning).toContainText(/You will be signed out in 0:[34]\d\./);
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
