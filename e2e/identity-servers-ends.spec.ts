/** Where one sign-in ends and another stands, with each of three sign-in servers (see `identity-servers.spec.ts`). */
import { patientLogins, people } from '#sandbox/cast.ts';
import { expect, test } from './identity-server-fixtures.ts';
import {
  expectFate,
  expectRevoked,
  firstLaunch,
  lastBearer,
  refreshTokenOf,
} from './identity-server-steps.ts';
import { chooseInMenu, clickAddress, clickApp, expectAllRead, expectChartOf } from './steps.ts';

const anna = patientLogins[1];

test('a patient signs out of the portal too: the next sign-in asks for the password', async ({
  page,
  sandbox,
  request,
  witness,
  server,
}) => {
  await server.enter(page, 'known', anna, people.anna);
  await expectChartOf(page, people.anna);
  await expectAllRead(page);
  const renewing = await refreshTokenOf(page);
  const headers = { Authorization: `Bearer ${lastBearer(witness)}` };
  const record = `${sandbox.fhirUrl}/api/fhir/r4/Patient/${people.anna.id}`;
  expect((await request.get(record, { headers })).status()).toBe(200);

  await chooseInMenu(page, `Sign out of ${server.label('known')} too`);
  for (const button of server.answers.endSession)
    await page.getByRole('button', { name: button, exact: true }).click();
  // Back at the app's own address, by way of the server.
  await expect(page.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
  // Not seen from the page, which has left: the realm says no more of whom the token was for.
  const userinfo = `${server.realmUrl}/protocol/openid-connect/userinfo`;
  await expect.poll(async () => (await request.get(userinfo, { headers })).status()).toBe(401);
  expect((await request.get(record, { headers })).status()).toBe(server.answers.readAfterRevocation);
  const form = { grant_type: 'refresh_token', client_id: server.clientOf('known'), refresh_token: renewing };
  const refused = await request.post(`${server.realmUrl}/protocol/openid-connect/token`, { form });
  expect([refused.status(), await refused.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  await server.goTo(page, 'known');
  await server.expectPasswordAsked(page);
});

test('a patient signs out here alone: who is signed in there with another system is not asked again', async ({
  page,
  server,
  revocations,
}) => {
  const { pagesOfSecondSystem, pagesAfterSignOutHere } = server.answers;
  await server.enter(page, 'known', anna, people.anna);
  await expectChartOf(page, people.anna);
  const beside = await page.context().newPage();
  await server.goTo(beside, 'key');
  await server.pass(beside, pagesOfSecondSystem, anna, people.anna);
  await expectChartOf(beside, people.anna);

  await chooseInMenu(page, 'Sign out');
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expectRevoked(revocations);
  await server.goTo(page, 'known');
  await server.pass(page, pagesAfterSignOutHere, anna, people.anna);
  await expectChartOf(page, people.anna);
  // The other system's chart is none of this: it renews as ever.
  await beside.reload();
  await expectChartOf(beside, people.anna);
  await expectAllRead(beside);
});

test.describe('two charts by one client in one browser', () => {
  test('the second once the first has been renewed', async ({ page, sandbox, witness, server }) => {
    witness.expectErrors(/Failed to load resource.*40[01]/);
    await page.context().clock.install();
    const first = await firstLaunch(page, sandbox, server);
    const second = await clickApp(page);
    await expectChartOf(second, people.david);
    await expectAllRead(second);
    // Keycloak counts in whole seconds: the renewal shall be later than what the second was given.
    const given = Math.floor(Date.now() / 1000);
    await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(given);
    await first.clock.fastForward(290_000);
    await expectFate(first, witness, 'goes on', people.david);
    await expectFate(second, witness, server.answers.besideRenewal, people.david);
  });

  test('the second once the first has been signed out of', async ({
    page,
    sandbox,
    witness,
    server,
    revocations,
  }) => {
    witness.expectErrors(/Failed to load resource.*40[01]/);
    await page.context().clock.install();
    const first = await firstLaunch(page, sandbox, server);
    const second = await clickApp(page);
    await expectChartOf(second, people.david);
    await expectAllRead(second);
    await chooseInMenu(first, 'Sign out');
    await expect(first.getByText('You are signed out.')).toBeVisible();
    await expectRevoked(revocations);
    await second.clock.fastForward(290_000);
    await expectFate(second, witness, server.answers.besideSignOut, people.david);
  });

  test('the second in the same tab: the first is forgotten and not revoked, for that would end both', async ({
    page,
    sandbox,
    witness,
    server,
    revocations,
  }) => {
    witness.expectErrors(/Failed to load resource.*40[01]/);
    await page.context().clock.install();
    const app = await firstLaunch(page, sandbox, server);
    await app.goto(clickAddress(sandbox, people.david));
    await expectChartOf(app, people.david);
    await expectAllRead(app);
    await app.clock.fastForward(290_000);
    await expectFate(app, witness, 'goes on', people.david);
    expect(revocations).toEqual([]);
  });
});
