// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { david } from '#sandbox/people/david.ts';
import type { Reading } from '#fhir/reading.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import type { PdfReader } from '#chart/kit/document/pdf-reader.ts';
import type { PdfText } from '#chart/kit/document/pdf-text.ts';
import { Documents } from './Documents.tsx';
import '#chart/kit/ccda/ClinicalDocumentView.tsx';
import '#chart/kit/RecordDetails.tsx';

/** What the bytes of a PDF say, for the worker that no test has; what is not named is damaged. */
const said = new Map<string, PdfText>();
const started = vi.fn<() => void>();
vi.mock('#chart/kit/document/pdf-reader.ts', () => ({
  startPdfReader: async (): Promise<PdfReader> => {
    started();
    await Promise.resolve();
    return {
      read: async (bytes) =>
        Promise.resolve(said.get(new TextDecoder().decode(bytes)) ?? { state: 'broken' }),
      end: () => undefined,
    };
  },
}));

let drawn: Drawn;
beforeEach(() => {
  Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true, configurable: true });
  URL.createObjectURL = () => 'blob:test/1';
  URL.revokeObjectURL = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  drawn.remove();
  said.clear();
  started.mockClear();
});

async function documents(
  resources: readonly unknown[],
  path = '/chart/documents',
  states = {},
  more: Partial<Reading> = {},
) {
  drawn = await renderChart(<Documents />, {
    reading: { ...personReading(resources, { states }), ...more },
    path,
  });
}
const withForm = (type: string) =>
  david().find(
    (one) =>
      one.resourceType === 'DocumentReference' && JSON.stringify(one).includes(`"contentType":"${type}"`),
  )!;

