/** C-CDA documents: the whole record as the EHR writes it, those attached to a record, those a reader brings along. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectAccessible, expectNoSidewaysScroll, expectReadableInTheDark } from './axe.ts';
import { goTo, mainOf, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { received } from './steps.ts';
import { openMenuOf } from './take-away-steps.ts';
import { changeAnswers, resourcesOf } from './threats-answers.ts';

async function openNotes(page: Page): Promise<void> {
  await goTo(page, 'Notes, documents', 'Notes and documents');
}

async function openWhole(page: Page): Promise<Locator> {
  await openNotes(page);
  await rowsOf(page, 'Whole record as one document').getByRole('link').click();
  const record = recordOf(page);
  await expect(record.getByRole('heading', { name: 'Continuity of Care Document' })).toBeVisible();
  return record;
}

test('the whole record as one document: asked for once, its plan a click away, its codes beside its words', async ({
  page,
  sandbox,
}) => {
  test.slow();
  await openWholeChart(page, sandbox);
  await openNotes(page);
  expect(received(sandbox, '/api/ccda')).toHaveLength(0);
  const record = await openWhole(page);
  const [asked, ...more] = received(sandbox, '/api/ccda').filter(({ method }) => method === 'GET');
  expect(asked?.url).toBe(`/api/ccda?patient=${people.david.id}&date=`);
  expect(more).toEqual([]);
  await expect(record).toContainText('DAVID SMITH, born Mar 14, 1974, Male');
  await expect(record.getByRole('alert')).toHaveCount(0);
  await expect(record.getByRole('cell', { name: 'Penicillin G' })).toBeVisible();
  await record
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: 'Assessment and plan' })
    .click();
  const plan = record.getByRole('heading', { name: 'Plan of Treatment' });
  await expect(plan).toBeInViewport({ ratio: 1 });
  // Below the contents, which stay above it.
  const contents = record.getByRole('navigation', { name: 'Contents' });
  const gap = async (): Promise<number> => {
    const [above, below] = [await contents.boundingBox(), await plan.boundingBox()];
    return (below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0);
  };
  await expect.poll(gap).toBeGreaterThanOrEqual(0);
  const allergies = record.getByRole('region', { name: 'Allergies and Adverse Reactions' });
  await allergies.getByText('3 coded entries').click();
  await expect(allergies).toContainText('7980 (RxNorm)');
  await expectAccessible(page, 'the whole record as C-CDA');
  await expectReadableInTheDark(page, 'the whole record as C-CDA');
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page, 'the whole record as C-CDA, narrow');
  await expectAccessible(page, 'the whole record as C-CDA, narrow');
});

test('an opened C-CDA is looked through by find in chart, and its text is saved; so is a file of the reader’s own', async ({
  page,
  sandbox,
}) => {
  test.slow();
  await openWholeChart(page, sandbox);
  const find = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find in chart' }).fill(words);
    return page.getByRole('listbox', { name: 'What was found' }).getByRole('option');
  };
  // Before it was asked for, nothing of it is here.
  await expect((await find('Continuity')).filter({ hasText: 'Whole record' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await openNotes(page);
  const record = await openWhole(page);
  await openMenuOf(record);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save the text' }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('SMITH, DAVID · born Mar 14, 1974');
  expect(text).toContain('Plan of Treatment');
  expect(text).toContain('Penicillin G');
  expect(text).not.toMatch(/<\/?[a-z]/i);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect((await find('Continuity')).filter({ hasText: 'Whole record' })).toHaveCount(1);
  await page.keyboard.press('Escape');

  await page.getByLabel('Open a file from this computer').setInputFiles({
    name: 'letter.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('The quokka clinic saw her in May.'),
  });
  await expect(recordOf(page, 'letter.txt')).toBeVisible();
  await (await find('quokka')).filter({ hasText: 'letter.txt' }).click();
  await expect(recordOf(page, 'letter.txt')).toContainText('quokka clinic');
});

test('every one of the cast has a whole record that opens as theirs', async ({ page, sandbox }) => {
  test.slow();
  for (const person of [people.marguerite, people.anna, people.hostile]) {
    await openWholeChart(page, sandbox, person);
    const record = await openWhole(page);
    await expect(record.getByText('about somebody else')).toHaveCount(0);
  }
});

test('a refused or failed document says so, and can be asked for again', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource/);
  await openWholeChart(page, sandbox);
  await openNotes(page);
  sandbox.control.faults = [{ target: 'ccda', kind: 'status', status: 403 }];
  await rowsOf(page, 'Whole record as one document').getByRole('link').click();
  await expect(recordOf(page)).toContainText('The document could not be read.');
  sandbox.control.faults = [];
  await recordOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(recordOf(page).getByRole('heading', { name: 'Continuity of Care Document' })).toBeVisible();
});

/** Each of these did something in some viewer of C-CDA, once. */
const hostile = `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://evil.example/x.xsl"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><title>Hostile summary</title>
<recordTarget><patientRole><patient><name><given>Eve</given><family>Else</family></name><birthTime value="19700101"/></patient></patientRole></recordTarget>
<component><structuredBody><component><section><title>Notes</title><text>
<table onmouseover="globalThis.chartsideOwned=true" border="1" style="position:fixed;inset:0"><tbody><tr onclick="globalThis.chartsideOwned=true"><td>words of a cell</td></tr></tbody></table>
<img xmlns="http://www.w3.org/1999/xhtml" src="http://evil.example/p.png" onerror="globalThis.chartsideOwned=true"/>
<script xmlns="http://www.w3.org/1999/xhtml">globalThis.chartsideOwned=true</script>
<iframe xmlns="http://www.w3.org/1999/xhtml" src="http://evil.example/frame">words of a frame</iframe>
<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.chartsideOwned=true"/>
<linkHtml href="javascript:globalThis.chartsideOwned=true">words of a link</linkHtml><renderMultiMedia referencedObject="m1"/></text>
<entry><observationMedia classCode="OBS" moodCode="EVN" ID="m1"><value mediaType="image/png"><reference value="http://evil.example/media.png"/></value></observationMedia></entry>
</section></component></structuredBody></component></ClinicalDocument>`;

