/** Files and copies: each is read back as its receiver would read it. */
import { people } from '#sandbox/cast.ts';
import { expectAccessible } from './axe.ts';
import { goTo, mainOf, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { pdfDrawings, squeezed } from './pdf-text.ts';
import { expectAllRead, openAsPatient } from './steps.ts';
import { harmless, openMenuOf, openTakeAway, preview, printed, saved } from './take-away-steps.ts';

const { david, hostile } = people;

interface Bundle {
  readonly type: string;
  readonly entry: readonly {
    readonly fullUrl: string;
    readonly resource: { readonly resourceType: string; readonly id?: string };
  }[];
}

test('what was not shared is said on paper and in every file', async ({ page, appUrl }) => {
  await openAsPatient(page, appUrl, david, undefined, /^Allergies/);
  await expectAllRead(page);
  await openTakeAway(page);
  const said = 'The EHR did not share allergies with this app.';
  await expect(preview(page)).toContainText(said);
  expect((await printed(page)).join('')).toContain(squeezed(said));
  const summary = await saved(page, page.getByRole('button', { name: 'Save the summary' }));
  expect(summary.text).toContain('"withheld"');
  expect(summary.text).toContain(said);
  const record = await saved(page, page.getByRole('button', { name: 'Save the record as it was read' }));
  expect(record.text).toContain(`Allergies: ${said}`);
  await page.getByLabel('Section', { exact: true }).selectOption('Allergies');
  const table = await saved(page, page.getByRole('button', { name: 'Save the table' }));
  expect(table.text).toContain(`Note: ${said}`);
});

test('files: the whole record as it came, the patient summary, a section as a table', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, david);
  await openTakeAway(page);
  await expect(mainOf(page)).toContainText('is yours to look after');
  await expectAccessible(page, 'the page for printing and files');

  const record = await saved(page, page.getByRole('button', { name: 'Save the record as it was read' }));
  expect(record.name).toMatch(harmless);
  const bundle = JSON.parse(record.text) as Bundle;
  expect(bundle.type).toBe('collection');
  const types = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
  for (const type of ['Patient', 'Observation', 'AllergyIntolerance', 'DocumentReference', 'Provenance'])
    expect(types).toContain(type);
  expect(bundle.entry.filter(({ resource }) => resource.resourceType === 'Patient')).toHaveLength(1);
  expect(record.text).toMatch(/"value": \d+\.\d*0\b/);
  await expect(page.getByText(/^Saved as chartside-record-/)).toBeVisible();

  const summary = await saved(page, page.getByRole('button', { name: 'Save the summary' }));
  expect(summary.name).toMatch(harmless);
  const document = JSON.parse(summary.text) as Bundle;
  expect(document.type).toBe('document');
  expect(document.entry[0]?.resource.resourceType).toBe('Composition');
  for (const code of ['60591-5', '48765-2', '10160-0', '11450-4', '30954-2', '8716-3'])
    expect(summary.text).toContain(`"code": "${code}"`);

  await page.getByLabel('Section', { exact: true }).selectOption('Allergies');
  const table = await saved(page, page.getByRole('button', { name: 'Save the table' }));
  expect(table.name).toMatch(/^chartside-allergies-/);
  const lines = table.text.split('\r\n');
  expect(lines[0]).toMatch(/^\u{FEFF}Patient,Born,Name,/u);
  expect(lines[1]).toMatch(/^"SMITH, DAVID",1974-03-14,Penicillin G,/);
});

