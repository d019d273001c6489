/** What is not there, what is not so, what was withdrawn: each in words of its own. */
import { people } from '#sandbox/cast.ts';
import { goTo, mainOf, navOf, openWholeChart, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, david, openAsPatient } from './steps.ts';

test('none known, none recorded, and both: three different facts', async ({ page, sandbox }) => {
  sandbox.control.switches.banner = 'true';
  await openWholeChart(page, sandbox, people.chidi);
  await expect(bannerOf(page)).toContainText('No known allergies');
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).toContainText('No known allergies');
  await expect(mainOf(page)).toContainText('NKDA');
  await expect(mainOf(page)).toContainText('No known food allergy');
  await expect(navOf(page).getByRole('link', { name: /^Allergies/ })).not.toContainText(/[1-9]/);
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(mainOf(page)).toContainText('No current problems or disability');

  await openWholeChart(page, sandbox, people.jordan);
  await expect(bannerOf(page)).toContainText('No allergies recorded');
  await expect(bannerOf(page)).not.toContainText('No known');

  await openWholeChart(page, sandbox, people.sven);
  await expect(bannerOf(page)).toContainText('Amoxicillin swelling of lips and tongue');
  await expect(bannerOf(page)).toContainText('also recorded: No known drug allergies');
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).toContainText(/Both are shown; ask before relying on either\./);
  await expect(mainOf(page)).toContainText('No known drug allergies');
  await expect(rowsOf(page, /^Lisinopril Unconfirmed/)).toBeVisible();
  await expect(rowsOf(page, 'Sulfa drugs')).toHaveCount(0);
  await mainOf(page)
    .getByRole('button', { name: /^All 5/ })
    .click();
  await expect(rowsOf(page, /^Sulfa drugs Refuted/)).toBeVisible();
});

test('absence has five faces, and no two look alike', async ({ page, sandbox, appUrl, witness }) => {
  witness.expectErrors(/Failed to load resource/);
  sandbox.control.faults.push(
    { target: 'Immunization', kind: 'status', status: 500 },
    { target: 'Device', kind: 'status', status: 404 },
  );
  await openAsPatient(page, appUrl, people.david, david, /^Goals/);
  await expect(page.getByText('could not be read in full')).toBeVisible();
  const said: string[] = [];
  for (const [name, words] of [
    [
      'Immunizations',
      /Could not read vaccines \(immunizations\): there may be some\. The practice’s system answered with an error\./,
    ],
    ['Medical devices', /does not offer medical devices to apps: there may be some\./],
    [
      'Health goals',
      /did not share health goals with this app: there may be some\. You can allow it by signing in again\./,
    ],
    ['Other records', /No other records are recorded in YourHealthFile \(sandbox\)\./],
  ] as const) {
    await goTo(page, name);
    await expect(mainOf(page)).toContainText(words);
    said.push(
      (
        await navOf(page)
          .getByRole('link', { name: new RegExp(`^${name}`) })
          .innerText()
      ).replaceAll(/\s+/g, ' '),
    );
  }
  expect(said).toEqual([
    'Immunizations failed',
    'Medical devices not offered',
    'Health goals not shared',
    'Other records none',
  ]);
});

test('what was entered in error is hidden, counted, and struck through when asked for', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, people.marta);
  await expect(bannerOf(page)).not.toContainText('Bee venom');
  for (const [name, heading, record] of [
    ['Problems', 'Problems and health concerns', /^Malignant neoplasm of breast/],
    ['Medications', 'Medications', /^Warfarin/],
    ['Allergies', 'Allergies', /^Bee venom/],
    ['Immunizations', 'Immunizations', /^COVID-19/],
    ['Orders', 'Orders', /^INR/],
  ] as const) {
    await goTo(page, name, heading);
    await expect(mainOf(page)).toContainText('One record entered in error is hidden.');
    await expect(rowsOf(page, record)).toHaveCount(0);
    await mainOf(page).getByRole('button', { name: 'Show', exact: true }).last().click();
    await expect(mainOf(page)).toContainText('One record entered in error is shown struck through.');
    const row = rowsOf(page, record).first();
    await expect(row).toContainText('Entered in error');
    await expect(row.getByRole('link').first()).toHaveCSS('text-decoration-line', /line-through/);
    await mainOf(page).getByRole('button', { name: 'Hide' }).click();
    await expect(rowsOf(page, record)).toHaveCount(0);
  }
});

test('what did not happen, may not be so, or is not understood is said in words', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, people.marta);
  for (const [name, heading, words] of [
    ['Immunizations', 'Immunizations', /Influenza.*NOT given: immunity/],
    ['Procedures', 'Procedures', /Colonoscopy.*NOT done: Patient refused/],
    ['Orders', 'Orders', /MRI of any kind.*Not to be done/],
    ['Medications', 'Medications', /Ibuprofen 200 mg tablet.*Do NOT take/],
    ['Medications', 'Medications', /Prednisone.*Carries a modifier this app does not know/],
    ['Problems', 'Problems and health concerns', /Celiac disease.*Unconfirmed/],
    ['Problems', 'Problems and health concerns', /Fibromyalgia.*Differential/],
    ['Laboratory', 'Laboratory results', /TSH.*Corrected/],
    ['Visits', 'Visits', /Cancelled: did not take place/],
  ] as const) {
    await goTo(page, name, heading);
    await expect(mainOf(page), String(words)).toContainText(words);
  }
  // Words no code list has stand as they were sent.
  await goTo(page, 'Laboratory', 'Laboratory results');
  await expect(mainOf(page)).toContainText('see paper');
});