const withBody = (mediaType: string, content: string): string =>
  `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>File of ${mediaType}</title><component><nonXMLBody>
  <text mediaType="${mediaType}" representation="B64">${Buffer.from(content).toString('base64')}</text></nonXMLBody></component></ClinicalDocument>`;

test(
  'hostile C-CDA: its words are read, nothing of it runs, is fetched or leads away, and it is not this person’s',
  { tag: ['@threat-9', '@threat-15'] },
  async ({ page, sandbox, witness }) => {
    const script = '<script>globalThis.chartsideOwned=true</script>';
    const files = [
      hostile,
      withBody('application/pdf', script),
      withBody('text/html', `${script}<p onmouseover="globalThis.chartsideOwned=true">words of a page</p>`),
      withBody(
        'image/svg+xml',
        `<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.chartsideOwned=true"/>`,
      ),
    ];
    await changeAnswers(page, sandbox, (answer, type) => {
      if (type !== 'DocumentReference') return;
      for (const resource of resourcesOf(answer))
        if (resource['resourceType'] === 'DocumentReference')
          resource['content'] = files.map((text, at) => ({
            attachment: {
              contentType: 'text/xml',
              data: Buffer.from(text).toString('base64'),
              title: `File ${at}`,
            },
          }));
    });
    await openWholeChart(page, sandbox);
    await openNotes(page);
    await rowsOf(page, 'Telephone note').first().getByRole('link').click();
    const record = recordOf(page);
    await expect(record.getByRole('alert')).toContainText('This document is about somebody else');
    await record.getByRole('cell', { name: 'words of a cell' }).hover();
    await record.getByRole('cell', { name: 'words of a cell' }).click();
    await record.getByText('words of a link').click();
    await expect(record).toContainText('words of a frame');
    await expect(record).toContainText('http://evil.example/media.png');
    const forms = record.getByRole('group', { name: 'Forms of this document' }).getByRole('button');
    await forms.nth(1).click();
    await expect(record).toContainText('is said to be application/pdf');
    await forms.nth(2).click();
    await record.getByText('words of a page').hover();
    await forms.nth(3).click();
    await expect(record).toContainText('This kind of document cannot be shown here.');
    await expect(record.locator('iframe, object, embed, script, img, a[href^="http"]')).toHaveCount(0);
    expect(await page.evaluate(() => 'chartsideOwned' in globalThis)).toBe(false);
    expect(witness.requests.map((request) => request.url()).filter((url) => url.includes('evil'))).toEqual(
      [],
    );
    expect(witness.dialogs).toEqual([]);
    expect(witness.violations).toEqual([]);
  },
);