/** References of the entries that lead to no entry. */
function leadsOut({ entry }: Bundle): readonly string[] {
  const base = entry[0]!.fullUrl.replace(/\/\w+\/[^/]+$/, '');
  const urls = new Set(entry.map(({ fullUrl }) => fullUrl));
  const found = JSON.stringify(entry).matchAll(/"reference":"([^"#][^"]*)"/g);
  const references = [...new Set([...found].map(([, reference]) => reference!))];
  return references.filter((one) => !urls.has(/^(?:https?|urn):/.test(one) ? one : `${base}/${one}`));
}

test('what the records refer to: said to be missing from the file, or read first at the reader’s word', async ({
  page,
  sandbox,
}) => {
  await openWholeChart(page, sandbox, david);
  await openTakeAway(page);
  const save = page.getByRole('button', { name: 'Save the record as it was read' });
  const without = await saved(page, save);
  const out = leadsOut(JSON.parse(without.text) as Bundle);
  expect(out.length).toBeGreaterThan(10);
  const said = `${out.length} records that its records refer to have not been read and are not in the file.`;
  expect(without.text).toContain(said);
  for (const reference of out) expect(without.text).toMatch(new RegExp(`"diagnostics": "[^"]*${reference}`));
  await expect(mainOf(page).getByRole('status').filter({ hasText: said })).toBeVisible();

  await page.getByRole('button', { name: 'Read what the records refer to' }).click();
  await expect(mainOf(page).getByText(`${out.length} records read.`)).toBeVisible();
  await expectAccessible(page, 'the page for files, what the records refer to read');
  const { text } = await saved(page, save);
  expect(leadsOut(JSON.parse(text) as Bundle)).toEqual([]);
  expect(text).not.toContain('have not been read');
});

test('a list: copied with whose it is, saved as a table, printed', async ({ page, sandbox, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWholeChart(page, sandbox, david);
  await goTo(page, 'Laboratory', 'Laboratory results');
  await page.getByRole('button', { name: 'Abnormal only' }).click();
  await openMenuOf(mainOf(page));
  await expectAccessible(page, 'the menu of a list');
  await page.getByRole('menuitem', { name: 'Copy this list as text' }).click();
  await expect(mainOf(page).getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    /^Laboratory results: SMITH, DAVID · born Mar 14, 1974 · Chart no\. HF428946492\nRead from /,
  );
  expect(text).toMatch(/This is \d+ records of 212: the list was narrowed\./);
  expect(text).toContain(
    '- Potassium 6.1 mmol/L, Critical high (range 3.5–5.1 mmol/L), Nov 21, 2026, 10:15 AM',
  );
  expect(text).not.toContain('- Sodium 138');

  await openMenuOf(mainOf(page));
  const table = await saved(page, page.getByRole('menuitem', { name: 'Save this list as a table (CSV)' }));
  expect(table.name).toMatch(/^chartside-results-/);
  expect(table.text).toMatch(/Potassium,,6\.1,mmol\/L,Critical high,3\.5–5\.1 mmol\/L/);

  await openMenuOf(mainOf(page));
  await page.getByRole('menuitem', { name: 'Print this list' }).click();
  await expect(page.getByRole('checkbox', { name: /^Laboratory results/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^Allergies/ })).not.toBeChecked();
});

test('a line of a list is copied by the keys alone', async ({ page, sandbox, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWholeChart(page, sandbox, david);
  await goTo(page, 'Allergies');
  await mainOf(page).getByRole('link', { name: 'Penicillin G' }).focus();
  await page.keyboard.press('ControlOrMeta+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Penicillin G; Reaction: anaphylaxis; Severity: .*; Apr 16, 2012$/);
});

test('a record: copied, its trend saved as drawing and picture, printed whole', async ({
  page,
  sandbox,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWholeChart(page, sandbox, david);
  await page.emulateMedia({ colorScheme: 'dark' });
  await goTo(page, 'Laboratory', 'Laboratory results');
  await rowsOf(page, 'Potassium').first().getByRole('link', { name: 'Potassium' }).click();
  const record = recordOf(page, 'Potassium');
  await openMenuOf(record);
  await page.getByRole('menuitem', { name: 'Copy with its details' }).click();
  await expect(record.getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    /^Potassium 6\.1 mmol\/L, Critical high \(range 3\.5–5\.1 mmol\/L\), Nov 21, 2026, 10:15 AM\n/,
  );
  expect(text).toContain('Performed by: Coastal Reference Laboratory');
  expect(text).toContain('Notes: Not hemolyzed.');

  await openMenuOf(record, 'Save this trend');
  const drawing = await saved(page, page.getByRole('menuitem', { name: 'Save as a drawing (SVG)' }));
  expect(drawing.name).toMatch(harmless);
  expect(drawing.text).toContain('SMITH, DAVID · born Mar 14, 1974');
  expect(drawing.text).not.toMatch(/class=|style=|<script|var\(|light-dark/);
  // Dark text on white, whatever the screen: the critical red of the light theme.
  expect(drawing.text).toContain('rgb(163, 22, 27)');
  await openMenuOf(record, 'Save this trend');
  const picture = await saved(page, page.getByRole('menuitem', { name: 'Save as a picture (PNG)' }));
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.bytes.length).toBeGreaterThan(5_000);

  await openMenuOf(record);
  await page.getByRole('menuitem', { name: 'Print this record' }).click();
  await expect(preview(page).getByRole('heading', { name: 'Potassium' })).toBeVisible();
  await expect(preview(page)).toContainText('LOINC');
  await expectAccessible(page, 'a record on paper');
  const pages = await printed(page);
  for (const part of ['SMITH, DAVID', 'Potassium', '3.5–5.1 mmol/L', 'Everything sent', 'LOINC 2823-3'])
    expect(pages.join('')).toContain(squeezed(part));
  // The trend stands on paper as lines, sharp at any size; a list alone has no such line.
  await expect(preview(page).getByRole('region', { name: 'Over time' })).toContainText('9 values');
  expect(pdfDrawings(await page.pdf({ format: 'Letter' }), 5)).toEqual({ pictures: 0, lines: 1 });
});

test('a note is saved as text, under whose it is', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox, david);
  await goTo(page, 'Notes, documents', 'Notes and documents');
  await mainOf(page).getByRole('rowheader').getByRole('link', { name: 'Progress note' }).first().click();
  await openMenuOf(recordOf(page));
  const note = await saved(page, page.getByRole('menuitem', { name: 'Save the text' }));
  expect(note.name).toMatch(harmless);
  expect(note.text.split('\n')[1]).toContain('SMITH, DAVID · born Mar 14, 1974');
  expect(note.text.length).toBeGreaterThan(200);
});

test('where the browser refuses the clipboard, the text stands selected for copying by hand', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openWholeChart(page, sandbox, david);
  await goTo(page, 'Allergies');
  await openMenuOf(mainOf(page));
  await page.getByRole('menuitem', { name: 'Copy this list as text' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy this text' });
  await expect(dialog.getByLabel('Text to copy')).toHaveValue(/Penicillin G; Reaction: anaphylaxis/);
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Penicillin G');
  await expectAccessible(page, 'the dialog for copying by hand');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test(
  'a hostile record stays words on paper and in files',
  { tag: '@threat-8' },
  async ({ page, sandbox, witness }) => {
    await openWholeChart(page, sandbox, hostile);
    await openTakeAway(page);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect(preview(page).getByRole('heading', { name: 'Other records' })).toBeAttached();
    expect((await printed(page)).length).toBeGreaterThan(0);
    const summary = await saved(page, page.getByRole('button', { name: 'Save the summary' }));
    const divs = [...summary.text.matchAll(/"div": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, div = '""']) => JSON.parse(div) as string,
    );
    expect(divs.length).toBeGreaterThan(3);
    expect(await page.evaluate(() => 'chartsideOwned' in globalThis)).toBe(false);
    expect(witness.dialogs).toEqual([]);
  },
);

test('a trend in the reader’s own units: its file says what was converted', async ({ page, sandbox }) => {
  await openWholeChart(page, sandbox);
  await goTo(page, 'Vital signs');
  await mainOf(page).getByRole('button', { name: 'Metric' }).click();
  await mainOf(page).getByRole('link', { name: 'Weight' }).click();
  const record = recordOf(page);
  await expect(record).toContainText('converted to kg.');
  await expect(record.getByRole('slider')).toBeVisible();
  await openMenuOf(record, 'Save this trend');
  const drawing = await saved(page, page.getByRole('menuitem', { name: 'Save as a drawing (SVG)' }));
  expect(drawing.text).toMatch(/\d+ values converted to kg\./);
});
