/** The app against Keycloak itself, in the generation of the project: legacy (16) and current (26). */
import { patientLogins, people } from '#sandbox/cast.ts';
import { expectFailure } from './failure-page.ts';
import type { Witness } from './fixtures.ts';
import { askingTooMuch, expect, goToKeycloak, signInAtKeycloak, test } from './keycloak-fixtures.ts';
import {
  bannerOf,
  chooseInMenu,
  clickApp,
  david,
  enterEhr,
  expectAllRead,
  expectChartOf,
  openEhrChart,
  openSection,
  provider,
} from './steps.ts';

const portal = 'YourHealthFile (Keycloak)';
const brief = 'YourHealthFile with tokens of seconds (Keycloak)';

/** The forms sent to the realm's token address, in order. */
function formsSent(witness: Witness): readonly URLSearchParams[] {
  return witness.requests
    .filter((request) => request.method() === 'POST' && request.url().endsWith('/openid-connect/token'))
    .map((request) => new URLSearchParams(request.postData() ?? ''));
}

function refreshTokensSent(witness: Witness): readonly string[] {
  return formsSent(witness).flatMap((form) => form.getAll('refresh_token'));
}

/** The addresses at which the browser came back from the realm. */
function waysBack(witness: Witness, appUrl: string): readonly URLSearchParams[] {
  return witness.requests
    .map((request) => request.url())
    .filter((url) => url.startsWith(`${appUrl}/callback?`))
    .map((url) => new URL(url).searchParams);
}

test('launch from the EHR in a new tab; a second launch asks nothing; a second patient is a second client', async ({
  page,
  sandbox,
  appUrl,
  realmUrl,
  witness,
  generation,
}) => {
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  const first = await clickApp(page);
  await signInAtKeycloak(first, provider);
  await expectChartOf(first, people.david);
  await expectAllRead(first);
  await expect(bannerOf(first)).toContainText('HF428946492');
  await first.getByRole('button', { name: 'View and session' }).click();
  await expect(first.getByText(/^Signed in as /)).toHaveText(/TESTING/);
  await first.keyboard.press('Escape');

  const [back] = waysBack(witness, appUrl);
  expect(back!.getAll('iss')).toEqual(generation === 26 ? [realmUrl] : []);
  expect(back!.get('session_state')).toBeTruthy();

  // Signed in already: the page of the realm is passed through, and the chart is there.
  const again = await clickApp(page);
  await expectChartOf(again, people.david);
  await openEhrChart(page, people.anna);
  const second = await clickApp(page);
  await expectChartOf(second, people.anna);
  await expectAllRead(second);
  await expect(first).toHaveTitle(/DAVID/i);

  const clients = witness.requests
    .map((request) => new URL(request.url()))
    .filter(({ pathname }) => pathname.endsWith('/openid-connect/auth'))
    .map(({ searchParams }) => searchParams.get('client_id'));
  expect(clients).toEqual(['chartside-ehr', 'chartside-ehr', 'chartside-second']);
  // Nothing of one patient went by way of the other's base.
  const bases = sandbox.control.received.filter(({ url }) => url.includes(people.anna.id));
  expect(bases.length).toBeGreaterThan(5);
  expect(bases.filter(({ server, url }) => server === 'fhir' && !url.startsWith('/second/'))).toEqual([]);
});

test('a patient refuses to share, then shares', async ({ page, appUrl }) => {
  await goToKeycloak(page, appUrl, portal);
  await signInAtKeycloak(page, david);
  await page.getByRole('button', { name: 'No' }).click();
  await expectFailure(page, {
    what: 'The record was not shared with this app.',
    todo: /To go on, sign in again and allow the app to read the record\./,
    code: 'S31',
  });
  // Whoever refuses is signed in nowhere: Keycloak asks for the password again.
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await signInAtKeycloak(page, david);
  await page.getByRole('button', { name: 'Yes' }).click();
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  await expect(bannerOf(page)).toContainText(portal);
});

test('a scope that the realm does not know is refused whole', async ({ page, appUrl, witness }) => {
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: `Sign in with ${askingTooMuch}` }).click();
  await expectFailure(page, {
    what: `${askingTooMuch} does not offer this app everything it asks to read.`,
    todo: /Tell whoever runs this app, with the support code below\./,
    code: 'S32',
  });
  expect(formsSent(witness)).toEqual([]);
});

test('a code that somebody else was faster with opens nothing', async ({ page, appUrl, witness }) => {
  witness.expectErrors(/Failed to load resource.*400/);
  await page.route('**/openid-connect/token', async (route) => {
    const faster = await route.fetch();
    expect(faster.status()).toBe(200);
    await route.continue();
  });
  await goToKeycloak(page, appUrl, brief);
  await signInAtKeycloak(page, david);
  await expectFailure(page, {
    what: 'This sign-in was used before, or took too long.',
    todo: /Sign in again to go on\./,
    code: 'T41',
  });
});

