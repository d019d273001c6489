// @vitest-environment jsdom
/** The text of a note or a report as a file: what of the page is in it, and where it is not offered. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Documents } from '#chart/documents/Documents.tsx';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Reports } from '#chart/reports/Reports.tsx';
import '#chart/kit/RecordDetails.tsx';
import './record-takes.ts';
import './TakeMenuList.tsx';

const files = vi.hoisted((): string[] => []);
vi.mock('#ui/save-file.ts', () => ({
  saveFile: (_name: string, _type: string, parts: readonly string[]) => files.push(parts.join('')),
}));

let drawn: Drawn;
beforeEach(() => {
  files.length = 0;
  Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true, configurable: true });
  URL.createObjectURL = () => 'blob:test/1';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => drawn.remove());

const patient = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'SMITH', given: ['DAVID'] }],
  birthDate: '1974-03-14',
};
const plain = (text: string) => ({ contentType: 'text/plain', data: btoa(text) });
const pdf = { contentType: 'application/pdf', data: btoa('%PDF-1.4') };
/** A C-CDA document whose body is a file. */
const wrapped = (attributes: string, body: string) => ({
  contentType: 'text/xml',
  data: btoa(
    `<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Letter</title><component><nonXMLBody><text ${attributes}>${body}</text></nonXMLBody></component></ClinicalDocument>`,
  ),
});
const report = (more: object) => ({
  resourceType: 'DiagnosticReport',
  id: 'r1',
  status: 'final',
  code: { text: 'CT head' },
  effectiveDateTime: '2026-11-09',
  ...more,
});
const note = (...attachments: readonly object[]) => ({
  resourceType: 'DocumentReference',
  id: 'd1',
  status: 'current',
  type: { text: 'Letter' },
  date: '2026-11-09',
  content: attachments.map((attachment) => ({ attachment })),
});

const item = (name: string) =>
  [...document.body.querySelectorAll<HTMLElement>('[role="menuitem"]')].find(
    ({ textContent }) => textContent === name,
  );

/** Opens the record and its menu. */
async function menuOf(
  resource: { readonly resourceType: string; readonly id: string },
  where: 'documents' | 'reports' = 'documents',
  came: { readonly contentType: string; readonly text: string } = { contentType: '', text: '' },
): Promise<void> {
  const fetchAttachment = async () => ({
    bytes: new TextEncoder().encode(came.text),
    contentType: came.contentType,
  });
  drawn = await renderChart(where === 'reports' ? <Reports /> : <Documents />, {
    reading: { ...personReading([patient, resource]), fetchAttachment },
    path: `/chart/${where}/${resource.resourceType}/${resource.id}`,
  });
  const menu = drawn.box.querySelector<HTMLElement>('aside [aria-label^="Copy, save"]')!;
  await drawn.after(() => menu.click());
  expect(item('Save as sent (FHIR)')).toBeDefined();
}

/** What the file holds behind the lines that say whose it is. */
async function savedText(): Promise<string> {
  await drawn.after(() => item('Save the text')!.click());
  await vi.waitFor(() => expect(files).toHaveLength(1));
  const [head = '', ...rest] = files[0]!.split('\n\n');
  expect(head.split('\n').slice(0, 3)).toEqual([
    expect.any(String),
    expect.stringContaining('SMITH, DAVID'),
    'Nov 9, 2026',
  ]);
  return rest.join('\n\n');
}

test.each(['documents', 'reports'] as const)(
  'a report’s conclusion stands before its text, each under its name, opened among the %s',
  async (where) => {
    await menuOf(report({ conclusion: 'No bleed.', presentedForm: [plain('Ventricles normal.')] }), where);
    expect(await savedText()).toBe(
      'Conclusion\nNo bleed.\n\nThe report as it was issued\nVentricles normal.\n',
    );
  },
);

test.each(['documents', 'reports'] as const)(
  'a report that is a conclusion alone has a text, opened among the %s',
  async (where) => {
    await menuOf(report({ conclusion: 'No bleed.' }), where);
    expect(await savedText()).toBe('Conclusion\nNo bleed.\n');
  },
);

test('a conclusion beside a PDF: the file says that the document is not in it, and so does the page', async () => {
  await menuOf(report({ conclusion: 'No bleed.', presentedForm: [pdf] }));
  expect(await savedText()).toBe(
    'Conclusion\nNo bleed.\n\nThe document that came with this report is not in this file.\n',
  );
  expect(drawn.text()).toContain('The document that came with this report is not in this file.');
});

test('a note has its first form that is text, and no heading; its description is no conclusion', async () => {
  await menuOf({ ...note(pdf, plain('Dear colleague,')), description: 'To the clinic' } as never);
  expect(await savedText()).toBe('Dear colleague,\n');
});

test('a C-CDA document around a text has that text', async () => {
  await menuOf(note(wrapped('mediaType="text/plain"', 'Dear colleague,')));
  expect(await savedText()).toContain('Dear colleague,');
});

test('a form at an address is what its answer says, where the record does not', async () => {
  await menuOf(note({ url: 'Binary/1' }), 'documents', { contentType: 'text/plain', text: 'From afar' });
  expect(await savedText()).toBe('From afar\n');
});

test.each([
  ['a PDF', [pdf]],
  ['a PDF at an address', [{ contentType: 'application/pdf', url: 'Binary/1' }]],
  ['a PDF that nobody calls one', [{ data: pdf.data }]],
  [
    'a C-CDA document around a PDF',
    [wrapped('mediaType="application/pdf" representation="B64"', 'JVBERi0=')],
  ],
  ['a picture', [{ contentType: 'image/tiff', url: 'Binary/1' }]],
  ['what came broken', [{ contentType: 'text/plain', data: '!' }]],
  ['a name alone', [{ contentType: 'text/plain', title: 'Letter' }]],
])('of %s no text is offered', async (_what, attachments) => {
  await menuOf(note(...attachments));
  expect(item('Save the text')).toBeUndefined();
});
