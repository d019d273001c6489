/** Confidential clients: the secret and the refresh token stay on our own server, and everything else is as ever. */
import type { BrowserContext, Page } from '@playwright/test';
import { brokered } from '#commands/start-brokered.ts';
import { people } from '#sandbox/cast.ts';
import { expect, test } from './fixtures.ts';
import {
  chooseInMenu,
  expectAllRead,
  expectChartOf,
  launchAgain,
  launchFromEhr,
  openAsPatient,
  openSection,
  received,
  tokenRequests,
} from './steps.ts';

const cookiesOf = async (context: BrowserContext, appUrl: string) =>
  (await context.cookies(appUrl)).filter(({ name }) => name.startsWith('__Host-chartside-'));

/** All that a script of the page could read. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie]),
  );

for (const authentication of ['basic', 'body', 'private_key_jwt'] as const) {
  test.describe(`a client that authenticates by ${authentication}`, () => {
    test.use({ setup: { changeConfig: brokered(authentication) } });

    test('opens the chart, and no script can read a token that lasts', async ({ page, sandbox, appUrl }) => {
      // What the page is told: the browser itself need not keep an answer for a test to look at.
      await page.context().addInitScript(() => {
        const send = globalThis.fetch;
        const said: string[] = [];
        Object.assign(globalThis, { brokerSaid: said });
        globalThis.fetch = async (input, init) => {
          const answer = await send(input, init);
          if (answer.url.includes('/broker/')) said.push(await answer.clone().text());
          return answer;
        };
      });
      const app = await launchFromEhr(page, sandbox, people.david);
      await expectAllRead(app);
      expect(tokenRequests(sandbox).map(({ form, status }) => `${form?.['grant_type']} ${status}`)).toEqual([
        'authorization_code 200',
      ]);
      const cookies = await cookiesOf(page.context(), appUrl);
      expect(cookies).toHaveLength(1);
      expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' });
      const answers = await app.evaluate(
        () => (globalThis as unknown as { brokerSaid: readonly string[] }).brokerSaid,
      );
      expect(answers).toHaveLength(1);
      const { access_token: token, ...members } = JSON.parse(answers[0] ?? '') as Record<string, unknown>;
      expect(Object.keys(members)).not.toContain('refresh_token');
      // The one that lasts minutes is in the memory of the page alone.
      expect(await readable(app)).not.toContain(String(token));
    });
  });
}

test.describe('a confidential client', () => {
  test.use({ setup: { changeConfig: brokered('basic') } });

  test('goes on after a reload, and renews ahead of time, by way of our own server', async ({
    page,
    sandbox,
  }) => {
    sandbox.control.switches.accessTokenSeconds = 90;
    await page.context().clock.install();
    const app = await launchFromEhr(page, sandbox, people.david);
    await expectAllRead(app);
    await app.reload();
    await expectChartOf(app, people.david);
    await expectAllRead(app);
    expect(tokenRequests(sandbox).map(({ form }) => form?.['grant_type'])).toEqual([
      'authorization_code',
      'refresh_token',
    ]);
    await page.context().clock.fastForward(75_000);
    await app.getByRole('button', { name: 'Read again' }).click();
    await expectAllRead(app);
    await expect.poll(() => tokenRequests(sandbox).length).toBe(3);
    expect(tokenRequests(sandbox).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test(
    'two tabs with two patients: each has its own cookie, and signing out takes only its own',
    { tag: '@threat-15' },
    async ({ page, sandbox, appUrl }) => {
      const first = await launchFromEhr(page, sandbox, people.david);
      await expectAllRead(first);
      const second = await launchAgain(page, people.anna);
      await expectAllRead(second);
      expect(await cookiesOf(page.context(), appUrl)).toHaveLength(2);
      await chooseInMenu(first, 'Sign out');
      await expect(first.getByText('You are signed out.')).toBeVisible();
      await expect.poll(async () => (await cookiesOf(page.context(), appUrl)).length).toBe(1);
      await expect.poll(() => received(sandbox, '/revoke').length).toBe(1);
      await second.reload();
      await expectChartOf(second, people.anna);
      await expectAllRead(second);
    },
  );

  test('a session that was ended at the sign-in server is told, and its cookie goes', async ({
    page,
    sandbox,
    appUrl,
    witness,
  }) => {
    witness.expectErrors(/Failed to load resource.*40[01]/);
    const app = await launchFromEhr(page, sandbox, people.david);
    await expectAllRead(app);
    sandbox.control.faults.push({ target: 'token', kind: 'status', status: 400 });
    await app.reload();
    await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(app.getByText('SMITH, DAVID')).toHaveCount(0);
    await expect.poll(async () => (await cookiesOf(page.context(), appUrl)).length).toBe(0);
  });

  test('a patient signs in on their own just as well', async ({ page, appUrl }) => {
    await openAsPatient(page, appUrl);
    await expectAllRead(page);
    await expectChartOf(page, people.david);
  });
});

test.describe('an EHR that is read by way of our own server', () => {
  test.use({ setup: { changeConfig: brokered('basic', { relay: true }) } });

  test('every record comes, without a preflight, and from one origin', async ({ page, sandbox, appUrl }) => {
    const origins = new Set<string>();
    page.context().on('request', (request) => {
      if (/^(fetch|xhr)$/.test(request.resourceType())) origins.add(new URL(request.url()).origin);
    });
    const app = await launchFromEhr(page, sandbox, people.david);
    await expectAllRead(app);
    await expectChartOf(app, people.david);
    const asked = sandbox.control.received.filter(({ server }) => server === 'fhir');
    expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(20);
    expect(asked.filter(({ method, origin }) => method !== 'GET' || origin !== undefined)).toEqual([]);
    // The style file is public and comes from where the EHR says; it may come last.
    await expect.poll(() => [...origins].toSorted()).toEqual([appUrl, sandbox.fhirUrl].toSorted());
    await openSection(app, 'Laboratory');
    await expect(app.getByRole('main').getByText('Potassium').first()).toBeVisible();
  });
});
