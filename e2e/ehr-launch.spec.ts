import type { Page } from '@playwright/test';
import { callbackPaths, people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { expect, test } from './fixtures.ts';
import {
  bannerOf,
  clickApp,
  enterEhr,
  expectAllRead,
  expectChartOf,
  launchFromEhr,
  openEhrChart,
  openSection,
  provider,
  recordRequests,
  share,
  signIn,
  tokenRequests,
} from './steps.ts';

/** Every entry of a tab's history, as the browser itself keeps it: addresses and titles. */
async function historyOf(page: Page): Promise<readonly { readonly url: string; readonly title: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries;
}

test('a clinician opens the app from a chart: sign-in, consent, banner, allergies', async ({
  page,
  sandbox,
}) => {
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  const app = await clickApp(page);
  await signIn(app, provider);
  await share(app);

  await expectChartOf(app, people.david);
  const banner = bannerOf(app);
  await expect(banner).toContainText('Mar 14, 1974');
  await expect(banner).toContainText('HF428946492');
  await expect(banner).toContainText('Penicillin G');

  await openSection(app, 'Allergies');
  await expect(app.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();
  const penicillin = app.getByRole('row', { name: /Penicillin G/ });
  await expect(penicillin).toContainText(/anaphylaxis/i);
});

test('the visit from which the chart was opened is told', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = '"true"';
  const app = await launchFromEhr(page, sandbox, people.david);
  // The token names the visit without the prefix that its record has.
  await expectAllRead(app);
  await expect(bannerOf(app)).toContainText(/Visit of Nov 21, 2026, .* · Office visit/);
  expect(recordRequests(sandbox).filter((url) => url.includes(people.david.encounter))).toEqual([]);
});

test('without a visit, none is told', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = '"true"';
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  await page.getByLabel('For the visit').selectOption('None');
  const app = await clickApp(page);
  await signIn(app, provider);
  await share(app);
  await expectAllRead(app);
  await expect(bannerOf(app)).not.toContainText(/visit/i);
});

test('who is signed in can be looked up', async ({ page, sandbox }) => {
  const app = await launchFromEhr(page, sandbox);
  await app.getByRole('button', { name: 'View and session' }).click();
  await expect(app.getByText(/^Signed in as /)).toHaveText(/Signed in as .*TESTING/);
  await expectGood(app, 'the reader’s menu');
});

test('no line of the menu moves under the pointer when the name of who is signed in comes', async ({
  page,
  sandbox,
}) => {
  const app = await launchFromEhr(page, sandbox);
  // A browser that begins to hold back answers loses sight of those that are under way.
  await expectAllRead(app);
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  await app.context().route(`**/${provider.fhirUser}`, async (route) => {
    const response = await route.fetch({ maxRetries: 1 });
    const doctor = (await response.json()) as object;
    const name = [{ family: 'Featherstonehaugh-Cholmondeley', given: ['Maximiliana', 'Theodora'] }];
    asked.resolve();
    await answered.promise;
    await route.fulfill({ response, json: { ...doctor, name } });
  });
  await app.getByRole('button', { name: 'View and session' }).click();
  const lines = app.getByRole('menu').locator('[role^=menuitem]');
  const places = () => lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().toJSON()));
  await asked.promise;
  const before = await places();
  expect(before.length).toBeGreaterThan(5);
  answered.resolve();
  await expect(app.getByText(/^Signed in as .*Featherstonehaugh/)).toBeVisible();
  expect(await places()).toEqual(before);
  await expectGood(app, 'the reader’s menu with a long name');
});

test('an EHR that does not say which one it is gets the one that the app was set up for', async ({
  page,
  sandbox,
}) => {
  sandbox.control.switches.sendIss = false;
  const app = await launchFromEhr(page, sandbox);
  await expect(bannerOf(app)).toContainText('NextGen Office (sandbox)');
});

test(
  'a server that names itself on the way back is checked and accepted',
  { tag: '@threat-6' },
  async ({ page, sandbox }) => {
    sandbox.control.switches.callbackIss = true;
    await launchFromEhr(page, sandbox);
  },
);

