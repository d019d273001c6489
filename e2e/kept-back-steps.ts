/** What a chart says of what was kept back from it, and what it asks for all the same. */
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expectGood } from './axe.ts';
import { eachSection, mainOf, navOf } from './chart-steps.ts';
import { expect } from './fixtures.ts';
import { bannerOf, expectChartOf } from './steps.ts';

type Sandbox = Running['sandbox'];

/** The types that are kept back where they are refused one by one. */
export const keptBackTypes = [
  'AllergyIntolerance',
  'Condition',
  'MedicationRequest',
  'Observation',
  'Immunization',
  'DocumentReference',
  'Encounter',
];

/** Sections by the names that clinicians read, where patients read others. */
const clinical: Readonly<Record<string, string>> = {
  'Health problems': 'Problems',
  'Laboratory tests': 'Laboratory',
  'Samples, specimens': 'Specimens',
  'Test reports': 'Reports',
  'Health goals': 'Goals',
  'Medical devices': 'Devices',
  'Insurance coverage': 'Coverage',
};

/** What the table of contents says beside each section: how many there are, or why there are none. */
export async function contentsOf(app: Page): Promise<Readonly<Record<string, string>>> {
  const links = await navOf(app).getByRole('link').allInnerTexts();
  return Object.fromEntries(
    links.map((text) => {
      const [name = '', ...rest] = text.split('\n').map((part) => part.trim());
      return [clinical[name] ?? name, rest.filter(Boolean).join(' ')];
    }),
  );
}

export type Contents = Readonly<Record<string, string>>;

/** Who keeps it back: the scopes that were granted, the person as the system tells, or the system without a word. */
export type By = 'scope' | 'consent' | 'server';
const words: Readonly<Record<By, RegExp>> = {
  scope: /did not share|was not shared with this app/,
  consent: /not shared with this app at sign-in/,
  server: /does not let this app read/,
};
/** Words that would claim that there is nothing. */
const claims = /\b(no|none)\b[^.]{0,60}\b(recorded|known)\b/i;

/** Views over the whole chart, with what each says of what it lacks. */
const overviews: readonly (readonly [place: string, says: RegExp])[] = [
  ['/chart', /Critical results may be missing: not all results could be read/],
  ['/timeline', /Not shared with this app: .*llergies/],
  ['/changes', /Visits were not shared or could not be read in full, so there is none to count from/],
];

/** The browser itself logs what a system refuses, or does not know. */
export const refusals = /Failed to load resource.*40[34]/;

const refused = (sandbox: Sandbox): readonly string[] =>
  sandbox.control.received
    .filter(({ method, status }) => method === 'GET' && status === 403)
    .map(({ url }) => decodeURIComponent(url));

/** The chart says in each place what was kept back, and asks for none of it again. */
export async function expectHonest(app: Page, sandbox: Sandbox, by: By, expected: Contents): Promise<void> {
  await expect.poll(() => contentsOf(app)).toEqual(expected);
  const banner = bannerOf(app);
  await expectChartOf(app, people.david);
  await expect(banner).toContainText('Mar 14, 1974');
  await expect(banner.getByText('Allergies').locator('..')).toHaveText(/not shared with this app/);
  await expect(banner).not.toContainText(/no (known )?allergies|penicillin/i);

  const told = refused(sandbox);
  if (by === 'scope')
    expect(told.filter((url) => keptBackTypes.some((type) => url.includes(`/${type}`)))).toEqual([]);
  else expect(told.length).toBeGreaterThan(0);
  // The visit of the launch, where visits are kept back, is read by itself, once: that is not the walk's doing.
  await expect(mainOf(app).getByRole('heading', { level: 2 }).first()).toBeVisible();
  const visit = mainOf(app).getByRole('region', { name: 'This visit' });
  if ((await visit.count()) > 0) await expect(visit).toContainText(/that it has not sent|All of this visit/);
  const before = sandbox.control.received.length;
  const looked: string[] = [];
  await eachSection(app, async (heading, place) => {
    const main = mainOf(app);
    const overview = overviews.find(([name]) => place.endsWith(name));
    if (overview !== undefined) {
      looked.push(overview[0]);
      await expect(main, heading).toContainText(overview[1]);
      await expect(main, heading).not.toContainText(claims, { useInnerText: true });
      return;
    }
    const [name] = (await navOf(app).locator(`a[href="${place}"]`).innerText()).split('\n');
    const mark = expected[clinical[name!] ?? name!] ?? '';
    if (!/not shared|in part/.test(mark)) return;
    // Of other records one search may be kept back in other words than another.
    if (name !== 'Other records') await expect(main, heading).toContainText(words[by]);
    await expect(main, heading).not.toContainText(claims, { useInnerText: true });
  });
  expect(looked, 'views over the whole chart').toEqual(overviews.map(([place]) => place));
  await expectGood(app, 'the last of many sections, much of it not shared');

  // Nothing is asked for twice with the same words, and to walk through the chart asks for nothing that was refused.
  const all = refused(sandbox);
  expect(all.filter((url, at) => all.indexOf(url) !== at)).toEqual([]);
  const since = sandbox.control.received.slice(before).map(({ url }) => decodeURIComponent(url));
  expect(since.filter((url) => keptBackTypes.some((type) => url.includes(`/${type}`)))).toEqual([]);
}
