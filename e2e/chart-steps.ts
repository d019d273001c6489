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
}

export function navOf(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Sections' });
}

export function mainOf(page: Page): Locator {
  return page.getByRole('main');
}

/** Opens a section by its name in the navigation, and waits for its heading. */
export async function goTo(page: Page, name: string, heading = name): Promise<void> {
  await navOf(page)
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeAttached();
}

/** Goes through every section of the table of contents; `look` is told the heading, once the section stands. */
export async function eachSection(
  page: Page,
  look: (heading: string, place: string) => Promise<void>,
): Promise<void> {
  const links = navOf(page).getByRole('link');
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(places.length).toBeGreaterThan(20);
  const heading = mainOf(page).getByRole('heading', { level: 1 });
  let last = '';
  for (const place of places) {
    await navOf(page).locator(`a[href="${place}"]`).click();
    await expect(page).toHaveURL(new RegExp(`${place}$`));
    await expect(heading).not.toHaveText(last === '' ? 'nothing' : last);
    last = await heading.innerText();
    await look(last, place);
  }
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
  const link = mainOf(page)
    .getByRole('rowheader')
    .getByRole('link')
    .filter({ hasNotText: 'Whole record as one document' })
    .first();
  if ((await link.count()) === 0) return false;
  await link.click();
  await expect(recordOf(page)).toBeVisible();
  return true;
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
