/** What a session leaves in the memory of its page when it has ended: nothing of the patient, and no token. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { clickInEhr } from './chart-steps.ts';
import { expect, test, type Witness } from './fixtures.ts';
import { foundIn } from './page-memory.ts';
import { leftAlone, minutes } from './session-steps.ts';
import { chooseInMenu, expectAllRead, openSection } from './steps.ts';

// A trace keeps what the page showed, in the page. Strings are written out whole, answers too.
test.use({
  trace: 'off',
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--js-flags=--heap-snapshot-string-limit=50000000'],
    }),
});

/** Parts of the chart and the tokens that were sent, as a page's memory would spell them. */
function tellingWords(witness: Witness): readonly string[] {
  const tokens = witness.authorized().map((each) => witness.authorization(each)!.replace(/^Bearer /, ''));
  expect(tokens.length).toBeGreaterThan(10);
  const { birthDate, chartNumber } = people.david;
  return ['SMITH', birthDate, chartNumber!, 'enicillin', ...new Set(tokens)];
}

/** An open chart, read whole. No locator names the patient: what a story looks for lies in the page's memory too. */
async function openChart(page: Page, sandbox: Running['sandbox']): Promise<void> {
  // No renewal comes between: one access token is the one to look for.
  sandbox.control.switches.accessTokenSeconds = 3600;
  await clickInEhr(page, sandbox, people.david);
  await expectAllRead(page);
  await openSection(page, 'Laboratory');
  await openSection(page, 'Allergies');
  await page.getByRole('main').getByRole('row').getByRole('link').first().click();
  await expect(page.getByRole('complementary')).toBeVisible();
}

test.describe('nothing of the patient is left in memory @threat-17', () => {
  test('after automatic logoff', async ({ page, sandbox, witness }) => {
    await page.clock.install();
    await openChart(page, sandbox);
    const words = tellingWords(witness);
    // The search finds what is there.
    expect(await foundIn(page, words)).toEqual(words);
    await page.clock.fastForward(minutes(16));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(leftAlone);
    expect(await foundIn(page, words)).toEqual([]);
  });

  test('after signing out, in the tab that did and in its copy', async ({ page, sandbox, witness }) => {
    await openChart(page, sandbox);
    const opens = page.context().waitForEvent('page');
    await page.evaluate(() => void window.open(location.href));
    const copy = await opens;
    await expectAllRead(copy);
    const words = tellingWords(witness);
    await chooseInMenu(page, 'Sign out');
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await expect(copy.getByRole('heading', { level: 1 })).toHaveText('You signed out in another tab.');
    expect(await foundIn(page, words)).toEqual([]);
    expect(await foundIn(copy, words)).toEqual([]);
  });
});