const folder = process.env['CHARTSIDE_DATA'] ?? '';
const sets = ['ccda-hl7', 'ccda-vendors'].filter((set) => folder !== '' && existsSync(join(folder, set)));

test(
  'documents that HL7 and vendors published open in the browser, each read, none obeyed',
  { tag: '@threat-9' },
  async ({ page, sandbox, witness }) => {
    test.skip(sets.length < 2, 'CHARTSIDE_DATA names no folder with the published documents');
    // More than a hundred of them, on a machine that may be busy.
    test.setTimeout(600_000);
    const files = sets.flatMap((set) =>
      readdirSync(join(folder, set), { recursive: true, withFileTypes: true }).filter((file) =>
        file.isFile(),
      ),
    );
    await openWholeChart(page, sandbox);
    await openNotes(page);
    for (const [at, file] of files.entries()) {
      const buffer = readFileSync(join(file.parentPath, file.name));
      await page
        .getByLabel('Open a file from this computer')
        .setInputFiles({ name: `${at}.xml`, mimeType: 'text/xml', buffer });
      await expect(recordOf(page).getByRole('heading', { name: `${at}.xml`, level: 2 })).toBeVisible();
      await expect(recordOf(page).getByText('About this document'), file.name).toBeVisible();
    }
    expect(files.length).toBeGreaterThan(100);
    expect(witness.dialogs).toEqual([]);
    expect(witness.violations).toEqual([]);
  },
);

test('a document somebody brings along: read in this tab, with a warning, sent nowhere', async ({
  page,
  sandbox,
  witness,
}) => {
  await openWholeChart(page, sandbox);
  await openNotes(page);
  // The EHR's style is not waited for by the chart: it may come last.
  await expect.poll(() => sandbox.control.received.some(({ server }) => server === 'style')).toBe(true);
  const before = witness.requests.length;
  await page
    .getByLabel('Open a file from this computer')
    .setInputFiles({ name: 'brought.xml', mimeType: 'text/xml', buffer: Buffer.from(hostile) });
  await expect(recordOf(page).getByRole('alert')).toContainText('Eve Else, born Jan 1, 1970');
  await expect(mainOf(page).getByRole('rowheader', { name: 'brought.xml' })).toBeVisible();
  // Nothing but files of the app itself.
  const since = witness.requests.slice(before);
  expect(since.filter((one) => one.method() !== 'GET' || one.url().startsWith(sandbox.fhirUrl))).toEqual([]);
  await expectAccessible(page, 'a file somebody brought');
});

test('the next note begins at its top, however far the one before was scrolled', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await openNotes(page);
  const record = await openWhole(page);
  await expect(record.getByText('Plan of Treatment').first()).toBeAttached();
  const scrolled = () => record.evaluate((panel) => panel.scrollTop);
  await record.evaluate((panel) => {
    panel.scrollTop = 500;
  });
  expect(await scrolled()).toBe(500);
  await page.keyboard.press('ArrowRight');
  await expect(recordOf(page, 'Telephone note')).toBeVisible();
  await expect.poll(() => recordOf(page, 'Telephone note').evaluate((panel) => panel.scrollTop)).toBe(0);
});
