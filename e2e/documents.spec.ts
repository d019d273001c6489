/** Notes and documents, opened in place: text, HTML made harmless, PDF in the browser's own viewer, anything else to keep. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { people } from '#sandbox/cast.ts';
import { expectAccessible } from './axe.ts';
import { goTo, mainOf, navOf, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';

async function openDocument(page: Page, name: string | RegExp): Promise<Locator> {
  await rowsOf(page, name).first().getByRole('link').click();
  const record = recordOf(page);
  await expect(record.getByRole('heading', { level: 2, name }).first()).toBeFocused();
  return record;
}

/** What a download of the document holds. */
async function download(
  page: Page,
  record: Locator,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const starts = page.waitForEvent('download');
  await record.getByRole('link', { name: 'Download' }).click();
  const file = await starts;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('the table of contents counts what the list of notes holds, and the list says what that is', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  const said = mainOf(page).getByText(
    /^\d+ documents, \d+ reports in words or as documents, and the whole record/,
  );
  const parts = (await said.innerText()).match(/\d+/g)!.map(Number);
  const n = parts.reduce((sum, part) => sum + part, 1);
  expect(parts).toHaveLength(2);
  await expect(navOf(page).getByRole('link', { name: `Notes, documents ${n}`, exact: true })).toBeVisible();
  await expect(mainOf(page).getByText(`${n} records`, { exact: true })).toBeVisible();
});

test('a note in plain text, and the next one by key', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  const record = await openDocument(page, 'Telephone note');
  await expect(record).toContainText('Laboratory called 09:10 with potassium 6.1 mmol/L (not hemolyzed)');
  await expect(record).toContainText('EXAMPLE, NORA, RN');
  const { name, bytes } = await download(page, record);
  expect(name).toMatch(/^Telephone note\.txt$/);
  expect(bytes.toString('utf8')).toContain('Ocotillo Pharmacy asked to hold spironolactone.');
  await record.getByRole('heading', { level: 2 }).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(recordOf(page)).not.toContainText('Laboratory called 09:10');
  // Enlarged to 200 %, in the middle of a note: the next one begins at its name.
  await page.setViewportSize({ width: 640, height: 400 });
  const title = recordOf(page).getByRole('heading', { level: 2 }).first();
  await recordOf(page).getByText('Everything sent').scrollIntoViewIfNeeded();
  await expect(title).not.toBeInViewport();
  await page.keyboard.press('ArrowRight');
  await expect(title).toBeFocused();
  await expect(title).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(recordOf(page)).toHaveCount(0);
});

test('a note in HTML: its words, headings and tables, none of its markup’s powers', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  const record = await openDocument(page, 'Progress note');
  await expect(record.getByRole('heading', { name: 'Subjective' })).toBeVisible();
  await expect(record.getByRole('columnheader', { name: 'BP' })).toBeVisible();
  await expect(record.getByRole('cell', { name: '148/92' })).toBeVisible();
  await expect(record.getByRole('listitem').filter({ hasText: 'Spironolactone 25 mg daily.' })).toBeVisible();
  // Its own headings lead to their places.
  await record
    .getByRole('navigation', { name: 'In this document' })
    .getByRole('button', { name: 'Plan' })
    .click();
  await expect(record.getByRole('heading', { name: 'Plan' })).toBeInViewport();
});

test('a PDF in the browser’s own viewer, its other form a click away', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  await rowsOf(page, 'Consultation note').filter({ hasText: 'Oct 2, 2026' }).getByRole('link').click();
  const record = recordOf(page);
  const frame = record.getByTitle(/Nephrology consultation.*PDF/);
  await expect(frame).toBeVisible();
  await expect(frame).toHaveAttribute('src', /^blob:http:\/\/127\.0\.0\.1/);
  expect(await frame.getAttribute('sandbox'), 'any value would stop the viewer').toBeNull();
  const { name, bytes } = await download(page, record);
  expect(name).toMatch(/\.pdf$/);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await record.getByRole('button', { name: /Summary in plain text/ }).click();
  await expect(record).toContainText('repeat potassium before any potassium-raising drug');
  await expect(record.getByTitle(/PDF/)).toHaveCount(0);
});

test('a note in RTF: its text, and the file to keep', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  const record = await openDocument(page, 'Emergency department note');
  await expect(record).toContainText('Twisted right ankle stepping off his truck.');
  await expect(record).not.toContainText(String.raw`\rtf1`);
  const { name, bytes } = await download(page, record);
  expect(name).toMatch(/\.rtf$/);
  expect(bytes.toString('latin1')).toMatch(/^\{\\rtf1/);
});

test('a document kept at the EHR is read when asked for, and where it is not, that is said', async ({
  page,
  sandbox,
  witness,
}) => {
  witness.expectErrors(/Failed to load resource/);
  await openWholeChart(page, sandbox, people.marta);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  const asked = () =>
    sandbox.control.received.filter(({ method, url }) => method === 'GET' && url.includes('Binary')).length;
  const record = await openDocument(page, 'Referral letter');
  expect(asked()).toBe(0);
  await record.getByRole('button', { name: 'Read this document' }).click();
  await expect(record).toContainText('The document could not be read.');
  expect(asked()).toBe(1);
});

