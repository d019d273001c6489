/**
 * The app with each of three sign-in servers, by the same stories: the sandbox's own, and Keycloak itself, legacy (16)
 * and current (26). Where their answers differ, `identity-server-answers.ts` says how.
 */
import { callbackPaths, patientLogins, people } from '#sandbox/cast.ts';
import { expectFailure } from './failure-page.ts';
import { askingTooMuch, expect, test } from './identity-server-fixtures.ts';
import {
  expectRevoked,
  firstLaunch,
  lastBearer,
  posted,
  refreshTokenOf,
  refreshTokensSent,
  waysBack,
} from './identity-server-steps.ts';
import {
  bannerOf,
  chooseInMenu,
  clickApp,
  david,
  expectAllRead,
  expectChartOf,
  openEhrChart,
  openSection,
  spoken,
} from './steps.ts';

const anna = patientLogins[1];

test('launch from the EHR in a new tab; a second launch asks nothing; a second patient in a third tab', async ({
  page,
  sandbox,
  appUrl,
  witness,
  server,
}) => {
  const first = await firstLaunch(page, sandbox, server);
  await expect(bannerOf(first)).toContainText('HF428946492');
  await first.getByRole('button', { name: 'View and session' }).click();
  await expect(first.getByText(/^Signed in as /)).toHaveText(/TESTING/);
  await first.keyboard.press('Escape');

  const [back] = waysBack(witness, appUrl);
  expect([...back!.keys()]).toEqual(server.answers.callback);
  expect(back!.get('session_state')).toBeTruthy();
  // RFC 9207, where the server does: exactly the issuer that the registry pins.
  expect(back!.get('iss') ?? server.realmUrl).toBe(server.realmUrl);

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
  const [ofDavid, ofAnna] = server.answers.twoPatients;
  expect(clients).toEqual([ofDavid, ofDavid, ofAnna]);
  // Nothing of one patient went by way of the other's base, where they have two.
  const ofSecond = sandbox.control.received.filter(({ url }) => url.includes(people.anna.id));
  const read = ofSecond.filter((each) => each.server === 'fhir').map(({ url }) => url);
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter((url) => !url.startsWith(server.answers.secondBase))).toEqual([]);
});

test('a patient refuses to share, then shares', async ({ page, appUrl, witness, server }) => {
  const { pages, refusal, pagesAfterRefusal } = server.answers;
  await server.goTo(page, 'portal');
  const before = pages.portal.filter((shown) => shown !== 'share');
  await server.pass(page, before, david, people.david);
  await server.refuse(page);
  await expectFailure(page, {
    what: 'The record was not shared with this app.',
    todo: /To go on, sign in again and allow the app to read the record\./,
    code: 'S31',
  });
  expect([...waysBack(witness, appUrl)[0]!.keys()]).toEqual(refusal);
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await server.pass(page, pagesAfterRefusal, david, people.david);
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  await expect(bannerOf(page)).toContainText(server.label('portal'));
});

test('a scope that the realm does not know is refused whole', async ({ page, appUrl, witness }) => {
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: `Sign in with ${askingTooMuch}` }).click();
  await expectFailure(page, {
    what: `${askingTooMuch} does not offer this app everything it asks to read.`,
    todo: /Tell whoever runs this app, with the support code below\./,
    code: 'S32',
  });
  expect(waysBack(witness, appUrl)[0]!.get('error')).toBe('invalid_scope');
  expect(posted(witness, 'token')).toEqual([]);
});

test('a code that somebody else was faster with opens nothing; what it gave them stays theirs', async ({
  page,
  request,
  witness,
  server,
}) => {
  witness.expectErrors(/Failed to load resource.*400/);
  let given = '';
  await page.route('**/openid-connect/token', async (route) => {
    const faster = await route.fetch();
    expect(faster.status()).toBe(200);
    given = ((await faster.json()) as { refresh_token: string }).refresh_token;
    await route.continue();
  });
  await server.enter(page, 'known', anna, people.anna);
  await expectFailure(page, {
    what: 'This sign-in was used before, or took too long.',
    todo: /Sign in again to go on\./,
    code: 'T41',
  });
  const form = { grant_type: 'refresh_token', client_id: server.clientOf('known'), refresh_token: given };
  const renewed = await request.post(`${server.realmUrl}/protocol/openid-connect/token`, { form });
  expect(renewed.status()).toBe(200);
});

