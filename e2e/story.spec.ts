/** The whole story: timeline, what changed, the visit one is in, what waits, and the course of each medicine. */
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { goTo, mainOf, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T15:00:00Z') });
});

test('timeline: the visit with what names it, then the days, down to what is only known to the year', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Timeline');
  const headings = mainOf(page)
    .getByRole('rowheader')
    .filter({ hasText: /20\d\d/ });
  await expect(headings.first()).toContainText('Nov 21, 2026');
  await expect(headings.first()).toContainText('Office visit');
  // What it was for began long before it.
  const before = mainOf(page).getByRole('row').filter({ hasText: 'Problems that began on another day:' });
  await expect(before.first().getByRole('link')).toHaveText('Chronic kidney disease, stage 3a');
  // A column of values and statuses says of a name whose it is; a visit's type is not said again as its reason.
  await expect(page.getByRole('columnheader', { name: 'Value, status or author' })).toBeAttached();
  await expect(rowsOf(page, /^Progress note/).first()).toContainText('By TESTING, PROVIDER');
  await expect(rowsOf(page, /^Potassium$/).first()).toContainText('6.1 mmol/L');
  await expect(mainOf(page).getByRole('img', { name: /dated records from \d{4} to 2026/ })).toBeVisible();
  await expectGood(page, 'timeline');
});

test('timeline: by kind, by date, to a year; nothing is lost on the way', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Timeline');
  await expect(mainOf(page).getByText(/^\d+ records$/)).toBeVisible();
  await expect(mainOf(page)).not.toContainText('Not read yet');
  const whole = await mainOf(page)
    .getByText(/^\d+ records$/)
    .innerText();
  await page.getByText('Kinds: all').click();
  await page.getByRole('checkbox', { name: /^Medications/ }).check();
  await expect(mainOf(page).getByText(/^\d+ of \d+ records$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rowsOf(page, /^Potassium$/)).toHaveCount(0);
  await expect(rowsOf(page, /Spironolactone/).first()).toBeVisible();

  // A visit whose records are left out is not said to have none.
  await page.getByText(/^Kinds: /).click();
  await page.getByRole('checkbox', { name: /^Medications/ }).uncheck();
  await page.getByRole('checkbox', { name: /^Visits/ }).check();
  await page.keyboard.press('Escape');
  await expect(rowsOf(page, /^Potassium$/)).toHaveCount(0);
  const visits = page
    .getByRole('table', { name: /^Timeline/ })
    .locator('tbody')
    .getByRole('row');
  await expect(visits.nth(0)).toContainText('Nov 21, 2026');
  await expect(visits.nth(1)).toContainText('Oct 2, 2026');
  await page.getByText(/^Kinds: /).click();
  await page.getByRole('checkbox', { name: /^Visits/ }).uncheck();
  await page.getByRole('checkbox', { name: /^Medications/ }).check();
  await page.keyboard.press('Escape');

  await page.getByLabel('To', { exact: true }).fill('2016-12-31');
  await expect(rowsOf(page, /Spironolactone/)).toHaveCount(0);
  await expect(rowsOf(page, /Atorvastatin/).first()).toBeVisible();
  // It was begun before, and went on.
  await page.getByLabel('From', { exact: true }).fill('2016-06-01');
  await expect(rowsOf(page, /Atorvastatin/).first()).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('1950-12-31');
  await expect(mainOf(page)).toContainText('No dated record fits what was chosen.');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(mainOf(page).getByText(whole, { exact: true })).toBeVisible();
});

test('a visit whose reason is its type says it once: in the list, on the timeline, in the summary', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  const once = /^(?:(?!Annual physical).)*Annual physical(?:(?!Annual physical).)*$/s;
  const visits = page.getByRole('region', { name: /^Visits/ }).getByRole('listitem');
  await expect(visits.filter({ hasText: 'Annual physical' })).toHaveText([once]);
  await goTo(page, 'Visits');
  await expect(rowsOf(page, /^Annual physical/).first()).toHaveText(once);
  await goTo(page, 'Timeline');
  await page.getByLabel('Go to year').selectOption('2024');
  await expect(
    mainOf(page)
      .getByRole('rowheader', { name: /Annual physical/ })
      .first(),
  ).toHaveText(once);
});

test('timeline: a long chart draws what is in view, and a year is one choice away', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, people.marguerite);
  await goTo(page, 'Timeline');
  await expect(mainOf(page).getByRole('table')).toHaveAttribute('aria-rowcount', /^\d{4}$/);
  await expect(mainOf(page)).not.toContainText('Not read yet');
  expect(await mainOf(page).getByRole('row').count()).toBeLessThan(200);
  const year = page.getByLabel('Go to year').getByRole('option', { name: /^2019/ });
  await page.getByLabel('Go to year').selectOption((await year.getAttribute('value')) ?? '');
  const there = mainOf(page)
    .getByText(/^\w{3} \d+, 2019/)
    .first();
  await expect(there).toBeInViewport();
  await expect(there).toBeFocused();
});

test('timeline: what ran when; a record opens in its own section, and the way back leads here', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Timeline');
  const lane = mainOf(page).getByRole('listitem').filter({ hasText: 'Atorvastatin' });
  await expect(lane).toContainText(/since Feb 8, 2016/);
  await lane.getByRole('link').click();
  await expect(recordOf(page, /Atorvastatin/)).toBeVisible();
  await expect(page).toHaveURL(/\/chart\/medications\//);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible();
});