test(
  'reloading, going back and replaying the way back redeem nothing twice',
  { tag: '@threat-5' },
  async ({ page, sandbox, witness }) => {
    // Whoever goes back to the consent page finds it answered.
    witness.expectErrors(/status of 400 .*\/login-actions\/consent\//);
    const app = await launchFromEhr(page, sandbox);
    const wayBack = witness.requests
      .map((request) => request.url())
      .find((url) => url.includes(`${callbackPaths.realm}?`));
    expect(wayBack).toContain('code=');
    expect(tokenRequests(sandbox)).toHaveLength(1);

    await openSection(app, 'Allergies');
    await app.reload();
    await expectChartOf(app, people.david);
    await expect(app.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();

    // Back to the chart's first page, back to the consent page, and forward again.
    await app.goBack();
    await expect(app.getByRole('heading', { name: 'Summary', level: 1 })).toBeAttached();
    await app.goBack();
    await app.goForward();
    await expectChartOf(app, people.david);

    await app.goto(wayBack!);
    await expectChartOf(app, people.david);
    await app.goto(new URL(callbackPaths.realm, app.url()).href);
    await expectChartOf(app, people.david);

    const stranger = await page.context().newPage();
    await stranger.goto(wayBack!);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(
      'This tab did not ask for the sign-in that came back to it, so nothing was opened.',
    );
    expect(tokenRequests(sandbox)).toHaveLength(1);
  },
);

test(
  'a sign-in is renewed before it runs out, each time with the newest token',
  { tag: '@threat-16' },
  async ({ page, sandbox, witness }) => {
    sandbox.control.switches.accessTokenSeconds = 90;
    await page.context().clock.install();
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);

    for (const renewals of [1, 2, 3]) {
      await app.clock.fastForward(75_000);
      await app.getByRole('button', { name: 'Read again' }).click();
      await expect.poll(() => tokenRequests(sandbox).length).toBe(1 + renewals);
      await expectAllRead(app);
    }
    const forms = witness.requests
      .filter((request) => request.url().endsWith('/token') && request.method() === 'POST')
      .map((request) => new URLSearchParams(request.postData() ?? ''));
    const tokens = forms.flatMap((form) => form.getAll('refresh_token'));
    expect(new Set(tokens).size).toBe(3);
    expect(forms.slice(1).every((form) => form.get('grant_type') === 'refresh_token')).toBe(true);
    expect(tokenRequests(sandbox).every(({ status }) => status === 200)).toBe(true);
    // Before it runs out: no request was ever refused for its token.
    expect(sandbox.control.received.filter(({ status }) => status === 401)).toEqual([]);
  },
);

test(
  'a token refused by the EHR is renewed once, however many requests were under way',
  { tag: '@threat-16' },
  async ({ page, sandbox, witness }) => {
    witness.expectErrors(/Failed to load resource.*401/);
    const app = await launchFromEhr(page, sandbox);
    await expectAllRead(app);
    // The EHR's clock runs ahead: every token of before is too old for it, and this browser cannot know.
    sandbox.control.fixedNow = Date.now() + 400_000;
    await app.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => tokenRequests(sandbox).length).toBe(2);
    await expectAllRead(app);
    await expect(app.getByText('could not be read')).toHaveCount(0);
    expect(tokenRequests(sandbox)).toHaveLength(2);
  },
);

test(
  'addresses, history and titles tell nothing',
  { tag: '@threat-12' },
  async ({ page, sandbox, appUrl }) => {
    const app = await launchFromEhr(page, sandbox);
    await openSection(app, 'Allergies');
    await app
      .getByRole('row', { name: /Penicillin G/ })
      .getByRole('link')
      .first()
      .click();
    await openSection(app, 'Medications');
    await expect(app).toHaveTitle(/^Medications · /);
    await app.goto(`${sandbox.ehrUrl}/portal`);

    const entries = await historyOf(app);
    const ours = entries.filter(({ url }) => url.startsWith(appUrl));
    expect(ours.length).toBeGreaterThanOrEqual(3);
    for (const { url, title } of ours) {
      expect(url).toMatch(/^[^?#]*\/chart(\/[\w-]+)*$/);
      expect(title).not.toMatch(/smith|david/i);
    }
    // What the EHR and its sign-in put in their own addresses is theirs; the launch and the code are gone there too.
    expect(entries.filter(({ url }) => /[?&](code|launch|state)=/.test(url))).toEqual([]);
  },
);
