/** Print: the pages a reader would hold are read back from the PDF that the browser makes of them. */
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { goTo, mainOf, openWholeChart } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { squeezed } from './pdf-text.ts';
import { openTakeAway, preview, printed } from './take-away-steps.ts';

const { david } = people;

test('the chart on paper: whose it is, the source and the page’s number on every page, light on a dark screen', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, david);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openTakeAway(page);
  await expect(preview(page).getByRole('heading', { name: 'Laboratory results' })).toBeAttached();
  await expect(
    preview(page).getByRole('row', { name: /^Potassium 6\.1 mmol\/L ‼ Critical high/ }),
  ).toBeAttached();
  const pages = await printed(page);
  expect(pages.length).toBeGreaterThan(5);
  pages.forEach((text, at) => {
    expect(text).toContain(squeezed('SMITH, DAVID · born Mar 14, 1974 · Chart no. HF428946492'));
    expect(text).toContain(squeezed('Read from NextGen Office (sandbox) on'));
    expect(text).toContain(squeezed(`Page ${at + 1} of ${pages.length}`));
    // Nothing of the screen around it.
    expect(text).not.toContain(squeezed('Print or take away'));
    expect(text).not.toContain(squeezed('View and session'));
  });
  const whole = pages.join('');
  for (const said of [
    'Penicillin G',
    'Type 2 diabetes mellitus',
    'Potassium 6.1 mmol/L ‼ Critical high',
    '5 past records are left out.',
  ])
    expect(whole).toContain(squeezed(said));
  expect(pages[0]).toContain(squeezed('Not on these pages: Tests and imaging'));
  // The table of results goes over several pages: its header again on each.
  const header = squeezed('Name Result Range Date');
  expect(pages.filter((text) => text.includes(header)).length).toBeGreaterThan(3);
});

test('the reader chooses sections, dates, and current records or all; what that leaves out is counted', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, david);
  await openTakeAway(page);
  await page.getByRole('button', { name: 'None', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeDisabled();
  await page.getByRole('checkbox', { name: /^Laboratory results/ }).check();
  await page.getByRole('checkbox', { name: /^Problems/ }).check();
  await page.getByLabel('From').fill('2026-08-01');
  await page.getByLabel('To', { exact: true }).fill('2026-08-31');
  await expect(preview(page)).toContainText('Dated Aug 1, 2026 to Aug 31, 2026.');
  await expect(preview(page)).toContainText(/\d+ records outside the dates are left out\./);
  // Current problems stay, whatever the dates.
  await expect(preview(page).getByRole('rowheader', { name: 'Obesity' })).toBeAttached();
  await expect(preview(page)).toContainText('5 past records are left out.');
  await page.getByRole('radio', { name: 'Current and past' }).check();
  await expect(preview(page)).not.toContainText('5 past records are left out.');
  const text = (await printed(page)).join('');
  expect(text).toContain(squeezed('Aug 3, 2026'));
  expect(text).not.toContain(squeezed('Nov 21, 2026 Potassium'));
  expect(text).not.toContain(squeezed('Penicillin'));

  // The choices wait while the reader looks something up.
  await goTo(page, 'Allergies');
  await openTakeAway(page);
  await expect(page.getByLabel('From')).toHaveValue('2026-08-01');
});

test('a page printed from the screen says whose it is, and that long lists are cut', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, david);
  await goTo(page, 'Allergies');
  await expect(mainOf(page).getByRole('rowheader', { name: /Penicillin/ })).toBeVisible();
  const pages = await printed(page);
  for (const text of pages) expect(text).toContain(squeezed('SMITH, DAVID · born Mar 14, 1974'));
  expect(pages[0]).toContain(squeezed('Printed from the screen: long lists hold only what was in view.'));
});

test('the page is accessible in both themes, and on a phone', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox, david);
  await openTakeAway(page);
  // A few of everything: axe takes its time for each row.
  await page.getByRole('button', { name: 'None', exact: true }).click();
  for (const section of [/^Problems/, /^Allergies/, /^Laboratory results/])
    await page.getByRole('checkbox', { name: section }).check();
  await page.getByLabel('From').fill('2026-11-01');
  await expect(preview(page).getByRole('row', { name: /^Potassium 6\.1/ })).toBeAttached();
  await expectGood(page, 'print or take away');
});

test('results in words wrap on paper: every table fits its sheet, the dates with it', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, people.kenji);
  await openTakeAway(page);
  await expect(preview(page).getByRole('heading', { name: 'Laboratory results' })).toBeAttached();
  const beyond = async (): Promise<number> =>
    preview(page).evaluate((sheet) => {
      const { right } = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('table')].filter(
        (table) => table.getBoundingClientRect().right > right + 1,
      ).length;
    });
  await expect.poll(beyond).toBe(0);
});
