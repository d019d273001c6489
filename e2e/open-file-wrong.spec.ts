/** Files that are not what they should be: each says what is wrong with it, nothing else is lost, the page goes on. */
import { expectAccessible } from './axe.ts';
import { goTo, mainOf, navOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { chooseFiles, openFilePage, person } from './open-file-steps.ts';
import { elder, file, lines, type Made, patient, problem } from './opened-files.ts';
import { bannerOf } from './steps.ts';

const wrong: readonly (readonly [what: string, made: Made, says: string])[] = [
  ['0 bytes', file('empty.json', ''), 'The file is empty.'],
  ['no JSON', file('letter.json', 'Dear colleague'), 'could not be read as JSON'],
  ['JSON, no FHIR', file('settings.ndjson', '{"a":1}\n'), 'This is JSON, but no FHIR record.'],
  ['a picture', file('a.png', '\u0089PNG'), 'neither a FHIR record nor a C-CDA document'],
  ['packed', file('a.zip', 'PK\u0003\u0004'), 'Unpack it'],
  ['UTF-16', file('a.json', Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0])), 'UTF-16'],
  ['FHIR XML', file('p.xml', '<Patient xmlns="http://hl7.org/fhir"/>'), 'FHIR as XML'],
];

test('wrong files: each says what is wrong with it, and the page goes on', async ({ page, appUrl }) => {
  await openFilePage(page, appUrl);
  for (const [what, made, says] of wrong) {
    await chooseFiles(page, made);
    await expect(mainOf(page), what).toContainText(says);
    await expect(mainOf(page), what).toContainText('no chart can be opened');
    await page.getByRole('button', { name: 'Open something else' }).click();
    await expect(page.getByRole('heading', { name: 'Open a file', level: 1 })).toBeFocused();
  }
});

test('bad lines, a file cut off, hostile nesting, letters of another encoding: nothing else is lost', async ({
  page,
  appUrl,
}) => {
  const deep = `{"resourceType":"Condition","id":"deep","subject":{"reference":"Patient/${elder.id}"},"x":${'['.repeat(3000)}${']'.repeat(3000)}}\n`;
  const surrogate = `{"resourceType":"Condition","id":"s\\ud800","subject":{"reference":"Patient/${elder.id}"},"code":{"text":"Lone \\ud800 surrogate"}}\n`;
  const good = lines(patient(elder), problem('c1', elder.id, 'Heart failure'));
  const cut = '{"resourceType":"Condition","id":"x","subj';
  await openFilePage(page, appUrl);
  await chooseFiles(
    page,
    file('a.ndjson', `${good}not json\n${deep}${surrogate}${cut}`),
    file('latin.ndjson', Buffer.from(lines(problem('c2', elder.id, 'Ménière')), 'latin1')),
  );
  const main = mainOf(page);
  await expect(main).toContainText('2 pieces are no FHIR record and were left out (number 3, 6).');
  await expect(main).toContainText('it was probably cut off');
  await expect(main).toContainText('not written in UTF-8');
  await person(page, 'Okafor, Grace, May 6, 1951').click();
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Heart failure')).toHaveCount(1);
  await expect(rowsOf(page, 'M�ni�re')).toHaveCount(1);
  await expect(main).toContainText('One entry of the file could not be read.');
  await rowsOf(page, 'Lone').getByRole('link').click();
  await expect(page.getByRole('heading', { name: /Lone/ })).toBeVisible();
});

test('records that name nobody, and somebody whose own record is missing', async ({ page, appUrl }) => {
  await openFilePage(page, appUrl);
  await chooseFiles(
    page,
    file(
      'x.ndjson',
      lines({ resourceType: 'Condition', id: 'n', code: { text: 'Of nobody' } }, problem('c1', 'p9', 'Gout')),
    ),
  );
  await expect(mainOf(page)).toContainText(
    '1 record names no patient and stands in nobody’s chart: Condition 1.',
  );
  await person(page, 'Name not in the files').click();
  await expect(bannerOf(page)).toContainText('The opened files hold no details of this patient.');
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Gout')).toHaveCount(1);
  await expect(mainOf(page)).not.toContainText('Of nobody');
  await expect(mainOf(page)).toContainText(
    'One record of the opened files cannot be assigned to one patient alone, and is not shown.',
  );
});

test('an allergy of which it cannot be told whose it is: nothing says that there are none', async ({
  page,
  appUrl,
}) => {
  const allergy = { resourceType: 'AllergyIntolerance', id: 'n', code: { text: 'Latex' } };
  await openFilePage(page, appUrl);
  await chooseFiles(page, file('x.ndjson', lines(patient(elder), problem('c1', elder.id, 'Gout'), allergy)));
  await person(page, 'Okafor, Grace, May 6, 1951').click();
  await expect(bannerOf(page).getByText('Allergies').locator('..')).toHaveText(/not all of them are here/);
  await expect(navOf(page).getByRole('link', { name: /^Allergies/ })).toContainText('in part');
  await expect(mainOf(page)).not.toContainText(/in error/);
  await goTo(page, 'Allergies');
  await expect(mainOf(page)).toContainText(
    'One record of the opened files cannot be assigned to one patient alone, and is not shown.',
  );
  await expect(page.getByText(/no (known )?allergies/i)).toHaveCount(0);
  await expectAccessible(page, 'a list of which nothing can be assigned');
});