test(
  'hostile documents: nothing of them runs, nothing is fetched, each can be kept',
  { tag: '@threat-9' },
  async ({ page, sandbox, witness }) => {
    await openWholeChart(page, sandbox, people.hostile);
    await goTo(page, 'Notes, documents', 'Notes and documents');
    const record = await openDocument(page, 'Progress note');
    const forms = record.getByRole('group', { name: 'Forms of this document' }).getByRole('button');
    await expect(forms).toHaveCount(5);

    // HTML: its words.
    await expect(record).toContainText('Words to be read.');
    await record.getByRole('heading', { name: 'Hostile note' }).hover();
    await expect(record.getByRole('link', { name: 'leave' })).toHaveCount(0);
    await expect(record.getByRole('document')).toHaveCount(0);

    // Text: as it was written.
    await forms.nth(1).click();
    await expect(record).toContainText('<script>globalThis.chartsideOwned = true</script>');

    // SVG is a program too: never a picture, never a page.
    await forms.nth(2).click();
    await expect(record).toContainText('This kind of document cannot be shown here.');
    await expect(record.getByRole('img', { name: 'drawing.svg' })).toHaveCount(0);
    expect((await download(page, record)).name).toBe('drawing.svg');

    // A type that is half markup, and bytes that are no PDF.
    await forms.nth(3).click();
    await expect(record).toContainText('not base64!');
    await forms.nth(4).click();
    await expect(record.getByTitle(/PDF/)).toHaveCount(0);
    await expect(record).toContainText(/says it is|not what|application\/pdf/i);
    expect((await download(page, record)).name).not.toMatch(/\.exe$/);

    expect(await page.evaluate(() => 'chartsideOwned' in globalThis)).toBe(false);
    expect(witness.dialogs).toEqual([]);
  },
);

test(
  'files are named harmlessly, whatever the record calls them',
  { tag: '@threat-9' },
  async ({ page, sandbox }) => {
    await openWholeChart(page, sandbox, people.hostile);
    await goTo(page, 'Notes, documents', 'Notes and documents');
    const record = await openDocument(page, 'Progress note');
    // The page's own word: browsers would cut a path too, each in its own way.
    await expect(record.getByRole('link', { name: 'Download' })).toHaveAttribute(
      'download',
      'etc passwd.html',
    );
    expect((await download(page, record)).name).toBe('etc passwd.html');
  },
);

test('a browser without a PDF viewer: the pages are drawn here, and what cannot be is said', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => false }));
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  await rowsOf(page, 'Consultation note').filter({ hasText: 'Oct 2, 2026' }).getByRole('link').click();
  const first = recordOf(page).getByRole('region', { name: /^Page 1 of \d+$/ });
  await expect(first).toContainText(/\w{4,}/);
  await expect(recordOf(page)).toContainText('This browser has no PDF viewer of its own');
  await expect(recordOf(page).getByTitle(/PDF/)).toHaveCount(0);
  // Drawn, not blank: some of its dots are dark.
  const darkDots = () =>
    first.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, at) => at % 4 === 0 && value < 100 && data[at + 3]! > 0).length;
    });
  await expect.poll(darkDots).toBeGreaterThan(50);
  await expect(recordOf(page).getByRole('link', { name: 'Download' })).toBeVisible();
  await expectAccessible(page, 'a PDF drawn by us');
});

test('the list: narrowed, looked through, what was not opened yet marked; on by key from anywhere in the note', async ({
  page,
  sandbox,
}) => {
  test.slow();
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  const rows = mainOf(page).getByRole('rowheader');
  await expect(rows).not.toHaveCount(0);
  const all = await rows.count();
  await page.getByText('Narrow the list').click();
  await page.getByLabel('Type').selectOption({ label: 'Telephone note (4)' });
  await expect(rows).toHaveCount(4);
  await page.getByRole('button', { name: 'Take away' }).click();
  await expect(rows).toHaveCount(all);

  const find = page.getByRole('searchbox', { name: 'Find in this list' });
  await find.fill('ocotillo pharmacy');
  await expect(rows.first()).toContainText('Ocotillo Pharmacy');
  await rows.first().getByRole('link').click();
  const here = recordOf(page).getByRole('searchbox', { name: 'Find in this document' });
  await expect(here).toHaveValue('ocotillo pharmacy');
  await expect(recordOf(page).getByRole('status').first()).toHaveText(/^1 of \d+$/);
  const painted = () => page.evaluate(() => [...CSS.highlights.keys()].toSorted());
  await expect.poll(painted).toEqual(['found', 'found-here']);
  await here.fill('');
  await expect.poll(painted).toEqual([]);
  await find.fill('');

  await page.getByRole('button', { name: 'Not opened yet' }).click();
  await expect(rows).toHaveCount(all - 1);
  await page.getByRole('button', { name: 'Not opened yet' }).click();
  const title = recordOf(page).getByRole('heading', { level: 2 }).first();
  const place = recordOf(page)
    .getByText(/^\d+ of \d+$/)
    .first();
  await expect(place).toHaveText(`2 of ${all}`);
  await recordOf(page).getByText('Laboratory called 09:10').click();
  await page.keyboard.press('ArrowRight');
  await expect(place).toHaveText(`3 of ${all}`);
  await expect(title).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(place).toHaveText(`2 of ${all}`);
  await expectAccessible(page, 'the list of notes, looked through');
});

test('a word that stands in a PDF alone: the list’s own find reads the file and marks the row, without a request', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  const before = sandbox.control.received.length;
  // Two lines of the file.
  const words = 'mildly echogenic, no obstruction';
  await page.getByRole('searchbox', { name: 'Find in this list' }).fill(words);
  const rows = mainOf(page).getByRole('rowheader');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Consultation note');
  await expect(rows.getByText(words, { exact: true })).toBeVisible();
  await expect(mainOf(page).getByText('Reading the text of PDF files')).toHaveCount(0);
  await expectAccessible(page, 'the list of notes, PDF files looked through');
  expect(sandbox.control.received.slice(before).map(({ url }) => url)).not.toContainEqual(
    expect.stringContaining('Binary'),
  );
});