test('tokens run out within seconds and are renewed, each refresh token once; signing out ends the last', async ({
  page,
  appUrl,
  sandbox,
  realmUrl,
  request,
  witness,
}) => {
  await goToKeycloak(page, appUrl, brief);
  await signInAtKeycloak(page, david);
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  for (const renewals of [1, 2]) {
    // Until the realm's own time is over: by then the FHIR server takes the token no longer.
    const [, bearer] = witness.authorization(witness.authorized().at(-1)!)!.split(' ');
    const record = `${sandbox.fhirUrl}/api/fhir/r4/Patient/${people.david.id}`;
    const headers = { Authorization: `Bearer ${bearer}` };
    await expect
      .poll(async () => (await request.get(record, { headers })).status(), { timeout: 30_000 })
      .toBe(401);
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => refreshTokensSent(witness).length).toBeGreaterThanOrEqual(renewals);
    await expectAllRead(page);
    await expectChartOf(page, people.david);
  }
  const used = refreshTokensSent(witness);
  expect(new Set(used).size).toBe(used.length);
  await chooseInMenu(page, 'Sign out');
  await expect(page.getByText('You are signed out.')).toBeVisible();
  const isRevocation = (url: string): boolean => url.endsWith('/openid-connect/revoke');
  await expect.poll(() => witness.requests.filter((each) => isRevocation(each.url())).length).toBe(1);
  const revocation = witness.requests.find((each) => isRevocation(each.url()))!;
  expect((await revocation.response())?.status()).toBe(200);
  const last = new URLSearchParams(revocation.postData() ?? '').get('token')!;
  expect(used).not.toContain(last);
  const form = { grant_type: 'refresh_token', client_id: 'chartside-brief', refresh_token: last };
  const refused = await request.post(`${realmUrl}/protocol/openid-connect/token`, { form });
  expect(refused.status()).toBe(400);
  expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
});

test('a refresh token that somebody else used first is noticed: the session ends and says so', async ({
  page,
  appUrl,
  realmUrl,
  request,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*40[01]/);
  await page.clock.install();
  await goToKeycloak(page, appUrl, portal);
  await signInAtKeycloak(page, patientLogins[1]);
  await page.getByRole('button', { name: 'Yes' }).click();
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  await openSection(page, 'Allergies');
  const stolen = await page.evaluate(
    () =>
      /"refresh":"([^"]+)"/.exec(
        JSON.stringify(Object.values(sessionStorage).map((text) => JSON.parse(text))),
      )?.[1],
  );
  const form = { grant_type: 'refresh_token', client_id: 'chartside-portal', refresh_token: stolen ?? '' };
  const thief = await request.post(`${realmUrl}/protocol/openid-connect/token`, { form });
  expect(thief.status()).toBe(200);

  await page.clock.fastForward(290_000);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expectFailure(page, {
    what: 'Your sign-in has run out.',
    todo: /Sign in again to go on; your place is kept\./,
    code: 'E60',
  });
  await expect(page.getByText(/penicillin/i)).toHaveCount(0);
});

for (const [by, person] of [
  ['client secret', people.david],
  ['client key', people.anna],
] as const) {
  test(`a confidential client by ${by}: renewed and revoked by way of our own server`, async ({
    page,
    appUrl,
    realmUrl,
    witness,
  }) => {
    await goToKeycloak(page, appUrl, `YourHealthFile by ${by} (Keycloak)`);
    await signInAtKeycloak(page, david);
    if (by === 'client secret') await page.getByRole('button', { name: 'Yes' }).click();
    await expectChartOf(page, person);
    // The refresh token is rotated when the page has forgotten its access token.
    await page.reload();
    await expectChartOf(page, person);
    await expectAllRead(page);
    await chooseInMenu(page, 'Sign out');
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await expect.poll(async () => (await page.context().cookies(appUrl)).map(({ name }) => name)).toEqual([]);
    const fetched = witness.requests.filter((each) => each.resourceType() === 'fetch');
    const broker = fetched.map((each) => URL.parse(each.url())!).filter(({ origin }) => origin === appUrl);
    expect(broker.map(({ pathname }) => pathname).filter((path) => path.startsWith('/broker/'))).toEqual([
      '/broker/token',
      '/broker/refresh',
      '/broker/revoke',
    ]);
    // The browser itself asked the realm for nothing but pages.
    expect(fetched.filter((each) => each.url().startsWith(realmUrl))).toEqual([]);
  });
}

test('an address that is not registered gets Keycloak’s own page, and no way back', async ({
  page,
  appUrl,
  realmUrl,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*400/);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'chartside-portal',
    redirect_uri: `${appUrl}/elsewhere`,
    scope: 'openid launch/patient',
    state: 'any',
  });
  const answer = await page.goto(`${realmUrl}/protocol/openid-connect/auth?${query}`);
  expect(answer?.status()).toBe(400);
  await expect(page.getByRole('heading', { name: 'We are sorry...' })).toBeVisible();
  await expect(page.getByText('Invalid parameter: redirect_uri')).toBeVisible();
  await expect(page.locator(`a[href^="${appUrl}"]`)).toHaveCount(0);
});
