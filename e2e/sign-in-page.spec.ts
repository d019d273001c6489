/** The page on which people choose their practice's system, and the word ahead of a sign-in's end. */
import { people } from '#sandbox/cast.ts';
import { expectAccessible, expectNoSidewaysScroll, expectReadableInTheDark } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { minutes } from './session-steps.ts';
import {
  chooseInMenu,
  choosePerson,
  expectChartOf,
  launchFromEhr,
  openAsPatient,
  openSection,
  tokenRequests,
} from './steps.ts';

interface Entry extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly sandbox?: boolean;
}

/** The configuration with some of its entries changed. */
const changing =
  (change: (entry: Entry) => object) =>
  (config: string): string => {
    const { systems, ...rest } = JSON.parse(config) as { readonly systems: readonly Entry[] };
    return JSON.stringify({ ...rest, systems: systems.map((entry) => ({ ...entry, ...change(entry) })) });
  };

test('as shipped: what is not set up is hidden from patients, and told in diagnostics', async ({
  page,
  appUrl,
}) => {
  await page.goto(`${appUrl}/`);
  await expect(page.getByText('No practice’s system is set up here yet.')).toBeVisible();
  const madeUp = page.getByRole('region', { name: 'Made-up records to try' });
  await expect(madeUp.getByRole('button', { name: /^Sign in with .*sandbox/ })).toHaveCount(5);
  await expect(page.getByRole('button', { name: /^Sign in with/ })).toHaveCount(5);
  await page.getByRole('link', { name: 'Diagnostics' }).click();
  await expect(page.getByText('hidden from patients until it is set up').first()).toBeAttached();
});

test.describe('set up for a practice', () => {
  test.use({
    setup: {
      // As public clients: no secret of theirs is needed to look at the page.
      changeConfig: changing(({ sandbox }) =>
        sandbox === true ? {} : { clientId: 'made-up', clientAuthentication: 'public', broker: undefined },
      ),
    },
  });

  test('each card says whose it is; the vendor’s list of practices is a page of its own', async ({
    page,
    appUrl,
  }) => {
    await page.goto(`${appUrl}/`);
    const cards = page
      .getByRole('region', { name: 'Which system does your practice use?' })
      .getByRole('listitem');
    await expect(cards.getByRole('heading')).toHaveText([
      'YourHealthFile',
      'NextGen Enterprise',
      'YourHealthFile (FHIR R3)',
      'NextGen Enterprise (FHIR DSTU2)Being retired',
    ]);
    await expect(cards.nth(0)).toContainText('For patients of a practice that uses NextGen Office.');
    await expect(cards.nth(1)).toContainText('Then you choose, subject by subject, what to share.');
    await expect(cards.nth(3).getByRole('button')).toHaveAccessibleDescription(/Being retired/);
    const list = page.getByRole('link', { name: /www\.nextgen\.com \(opens in a new tab\)/ });
    await expect(list).toHaveAttribute('href', 'https://www.nextgen.com/api/practice-search');
    await expect(list).toHaveAttribute('rel', /noreferrer/);
    for (const width of [320, 375, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page, `cards at ${width}`);
    }
    await expectAccessible(page, 'cards');
    await expectReadableInTheDark(page, 'cards');
  });
});

test('the choice of last time comes first, and can be forgotten', async ({ page, appUrl }) => {
  await openAsPatient(page, appUrl);
  await chooseInMenu(page, 'Sign out');
  const buttons = page.getByRole('button', { name: /^Sign in with/ });
  await expect(page.getByText('You used this last time')).toBeVisible();
  await expect(buttons.first()).toHaveAccessibleName('Sign in with YourHealthFile (sandbox)');
  await expectAccessible(page, 'the choice of last time');
  expect(await page.evaluate(() => localStorage.getItem('chartside.door'))).toBe('sandbox-portal');
  await page.getByRole('button', { name: 'Forget that' }).click();
  await expect(page.getByText('You used this last time')).toHaveCount(0);
  await page.reload();
  await expect(buttons.first()).toBeVisible();
  await expect(page.getByText('You used this last time')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('chartside.door'))).toBeNull();
});

test.describe('a sign-in that lasts an hour', () => {
  test.use({
    setup: {
      changeConfig: changing(({ sandbox }) => (sandbox ? { sessionHours: 1, idleMinutes: 480 } : {})),
    },
  });

  test('says by when to sign in again, and signing in again comes back to the place', async ({
    page,
    appUrl,
    sandbox,
  }) => {
    await page.clock.install();
    await openAsPatient(page, appUrl);
    await openSection(page, 'Allergies');
    await expect(page.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();
    const said = page.getByRole('status').filter({ hasText: /^This sign-in ends at \d+:\d\d [AP]M\.$/ });
    await page.clock.fastForward(minutes(44));
    await expect(said).toHaveCount(0);
    await page.clock.fastForward(minutes(2));
    await expect(said).toBeVisible();
    await expectAccessible(page, 'by when to sign in again');
    await page.setViewportSize({ width: 375, height: 800 });
    await expectAccessible(page, 'by when to sign in again, narrow');
    await expectNoSidewaysScroll(page, 'by when to sign in again');
    // The sign-in server's clock did not go along: what it issues now would be long over for this page.
    await page.clock.setSystemTime(Date.now());
    const before = tokenRequests(sandbox).length;
    await page.getByRole('button', { name: 'Sign in again now; your place is kept' }).click();
    // The portal still knows who is signed in, and asks only for whom.
    await choosePerson(page, people.david);
    await expectChartOf(page, people.david);
    await expect(page.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();
    expect(tokenRequests(sandbox).length).toBe(before + 1);
    await expect(said).toHaveCount(0);
  });

  test('after an EHR’s launch it says that the EHR opens the app again', async ({ page, sandbox }) => {
    await page.context().clock.install();
    const app = await launchFromEhr(page, sandbox);
    await app.clock.fastForward(minutes(46));
    await expect(app.getByRole('status').filter({ hasText: /^This sign-in ends at/ })).toContainText(
      'After that, open the app again from the patient’s chart in NextGen Office (sandbox).',
    );
    await app.getByRole('button', { name: 'Hide this' }).click();
    await expect(app.getByText('This sign-in ends at')).toHaveCount(0);
  });
});
