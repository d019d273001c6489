/**
 * What people do in an open chart, told once. The way to it is short here: whoever is at work has signed in to the EHR,
 * and the app is allowed already. The long way is told by the stories of launching.
 */
import type { Locator, Page } from '@playwright/test';
import { people, providers, type Person } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expect } from './fixtures.ts';
import { expectAllRead, expectChartOf } from './steps.ts';

type Sandbox = Running['sandbox'];

/** A click on the app in the EHR, by somebody signed in there: the app opens in this tab, nothing is asked. */
export async function clickInEhr(
  page: Page,
  sandbox: Sandbox,
  { id, encounter }: { readonly id: string; readonly encounter?: string | undefined },
  base: 'office' | 'data' = 'office',
): Promise<void> {
  sandbox.control.switches.autoConsent = true;
  const { username, password } = providers[0];
  await page.request.post(`${sandbox.ehrUrl}/sign-in`, { form: { username, password } });
  const query = new URLSearchParams({ base, patient: id, encounter: encounter ?? '' });
  await page.goto(`${sandbox.ehrUrl}/ehr/launch?${query}`);
}

/** Opens a chart, and waits for the banner to name its person. */
export async function openChart(page: Page, sandbox: Sandbox, person: Person = people.david): Promise<void> {
  await clickInEhr(page, sandbox, person);
  await expectChartOf(page, person);
}

/** Opens a chart, and waits until all of it has been read. */
export async function openWholeChart(
  page: Page,
  sandbox: Sandbox,
  person: Person = people.david,
): Promise<void> {
  await openChart(page, sandbox, person);
  await expectAllRead(page);
  await expectOwnFile(page);
}

export function navOf(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Sections' });
}

export function mainOf(page: Page): Locator {
  return page.getByRole('main');
}

/** Waits for a section's own file: its heading and its title stand before it, its list and its keys do not. */
export async function expectOwnFile(page: Page): Promise<void> {
  await expect(page.locator('main > .skeleton')).toHaveCount(0);
}

/** Opens a section by its name in the navigation, and waits for it; what it lists may still be read. */
export async function goTo(page: Page, name: string, heading = name): Promise<void> {
  await navOf(page)
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeAttached();
  await expectOwnFile(page);
}

/** Goes through every section of the table of contents; `look` is told the heading, once the section stands. */
export async function eachSection(
  page: Page,
  look: (heading: string, place: string) => Promise<void>,
): Promise<void> {
  const links = navOf(page).getByRole('link');
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(places.length).toBeGreaterThan(20);
  for (const place of places) await look(await goToPlace(page, place), place);
}

/** Goes to a section by its address in the table of contents. Resolves with its heading, once the section stands. */
export async function goToPlace(page: Page, place: string): Promise<string> {
  const heading = mainOf(page).getByRole('heading', { level: 1 });
  const before = new URL(page.url()).pathname === place ? undefined : await heading.innerText();
  await navOf(page).locator(`a[href="${place}"]`).click();
  await expect(page).toHaveURL(new RegExp(`${place}$`));
  // What stood here goes when the section's own file has come.
  if (before !== undefined) await expect(heading).not.toHaveText(before);
  await expectSectionStands(page);
  return heading.innerText();
}

/** Waits for a section whose heading is there, its own file and its list. */
export async function expectSectionStands(page: Page): Promise<void> {
  await expect(mainOf(page).getByRole('heading', { level: 1 })).toBeAttached();
  await expect(mainOf(page).locator('.skeleton')).toHaveCount(0);
}

/**
 * Holds back the answers to searches of one type until the story lets them go, with the function that is returned: no
 * machine is too slow for that. The app gives up after thirty seconds of silence.
 */
export async function holdBack(page: Page, type: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.context().route(new RegExp(`/${type}\\?`), async (route) => {
    await held;
    await route.fallback();
  });
  return () => letGo();
}

/** The rows of the section's lists under their headers. */
export function rowsOf(page: Page, name: string | RegExp): Locator {
  return mainOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
}

/** What a row says under a header, as a reader finds it: by looking up. */
export async function underHeader(page: Page, row: Locator, header: string): Promise<Locator> {
  const headers = await mainOf(page).getByRole('table').first().getByRole('columnheader').allInnerTexts();
  const at = headers.findIndex((text) => text.replaceAll(/[↑↓]/g, '').trim() === header);
  expect(at, `column "${header}" among ${headers.join(', ')}`).toBeGreaterThan(0);
  // The row's own header is its first column.
  return row.getByRole('cell').nth(at - 1);
}

/** The panel, or page, of the open record. */
export function recordOf(page: Page, name?: string | RegExp): Locator {
  return page.getByRole('complementary', name === undefined ? {} : { name });
}

/** Opens the first record of the section that stands, but for the whole record as a document; false where it lists none. */
export async function openFirst(page: Page): Promise<boolean> {
  await expectSectionStands(page);
  const link = mainOf(page)
    .getByRole('rowheader')
    .getByRole('link')
    .filter({ hasNotText: 'Whole record as one document' })
    .first();
  if ((await link.count()) === 0) return false;
  await link.click();
  await expectRecordStands(page);
  return true;
}

/** Waits for a record that was opened: its keys work once its name has the focus, and what it holds may come after. */
export async function expectRecordStands(page: Page): Promise<void> {
  await expect(recordOf(page).locator('#record-title')).toBeFocused();
  await expect(recordOf(page).locator('.skeleton')).toHaveCount(0);
}

/** The labelled facts of a part of the page, as "label: value". */
export async function factsOf(within: Locator): Promise<readonly string[]> {
  const [terms, values] = await Promise.all([
    within.getByRole('term').allInnerTexts(),
    within.getByRole('definition').allInnerTexts(),
  ]);
  return terms.map((term, at) => `${term}: ${(values[at] ?? '').replaceAll(/\s+/g, ' ')}`);
}

/** The GETs that the FHIR server has received for a chart, path and query, in order. */
export function chartGets(sandbox: Sandbox): readonly string[] {
  return sandbox.control.received
    .filter(
      ({ server, method, url }) => server === 'fhir' && method === 'GET' && !/metadata|well-known/.test(url),
    )
    .map(({ url }) => decodeURIComponent(url.replace(/^\/(?:api|data)\/fhir\/r4\//, '')));
}