test('notes and the reports that came as documents, each once', async () => {
  await documents(david());
  const sent = david().filter(
    (one) => one.resourceType === 'DocumentReference' || 'presentedForm' in one || 'conclusion' in one,
  );
  const links = [...drawn.box.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'));
  expect(new Set(links).size).toBe(sent.length);
  expect(links.some((link) => link?.includes('DiagnosticReport'))).toBe(true);
});

test('reports that could not be read are said to be missing among the notes', async () => {
  await documents(david());
  expect(drawn.box.querySelector('.not-read')).toBeNull();
  drawn.remove();
  await documents(david(), '/chart/documents', {
    DiagnosticReport: { state: 'failed', failure: { kind: 'unreachable' } },
  });
  expect(drawn.box.querySelector('.not-read')?.textContent).toContain(
    'Could not be read: Diagnostic reports',
  );
});

test('an open note is read in place, its details below', async () => {
  await documents(david(), `/chart/documents/DocumentReference/${withForm('text/html').id}`);
  const panel = drawn.box.querySelector('aside')!;
  expect(panel.querySelector('.document-html')!.textContent.length).toBeGreaterThan(50);
  for (const said of ['Author', 'Document status', 'Kind', 'Visit', 'Download'])
    expect(panel.textContent).toContain(said);
});

test('of several forms of one document the reader chooses', async () => {
  const several = david().find(
    (one) =>
      one.resourceType === 'DocumentReference' && Array.isArray(one['content']) && one['content'].length > 1,
  )!;
  await documents(david(), `/chart/documents/DocumentReference/${several.id}`);
  const forms = [...drawn.box.querySelectorAll<HTMLButtonElement>('.document-form')];
  expect(forms.map((form) => form.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
  await drawn.after(() => forms[1]!.click());
  expect(drawn.box.querySelector('.document-text')).not.toBeNull();
});

test('notes that were not shared are not said to be none, though a report’s document is there', async () => {
  const refused = { DocumentReference: { state: 'not-shared', by: 'scope' } };
  await documents(david(), '/chart/documents', refused);
  expect(drawn.text()).toContain('Part of this list was not shared with this app: DocumentReference.');
  expect(drawn.box.querySelectorAll('tbody a').length).toBeGreaterThan(0);
});

test('why there are no notes is said before the whole record that can be read all the same', async () => {
  const refused = { DocumentReference: { state: 'not-shared', by: 'scope' } };
  const wholeRecordUrl = 'https://fhir.example.com/api/ccda';
  await documents([patient], '/chart/documents', refused, { wholeRecordUrl });
  const why = drawn.box.querySelector('.absence')!;
  const rows = drawn.box.querySelectorAll('tbody a');
  expect(rows).toHaveLength(1);
  expect(why.compareDocumentPosition(rows[0]!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

const patient = david().find(({ resourceType }) => resourceType === 'Patient')!;
const names = (): readonly string[] =>
  [...drawn.box.querySelectorAll('tbody a')].map(({ textContent }) => textContent);
const type = (field: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> =>
  drawn.after(() => {
    const prototype =
      field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
    // React hears of a change only where it did not write the value itself.
    // oxlint-disable-next-line typescript/unbound-method -- called with the field
    const { set } = Object.getOwnPropertyDescriptor(prototype, 'value')!;
    set!.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
const field = (label: string): HTMLInputElement & HTMLSelectElement =>
  [...drawn.box.querySelectorAll('label')].find(({ textContent }) => textContent === label)!.control as never;

test('a report that is a conclusion alone is among the notes, with its words', async () => {
  const report = {
    resourceType: 'DiagnosticReport',
    id: 'r9',
    status: 'final',
    code: { text: 'CT head' },
    conclusion: 'No bleed.',
  };
  await documents([patient, report], '/chart/documents/DiagnosticReport/r9');
  expect(drawn.box.querySelector('aside')!.textContent).toContain('No bleed.');
  expect(drawn.box.querySelector('aside')!.textContent).not.toContain('This record holds no document.');
});

test('newest first, narrowed by type, author, visit and date; what the dates leave out is said', async () => {
  const note = (id: string, date: string | undefined, author: string, visit: string) => ({
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: { text: id.startsWith('p') ? 'Progress note' : 'Letter' },
    date,
    author: [{ display: author }],
    context: { encounter: [{ reference: `Encounter/${visit}`, display: `Visit ${visit}` }] },
    content: [{ attachment: { contentType: 'text/plain', data: btoa(id) } }],
  });
  await documents([
    patient,
    note('p1', '2024-01-05', 'Ann', 'a'),
    note('p2', '2026-03-01', 'Ann', 'b'),
    note('p3', undefined, 'Bob', 'b'),
    note('l1', '2025-06-30T23:30:00Z', 'Bob', 'b'),
    note('l2', '2020', 'Ann', 'c'),
    note('l3', '2021-02', 'Ann', 'c'),
    note('l4', '2022-02-01', 'Cleo', 'd'),
  ]);
  const keys = () =>
    [...drawn.box.querySelectorAll<HTMLElement>('tbody a')].map(
      ({ dataset }) => dataset['record']?.split('/')[1],
    );
  expect(keys()).toEqual(['p2', 'l1', 'p1', 'l4', 'l3', 'l2', 'p3']);
  await type(field('Type'), 'Letter');
  expect(keys()).toEqual(['l1', 'l4', 'l3', 'l2']);
  await type(field('Author'), 'Ann');
  expect(keys()).toEqual(['l3', 'l2']);
  await drawn.after(() =>
    [...drawn.box.querySelectorAll('button')].find(({ textContent }) => textContent === 'Take away')!.click(),
  );
  await type(field('Visit'), 'Encounter/b');
  expect(keys()).toEqual(['p2', 'l1', 'p3']);
  await type(field('From'), '2025-06-30');
  await type(field('Until'), '2025-06-30');
  expect(keys()).toEqual(['l1']);
  expect(drawn.text()).toContain('1 document without a date left out by the dates.');
});

test('find says how many notes it does not look through: what did not come, is too long or no text', async () => {
  const note = (id: string, attachment: object) => ({
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: { text: id },
    content: [{ attachment }],
  });
  await documents([
    patient,
    note('read', { contentType: 'text/plain', data: btoa('plain words') }),
    note('empty', { contentType: 'text/plain', data: btoa(' ') }),
    note('pdf', { contentType: 'application/pdf', data: btoa('%PDF-1.4') }),
    note('elsewhere', { contentType: 'text/plain', url: 'Binary/1' }),
    note('long', { contentType: 'text/plain', data: btoa('far'.repeat(800_000)) }),
    ...['a', 'b', 'c'].map((id) => note(id, { contentType: 'text/plain', data: btoa(id) })),
  ]);
  const find = drawn.box.querySelector<HTMLInputElement>('[data-find]')!;
  expect(drawn.text()).not.toContain('looked through');
  await type(find, 'nowhere');
  expect(drawn.text()).toContain('Nothing in this list matches “nowhere”.');
  expect(drawn.text()).toContain('3 notes are not, or not wholly, looked through');
});

const readPdf = (...pages: readonly string[]): PdfText => ({
  state: 'read',
  pages,
  blank: pages.filter((page) => page === '').length,
  more: false,
});
const pdfNote = (id: string, attachment: object) => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  type: { text: id },
  content: [{ attachment: { contentType: 'application/pdf', ...attachment } }],
});
const fillers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
  pdfNote(id, { contentType: 'text/plain', data: btoa(`filler ${id}`) }),
);
const button = (name: string | RegExp) =>
  [...drawn.box.querySelectorAll('button')].find(({ textContent }) => textContent.match(name));

test('find reads the PDF files that are here, once something is typed: the row shows where; scans are counted', async () => {
  said.set('%PDF-whole', readPdf('Kidneys are\nechogenic'));
  said.set('%PDF-part', readPdf('words', ''));
  said.set('%PDF-scan', { state: 'no-text' });
  await documents([
    patient,
    ...fillers,
    ...['whole', 'part', 'scan'].map((id) => pdfNote(id, { data: btoa(`%PDF-${id}`) })),
  ]);
  expect(started).not.toHaveBeenCalled();
  await type(drawn.box.querySelector('[data-find]')!, 'are echogenic');
  expect(started).toHaveBeenCalledTimes(1);
  expect(names()).toEqual(['whole']);
  expect(drawn.box.querySelector('mark')?.textContent).toBe('are echogenic');
  expect(drawn.text()).toContain('2 notes are not, or not wholly, looked through');
  expect(drawn.text()).not.toContain('Reading the text');
  expect(button(/^Read /)).toBeUndefined();
});

test('a PDF at an address is not fetched by typing, but at the reader’s word', async () => {
  const asked: string[] = [];
  said.set('%PDF-away', readPdf('echogenic'));
  const fetchAttachment = (url: string) => {
    asked.push(url);
    return Promise.resolve({
      bytes: new TextEncoder().encode('%PDF-away'),
      contentType: 'application/pdf',
    });
  };
  await documents(
    [patient, ...fillers, pdfNote('away', { url: 'Binary/1' })],
    '/chart/documents',
    {},
    {
      fetchAttachment,
    },
  );
  await type(drawn.box.querySelector('[data-find]')!, 'echogenic');
  expect(asked).toEqual([]);
  expect(started).not.toHaveBeenCalled();
  expect(names()).toEqual([]);
  expect(drawn.text()).toContain('One note is not, or not wholly, looked through');
  expect(drawn.text()).toContain('1 request to NextGen Office.');
  await drawn.after(() => button('Read one PDF file so that it can be searched')!.click());
  expect(asked).toHaveLength(1);
  expect(names()).toEqual(['away']);
  expect(drawn.text()).not.toContain('looked through');
});

test('what was opened is unread no more, in this session', async () => {
  await documents(david());
  const unread = () => drawn.box.querySelectorAll('.note-unread').length;
  const before = unread();
  expect(before).toBe(names().length);
  await drawn.after(() => drawn.box.querySelector<HTMLElement>('tbody a')!.click());
  expect(unread()).toBe(before - 1);
});

test('find looks through the words of the notes, shows where, and goes on in the open one', async () => {
  await documents(david());
  await type(drawn.box.querySelector('[data-find]')!, 'ocotillo pharmacy asked');
  expect(names()).toEqual(['Telephone note']);
  expect(drawn.box.querySelector('mark')?.textContent).toBe('Ocotillo Pharmacy asked');
  await drawn.after(() => drawn.box.querySelector<HTMLElement>('tbody a')!.click());
  const find = drawn.box.querySelector<HTMLInputElement>('aside input[type="search"]')!;
  expect(find.value).toBe('ocotillo pharmacy asked');
  expect(drawn.box.querySelector('aside .document-find output')?.textContent).toBe('1 of 1');
  await type(find, 'po');
  expect(drawn.box.querySelector('aside .document-find output')?.textContent).toMatch(/^1 of [2-9]$/);
  await type(find, 'zzzz');
  expect(drawn.box.querySelector('aside .document-find output')?.textContent).toBe('Not in this document');
});

test('the whole record as C-CDA is asked for when it is opened, once', async () => {
  const asked: string[] = [];
  const wholeRecordUrl = 'https://fhir.example.com/api/ccda?patient=85&date=';
  const fetchAttachment = (url: string) => {
    asked.push(url);
    const text = '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary of care</title></ClinicalDocument>';
    return Promise.resolve({ bytes: new TextEncoder().encode(text), contentType: 'text/xml' });
  };
  await documents(david(), '/chart/documents', {}, { wholeRecordUrl, fetchAttachment });
  expect(names()[0]).toBe('Whole record as one document (C-CDA)');
  expect(asked).toEqual([]);
  await drawn.after(() => drawn.box.querySelector<HTMLElement>('tbody a')!.click());
  await drawn.after(() => undefined);
  expect(asked).toEqual([wholeRecordUrl]);
  expect(drawn.box.querySelector('aside')!.textContent).toContain('Summary of care');
  expect(drawn.box.querySelector('aside')!.textContent).not.toContain('Everything');
});

test('without notes the whole record is offered all the same, and none are still said to be recorded', async () => {
  await documents([patient], '/chart/documents', {}, { wholeRecordUrl: 'https://fhir.example.com/api/ccda' });
  expect(names()).toEqual(['Whole record as one document (C-CDA)']);
  expect(drawn.text()).toMatch(/No notes or documents are recorded/);
});
