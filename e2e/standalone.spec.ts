/** Patients and families: from the app's own address to a record, with portal credentials. */
import { people, patientLogins } from '#sandbox/cast.ts';
import { expect, test } from './fixtures.ts';
import { startOwnBrowser } from './own-browser.ts';
import {
  bannerOf,
  chooseInMenu,
  choosePerson,
  david,
  expectAllRead,
  expectChartOf,
  goToPortal,
  openAsPatient,
  openSection,
  received,
  recordRequests,
  share,
  signIn,
  spoken,
  tokenRequests,
} from './steps.ts';

const anna = patientLogins[1];

test('a patient opens their own record', async ({ page, appUrl }) => {
  await openAsPatient(page, appUrl, people.david, david);
  await expect(bannerOf(page)).toContainText('Mar 14, 1974');
  await expect(bannerOf(page)).toContainText('YourHealthFile (sandbox)');
  await openSection(page, 'Allergies');
  await expect(page.getByRole('row', { name: /Penicillin G/ })).toContainText(/anaphylaxis/i);
});

test('a parent opens the record of a child in their care', async ({ page, appUrl, sandbox }) => {
  await openAsPatient(page, appUrl, people.alex, david);
  await expect(bannerOf(page)).toContainText('May 30, 2012');
  await expectAllRead(page);
  const patients = recordRequests(sandbox).filter((url) => url.startsWith('Patient/'));
  expect(patients).toEqual([`Patient/${people.alex.id}`]);
  await expect(page.getByText(spoken(people.david.name))).toHaveCount(0);
});

test('whoever cares for nobody else is offered their own record alone', async ({ page, appUrl }) => {
  await goToPortal(page, appUrl);
  await signIn(page, anna);
  await expect(page.getByRole('radio')).toHaveCount(1);
  await choosePerson(page, people.anna);
  await share(page);
  await expectChartOf(page, people.anna);
});

test('a wrong password opens nothing', async ({ page, appUrl, sandbox }) => {
  await goToPortal(page, appUrl);
  await signIn(page, { ...david, password: 'not-the-password' });
  await expect(page.getByRole('alert')).toHaveText('User name or password is wrong.');
  await signIn(page, david);
  await choosePerson(page, people.david);
  await share(page);
  await expectChartOf(page, people.david);
  expect(tokenRequests(sandbox)).toHaveLength(1);
});

test('another person’s record is another sign-in, and the first one’s tokens are gone from this browser', async ({
  page,
  appUrl,
  sandbox,
  witness,
}) => {
  await openAsPatient(page, appUrl, people.david, david);
  await openSection(page, 'Allergies');
  await chooseInMenu(page, 'Open another person’s record');
  // The portal still knows who is signed in, and asks only for whom.
  await choosePerson(page, people.alex);
  await expectChartOf(page, people.alex);
  await expect(page.getByText(spoken(people.david.name))).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Summary', level: 1 })).toBeAttached();
  const [, first] = witness.authorization(witness.authorized()[0]!)!.split(' ');
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  expect(kept).not.toContain(first);
  expect(kept).not.toContain('chartside.retired');
  // One client, one sign-on: at Keycloak revoking the first would end the second (docs/keycloak.md).
  expect(received(sandbox, '/revoke')).toEqual([]);
  expect(tokenRequests(sandbox).map(({ form }) => form?.['grant_type'])).toEqual([
    'authorization_code',
    'authorization_code',
  ]);
  await page.reload();
  await expectChartOf(page, people.alex);
});

test(
  'signing out ends the tokens and leaves nothing, also not on the way back',
  { tag: '@threat-18' },
  async ({ page, appUrl, sandbox }) => {
    await openAsPatient(page, appUrl, people.david, david);
    await openSection(page, 'Allergies');
    await openSection(page, 'Medications');
    await chooseInMenu(page, 'Sign out');
    await expect(
      page.getByText('You are signed out. Nothing of the record is kept in this browser.'),
    ).toBeVisible();
    await expect(page).toHaveTitle('Open a health record – Chartside');
    await expect.poll(() => received(sandbox, '/revoke').map(({ status }) => status)).toEqual([200]);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);

    const asked = recordRequests(sandbox).length;
    for (const step of ['back', 'back', 'reload', 'forward']) {
      if (step === 'back') await page.goBack();
      else if (step === 'forward') await page.goForward();
      else await page.reload();
      await expect(page.getByText(spoken(people.david.name))).toHaveCount(0);
      await expect(page.getByText(/penicillin|losartan/i)).toHaveCount(0);
    }
    expect(recordRequests(sandbox)).toHaveLength(asked);
  },
);

test(
  'the way back after leaving brings no chart out of the browser’s memory',
  { tag: '@threat-18' },
  async ({ playwright, appUrl, sandbox, witness }) => {
    // The tab that was left finds out that its sign-in has ended.
    witness.expectErrors(/Failed to load resource.*40[01]/);
    // Playwright's browsers keep no pages in memory; those of readers do.
    const browser = await startOwnBrowser(playwright.chromium, [], {
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const context = await browser.newContext({ locale: 'en-US' });
    witness.watch(context);
    const page = await context.newPage();
    // This browser does keep pages: one that may be kept comes back as it was left.
    await page.goto(`${sandbox.ehrUrl}/style.css`);
    await page.evaluate(() => (document.title = 'as it was left'));
    await page.goto(`${appUrl}/`);
    await page.goBack({ waitUntil: 'commit' });
    await expect(page).toHaveTitle('as it was left');

    // A chart that was left with the browser's own buttons, and signed out in a copied tab meanwhile.
    await openAsPatient(page, appUrl, people.david, david);
    const session = await page.evaluate(() => Object.entries(sessionStorage));
    // Copied as a browser does it: a tab that the page opened would itself keep the page out of the browser's memory.
    const copy = await context.newPage();
    await copy.goto(`${appUrl}/`);
    await copy.evaluate((entries) => {
      for (const [key, value] of entries) sessionStorage.setItem(key, value);
    }, session);
    await copy.goto(`${appUrl}/chart`);
    await expectChartOf(copy, people.david);
    await page.goto(`${sandbox.ehrUrl}/portal`);
    await chooseInMenu(copy, 'Sign out');
    await expect(copy.getByText('You are signed out.')).toBeVisible();
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(spoken(people.david.name))).toHaveCount(0);

    // And the tab that signed out.
    await copy.goto(`${sandbox.ehrUrl}/portal`);
    await copy.goBack({ waitUntil: 'commit' });
    await expect(copy.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
    await browser.close();
  },
);
