/** What the stories of the three sign-in servers do and look for. */
import type { Page, Request } from '@playwright/test';
import { callbackPaths, people, type Person } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import type { Witness } from './fixtures.ts';
import type { Fate } from './identity-server-answers.ts';
import { expect, type IdentityServer } from './identity-server-fixtures.ts';
import { clickApp, enterEhr, expectAllRead, expectChartOf, openEhrChart, provider, spoken } from './steps.ts';

/** What was posted to one of the realm's addresses, in order. */
export function posted(witness: Witness, to: 'token' | 'revoke'): readonly Request[] {
  return witness.requests.filter(
    (request) => request.method() === 'POST' && request.url().endsWith(`/openid-connect/${to}`),
  );
}

export function refreshTokensSent(witness: Witness): readonly string[] {
  return posted(witness, 'token').flatMap((request) =>
    new URLSearchParams(request.postData() ?? '').getAll('refresh_token'),
  );
}

/** The addresses at which the browser came back from the realm, as the names and values they brought. */
export function waysBack(witness: Witness, appUrl: string): readonly URLSearchParams[] {
  return witness.requests
    .map((request) => request.url())
    .filter((url) => url.startsWith(`${appUrl}${callbackPaths.realm}?`))
    .map((url) => new URL(url).searchParams);
}

/** The access token that records were last asked for with. */
export function lastBearer(witness: Witness): string {
  return witness.authorization(witness.authorized().at(-1)!)!.replace(/^Bearer /, '');
}

/** Waits until the realm has taken back what was to be revoked. */
export async function expectRevoked(revocations: readonly number[]): Promise<void> {
  await expect.poll(() => revocations).toEqual([200]);
}

/** What the browser keeps to renew an open chart with. */
export async function refreshTokenOf(page: Page): Promise<string> {
  const kept = await page.evaluate(() =>
    JSON.stringify(Object.values(sessionStorage).map((text) => JSON.parse(text) as unknown)),
  );
  return /"refresh":"([^"]+)"/.exec(kept)?.[1] ?? '';
}

/** Reads again when the access token of an open chart is nearly over, and sees what becomes of the chart. */
export async function expectFate(page: Page, witness: Witness, fate: Fate, person: Person): Promise<void> {
  const before = refreshTokensSent(witness).length;
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(() => refreshTokensSent(witness).length).toBe(before + 1);
  if (fate === 'goes on') {
    await expectAllRead(page);
    return expectChartOf(page, person);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your sign-in has run out.');
  await expect(page.getByText(spoken(person.name))).toHaveCount(0);
}

/** The clinician's first launch of the day, in a tab of its own. */
export async function firstLaunch(
  page: Page,
  sandbox: Running['sandbox'],
  server: IdentityServer,
): Promise<Page> {
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  const app = await clickApp(page);
  await server.pass(app, server.answers.pages.ehr, provider, people.david);
  await expectChartOf(app, people.david);
  await expectAllRead(app);
  return app;
}
