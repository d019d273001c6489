/** Opened files that nobody uses: the app warns, then closes them, and leaves nothing of anybody. */
import { expectGood } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { chooseFiles, drop, openFilePage, person } from './open-file-steps.ts';
import { allergy, elder, file, lines, other, patient, problem } from './opened-files.ts';
import { foundIn } from './page-memory.ts';
import { minutes } from './session-steps.ts';
import { bannerOf } from './steps.ts';

// As in `left-in-memory`: a trace keeps what the page showed, in the page; strings are written out whole.
test.use({
  trace: 'off',
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--js-flags=--heap-snapshot-string-limit=50000000'],
    }),
});

const two = file(
  'two.ndjson',
  lines(
    patient(elder),
    patient(other),
    problem('c1', elder.id, 'Heart failure'),
    allergy('a1', elder.id, 'Penicillin'),
  ),
);
const words = [elder.family, other.family, elder.number, elder.birthDate, 'Heart failure', 'enicillin'];
const closed = 'The files were closed because nobody used them for a while';

test('@threat-17 a chart from a file is closed at the limit, and nothing of it is left in the page', async ({
  page,
  appUrl,
}) => {
  test.slow();
  await page.clock.install();
  await openFilePage(page, appUrl);
  await chooseFiles(page, two);
  await person(page, `Okafor, Grace, May 6, 1951`).click();
  await expect(bannerOf(page)).toContainText('enicillin');
  const warning = page.getByRole('alertdialog', { name: 'Are you still there?' });

  await page.clock.fastForward(minutes(14) + 30_000);
  await expect(warning).toContainText(/The files will be closed in 0:[0-3]\d\./);
  await warning.getByRole('button', { name: 'Keep them open' }).click();
  await expect(warning).toHaveCount(0);
  await expect(bannerOf(page)).toContainText('May 6, 1951');
  // The search finds what is there.
  expect(await foundIn(page, words)).toEqual(words);

  // Just past where the warning begins: what went before took real time.
  await page.clock.fastForward(minutes(14) + 2_000);
  await expect(warning).toBeVisible();
  // Told in the page that goes, and again in the one that comes in its place.
  await Promise.all([page.waitForEvent('load'), page.clock.fastForward(minutes(1))]);
  await expect(page.getByText(closed)).toBeVisible();
  await expect(page).toHaveURL(`${appUrl}/open`);
  await expect(page.getByText(/Okafor|Lindqvist/)).toHaveCount(0);
  await expectGood(page, 'files that were closed by themselves');
  expect(await foundIn(page, words)).toEqual([]);

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/Okafor|Lindqvist/)).toHaveCount(0);
});

test('@threat-17 a list of patients is closed too, by whoever answers the warning with it', async ({
  page,
  appUrl,
}) => {
  await page.clock.install();
  await openFilePage(page, appUrl);
  // Nothing is open yet: nobody is hurried.
  await page.clock.fastForward(minutes(60));
  await drop(page, two);
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  await page.clock.fastForward(minutes(14) + 20_000);
  const warning = page.getByRole('alertdialog', { name: 'Are you still there?' });
  await expect(warning).toBeVisible();
  await page.clock.setFixedTime(await page.evaluate(() => Date.now()));
  await expectGood(page, 'the warning over opened files');
  await warning.getByRole('button', { name: 'Close them now' }).click();
  await expect(page.getByText(closed)).toBeVisible();
  await expect(page.getByText(/Okafor|Lindqvist/)).toHaveCount(0);
});

test('@threat-17 after "Open something else" no way leads back to the chart, and nothing of it is left', async ({
  page,
  appUrl,
}) => {
  test.slow();
  await openFilePage(page, appUrl);
  await chooseFiles(page, two);
  await person(page, 'Okafor, Grace, May 6, 1951').click();
  await expect(bannerOf(page)).toContainText('enicillin');
  await page.getByRole('link', { name: 'All patients' }).click();
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await expect(person(page, 'Okafor, Grace, May 6, 1951')).toBeVisible();

  await page.getByRole('button', { name: 'Open something else' }).click();
  await expect(page.getByRole('heading', { name: 'Open a file', level: 1 })).toBeFocused();
  await expect(page).toHaveURL(`${appUrl}/open`);
  await expect(page.getByText(/Okafor|Lindqvist/)).toHaveCount(0);
  await expect(page.getByText(closed)).toHaveCount(0);
  expect(await foundIn(page, words)).toEqual([]);

  await page.goBack();
  await expect(page).toHaveURL(/\/open\/chart/);
  await expect(page.getByText('nothing of a file is kept')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Open a file', level: 1 })).toBeVisible();
  await expect(page.getByText(/Okafor|Lindqvist/)).toHaveCount(0);
});
