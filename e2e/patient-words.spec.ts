/** Words for patients: beside the clinical ones, explained, and where to read more, which nobody learns of unasked. */
import { expectAccessible, expectGood, expectNoSidewaysScroll, narrow } from './axe.ts';
import { goTo, mainOf, recordOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { expectAllRead, launchFromEhr, openAsPatient } from './steps.ts';

const menu = 'View and session';

test('a patient reads plain names beside the clinical ones, and what a section is', async ({
  page,
  appUrl,
}) => {
  await openAsPatient(page, appUrl);
  await expectAllRead(page);
  // On the summary a test has the names that it has in its list.
  await expect(page.getByRole('region', { name: 'What changed' })).toContainText('a salt in the blood');
  await goTo(page, 'Laboratory', 'Laboratory results');
  const row = page.getByRole('row', { name: /^Potassium/ }).first();
  await expect(row).toContainText('a salt in the blood');
  // Out of range in words, with care; the shape stays.
  await expect(mainOf(page)).toContainText(/▲\s*Above range/);
  const what = mainOf(page).getByRole('button', { name: /^What is this\? Laboratory results/ });
  await expect(what).toHaveAttribute('aria-expanded', 'false');
  await what.click();
  await expect(what).toHaveAttribute('aria-expanded', 'true');
  await expect(mainOf(page)).toContainText('A result outside the range is not always a problem');
  await expectGood(page, 'laboratory results for a patient');

  for (const [link, heading] of [
    ['Summary', 'Summary'],
    ['Timeline', 'Timeline'],
    ['What changed', 'What changed'],
    ['Vital signs', 'Vital signs'],
    ['Demographics', 'Personal details'],
    ['Insurance coverage', 'Health insurance'],
  ] as const) {
    await goTo(page, link, heading);
    await expect(mainOf(page).getByRole('button', { name: /^What is this\?/ })).toHaveCount(1);
  }
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page, 'coverage for a patient, narrow');
});

test('an open result says what the test is; MedlinePlus is asked nothing but on a click, and told a code alone', async ({
  page,
  appUrl,
  witness,
}) => {
  await openAsPatient(page, appUrl);
  await goTo(page, 'Laboratory', 'Laboratory results');
  await page
    .getByRole('link', { name: /^Potassium/ })
    .first()
    .click();
  const record = recordOf(page);
  await expect(record).toContainText('a salt in the blood');
  await expect(record).toContainText('Ask your care team if they have not called you.');
  const more = record.getByRole('link', { name: /in MedlinePlus$/ });
  await expect(more).toHaveAttribute(
    'href',
    'https://connect.medlineplus.gov/application?mainSearchCriteria.v.cs=2.16.840.1.113883.6.1&mainSearchCriteria.v.c=2823-3&informationRecipient.languageCode.c=en',
  );
  await expect(more).toHaveAttribute('target', '_blank');
  await expect(more).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(more).toHaveAccessibleDescription(/public library of the U\.S\. National Library of Medicine/);
  await expectAccessible(page, 'an open result for a patient');
  await expectAllRead(page);
  expect(witness.requests.filter((request) => request.url().includes('medlineplus'))).toEqual([]);
});

test('a problem, a visit and a panel have plain names too, beside what the record calls them', async ({
  page,
  appUrl,
}) => {
  await openAsPatient(page, appUrl);
  await expectAllRead(page);
  await goTo(page, 'Health problems');
  await expect(page.getByRole('row', { name: /^Essential hypertension/ }).first()).toContainText(
    'High blood pressure',
  );
  await goTo(page, 'Visits');
  const visit = page.getByRole('row', { name: /^Annual physical/ }).first();
  await expect(visit).toContainText('Check-up');
  await goTo(page, 'Laboratory', 'Laboratory results');
  const panel = page.getByRole('rowheader', { name: /^Basic metabolic panel/ }).first();
  await expect(panel).toContainText('Basic metabolic panel');
  await expect(panel.getByText(/kidney|blood/i)).toBeVisible();
  await page.getByRole('button', { name: 'By date' }).click();
  await expect(
    page.getByRole('rowheader', { name: /^Basic metabolic panel.*(kidney|blood)/i }),
  ).toBeVisible();
  await expectGood(page, 'the flowsheet for a patient');
});

test('a problem leads to MedlinePlus by its code', async ({ page, appUrl }) => {
  await openAsPatient(page, appUrl);
  await goTo(page, 'Health problems');
  await page
    .getByRole('link', { name: /^Type 2 diabetes/ })
    .first()
    .click();
  await expect(recordOf(page).getByRole('link', { name: /in MedlinePlus$/ })).toHaveAttribute(
    'href',
    'https://connect.medlineplus.gov/application?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=E11.22&informationRecipient.languageCode.c=en',
  );
});

test('plain words are a patient’s by default, clinical ones a clinician’s; each may choose, for each way in', async ({
  page,
  sandbox,
}) => {
  const app = await launchFromEhr(page, sandbox);
  await goTo(app, 'Laboratory', 'Laboratory results');
  const row = app.getByRole('row', { name: /^Potassium/ }).first();
  await expect(row).toBeVisible();
  await expect(mainOf(app).getByText('a salt in the blood')).toHaveCount(0);
  await app.getByRole('button', { name: menu }).click();
  await expect(app.getByRole('menuitemradio', { name: 'Clinical words' })).toBeChecked();
  await app.getByRole('menuitemradio', { name: 'Plain words' }).click();
  await expect(row).toContainText('a salt in the blood');
  await expect(app.getByRole('status').filter({ hasText: 'now has plain words' })).toBeAttached();
  await expect(mainOf(app).getByRole('button', { name: /^What is this\?/ })).toBeVisible();
  await app.reload();
  await expect(row).toContainText('a salt in the blood');
  await app.getByRole('button', { name: menu }).click();
  await app.getByRole('menuitemradio', { name: 'Clinical words' }).click();
  await expect(mainOf(app).getByText('a salt in the blood')).toHaveCount(0);
  await expect(mainOf(app).getByRole('button', { name: /^What is this\?/ })).toHaveCount(0);
});

test('finding and the open document say what they are, to patients', async ({ page, appUrl }) => {
  await openAsPatient(page, appUrl);
  await expectAllRead(page);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'What is this? Find in chart' }).click();
  await expect(dialog).toContainText('It looks in this tab alone and sends nothing.');
  await expectAccessible(page, 'find in chart, explained');
  await page.keyboard.press('Escape');
  await goTo(page, 'Notes, documents', 'Notes and documents');
  await page
    .getByRole('link', { name: /^Telephone note/ })
    .first()
    .click();
  await recordOf(page).getByRole('button', { name: 'What is this? The open document' }).click();
  await expect(recordOf(page)).toContainText('The document you chose, as it was written by its author.');
});