test('tokens run out within seconds and are renewed, each refresh token once; signing out ends the last', async ({
  page,
  sandbox,
  request,
  witness,
  server,
  revocations,
}) => {
  // Renewed ahead of its end where this machine's clock says so, at the first refusal where the sandbox's does.
  witness.expectErrors(/Failed to load resource.*401/);
  await server.enter(page, 'brief', david, people.david);
  await expectChartOf(page, people.david);
  await expectAllRead(page);
  for (const renewals of [1, 2]) {
    const record = `${sandbox.fhirUrl}/api/fhir/r4/Patient/${people.david.id}`;
    await server.letRunOut(request, record, lastBearer(witness));
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => refreshTokensSent(witness).length).toBeGreaterThanOrEqual(renewals);
    await expectAllRead(page);
    await expectChartOf(page, people.david);
  }
  const used = refreshTokensSent(witness);
  expect(new Set(used).size).toBe(used.length);
  // The registry names no end of session for this system: nothing is offered that would be one.
  await page.getByRole('button', { name: 'View and session' }).click();
  await expect(page.getByRole('menuitem', { name: /^Sign out/ })).toHaveText(['Sign out']);
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expectRevoked(revocations);
  const [revocation] = posted(witness, 'revoke');
  const last = new URLSearchParams(revocation!.postData() ?? '').get('token')!;
  expect(used).not.toContain(last);
  const form = { grant_type: 'refresh_token', client_id: server.clientOf('brief'), refresh_token: last };
  const refused = await request.post(`${server.realmUrl}/protocol/openid-connect/token`, { form });
  expect(refused.status()).toBe(400);
  expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
});

test('a refresh token that somebody else used first is noticed: the session ends and says so', async ({
  page,
  request,
  witness,
  server,
}) => {
  witness.expectErrors(/Failed to load resource.*40[01]/);
  await page.clock.install();
  await server.enter(page, 'known', anna, people.anna);
  await expectChartOf(page, people.anna);
  await expectAllRead(page);
  await openSection(page, 'Allergies');
  const client = { grant_type: 'refresh_token', client_id: server.clientOf('known') };
  const form = { ...client, refresh_token: await refreshTokenOf(page) };
  const token = `${server.realmUrl}/protocol/openid-connect/token`;
  const thief = await request.post(token, { form });
  expect(thief.status()).toBe(200);
  const { refresh_token: newest } = (await thief.json()) as { refresh_token: string };

  await page.clock.fastForward(290_000);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expectFailure(page, {
    what: 'Your sign-in has run out.',
    todo: /Sign in again to go on; your place is kept\./,
    code: 'E60',
  });
  await expect(page.getByText(spoken(people.anna.name))).toHaveCount(0);
  // Whoever stole it has no more than the app: the server ended both.
  const ended = await request.post(token, { form: { ...client, refresh_token: newest } });
  expect([ended.status(), await ended.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
});

for (const [by, system, login, person] of [
  ['client secret', 'secret', david, people.david],
  ['client key', 'key', anna, people.anna],
] as const) {
  test(`a confidential client by ${by}: renewed and revoked by way of our own server`, async ({
    page,
    appUrl,
    witness,
    server,
  }) => {
    await server.enter(page, system, login, person);
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
    expect(fetched.filter((each) => each.url().startsWith(server.realmUrl))).toEqual([]);
  });
}

test('an address or a client that is not registered gets the server’s own page, and no way back', async ({
  page,
  appUrl,
  witness,
  server,
}) => {
  witness.expectErrors(/Failed to load resource.*400/);
  for (const [client, back, words] of [
    [server.clientOf('portal'), `${appUrl}/elsewhere`, 'Invalid parameter: redirect_uri'],
    ['nobody', appUrl + callbackPaths.realm, 'Client not found.'],
  ] as const) {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client,
      redirect_uri: back,
      scope: 'openid launch/patient',
      state: 'any',
    });
    const answer = await page.goto(`${server.realmUrl}/protocol/openid-connect/auth?${query}`);
    expect(answer?.status()).toBe(400);
    await expect(page.getByRole('heading', { name: server.answers.sorry })).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.locator(`a[href^="${appUrl}"]`)).toHaveCount(0);
  }
});