test('the chart opens on the visit, however its id is spelled, with one click to all of it', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  const visit = page.getByRole('region', { name: 'This visit' });
  await expect(visit).toContainText('Office visit');
  await expect(visit.getByRole('link', { name: 'Hyperkalemia' })).toBeVisible();
  await expect(visit.getByRole('link', { name: 'Progress note' })).toBeVisible();
  await expect(visit.getByRole('link', { name: /Spironolactone/ })).toBeVisible();
  await expect(visit).toContainText('6.1 mmol/L');
  await visit.getByRole('link', { name: 'All of this visit' }).click();
  const record = recordOf(page, 'Office visit');
  await expect(record.getByRole('region', { name: 'What belongs to this visit' })).toContainText('Sodium');
  await expectGood(page, 'a visit with what belongs to it');
});

test('opened without a visit, the summary says nothing of one', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox, { ...people.david, encounter: undefined });
  await expect(page.getByRole('region', { name: 'Medications' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'This visit' })).toHaveCount(0);
});

test('the summary answers: what is critical, what changed, what each medicine did last, what waits', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await expect(page.getByRole('region', { name: 'Needs attention' })).toContainText('Potassium 6.1 mmol/L');
  // What was found last is not what gives way: of how many the rows are is said.
  const problems = page.getByRole('region', { name: 'Problems and health concerns' });
  await expect(problems).toContainText('6 of 8 current');
  await expect(problems.getByRole('listitem').first()).toContainText(/Hyperkalemia.*new Nov 21, 2026/s);
  await expect(problems.getByRole('listitem')).toHaveCount(6);
  await expect(problems.getByRole('link', { name: /^All 13/ })).toBeVisible();
  const medications = page.getByRole('region', { name: 'Medications' });
  await expect(medications.getByRole('listitem').filter({ hasText: 'Lisinopril' })).toContainText(
    'changed Aug 3, 2026',
  );
  await expect(medications.getByRole('listitem').filter({ hasText: 'Spironolactone' })).toContainText(
    'new Nov 21, 2026',
  );
  const waits = page.getByRole('region', { name: 'To follow up' });
  await expect(waits.getByRole('listitem').filter({ hasText: 'Potassium, repeat' })).toContainText(
    'no result names it',
  );
  const changed = page.getByRole('region', { name: 'What changed' });
  await expect(changed).toContainText('since the day of the visit, Oct 2, 2026');
  await changed.getByRole('link', { name: 'Hyperkalemia' }).click();
  await expect(recordOf(page, 'Hyperkalemia')).toBeVisible();
});

for (const width of [1280, 375])
  test(`three critical results are in sight at ${width} px, and the way to all that the record holds`, async ({
    page,
    sandbox,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await openWholeChart(page, sandbox, people.kenji);
    const alerts = page.getByRole('region', { name: 'Needs attention' });
    const results = alerts.getByRole('listitem').getByRole('link');
    await expect(results).toHaveCount(3);
    for (const at of [0, 1, 2]) await expect(results.nth(at)).toBeInViewport({ ratio: 1 });
    await expect(alerts.getByRole('button', { name: 'Show all 3 in full' })).toBeInViewport({ ratio: 1 });
    await expectGood(page, 'summary with three critical results');
  });

test('in the days after a visit, what changed counts from the one before it: what led to the visit is told', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, { ...people.david, encounter: undefined });
  const changed = page.getByRole('region', { name: 'What changed' });
  await expect(changed).toContainText('since the day of the visit, Oct 2, 2026');
  await expect(changed.getByRole('link', { name: 'Potassium', exact: true })).toBeVisible();
});

test('what changed: since the last visit, since another, since a day; and which date says so', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'What changed');
  const group = (name: string) => mainOf(page).getByRole('region', { name });
  await expect(group('New')).toContainText('Spironolactone 25 mg tablet');
  await expect(group('Resulted').getByRole('row').nth(1)).toContainText('Potassium');
  await expectGood(page, 'what changed');

  await page.getByLabel('Since the visit of').selectOption({ label: 'Apr 11, 2026, Office visit' });
  const lisinopril = group('Changed').getByRole('row').filter({ hasText: 'Lisinopril 20 mg' }).first();
  await expect(lisinopril).toContainText('was Lisinopril 10 mg tablet');
  await expect(lisinopril).toContainText('dated Aug 3, 2026');

  await page.getByLabel('or since the day').fill('2026-11-23');
  await expect(mainOf(page)).toContainText('No date in the records shows a change since then.');
  await expect(mainOf(page)).toContainText('What was altered without leaving a date cannot be told.');
  await page.getByRole('button', { name: 'Back to the visit before' }).click();
  await expect(group('New')).toBeVisible();
});

test('a medicine: what for, by whom, its course, what was dispensed for it, what it took the place of', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Medications');
  const lisinopril = rowsOf(page, /Lisinopril 20 mg/).first();
  await expect(lisinopril).toContainText('Hypertension');
  await expect(lisinopril).toContainText('since Aug 3, 2026');
  await expect(lisinopril).toContainText('Dispensed 2 times');
  await lisinopril.getByRole('link').first().click();
  const record = recordOf(page, /Lisinopril 20 mg/);
  await expect(record).toContainText('In place of');
  await record.getByRole('link', { name: 'Lisinopril 10 mg tablet' }).first().click();
  await expect(recordOf(page, /Lisinopril 10 mg/)).toBeVisible();
});
