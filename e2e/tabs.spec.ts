/** Several tabs, one browser: every tab shows one patient, and none shows another's. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expect, test } from './fixtures.ts';
import {
  bannerOf,
  chooseInMenu,
  clickAddress,
  enterEhr,
  expectAllRead,
  expectChartOf,
  launchAgain,
  launchFromEhr,
  openSection,
  provider,
  received,
  recordRequests,
  share,
  signIn,
  spoken,
  tokenRequests,
} from './steps.ts';

/** The EHR opens the app in a window that it gave a name, as some do. */
async function openInNamedWindow(ehr: Page, address: string): Promise<Page> {
  const opens = ehr.context().waitForEvent('page');
  await ehr.evaluate((url) => void window.open(url, 'chartside'), address);
  return opens;
}

async function copyOf(app: Page): Promise<Page> {
  const opens = app.context().waitForEvent('page');
  await app.evaluate(() => void window.open(location.href));
  return opens;
}

async function expectNothingOf(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await expect(page.getByText(spoken(name))).toHaveCount(0);
    await expect(page).not.toHaveTitle(spoken(name));
  }
}

const patientsAsked = (sandbox: Running['sandbox']) =>
  recordRequests(sandbox).filter((url) => url.startsWith('Patient/'));

test(
  'a second launch asks nothing and opens the second patient, each in a tab',
  { tag: '@threat-15' },
  async ({ page, sandbox }) => {
    const first = await launchFromEhr(page, sandbox, people.david);
    const second = await launchAgain(page, people.anna);
    expect(second).not.toBe(first);
    await Promise.all([expectAllRead(first), expectAllRead(second)]);

    await expectChartOf(first, people.david);
    await expectNothingOf(first, people.anna.name);
    await expectNothingOf(second, people.david.name);
    await Promise.all([first.reload(), second.reload()]);
    await expectChartOf(first, people.david);
    await expectChartOf(second, people.anna);
    expect(tokenRequests(sandbox)).toHaveLength(2);
  },
);

test(
  'a second launch into the same named window becomes a second tab',
  { tag: '@threat-15' },
  async ({ page, sandbox }) => {
    await enterEhr(page, sandbox);
    const first = await openInNamedWindow(page, clickAddress(sandbox, people.david));
    await signIn(first, provider);
    await share(first);
    await expectChartOf(first, people.david);

    const second = await openInNamedWindow(page, clickAddress(sandbox, people.anna));
    await expectChartOf(second, people.anna);
    await expectChartOf(first, people.david);
    await expectNothingOf(first, people.anna.name);
  },
);

test(
  'a second launch in the same tab replaces the first, whose tokens nobody has any more',
  { tag: '@threat-15' },
  async ({ page, sandbox, witness }) => {
    const app = await launchFromEhr(page, sandbox, people.david);
    await openSection(app, 'Allergies');
    await app.goto(clickAddress(sandbox, people.anna));
    await expectChartOf(app, people.anna);
    await expectNothingOf(app, people.david.name);
    const [, first] = witness.authorization(witness.authorized()[0]!)!.split(' ');
    const kept = await app.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
    expect(kept).not.toContain(first);
    expect(kept).not.toContain('chartside.retired');

    await app.reload();
    await expectChartOf(app, people.anna);
    // The places of the first chart are still in the history; none of them brings the first patient back.
    await app.goBack();
    await app.goBack();
    await expectNothingOf(app, people.david.name);
    expect(patientsAsked(sandbox).at(-1)).toBe(`Patient/${people.anna.id}`);
    // One client, one sign-on: at Keycloak revoking the first would end the second (docs/keycloak.md).
    expect(received(sandbox, '/revoke')).toEqual([]);
  },
);

test(
  'a launch that is given up leaves nobody open in that tab',
  { tag: '@threat-15' },
  async ({ page, sandbox }) => {
    const app = await launchFromEhr(page, sandbox, people.david);
    sandbox.control.switches.consentRefused = true;
    await app.goto(clickAddress(sandbox, people.anna));
    await expect(app.getByRole('heading', { level: 1 })).toHaveText(
      'The record was not shared with this app.',
    );
    await app.goto(new URL('/chart', app.url()).href);
    await expect(app.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
    await expectNothingOf(app, people.david.name, people.anna.name);
  },
);

test(
  'slow answers for the first patient never reach the second',
  { tag: '@threat-15' },
  async ({ page, sandbox }) => {
    const app = await launchFromEhr(page, sandbox, people.david);
    await expectAllRead(app);
    sandbox.control.faults = [{ target: '*', kind: 'slow', delayMs: 1500, times: 12 }];
    await app.getByRole('button', { name: 'Read again' }).click();
    await app.goto(clickAddress(sandbox, people.anna));
    await expectChartOf(app, people.anna);
    await expectAllRead(app);
    await expectNothingOf(app, people.david.name);
    await openSection(app, 'Allergies');
    await expect(app.getByText('Penicillin G')).toHaveCount(0);
  },
);

test(
  'a duplicated tab joins the session, and signing out in one closes both',
  { tag: '@threat-15' },
  async ({ page, sandbox }) => {
    const app = await launchFromEhr(page, sandbox, people.david);
    await openSection(app, 'Allergies');
    const copy = await copyOf(app);
    await expectChartOf(copy, people.david);
    await expect(copy.getByRole('heading', { name: 'Allergies', level: 1 })).toBeVisible();
    expect(tokenRequests(sandbox)).toHaveLength(1);

    await chooseInMenu(copy, 'Sign out');
    await expect(copy.getByText('You are signed out.')).toBeVisible();
    await expect(app.getByRole('heading', { level: 1 })).toHaveText('You signed out in another tab.');
    await expectNothingOf(app, people.david.name);
    await app.reload();
    await expectNothingOf(app, people.david.name);
    expect(received(sandbox, '/revoke')).toHaveLength(1);
  },
);

test(
  'a duplicated tab and its original renew their sign-in once, together',
  { tag: '@threat-16' },
  async ({ page, sandbox }) => {
    sandbox.control.switches.accessTokenSeconds = 90;
    await page.context().clock.install();
    const app = await launchFromEhr(page, sandbox, people.david);
    await expectAllRead(app);
    const copy = await copyOf(app);
    await expectAllRead(copy);

    for (const renewals of [1, 2]) {
      await page.context().clock.fastForward(75_000);
      await Promise.all([app, copy].map((tab) => tab.getByRole('button', { name: 'Read again' }).click()));
      await Promise.all([expectAllRead(app), expectAllRead(copy)]);
      expect(tokenRequests(sandbox).map(({ form, status }) => `${form?.['grant_type']} ${status}`)).toEqual([
        'authorization_code 200',
        ...Array.from({ length: renewals }, () => 'refresh_token 200'),
      ]);
    }
  },
);

test(
  'a new tab at the app’s own address sees nothing of an open chart',
  { tag: '@threat-15' },
  async ({ page, sandbox, appUrl }) => {
    const app = await launchFromEhr(page, sandbox, people.david);
    await openSection(app, 'Allergies');
    const stranger = await page.context().newPage();
    for (const path of ['/', '/chart', '/chart/allergies']) {
      await stranger.goto(appUrl + path);
      await expect(stranger.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
      await expectNothingOf(stranger, people.david.name, 'Penicillin');
    }
    await expect(bannerOf(app)).toContainText('Penicillin G');
  },
);
