/** Results as a flowsheet, over time, in the reader's units; a child's growth; cultures read where they stand. */
import type { Locator, Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import { people, type Person } from '#sandbox/cast.ts';
import {
  expectAccessible,
  expectGood,
  expectNoSidewaysScroll,
  expectReadableInTheDark,
  narrow,
} from './axe.ts';
import { goTo, mainOf, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { expectAllRead } from './steps.ts';

type Sandbox = Running['sandbox'];

async function openFlowsheet(page: Page, sandbox: Sandbox, person: Person = people.david): Promise<Locator> {
  // An EHR's colours are light whatever the theme: both themes are looked at here.
  Object.assign(sandbox.control.switches, { banner: 'true', style: 'absent' });
  await openWholeChart(page, sandbox, person);
  await goTo(page, 'Laboratory', 'Laboratory results');
  await mainOf(page).getByRole('button', { name: 'By date' }).click();
  const sheet = mainOf(page).getByRole('grid');
  await expect(sheet).toBeVisible();
  return sheet;
}

/** The names of the tests in view, units left out. */
async function testsIn(sheet: Locator): Promise<readonly string[]> {
  return sheet.getByRole('rowheader').allInnerTexts();
}

test('the flowsheet: tests under their panels, dates across, a critical result on top and in its place', async ({
  page,
  sandbox,
}) => {
  const sheet = await openFlowsheet(page, sandbox);
  await expect(mainOf(page).getByRole('list', { name: 'Critical results' })).toContainText('Potassium');
  await expect(sheet.getByRole('columnheader').nth(1)).toContainText('Nov 21, 2026');
  const potassium = sheet
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Potassium/ }) });
  await expect(potassium.getByRole('gridcell').first()).toContainText('Critical high 6.1');
  await expect(potassium.getByRole('gridcell').nth(1)).toHaveText('5.0');
  await expectGood(page, 'flowsheet');
});

test('on a page enlarged to 400 %, the cell that has focus stays in view', async ({ page, sandbox }) => {
  const sheet = await openFlowsheet(page, sandbox);
  await page.setViewportSize({ width: 320, height: 256 });
  await sheet.getByRole('link', { name: '138', exact: true }).focus();
  for (const key of [...Array.from({ length: 12 }, () => 'ArrowDown'), 'ArrowRight', 'ArrowRight']) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press(key);
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await expect(sheet.locator(':focus')).toBeInViewport({ ratio: 0.99 });
  }
});

test('arrows go from cell to cell, Enter opens the result, Escape comes back to it', async ({
  page,
  sandbox,
}) => {
  const sheet = await openFlowsheet(page, sandbox);
  const cell = (name: string): Locator => sheet.getByRole('link', { name, exact: true });
  await cell('138').focus();
  await page.keyboard.press('ArrowDown');
  await expect(cell('Critical high 6.1')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await expect(cell('Critical high 6.1')).toBeFocused();
  await page.keyboard.press('Enter');
  const record = recordOf(page, 'Potassium');
  await expect(record.getByRole('heading', { name: 'Potassium', level: 2 })).toBeFocused();
  await expect(record).toContainText('3.5–5.1');
  await page.keyboard.press('Escape');
  await expect(record).toHaveCount(0);
  await expect(cell('Critical high 6.1')).toBeFocused();
});

test('narrowed by name, by panel, by dates, to what is abnormal; each can be undone', async ({
  page,
  sandbox,
}) => {
  await page.clock.install({ time: new Date('2026-11-23T12:00:00Z') });
  const sheet = await openFlowsheet(page, sandbox);
  const main = mainOf(page);
  const dates = sheet.getByRole('columnheader');
  await expect(main).toContainText('212 results, 9 dates, newest first');

  await main.getByRole('searchbox').fill('hdl');
  await expect(sheet.getByRole('rowheader', { name: /^Potassium/ })).toHaveCount(0);
  await expect(sheet.getByRole('rowheader', { name: /^HDL/ })).toBeVisible();
  await main.getByRole('searchbox').fill('');

  await main.getByRole('combobox', { name: 'Panel' }).selectOption('Lipid panel');
  await expect(sheet.getByRole('rowheader', { name: /^Potassium/ })).toHaveCount(0);
  await main.getByRole('combobox', { name: 'Panel' }).selectOption('All panels');

  await main.getByRole('combobox', { name: 'Dates' }).selectOption('Last 6 months');
  await expect(dates.filter({ hasText: 'Aug 3, 2026' })).toBeVisible();
  await expect(dates.filter({ hasText: 'Apr 11, 2026' })).toHaveCount(0);
  await main.getByRole('combobox', { name: 'Dates' }).selectOption('From … to …');
  await main.getByLabel('From', { exact: true }).fill('2026-04-01');
  await main.getByLabel('To', { exact: true }).fill('2026-04-30');
  await expect(dates.filter({ hasText: '2026' })).toHaveCount(1);
  await expect(dates.filter({ hasText: 'Apr 11, 2026' })).toBeVisible();
  await expectAccessible(page, 'flowsheet of chosen dates');

  // Whole tests: their normal values stay, or a blank would say that nothing was measured.
  await main.getByRole('combobox', { name: 'Dates' }).selectOption('All dates');
  await main.getByRole('button', { name: 'Abnormal only' }).click();
  await expect(sheet.getByRole('rowheader', { name: /^Sodium/ })).toHaveCount(0);
  const potassium = sheet
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Potassium/ }) });
  await expect(potassium).toContainText('5.0');

  await main.getByRole('searchbox').fill('nothing like this');
  await expect(main).toContainText('No result fits all that was chosen.');
  await main.getByRole('button', { name: 'Show all' }).click();
  await expect(main).toContainText('212 results, 9 dates');
});

