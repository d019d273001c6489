/** The sandbox's own pages for NextGen Enterprise: its sign-ins, its categories, and the page that lists every door. */
import { callbackPaths, enterpriseClients, people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { david, enterEhr, openEhrChart, signIn } from './steps.ts';

/** Where an app sends the browser, with what patient access asks for and no more. */
function authorize(fhirUrl: string, appUrl: string, server: string, more: Record<string, string>): string {
  const query = new URLSearchParams({
    response_type: 'code',
    redirect_uri: appUrl + callbackPaths[server === 'nge-oauth' ? 'enterpriseEhr' : 'enterprise'],
    ...more,
  });
  return `${fhirUrl}/nge/prod/${server}/authorize?${query.toString()}`;
}

test('patients sign in, choose categories and are asked whether to stay signed in', async ({
  page,
  sandbox,
  appUrl,
}) => {
  const asked = authorize(sandbox.fhirUrl, appUrl, 'patient-oauth', { client_id: enterpriseClients[0].id });
  await page.goto(asked);
  await expect(page.getByRole('heading', { name: 'Sign in to your patient account' })).toBeVisible();
  await expectGood(page, 'sign-in of Enterprise');
  await signIn(page, { ...david, password: 'wrong' });
  await expect(page.getByRole('alert')).toHaveText('User name or password is wrong.');
  await signIn(page, david);
  await expect(page.getByRole('heading', { name: 'What may Chartside read?' })).toBeVisible();
  await expectGood(page, 'categories');
  await page.getByRole('button', { name: 'Select none' }).click();
  await expect(page.getByRole('checkbox', { name: 'Allergies' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('checkbox', { name: 'Goals' }).uncheck();
  await page.getByRole('button', { name: 'Share what is selected' }).click();
  await expect(page.getByRole('heading', { name: 'Keep me signed in?' })).toBeVisible();
  await expectGood(page, 'stay signed in');
});

test('an app that is not registered is told so on a page', async ({ page, sandbox, appUrl, witness }) => {
  witness.expectErrors(/Failed to load resource.*400/);
  await page.goto(authorize(sandbox.fhirUrl, appUrl, 'patient-oauth', { client_id: 'nobody' }));
  await expect(page.getByRole('alert')).toContainText('not registered');
  await expectGood(page, 'refusal of Enterprise');
});

test('the chart in the EHR has a second way to launch, and its sign-in', async ({
  page,
  sandbox,
  appUrl,
}) => {
  await enterEhr(page, sandbox);
  await openEhrChart(page, people.david);
  await expect(page.getByRole('button', { name: 'Launch as NextGen Enterprise' })).toBeVisible();
  await expectGood(page, 'chart in the EHR');
  const query = `base=office&patient=${people.david.id}&system=enterprise`;
  const launched = await page.request.get(`${sandbox.ehrUrl}/ehr/launch?${query}`, { maxRedirects: 0 });
  const sent = new URL(launched.headers()['location'] ?? '').searchParams;
  await page.goto(
    authorize(sandbox.fhirUrl, appUrl, 'nge-oauth', {
      client_id: enterpriseClients[2].id,
      scope: 'launch user/*.read',
      aud: sent.get('iss') ?? '',
      launch: sent.get('launch') ?? '',
    }),
  );
  await expect(page.getByRole('heading', { name: 'Sign in to NextGen Enterprise' })).toBeVisible();
  await expectGood(page, 'sign-in of staff at Enterprise');
});

test('every door says what is recorded and what is assumed of it, and has its switches', async ({
  page,
  sandbox,
}) => {
  await page.goto(`${sandbox.ehrUrl}/doors`);
  const door = page.getByRole('region', { name: 'NextGen Enterprise patient access, R4' });
  await expect(door.getByRole('heading', { name: 'Assumed: nothing says so' })).toBeVisible();
  await door.getByText('Switches of this door').click();
  await expectGood(page, 'doors, with switches');
  await door.getByLabel('PKCE at patient-oauth').selectOption('required');
  await door.getByRole('button', { name: 'Apply these switches' }).click();
  await expect(page.getByRole('status')).toHaveText('The switches are set.');
  expect(sandbox.control.switches.enterprisePkce).toBe('required');
});
