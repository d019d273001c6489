/** NextGen Enterprise R4, section by section, and what no other door has: claims, filled-in questionnaires, files kept apart. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expectGood } from './axe.ts';
import { factsOf, goTo, recordOf, rowsOf } from './chart-steps.ts';
import { doors, enterDoor, type Door } from './door-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, expectAllRead } from './steps.ts';
import { walk } from './walk-steps.ts';
import { davidAtEnterprise } from './walks-enterprise.ts';

type Sandbox = Running['sandbox'];

const door: Door = doors.find(({ name }) => name === 'NextGen Enterprise patient access, R4')!;

test.beforeEach(async ({ page, sandbox, appUrl, witness }) => {
  test.slow();
  witness.expectErrors(/Failed to load resource.*40[034]/);
  // Its statement lists no claims: here it has them all the same.
  sandbox.control.switches.enterpriseClaims = 'served';
  await enterDoor(door, { page, sandbox, appUrl });
  await expectAllRead(page);
  // Read as R4's: with the clinical words, from the EHR or not.
  await page.getByRole('button', { name: 'View and session' }).click();
  await page.getByRole('menuitemradio', { name: 'Clinical words' }).click();
});

test(`every section at NextGen Enterprise, R4: ${people.david.name}`, async ({ page }) => {
  for (const fact of ['SMITH, DAVID', 'born Mar 14, 1974', 'Penicillin G anaphylaxis', 'Latex'])
    await expect(bannerOf(page)).toContainText(fact);
  await walk(page, davidAtEnterprise(door.label));
});

test('a claim: what it asks, what came of it, item by item, and why', async ({ page }) => {
  await goTo(page, 'Other records');
  await rowsOf(page, /^Pharmacy/)
    .getByRole('link')
    .click();
  await expect(recordOf(page)).toContainText('Ocotillo Pharmacy');
  for (const fact of [
    'Kind of claim: Pharmacy',
    'Use: A claim for what was done',
    'Outcome: Worked through in part, One of two items was paid',
    'Provider: Ocotillo Pharmacy',
    'Insurer: Made Up Mutual Health Plan',
    'Billed for: Nov 1, 2026 – Nov 12, 2026',
    'Services: Metformin 1,000 mg tablet, Nov 12, 2026, 180 at 0.10 USD, 18.00 USD (Submitted Amount 18.00 USD, CoPay 10.00 USD, Benefit Amount 8.00 USD) Magnesium 250 mg tablet, Nov 12, 2026, 100 at 0.12 USD, 12.00 USD (Submitted Amount 12.00 USD, Benefit Amount 0.00 USD: Sold without a prescription: not covered)',
    'Totals: Submitted Amount 30.00 USD CoPay 10.00 USD Benefit Amount 8.00 USD',
    'Paid: 8.00 USD, Nov 16, 2026',
  ])
    await expect.poll(() => factsOf(recordOf(page))).toContain(fact);
  await expectGood(page, 'a claim');
  await page.keyboard.press('Escape');
  await rowsOf(page, /^Professional/)
    .filter({ hasText: 'Aug 3, 2026' })
    .getByRole('link')
    .click();
  await expect(recordOf(page)).toContainText('Benefit Amount 0.00 USD: Within the deductible of the year');
  await expect(recordOf(page)).toContainText('You may owe the practice 44.25 USD.');
});

test('a filled-in questionnaire: its title, headings, and answers of every kind', async ({ page }) => {
  await goTo(page, 'Social history', 'Social history and screening');
  await rowsOf(page, /^Questionnaire/)
    .filter({ hasText: 'Jan 9, 2026' })
    .getByRole('link')
    .click();
  const record = recordOf(page);
  // Its title stands in the Questionnaire, which is asked for when it is wanted.
  await expect(record.getByRole('heading', { name: 'Questions about your home' })).toBeVisible();
  await expect(rowsOf(page, /^Questions about your home/)).toBeVisible();
  await expect(record).toContainText('Where you live');
  for (const [question, answer] of [
    [
      'What is your living situation today?',
      'I have a place to live today, but I am worried about losing it',
    ],
    ['Anything you want to add', 'The rent went up twice this year.'],
    ['People in your household', '3'],
    ['Would you like help with this?', 'Yes'],
    ['Since when?', 'Aug 2025'],
  ] as const)
    await expect(record.getByText(question, { exact: true }).locator('..')).toContainText(answer);
  await expectGood(page, 'a filled-in questionnaire');
});

/** Files behind addresses of their own, with what each was answered and whether the token went along. */
function files(sandbox: Sandbox) {
  return sandbox.control.received
    .filter(({ method, url }) => method === 'GET' && url.includes('/document/'))
    .map(({ url, status, authorization }) => [/(pdf|xml)-/.exec(url)?.[1], status, authorization]);
}

async function openDocument(page: Page, name: RegExp, day: string): Promise<void> {
  await goTo(page, 'Notes, documents', 'Notes and documents');
  await rowsOf(page, name).filter({ hasText: day }).first().getByRole('link').click();
}

test('a PDF that is kept apart is fetched with the token when it is wanted, once', async ({
  page,
  sandbox,
}) => {
  await openDocument(page, /^Consultation note/, 'Oct 2, 2026');
  const record = recordOf(page);
  expect(files(sandbox)).toEqual([]);
  await record.getByRole('button', { name: 'Read this document' }).click();
  await expect(record.getByTitle(/PDF/)).toHaveAttribute('src', /^blob:/);
  expect(files(sandbox)).toEqual([['pdf', 200, true]]);
  const starts = page.waitForEvent('download');
  await record.getByRole('link', { name: 'Download' }).click();
  const bytes = await readFile(await (await starts).path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(files(sandbox)).toHaveLength(1);
  await expectGood(page, 'a PDF of NextGen Enterprise');
});

test('a C-CDA that names a style sheet elsewhere: its sections are read, the style sheet is not', async ({
  page,
  sandbox,
  witness,
}) => {
  await openDocument(page, /^Continuity of Care Document/, 'Nov');
  const record = recordOf(page);
  await record.getByRole('button', { name: 'Read this document' }).click();
  await expect(record.getByRole('heading', { name: /^Allergies/ }).first()).toBeVisible();
  await expect(record).toContainText('Penicillin G');
  await expect(record).toContainText('SMITH');
  expect(files(sandbox)).toEqual([['xml', 200, true]]);
  expect(witness.requests.map((request) => request.url()).filter((url) => url.includes('.invalid'))).toEqual(
    [],
  );
  await expectGood(page, 'a C-CDA of NextGen Enterprise');
});
