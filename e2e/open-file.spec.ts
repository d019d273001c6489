/** "Open a file": an export, a Bundle, a document of the reader's own, in the same chart, and nothing leaves the browser. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectGood, expectAccessible } from './axe.ts';
import { goTo, mainOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import {
  chooseFiles,
  chooseFolder,
  document,
  drop,
  dropFromDisk,
  openFilePage,
  person,
} from './open-file-steps.ts';
import {
  allergy,
  elder,
  exportFolder,
  file,
  lines,
  other,
  patient,
  problem,
  result,
  younger,
} from './opened-files.ts';
import { bannerOf, chooseInMenu } from './steps.ts';

test('an export folder: who is in it, one chart, and the way back to the others', async ({
  page,
  appUrl,
}, testInfo) => {
  test.slow();
  await openFilePage(page, appUrl);
  await expectGood(page, 'open a file');
  await chooseFolder(page, await exportFolder(testInfo.outputPath()));
  await expect(mainOf(page)).toContainText('From a file, exported on Nov 20, 2025. 3 patients');
  await expect(mainOf(page)).toContainText('1 record names no patient');
  await expectGood(page, 'the patients of an export');

  await person(page, 'Okafor, Grace, May 6, 1951').click();
  const banner = bannerOf(page);
  await expect(banner).toContainText('Okafor, Grace');
  await expect(banner).toContainText('May 6, 1951');
  await expect(banner).toContainText('Penicillin');
  await expect(banner).toContainText('From a file, exported on Nov 20, 2025');
  await expect(page).toHaveURL(`${appUrl}/open/chart`);
  await expectGood(page, 'the summary of a chart from a file');

  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Heart failure')).toHaveCount(1);
  await expect(mainOf(page)).not.toContainText('Migraine');
  await goTo(page, 'Laboratory', 'Laboratory results');
  await expect(mainOf(page)).toContainText('7.10');
  await goTo(page, 'Immunizations');
  await expect(mainOf(page)).toContainText('The opened files hold no immunizations.');
  await goTo(page, 'Timeline');
  await expect(mainOf(page)).toContainText('Heart failure');

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Immunizations', level: 1 })).toBeAttached();
  await banner.getByRole('link', { name: 'All patients' }).click();
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  await expect(page).toHaveURL(`${appUrl}/open`);
  await expect(page).toHaveTitle('Open a file – Chartside');
});

test('a folder that is dropped is gone through to its ends, and files beside it are taken in', async ({
  page,
  appUrl,
}, testInfo) => {
  const folder = await exportFolder(testInfo.outputPath());
  const deep = join(folder, 'deeper', 'still');
  await mkdir(deep, { recursive: true });
  await writeFile(join(deep, 'Condition.002.ndjson'), lines(problem('c9', other.id, 'Asthma')));
  const beside = testInfo.outputPath('beside.ndjson');
  await writeFile(beside, lines({ ...patient(other), id: 'x1', name: [{ family: 'Nwosu' }] }));
  await openFilePage(page, appUrl);
  await dropFromDisk(page, folder, beside);
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  await expect(mainOf(page)).toContainText('4 patients');
  await expect(page.getByRole('row', { name: /Nwosu/ })).toHaveCount(1);
  await person(page, 'Lindqvist, Per, Jan 2, 1966').click();
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Gout')).toHaveCount(1);
  await expect(rowsOf(page, 'Asthma')).toHaveCount(1);
});

test('@threat-15 two patients of one name: told apart in the list, and never mixed in a chart', async ({
  page,
  appUrl,
}, testInfo) => {
  await openFilePage(page, appUrl);
  await chooseFolder(page, await exportFolder(testInfo.outputPath()));
  const rows = page.getByRole('row', { name: /Okafor/ });
  await expect(rows).toHaveCount(2);
  await expect(rows.getByText('same name as another')).toHaveCount(2);
  await expect(page.getByRole('row', { name: /Lindqvist/ })).not.toContainText('same name');

  await person(page, 'Okafor, Grace, Sep 10, 1988').click();
  await expect(bannerOf(page)).toContainText('Sep 10, 1988');
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Migraine')).toHaveCount(1);
  await expect(mainOf(page)).not.toContainText('Heart failure');
  await expect(bannerOf(page)).not.toContainText('Penicillin');

  await bannerOf(page).getByRole('link', { name: 'All patients' }).click();
  await person(page, 'Okafor, Grace, May 6, 1951').click();
  await expect(bannerOf(page)).toContainText('May 6, 1951');
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Heart failure')).toHaveCount(1);
  await expect(mainOf(page)).not.toContainText('Migraine');
});

test('@threat-13 nothing leaves the browser: no request but for the app’s own files, and none can be made', async ({
  page,
  appUrl,
  witness,
  browser,
}) => {
  await openFilePage(page, appUrl);
  await chooseFiles(page, file('b.ndjson', lines(patient(elder), problem('c1', elder.id, 'Heart failure'))));
  await expect(bannerOf(page)).toContainText('Okafor');
  await goTo(page, 'Problems', 'Problems and health concerns');
  await chooseInMenu(page, 'Print or take away');
  await expect(page.getByRole('heading', { name: 'Print or take away', level: 1 })).toBeAttached();
  const asked = witness.requests.filter((request) => !request.url().startsWith('blob:'));
  const strange = asked.filter(
    (request) =>
      request.method() !== 'GET' ||
      !/^\/(?:open|icon\.svg|assets\/[\w.-]+\.(?:js|css|mjs))$/.test(new URL(request.url()).pathname) ||
      !request.url().startsWith(`${appUrl}/`),
  );
  expect(strange.map((request) => `${request.method()} ${request.url()}`)).toEqual([]);
  const kept = await page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]);
  expect(kept).toEqual([]);

  // In a context of its own: the refusal that is looked for is one that no story may have.
  const apart = await browser.newContext();
  const alone = await apart.newPage();
  await alone.goto(`${appUrl}/open`);
  await expect(alone.getByRole('heading', { name: 'Open a file', level: 1 })).toBeVisible();
  const answer = await alone.evaluate((url) => fetch(url).then(String, String), `${appUrl}/icon.svg`);
  expect(answer).toContain('TypeError');
  await apart.close();
});

test('a Bundle of one patient opens at once; loaded anew, the page asks for the file again', async ({
  page,
  appUrl,
}) => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: '2025-10-01T12:00:00Z',
    entry: [patient(other), problem('c1', other.id, 'Gout')].map((resource) => ({ resource })),
  };
  await openFilePage(page, appUrl);
  await drop(page, file('bundle.json', JSON.stringify(bundle, null, 2)));
  await expect(bannerOf(page)).toContainText('Lindqvist');
  await expect(bannerOf(page)).toContainText('exported on Oct 1, 2025');
  await goTo(page, 'Problems', 'Problems and health concerns');
  await rowsOf(page, 'Gout').getByRole('link').click();
  await expect(page).toHaveURL(`${appUrl}/open/chart/problems/Condition/c1`);
  await page.reload();
  await expect(mainOf(page)).toContainText('choose the file again');
  await expect(mainOf(page)).not.toContainText('Gout');
  await expectAccessible(page, 'a page of a chart from a file, loaded anew');
  await chooseFiles(page, file('bundle.json', JSON.stringify(bundle)));
  await expect(bannerOf(page)).toContainText('Lindqvist');
});

test('a C-CDA document opens as itself, in the chart of whom it names', async ({ page, appUrl }) => {
  await openFilePage(page, appUrl);
  await chooseFiles(page, file('visit.xml', document));
  const banner = bannerOf(page);
  await expect(banner).toContainText('Lindqvist');
  await expect(banner).toContainText('Jan 2, 1966');
  await expect(banner).toContainText('From a document written on Feb 18, 2025');
  await expect(banner).toContainText('see the document');
  await expect(page.getByText('Hives after penicillin')).toBeVisible();
  await expect(page.getByText('about somebody else')).toHaveCount(0);
  await expectGood(page, 'a document from a file');
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).toContainText('stands in the document: see Notes and documents');
});

test('earlier versions are read as what they are', async ({ page, appUrl }) => {
  const order = {
    resourceType: 'MedicationOrder',
    id: 'm1',
    status: 'active',
    patient: { reference: `Patient/${other.id}` },
    medicationCodeableConcept: { text: 'Allopurinol 100 mg' },
  };
  await openFilePage(page, appUrl);
  await chooseFiles(page, file('dstu2.ndjson', lines(patient(other), patient(elder), order)));
  await expect(mainOf(page)).toContainText('read as FHIR DSTU2');
  await person(page, 'Lindqvist, Per, Jan 2, 1966').click();
  await goTo(page, 'Medications');
  await expect(rowsOf(page, 'Allopurinol')).toHaveCount(1);
});

test('a file that was cut off: what it holds none of is not called none', async ({ page, appUrl }) => {
  const whole = lines(patient(other), patient(elder), allergy('a1', elder.id, 'Latex'));
  await openFilePage(page, appUrl);
  await chooseFiles(page, file('cut.ndjson', `${whole}{"resourceType":"AllergyIn`));
  await expect(mainOf(page)).toContainText('ends in the middle of a record');
  await person(page, 'Lindqvist, Per, Jan 2, 1966').click();
  await expect(bannerOf(page)).toContainText('none in what could be read of the files');
  await expect(bannerOf(page)).toContainText('Part of the files could not be read.');
  await expectGood(page, 'a chart from a file that was cut off');
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).toContainText('What could be read of the opened files holds no allergies');
});

test('with the keyboard alone: from the start page to one patient’s record', async ({ page, appUrl }) => {
  await page.goto(appUrl);
  const link = page.getByRole('link', { name: /open a file/i });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Open a file', level: 1 })).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Choose files')).toBeFocused();
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles([
    file('x.ndjson', lines(patient(elder), patient(younger), problem('c2', younger.id, 'Migraine'))),
  ]);
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('9/10/1988');
  await expect(page.getByText('1 patient', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bannerOf(page)).toContainText('Sep 10, 1988');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: 'Problems and health concerns', level: 1 })).toBeAttached();
  await expect(rowsOf(page, 'Migraine')).toHaveCount(1);
});

test('what is printed and taken away says that it is from a file', async ({ page, appUrl }) => {
  await openFilePage(page, appUrl);
  const stamped = { resourceType: 'Bundle', timestamp: '2025-10-01T12:00:00Z' };
  await chooseFiles(
    page,
    file(
      'b.json',
      JSON.stringify({
        ...stamped,
        entry: [patient(elder), allergy('a1', elder.id, 'Latex')].map((resource) => ({ resource })),
      }),
    ),
    file('o.ndjson', result('o1', elder.id, '7.10')),
  );
  await expect(bannerOf(page)).toContainText('Latex');
  await chooseInMenu(page, 'Print or take away');
  await expect(mainOf(page)).toContainText('From a file, exported on Oct 1, 2025');
});

test.describe('switched off by the configuration', () => {
  test.use({
    setup: {
      changeConfig: (config) => JSON.stringify({ ...(JSON.parse(config) as object), openFile: false }),
    },
  });

  test('neither a link nor a page that opens anything', async ({ page, appUrl }) => {
    await page.goto(appUrl);
    await expect(page.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
    await expect(page.getByRole('link', { name: /open a file/i })).toHaveCount(0);
    await page.goto(`${appUrl}/open`);
    await expect(mainOf(page)).toContainText('Opening files is switched off here.');
    await expect(page.getByLabel('Choose files')).toHaveCount(0);
  });
});
