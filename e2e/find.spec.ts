/** Find in chart: by keys alone, over everything that has been read, in this tab and nowhere else. */
import { expectGood } from './axe.ts';
import { mainOf, openChart, openWholeChart, recordOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';

test('from a slip of the finger to the open record, by keys alone', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Find in chart' });
  await expect(field).toBeFocused();
  await page.keyboard.type('potasium');
  const found = page.getByRole('listbox', { name: 'What was found' });
  await expect(found.getByRole('group', { name: /^Laboratory results/ })).toContainText('6.1 mmol/L');
  await expect(found.getByRole('group', { name: /^Notes and documents/ })).toContainText('potassium');
  await expect(found.getByRole('option', { selected: true })).toHaveCount(1);
  await expectGood(page, 'find in chart');

  const potassium = found
    .getByRole('group', { name: /^Laboratory results/ })
    .getByRole('option')
    .first();
  for (let at = 0; at < 20; at += 1) {
    if ((await potassium.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(recordOf(page, 'Potassium')).toBeVisible();
  await expect(recordOf(page).getByRole('heading', { name: 'Potassium', level: 2 })).toBeFocused();
});

test('Ctrl-K from anywhere; by code, by the end of a name, by a word of a note; the rest of a group on Enter', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find in chart' });
  const options = page.getByRole('listbox', { name: 'What was found' }).getByRole('option');
  await field.fill('2823-3');
  await expect(options.first()).toContainText('Potassium');
  await field.fill('statin');
  await expect(options.first()).toContainText('Atorvastatin');
  await field.fill('ocotillo');
  await expect(options.filter({ hasText: 'Telephone note' })).toContainText('Ocotillo');
  await field.fill('glucose');
  await expect(options.filter({ hasText: /^Show \d+ more$/ }).first()).toBeVisible();
  const before = await options.count();
  await options
    .filter({ hasText: /^Show \d+ more$/ })
    .first()
    .click();
  await expect.poll(() => options.count()).toBeGreaterThan(before);
  await field.fill('zzzz');
  await expect(page.getByRole('dialog')).toContainText('Nothing that has been read matches.');
});

test('Escape gives the focus back, and nothing that was typed stays anywhere', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  const button = page.getByRole('button', { name: 'Find in chart' });
  await button.click();
  await expect(page.getByRole('combobox', { name: 'Find in chart' })).toBeFocused();
  await page.keyboard.type('hyperkalemia');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(page).toHaveURL(/\/chart$/);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept.toLowerCase()).not.toContain('hyperkalemia');
  expect(sandbox.control.received.map(({ url }) => url.toLowerCase()).join(' ')).not.toContain(
    'hyperkalemia',
  );
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Find in chart' })).toHaveValue('');
});

test('says what has not been read, and what cannot be looked through', async ({ page, sandbox, witness }) => {
  witness.expectErrors(/Failed to load resource.*500/);
  sandbox.control.faults = [{ target: 'Goal', kind: 'status', status: 500 }];
  await openChart(page, sandbox);
  await expect(mainOf(page)).toBeVisible();
  await expect(page.getByText('One section could not be read in full.')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toContainText('Could not be read: Goals.');
  await expect(page.getByRole('dialog')).toContainText(/documents? \(.*\) (is|are) not looked through/);
});
