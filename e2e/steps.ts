/**
 * What people do on the way to a chart, told once. Everything goes by roles and labels, as a reader or a screen reader
 * finds it; the made-up EHR and its sign-in pages are walked through like everything else.
 */
import type { Page } from '@playwright/test';
import { patientLogins, people, providers, type Login, type Person } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expect } from './fixtures.ts';

type Sandbox = Running['sandbox'];
type Received = Sandbox['control']['received'][number];

export const provider: Login = providers[0];
export const david = patientLogins[0];

/** Types a name and a password into whichever sign-in page is open. */
export async function signIn(page: Page, login: Login): Promise<void> {
  await page.getByLabel('User name').fill(login.username);
  await page.getByLabel('Password').fill(login.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in to the EHR as one of the staff; ends on the list of patients. */
export async function enterEhr(page: Page, sandbox: Sandbox, login = provider): Promise<void> {
  await page.goto(`${sandbox.ehrUrl}/`);
  await signIn(page, login);
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
}

/** Opens a patient's chart in the EHR, from whichever of its pages is open. */
export async function openEhrChart(page: Page, person: Person): Promise<void> {
  await page.getByRole('navigation', { name: 'EHR' }).getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('link', { name: person.name, exact: true }).click();
  await expect(page.getByRole('heading', { name: person.name })).toBeVisible();
}

/** Clicks the app in the open chart of the EHR; resolves with the tab that opens. */
export async function clickApp(page: Page): Promise<Page> {
  const opens = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open Chartside' }).click();
  return opens;
}

/** Answers the consent page: shares everything but what the labels in `without` name. */
export async function share(page: Page, ...without: readonly RegExp[]): Promise<void> {
  await expect(page.getByRole('heading', { name: 'What may Chartside read?' })).toBeVisible();
  for (const label of without) await page.getByRole('checkbox', { name: label }).uncheck();
  await page.getByRole('button', { name: 'Share what is selected' }).click();
}

/** A name as the banner and the title of a page write it, whatever the case. */
export function spoken(name: string): RegExp {
  return new RegExp(name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'i');
}

/** The banner of an open chart. */
export function bannerOf(page: Page) {
  return page.getByRole('banner');
}

/** Waits until the chart of `person`, and of nobody else, is open in a tab. */
export async function expectChartOf(page: Page, person: Person): Promise<void> {
  await expect(bannerOf(page)).toContainText(spoken(person.name));
  await expect(page).toHaveTitle(spoken(person.name));
}

/** Waits until every section has been read. */
export async function expectAllRead(page: Page): Promise<void> {
  await expect(
    page.getByRole('status').filter({ hasText: /^All \d+ sections have been read\.$/ }),
  ).toBeAttached();
}

/**
 * From the door of the EHR to the open chart: signs in, opens the patient's chart, clicks the app, signs in and
 * consents in the tab that opens. Resolves with that tab; `page` stays at the EHR.
 */
export async function launchFromEhr(
  page: Page,
  sandbox: Sandbox,
  person: Person = people.david,
): Promise<Page> {
  await enterEhr(page, sandbox);
  await openEhrChart(page, person);
  const app = await clickApp(page);
  await signIn(app, provider);
  await share(app);
  await expectChartOf(app, person);
  return app;
}

/** The second launch of a day: whoever is signed in already is asked nothing. */
export async function launchAgain(page: Page, person: Person): Promise<Page> {
  await openEhrChart(page, person);
  const app = await clickApp(page);
  await expectChartOf(app, person);
  return app;
}

/** Goes to the app's own address and on to the sign-in of the patients' portal. */
export async function goToPortal(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: 'Sign in with YourHealthFile (sandbox)' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to YourHealthFile' })).toBeVisible();
}

/** Chooses whose record to open on the portal's page. */
export async function choosePerson(page: Page, person: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Whose record do you want to open?' })).toBeVisible();
  await page.getByRole('radio', { name: spoken(person.name) }).check();
  await page.getByRole('button', { name: 'Open' }).click();
}

/** From the app's own address to a record, as a patient with portal credentials. */
export async function openAsPatient(
  page: Page,
  appUrl: string,
  person: Person = people.david,
  login: Login = david,
  ...without: readonly RegExp[]
): Promise<void> {
  await goToPortal(page, appUrl);
  await signIn(page, login);
  await choosePerson(page, person);
  await share(page, ...without);
  await expectChartOf(page, person);
}

/** Opens a section from the navigation. */
export async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click();
}

/** Chooses an entry of the reader's own menu. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'View and session' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** The address that a click on the app in the EHR leads to, for a patient and the visit the EHR would choose. */
export function clickAddress(sandbox: Sandbox, { id, encounter }: Person): string {
  const query = new URLSearchParams({ base: 'office', patient: id, encounter: encounter ?? '' });
  return `${sandbox.ehrUrl}/ehr/launch?${query}`;
}

/** What the sandbox received at a path that ends so, preflights left out. */
export function received(sandbox: Sandbox, pathEnd: string): readonly Received[] {
  return sandbox.control.received.filter(
    ({ method, url }) => method !== 'OPTIONS' && url.split('?', 1)[0]?.endsWith(pathEnd),
  );
}

/** Codes and refresh tokens sent to the sign-in server, in order. */
export function tokenRequests(sandbox: Sandbox): readonly Received[] {
  return received(sandbox, '/openid-connect/token').filter(({ method }) => method === 'POST');
}

/** The records asked for: GETs at the FHIR base, path and query below it, in order. */
export function recordRequests(sandbox: Sandbox): readonly string[] {
  const base = /^\/(?:api|data)\/fhir\/r4\//;
  return sandbox.control.received
    .filter(({ method, url }) => method === 'GET' && base.test(url))
    .map(({ url }) => decodeURIComponent(url.replace(base, '')));
}

/** A patient's whole visit: signs in, reads, renews the sign-in once by reading again later, and signs out. */
export async function openRenewAndSignOut(page: Page, sandbox: Sandbox, appUrl: string): Promise<void> {
  sandbox.control.switches.accessTokenSeconds = 90;
  await page.clock.install();
  await openAsPatient(page, appUrl);
  await expectAllRead(page);
  await page.clock.fastForward(75_000);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(() => tokenRequests(sandbox).length).toBe(2);
  await expectAllRead(page);
  await chooseInMenu(page, 'Sign out');
  await expect.poll(() => received(sandbox, '/revoke').map(({ status }) => status)).toEqual([200]);
}
