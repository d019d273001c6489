/** A sign-in ends: refused, run out, or ended somewhere else. What the reader is told, and how they go on. */
import { people } from '#sandbox/cast.ts';
import { expectFailure, fromChart } from './failure-page.ts';
import { expect, test } from './fixtures.ts';
import {
  received,
  expectAllRead,
  choosePerson,
  david,
  expectChartOf,
  goToPortal,
  launchFromEhr,
  openAsPatient,
  openSection,
  recordRequests,
  share,
  signIn,
  spoken,
  tokenRequests,
} from './steps.ts';

test.describe('signed in as a patient', () => {
  test('consent is refused, and given at the second try', async ({ page, sandbox, appUrl }) => {
    await goToPortal(page, appUrl);
    await signIn(page, david);
    await choosePerson(page, people.david);
    await page.getByRole('button', { name: 'Share nothing' }).click();
    await expectFailure(page, {
      what: 'The record was not shared with this app.',
      todo: /To go on, sign in again and allow the app to read the record\./,
      code: 'S31',
    });
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await signIn(page, david);
    await choosePerson(page, people.david);
    await share(page);
    await expectChartOf(page, people.david);
    expect(tokenRequests(sandbox)).toHaveLength(1);
  });

  test(
    'a sign-in that was ended elsewhere is told, and the place is kept',
    { tag: '@threat-16' },
    async ({ page, sandbox, appUrl, witness }) => {
      witness.expectErrors(/Failed to load resource.*40[01]/);
      await openAsPatient(page, appUrl);
      await openSection(page, 'Allergies');
      await expectAllRead(page);
      const portal = await page.context().newPage();
      await portal.goto(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/logout`);
      await portal.getByRole('button', { name: 'Sign out' }).click();
      await expect(portal.getByRole('heading', { name: 'You are signed out' })).toBeVisible();

      await page.getByRole('button', { name: 'Read again' }).click();
      await expectFailure(page, {
        what: 'Your sign-in has run out.',
        todo: /Sign in again to go on; your place is kept\./,
        code: 'E60',
      });
      await expect(page.getByText(/penicillin/i)).toHaveCount(0);
      await page.getByRole('button', { name: 'Sign in again' }).click();
      await signIn(page, david);
      await choosePerson(page, people.david);
      await share(page);
      await expectChartOf(page, people.david);
      await expect(page.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();
    },
  );

  test('a sign-in that was ended elsewhere shows no place to somebody else', async ({
    page,
    sandbox,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(/Failed to load resource.*40[01]/);
    await openAsPatient(page, appUrl);
    await openSection(page, 'Allergies');
    await expectAllRead(page);
    const portal = await page.context().newPage();
    await portal.goto(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/logout`);
    await portal.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await signIn(page, david);
    await choosePerson(page, people.alex);
    await share(page);
    await expectChartOf(page, people.alex);
    await expect(page.getByRole('heading', { name: 'Summary', level: 1 })).toBeAttached();
  });
});

test('a chart ended from the EHR’s side tells clinicians to open the app again', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*40[01]/);
  const app = await launchFromEhr(page, sandbox);
  await expectAllRead(app);
  await page.goto(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/logout`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await app.getByRole('button', { name: 'Read again' }).click();
  await expectFailure(app, { what: 'Your sign-in has run out.', todo: fromChart, code: 'E60' });
  await expect(app.getByText(spoken(people.david.name))).toHaveCount(0);
});

test(
  'a sign-in server that is silent for a while ends nothing',
  { tag: '@threat-16' },
  async ({ page, sandbox, witness }) => {
    witness.expectErrors(/Failed to load resource/);
    sandbox.control.switches.accessTokenSeconds = 240;
    await page.context().clock.install();
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    sandbox.control.switches.identityDown = true;
    await app.clock.fastForward(185_000);
    // From here on time stands, however long the machine takes.
    const now = await app.evaluate(() => Date.now());
    await app.clock.setFixedTime(now);
    await app.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => received(sandbox, '/openid-connect/token').length).toBeGreaterThan(1);
    await expectAllRead(app);
    await expectChartOf(app, people.david);
    // The token is still good, and an answer may have been lost on its way: the server is left in peace for a while.
    const asked = received(sandbox, '/openid-connect/token').length;
    const read = recordRequests(sandbox).length;
    await app.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => recordRequests(sandbox).length).toBeGreaterThan(read);
    await expectAllRead(app);
    expect(received(sandbox, '/openid-connect/token')).toHaveLength(asked);

    sandbox.control.switches.identityDown = false;
    await app.clock.setFixedTime(now + 10_000);
    await app.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => tokenRequests(sandbox).at(-1)?.status).toBe(200);
    await expectAllRead(app);
    await expectChartOf(app, people.david);
  },
);