test('three thousand results: what is in view is drawn, the rest counted and a key away', async ({
  page,
  sandbox,
}) => {
  const sheet = await openFlowsheet(page, sandbox, people.marguerite);
  await expect(sheet).toHaveAttribute('aria-colcount', '121');
  expect(await sheet.getByRole('columnheader').count()).toBeLessThan(40);
  await sheet.getByRole('gridcell').getByRole('link').first().focus();
  await page.keyboard.press('End');
  await expect(sheet.getByRole('columnheader').last()).toContainText('Dec');
  await expect(sheet.getByRole('columnheader').last()).toContainText('2016');
  await page.keyboard.press('Control+End');
  await expect(sheet.getByRole('rowheader', { name: /^Parathyroid|^PTH/ })).toBeInViewport();
  // The names stay beside the values, and the dates above them.
  await expect(sheet.getByRole('columnheader').first()).toBeInViewport();
  await expectAccessible(page, 'a flowsheet of ten years');
  await expectReadableInTheDark(page, 'a flowsheet of ten years');
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page, 'a flowsheet of ten years');
  expect((await testsIn(sheet)).length).toBeGreaterThan(5);
});

test('a trend: a stretch of time, other tests on the same axis, the same as a table', async ({
  page,
  sandbox,
}) => {
  const sheet = await openFlowsheet(page, sandbox, people.marguerite);
  await sheet
    .getByRole('row')
    .filter({ hasText: /^Hemoglobin/ })
    .getByRole('link')
    .first()
    .click();
  const trend = recordOf(page).getByRole('region', { name: 'Over time' });
  const slider = trend.getByRole('slider').first();
  await expect(slider).toHaveAttribute('aria-label', /^Hemoglobin: 120 values/);
  await trend.getByRole('button', { name: '2 y' }).click();
  await expect(trend.getByRole('button', { name: '2 y' })).toHaveAttribute('aria-pressed', 'true');
  await expect(slider).not.toHaveAttribute('aria-label', /120 values/);
  await expect(trend).toContainText(/\d+ older values not in this stretch/);

  await trend.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Ferritin (ng/mL)' });
  await expect(trend.getByRole('slider')).toHaveCount(2);
  await expect(trend.getByRole('slider').nth(1)).toHaveAttribute('aria-label', /^Ferritin/);
  await expectGood(page, 'two tests on one axis');

  await trend.getByRole('button', { name: 'Show as table' }).click();
  await expect(trend.getByRole('table')).toHaveCount(2);
  await trend.getByRole('button', { name: 'Remove Ferritin' }).click();
  await expect(trend.getByRole('table')).toHaveCount(1);
});

