/** Find in chart: by keys alone, over everything that has been read, in this tab and nowhere else. */
import { expectGood } from './axe.ts';
import { people } from '#sandbox/cast.ts';
import { mainOf, openChart, openWholeChart, recordOf } from './chart-steps.ts';
import { doors, enterDoor } from './door-steps.ts';
import { expect, test } from './fixtures.ts';
import { expectAllRead } from './steps.ts';

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
  await expect(options.filter({ hasText: /^Show \d+ (of \d+ )?more$/ }).first()).toBeVisible();
  const before = await options.count();
  await options
    .filter({ hasText: /^Show \d+ (of \d+ )?more$/ })
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
  await openChart(page, sandbox, people.hostile);
  await expect(mainOf(page)).toBeVisible();
  await expect(page.getByText('One section could not be read in full.')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toContainText('Could not be read: Goals.');
  await expect(page.getByRole('dialog')).toContainText('One PDF file is damaged or locked');
  await expect(page.getByRole('dialog')).toContainText(
    /documents? \(.*\) (is|are) not, or not wholly, looked through/,
  );
});

test('the words of a PDF that came inside its record, without a request; its page opens', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  const before = sandbox.control.received.length;
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Find in chart' }).fill('echogenic obstruction');
  const found = page.getByRole('listbox', { name: 'What was found' }).getByRole('option');
  await expect(found.filter({ hasText: 'Consultation note' }).first()).toContainText('echogenic');
  await expect(found.filter({ hasText: 'Consultation note' }).first()).toContainText('Page 1:');
  await expect(page.getByRole('dialog')).not.toContainText('PDF');
  await expectGood(page, 'find in chart, PDF files read');
  await page.keyboard.press('Enter');
  await expect(recordOf(page).getByRole('heading', { name: 'Consultation note', level: 2 })).toBeFocused();
  await expect(recordOf(page).getByTitle('PDF')).toHaveAttribute('src', /#.*page=1$/);
  expect(sandbox.control.received.slice(before).map(({ url }) => url)).not.toContainEqual(
    expect.stringContaining('Binary'),
  );
});

test('PDF files at an address are read at the reader’s word, and one that does not come is said', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*40[034]/);
  const enterprise = doors.find(({ version, label }) => version === 'R4' && label.includes('Enterprise'))!;
  await enterDoor(enterprise, { page, sandbox, appUrl });
  await expectAllRead(page);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  const field = page.getByRole('combobox', { name: 'Find in chart' });
  const found = page.getByRole('listbox', { name: 'What was found' }).getByRole('option');
  await field.fill('echogenic');
  const letter = found.filter({ hasText: 'Consultation note' });
  await expect(found.first()).toBeVisible();
  await expect(letter).toHaveCount(0);
  await expect(dialog).toContainText(/\d requests? to .*Enterprise/);
  await expectGood(page, 'find in chart, PDF files to be asked for');
  await dialog.getByRole('button', { name: /^Read .*PDF files? so that/ }).click();
  await expect(letter).toContainText('echogenic');
  await expect(dialog.getByRole('button', { name: /^Read .*PDF/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('/');
  await field.fill('echogenic');
  await expect(letter).toContainText('echogenic');
});

test('a PDF that the EHR does not have: could not be fetched, and may be asked for again', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource.*40[034]/);
  await openWholeChart(page, sandbox, people.marta);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Read one PDF file so that it can be searched' }).click();
  await expect(dialog).toContainText('1 PDF file could not be fetched.');
  await expect(dialog.getByRole('button', { name: /^Read one PDF/ })).toBeVisible();
});
