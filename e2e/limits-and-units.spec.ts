/** What a value is and what is only a limit; units as they are printed; blood pressure's course; tests on one axis. */
import type { Locator, Page } from '@playwright/test';
import { people, type Person } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { expectGood } from './axe.ts';
import { goTo, mainOf, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';

async function openLatest(page: Page, sandbox: Running['sandbox'], person: Person): Promise<Locator> {
  // An EHR's colours are light whatever the theme: both themes are looked at here.
  Object.assign(sandbox.control.switches, { banner: 'true', style: 'absent' });
  await openWholeChart(page, sandbox, person);
  await goTo(page, 'Laboratory', 'Laboratory results');
  await mainOf(page).getByRole('button', { name: 'Latest of each test' }).click();
  return mainOf(page);
}

const trendIn = (page: Page, name?: string): Locator =>
  recordOf(page, name).getByRole('region', { name: 'Over time' });

test('“above 60”, then 72: no rise is told and no line is drawn from the limit to the value', async ({
  page,
  sandbox,
}) => {
  const main = await openLatest(page, sandbox, people.anna);
  const row = rowsOf(page, /^eGFR/);
  await expect(row).toContainText('72');
  await expect(row).toContainText('from above 60');
  await expect(row).not.toContainText(/↗|\bup\b/);
  await main.getByRole('link', { name: 'eGFR' }).click();
  const trend = trendIn(page, 'eGFR');
  await expect(trend).toContainText('1 value is only a limit');
  const slider = trend.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', /above 60 mL\/min\/1\.73 m²/);
  await expect(trend.getByText(/above 60 mL\/min\/1\.73 m²/)).toBeVisible();
  await expectGood(page, 'a trend with a limit');
  await trend.getByRole('button', { name: 'Show as table' }).click();
  await expect(trend.getByRole('cell', { name: 'above 60' })).toBeVisible();
});

test('a blood pressure says how both pressures differ from the reading before', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox, people.anna);
  await expect(mainOf(page)).toContainText(/Nov 12 · ↗ up from 116\/72/);
  await goTo(page, 'Vital signs');
  await expect(rowsOf(page, /^Blood pressure/)).toContainText('up from 116/72');
  await openWholeChart(page, sandbox, people.marguerite);
  await goTo(page, 'Vital signs');
  await expect(rowsOf(page, /^Blood pressure/)).toContainText('systolic up, diastolic down, from 139/84');
  await expectGood(page, 'vital signs with a blood pressure’s course');
});

test('what no row says has no column, and a date that all share is said once', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox, people.anna);
  await goTo(page, 'Vital signs');
  const main = mainOf(page);
  await expect(main.getByText('All taken Nov 12, 2026, 4:22 PM')).toBeVisible();
  await expect(main.getByRole('columnheader')).toHaveText(['Name', 'Result', 'Course']);
});

test('units are printed as people write them; what was sent is found, and stands in the details', async ({
  page,
  sandbox,
}) => {
  const main = await openLatest(page, sandbox, people.kenji);
  await expect(rowsOf(page, /^Parasites counted/)).toContainText('/µL');
  await expect(main.getByRole('cell', { name: 'at most 10' })).toBeVisible();
  await main.getByRole('searchbox').fill('{#}/uL');
  await expect(rowsOf(page, /./)).toHaveCount(1);
  await main.getByRole('link', { name: 'Parasites counted' }).click();
  const record = recordOf(page, 'Parasites counted');
  await expect(record).toContainText('above 0');
  await record.getByText('Everything sent').click();
  await expect(record).toContainText('{#}/uL');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find in chart' }).fill('>0 {#}/uL');
  const found = page.getByRole('listbox', { name: 'What was found' }).getByRole('option');
  await expect(found.first()).toContainText('Parasites counted');
});

test('tests of one unit share a drawing, others stand below on the same dates', async ({ page, sandbox }) => {
  const main = await openLatest(page, sandbox, people.marguerite);
  await main.getByRole('button', { name: 'By date' }).click();
  await main
    .getByRole('row')
    .filter({ hasText: /^Hemoglobin/ })
    .getByRole('link')
    .first()
    .click();
  const trend = trendIn(page, 'Hemoglobin');
  const compare = trend.getByRole('combobox', { name: 'Compare with' });
  await compare.selectOption({ label: 'Albumin (g/dL)' });
  await expect(trend.getByRole('slider')).toHaveCount(1);
  await expect(trend.getByRole('slider')).toHaveAttribute('aria-label', /^Hemoglobin, Albumin/);
  await compare.selectOption({ label: 'Ferritin (ng/mL)' });
  await expect(trend.getByRole('slider')).toHaveCount(2);
  await trend.getByRole('button', { name: '2 y' }).click();
  await expect(trend.getByText('2026', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await expectGood(page, 'three tests in two drawings');
});