test('weight, height and temperature in the reader’s units, marked as converted, kept for the next chart', async ({
  page,
  sandbox,
}) => {
  Object.assign(sandbox.control.switches, { banner: 'true', style: 'absent' });
  await openWholeChart(page, sandbox);
  await goTo(page, 'Vital signs');
  const main = mainOf(page);
  await expect(rowsOf(page, /^Temperature/)).toContainText('98.4 °F');
  await main.getByRole('button', { name: 'Metric' }).click();
  await expect(rowsOf(page, /^Temperature/)).toContainText('36.9 °C converted');
  await expect(rowsOf(page, /^Weight/)).toContainText(/97\.3 kg converted/);
  await expectGood(page, 'vital signs in metric units');
  await rowsOf(page, /^Weight/)
    .getByRole('link')
    .click();
  const trend = recordOf(page, 'Weight').getByRole('region', { name: 'Over time' });
  await expect(trend).toContainText(/\d+ values converted to kg/);
  await expect(trend.getByRole('slider')).toHaveAttribute('aria-valuetext', /kg.*converted from 214\.\d lb/);
  await expect(recordOf(page, 'Weight')).toContainText('97.3 kg converted from 214.6 lb');
  await goTo(page, 'Summary');
  const latest = main.getByRole('region', { name: 'Vital signs' });
  await expect(latest).toContainText('36.9 °C converted');
  await expect(latest).toContainText('from 36.7');
  await expect(latest).not.toContainText('°F');

  await openWholeChart(page, sandbox, people.anna);
  await goTo(page, 'Vital signs');
  await expect(main.getByRole('button', { name: 'Metric' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expectAllRead(page);
  await expect(main.getByRole('button', { name: 'Metric' })).toHaveAttribute('aria-pressed', 'true');
  await main.getByRole('button', { name: 'As sent' }).click();
  await expect(main.getByText('converted')).toHaveCount(0);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a tap on a trend reads a value out until a tap elsewhere; a second tap on it opens its record', async ({
    page,
    sandbox,
  }) => {
    const sheet = await openFlowsheet(page, sandbox);
    await sheet.getByRole('link', { name: 'Critical high 6.1', exact: true }).click();
    const record = recordOf(page, 'Potassium');
    const trend = record.getByRole('region', { name: 'Over time' });
    const readOut = trend.locator('.trend-read-out');
    const oldest = { position: { x: 60, y: 90 } };
    await expect(readOut).toHaveText(/^\d+ values,/);
    const place = page.url();
    await trend.locator('.trend-control svg').tap(oldest);
    await expect(readOut).toHaveText(/ · \d\.\d mmol\/L/);
    await record.getByRole('heading', { name: 'Potassium', level: 2 }).tap();
    await expect(readOut).toHaveText(/^\d+ values,/);
    await trend.locator('.trend-control svg').tap(oldest);
    await expect(readOut).toHaveText(/ · \d\.\d mmol\/L/);
    await expect(page).toHaveURL(place);
    await trend.locator('.trend-control svg').tap(oldest);
    await expect(page).not.toHaveURL(place);
    await expect(record.locator('.observation-value')).not.toContainText('6.1');
  });
});

test('a child’s growth: percentiles beside the values, curves by age, the same as a table', async ({
  page,
  sandbox,
}) => {
  await page.clock.install({ time: new Date('2026-11-23T12:00:00Z') });
  Object.assign(sandbox.control.switches, { banner: 'true', style: 'absent' });
  await openWholeChart(page, sandbox, people.child);
  await goTo(page, 'Vital signs');
  const main = mainOf(page);
  await expect(rowsOf(page, /^BMI$/)).toContainText('2nd percentile (CDC), worked out here');
  await main.getByRole('button', { name: 'Growth' }).click();
  const growth = main.getByRole('region', { name: 'Growth' });
  const weight = growth.getByRole('slider', { name: /^Weight by age/ });
  await expect(weight).toHaveAttribute(
    'aria-valuetext',
    /3 years 5 mo · 12\.3 kg · 6th percentile, z −1\.55/,
  );
  await weight.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(weight).toHaveAttribute('aria-valuetext', /3 years 0 mo|3 years · 12\.1 kg/);
  await expectGood(page, 'growth');

  await growth.getByRole('button', { name: 'WHO standards, birth to 2 years' }).click();
  await expect(growth.getByRole('slider', { name: /^Length by age, 9 values/ })).toBeAttached();
  await expect(growth.getByRole('slider', { name: /^Head circumference/ })).toBeAttached();
  await growth.getByRole('button', { name: 'Show as table' }).click();
  await expect(growth.getByRole('table', { name: 'Weight' }).getByRole('row')).toHaveCount(10);
  await expectAccessible(page, 'growth as tables');
  await growth.getByRole('table', { name: 'Weight' }).getByRole('button').first().click();
  await expect(recordOf(page, 'Weight')).toContainText('8.95 kg');
});

test('a grown-up has no growth chart', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Vital signs');
  await expect(mainOf(page).getByRole('button', { name: 'By date' })).toBeVisible();
  await expect(mainOf(page).getByRole('button', { name: 'Growth' })).toHaveCount(0);
});

test('a culture is read where it stands: the organism, its susceptibilities in words, and back', async ({
  page,
  sandbox,
}) => {
  const sheet = await openFlowsheet(page, sandbox, people.siobhan);
  const organism = sheet.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Organism' }) });
  await organism
    .getByRole('link', { name: /Escherichia coli/ })
    .first()
    .click();
  const record = recordOf(page, 'Organism');
  const table = record.getByRole('table', { name: /results in this panel/ });
  await expect(table.getByRole('row').filter({ hasText: 'Ampicillin' })).toContainText('Resistant');
  await expect(table.getByRole('row').filter({ hasText: 'Ceftriaxone' })).toContainText('Susceptible');
  await expectGood(page, 'an organism with its susceptibilities');
  await table.getByRole('button', { name: 'Ampicillin' }).click();
  await expect(recordOf(page, 'Ampicillin')).toContainText('Part of Organism');
});
