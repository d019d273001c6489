/** "Open a file": what is packed is opened as what is in it, and what cannot be is named. */
import { gzipSync } from 'node:zlib';
import { expectGood } from './axe.ts';
import { goTo, mainOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { chooseFiles, openFilePage, person } from './open-file-steps.ts';
import { elder, file, lines, patient, problem } from './opened-files.ts';
import { bannerOf } from './steps.ts';

/** `export/Patient.ndjson` and `export/Condition.ndjson` of one person, packed by Python's zipfile. */
const zip = Buffer.from(
  'UEsDBBQAAAAIAABAdFsSTRdwZQAAAHQAAAAVAAAAZXhwb3J0L1BhdGllbnQubmRqc29uq1YqSi3OLy1KTg2pLEhVslJQCkgs' +
    'yUzNK1HSUVDKTAEJVBmC2HmJuSDp6GqltMTczJxKkIxfeX5xKUgyPbMsNQ8kq+SYkqgUWxsLFEvKLCrJcEksARtqaGlmqWtg' +
    'rmtkoFTLBQBQSwMEFAAAAAgAAEB0Ww/Cr23CAAAADwEAABcAAABleHBvcnQvQ29uZGl0aW9uLm5kanNvbkWOTW7CMBCF9z1F' +
    'NGuCQ0pViW16ACTYoS7MeBqGJh5kT1BDlLvXcYW6e3p6P98EgaIMAek43gh2BTTiHSuLh1UB7BbrUS86DucroSZjSqUvCuQx' +
    'N/ZWmbyaxwbmlMOOPaPtDmp1iDmO4ti3SZ4miGNU6pfeRfW2M0Yp9Oylk3ZcX7r3tYTWNOLokIMGnzzlc3iBSYv526LynWD+' +
    'nP/NCZR+9I8Mv8kVPbfBsqeMFwglOHIfVvNCXdVvZfVaVluYX34BUEsBAhQDFAAAAAgAAEB0WxJNF3BlAAAAdAAAABUAAAAA' +
    'AAAAAAAAAIABAAAAAGV4cG9ydC9QYXRpZW50Lm5kanNvblBLAQIUAxQAAAAIAABAdFsPwq9twgAAAA8BAAAXAAAAAAAAAAAA' +
    'AACAAZgAAABleHBvcnQvQ29uZGl0aW9uLm5kanNvblBLBQYAAAAAAgACAIgAAACPAQAAAAA=',
  'base64',
);

test('a zip of an export opens as the folder that it holds', async ({ page, appUrl }) => {
  await openFilePage(page, appUrl);
  await chooseFiles(page, file('export.zip', zip));
  const banner = bannerOf(page);
  await expect(banner).toContainText('Nwosu, Ada');
  await expect(banner).toContainText('Jul 20, 1969');
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Packed migraine')).toHaveCount(1);
});

test('gzip beside a zip: all of them, in one list', async ({ page, appUrl }) => {
  await openFilePage(page, appUrl);
  const packed = gzipSync(lines(patient(elder), problem('c1', elder.id, 'Heart failure')));
  await chooseFiles(page, file('export.zip', zip), file('elder.ndjson.gz', packed));
  await expect(mainOf(page)).toContainText('2 patients');
  await person(page, 'Okafor, Grace, May 6, 1951').click();
  await goTo(page, 'Problems', 'Problems and health concerns');
  await expect(rowsOf(page, 'Heart failure')).toHaveCount(1);
  await expect(mainOf(page)).not.toContainText('Packed migraine');
});

test('@threat-23 a file that bursts when it is unpacked, and one that is cut off, are named and not read', async ({
  page,
  appUrl,
}) => {
  await openFilePage(page, appUrl);
  const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024));
  await chooseFiles(
    page,
    file('bomb.ndjson.gz', bomb),
    file('cut.zip', zip.subarray(0, -40)),
    file('well.ndjson', lines(patient(elder))),
  );
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
  const notes = page.getByRole('region', { name: 'What is not shown in a chart' });
  await expect(notes.getByRole('listitem').filter({ hasText: 'bomb.ndjson.gz' })).toContainText('too large');
  await expect(notes.getByRole('listitem').filter({ hasText: 'cut.zip' })).toContainText('it is damaged');
  await expect(page.getByRole('row', { name: /Okafor/ })).toHaveCount(1);
  await expectGood(page, 'packed files that are not read');
});
