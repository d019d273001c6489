/** The population of an export that `npm run open` serves: counts, the people behind them, print and file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOpen } from '#commands/open.ts';
import { expectGood } from './axe.ts';
import { mainOf } from './chart-steps.ts';
import { expect } from './fixtures.ts';
import { person } from './open-file-steps.ts';
import { elder, lines, other, patient, problem, younger } from './opened-files.ts';
import { served as test } from './served-fixtures.ts';
import { bannerOf } from './steps.ts';
import { saved } from './take-away-steps.ts';

test('counts, the people behind one of them, and the chart of one', async ({ served, apart }) => {
  test.slow();
  const page = await apart.newPage();
  await page.goto(served.newAddress());
  await page.getByRole('link', { name: /^Population/ }).click();
  await expect(page.getByRole('heading', { name: 'Population', level: 1 })).toBeFocused();
  await expect(page).toHaveURL(`${served.url}/open/population`);
  await expect(mainOf(page)).toContainText('From a file, exported on Nov 20, 2025. 3 patients');

  const ages = page.getByRole('region', { name: 'Age and sex' });
  await expect(ages.getByRole('img', { name: /^People by age and sex/ })).toBeVisible();
  // On the day of the export, not of today.
  await expect(ages.getByRole('row', { name: /^70–79/ })).toContainText('1');
  await expect(ages.getByRole('row', { name: /^30–39/ })).toContainText('1');
  await expect(ages.getByRole('row', { name: /^50–59/ })).toContainText('1');
  const years = page.getByRole('region', { name: 'Records by year' });
  await expect(years.getByRole('row', { name: '2025 5' })).toBeVisible();
  await expect(years.getByRole('row', { name: 'Without a date 1' })).toBeVisible();
  const types = page.getByRole('region', { name: 'Records by type' });
  await expect(types.getByRole('row', { name: 'Observation 3' })).toBeVisible();
  await expectGood(page, 'the population');

  await page.getByRole('button', { name: 'Show 1 patient: Migraine' }).click();
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  await expect(mainOf(page)).toContainText('Only: Migraine');
  await expect(page.getByRole('row', { name: /Okafor/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /Lindqvist/ })).toHaveCount(0);
  await person(page, 'Okafor, Grace, Sep 10, 1988').click();
  await expect(bannerOf(page)).toContainText('Sep 10, 1988');
  await page.goBack();
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await expect(page.getByRole('row', { name: /Lindqvist/ })).toHaveCount(1);
});

test('one kind of record by year, the people behind a year, and the latest A1c by class', async ({
  served,
  apart,
}) => {
  test.slow();
  const page = await apart.newPage();
  await page.goto(served.newAddress());
  await page.getByRole('link', { name: /^Population/ }).click();
  const a1c = page.getByRole('region', { name: 'Latest hemoglobin A1c' });
  await expect(a1c.getByRole('img', { name: /^Patients by their latest hemoglobin A1c/ })).toBeVisible();
  await expect(a1c.getByRole('row', { name: /^< 5\.7 %/ })).toContainText('33.3 %');
  await expect(a1c.getByRole('row', { name: /^6\.5–7\.9 %/ })).toContainText('33.3 %');
  await expect(a1c.getByRole('row', { name: /^> 9\.0 %/ })).toContainText('0.0 %');

  const years = page.getByRole('region', { name: 'Records by year' });
  const kind = years.getByRole('combobox', { name: 'Kind of record' });
  await expect(years.getByRole('img', { name: /^All records: patients by year/ })).toBeVisible();
  // Kinds that the files hold, and no others.
  await expect(kind.getByRole('option')).toHaveCount(4);
  await kind.selectOption('Laboratory results');
  await expect(years.getByRole('img', { name: /^Laboratory results: records by year/ })).toBeVisible();
  await expect(years.getByRole('row', { name: /^2025 2 / })).toBeVisible();
  await expect(years.getByRole('row', { name: /^Without a date/ })).toHaveCount(0);
  await expectGood(page, 'the population, one kind of record');

  await years.getByRole('button', { name: 'Show 2 patients: Laboratory results, 2025' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  await expect(mainOf(page)).toContainText('Only: Laboratory results, 2025');
  await expect(page.getByRole('row', { name: /Okafor/ })).toHaveCount(2);
  await expect(page.getByRole('row', { name: /Lindqvist/ })).toHaveCount(0);

  await page.getByRole('link', { name: /^Population/ }).click();
  await expect(kind).toHaveValue('laboratory');
  await a1c.getByRole('button', { name: 'Show 1 patient: latest hemoglobin A1c: 6.5–7.9 %' }).click();
  await expect(person(page, 'Okafor, Grace, May 6, 1951')).toBeVisible();
  await expect(page.getByRole('row', { name: /Okafor/ })).toHaveCount(1);
});

test('@threat-15 people who cannot be told apart are in no number, and the page says so', async ({
  apart,
}, testInfo) => {
  const build = process.env['CHARTSIDE_BUILD'];
  const target = testInfo.outputPath('torn');
  await mkdir(target, { recursive: true });
  await writeFile(
    join(target, 'all.ndjson'),
    lines(
      patient(elder),
      patient({ ...younger, id: elder.id, family: 'Mbeki' }),
      patient(other),
      problem('c1', elder.id, 'Heart failure'),
      problem('c3', other.id, 'Gout'),
    ),
  );
  const running = await startOpen({ target, port: 0, ...(build !== undefined && { build }) });
  const page = await apart.newPage();
  await page.goto(running.newAddress());
  await page.getByRole('link', { name: /^Population/ }).click();
  const left = page.getByRole('region', { name: 'Not counted as people' });
  await expect(left).toContainText('2 entries of the list cannot be told apart from another of the same id');
  await expect(left).toContainText('1 record of which the files do not say whose');
  const problems = page.getByRole('region', { name: 'Most frequent problems' });
  await expect(problems.getByRole('row', { name: /^Gout/ })).toContainText('100.0 %');
  await expect(problems.getByRole('row', { name: /^Heart failure/ })).toHaveCount(0);
  await expectGood(page, 'the population with people left out');
  await running.stop();
});

test('the counts as a file name nobody', async ({ served, apart }) => {
  const page = await apart.newPage();
  await page.goto(served.newAddress());
  await page.getByRole('link', { name: /^Population/ }).click();
  const file = await saved(page, page.getByRole('button', { name: 'Save as CSV' }));
  expect(file.name).toBe('population 2025-11-20.csv');
  expect(file.text).toContain('Most frequent problems,Gout,1,"From a file, exported on Nov 20, 2025"');
  expect(file.text).toContain('Records by year,2025,5,');
  expect(file.text).toContain('Patients by year,"Laboratory results, 2025",2,');
  expect(file.text).toContain('Latest hemoglobin A1c,6.5–7.9 %,1,');
  expect(file.text).not.toMatch(/Okafor|Lindqvist|T-100/);
});

test('printed, the page is its counts, without what only a screen can use', async ({ served, apart }) => {
  const page = await apart.newPage();
  await page.goto(served.newAddress());
  await page.getByRole('link', { name: /^Population/ }).click();
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'All patients' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Kind of record' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Español' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Population', level: 1 })).toBeVisible();
  await expect(mainOf(page)).toContainText('From a file, exported on Nov 20, 2025. 3 patients');
  const ages = page.getByRole('region', { name: 'Age and sex' });
  await expect(ages.getByRole('img', { name: /^People by age and sex/ })).toBeVisible();
  await expect(ages.getByRole('row', { name: /^70–79/ })).toBeVisible();
  const problems = page.getByRole('region', { name: 'Most frequent problems' });
  await expect(problems.getByRole('row', { name: /^Gout/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Records by type' }).getByRole('table')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Records by year' })).toBeVisible();
});

test('files that are opened in the app itself have charts alone', async ({ page, appUrl }) => {
  await page.goto(`${appUrl}/open/population`);
  await expect(page.getByRole('heading', { name: 'Open a file', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Population/ })).toHaveCount(0);
});
