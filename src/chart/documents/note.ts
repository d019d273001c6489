/** What the list of notes holds: documents of the record, reports as documents, and two that are no records. */
import { attachmentWords, isAttachmentRead, readBytes } from '#chart/kit/document/attachment-words.ts';
import { pdfOf } from '#chart/kit/document/pdf-of.ts';
import type { PdfText } from '#chart/kit/document/pdf-text.ts';
import type { PdfFile, PdfTexts } from '#chart/kit/document/pdf-texts.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { words } from '#chart/kit/words.ts';
import type { Attachment } from '#fhir/attachment.ts';
import { type DocumentRecord, documents, documentsInReports } from '#fhir/documents.ts';
import type { ReportRecord } from '#fhir/reports.ts';
import { byNewest } from '#fhir/kind.ts';
import { t } from '#i18n/translate.ts';

/** A file that a reader opened from their own computer: in this tab alone, for as long as the chart is open. */
export interface OpenedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Note = Omit<DocumentRecord, 'origin'> & {
  /** `whole`: the record as the EHR writes it, as C-CDA. `file`: opened by the reader. */
  readonly origin: DocumentRecord['origin'] | 'whole' | 'file';
  readonly file?: OpenedFile;
};

/** Documents and reports in one list, newest first; what is no longer current comes last. */
export function notesOf(
  records: readonly DocumentRecord[],
  reports: readonly ReportRecord[],
): readonly Note[] {
  return [...records, ...documentsInReports(reports)].toSorted(
    (a, b) => documents.compare(a, b) || byNewest(a, b),
  );
}

const unsaid = {
  standing: 'current',
  enteredInError: false,
  status: undefined,
  when: undefined,
  sortTime: undefined,
  marks: [],
  documentType: undefined,
  categories: [],
  authors: [],
  authenticator: undefined,
  custodian: undefined,
  date: undefined,
  docStatus: undefined,
  description: undefined,
  encounters: [],
  period: undefined,
  facility: undefined,
  practiceSetting: undefined,
  events: [],
  related: [],
  securityLabels: [],
  identifiers: [],
  contents: [],
  relatesTo: [],
} as const;

const noAttachment: Attachment = {
  contentType: undefined,
  language: undefined,
  title: undefined,
  data: undefined,
  url: undefined,
  size: undefined,
  hash: undefined,
  creation: undefined,
};

/** The whole record as one C-CDA document, which the EHR writes when it is asked for. */
export function wholeRecord(url: string): Note {
  const attachment = { ...noAttachment, contentType: 'text/xml', url };
  return {
    ...unsaid,
    key: 'ClinicalDocument/record',
    type: 'ClinicalDocument',
    title: t('documents.whole-record'),
    origin: 'whole',
    contents: [{ attachment, format: undefined }],
    source: { resourceType: 'ClinicalDocument', id: 'record' },
  };
}

export function openedNote(file: OpenedFile, index: number): Note {
  return {
    ...unsaid,
    key: `OpenedFile/${index + 1}`,
    type: 'OpenedFile',
    title: file.name,
    origin: 'file',
    file,
    source: { resourceType: 'OpenedFile', id: `${index + 1}` },
  };
}

/** What kind of document it is, as the filter names it. */
export function typeOf(note: Note): string {
  if (note.origin === 'whole') return t('documents.type-ccda');
  if (note.origin === 'file') return t('documents.opened-file');
  const type = note.documentType?.label ?? words(note.title);
  return note.origin === 'report' ? t('documents.type-report', { type }) : type;
}

export function authorsOf({ authors }: Note): string {
  return joined(authors.map(({ name }) => name));
}

/** Everything the note says that is here: for finding across notes. */
export function noteWords(note: Note, here: Here): string {
  const conclusion = note.origin === 'report' ? note.description : undefined;
  const texts = filesOf(note).map((file) => {
    const text = here.pdfText(file.data ?? file.url ?? '');
    if (text !== undefined) return pdfWords(text);
    const came = cameOf(note, file, here);
    return came === undefined ? attachmentWords(file) : readOf(came, file.contentType).words;
  });
  return joined([conclusion, ...texts], '\n');
}

/**
 * Whether `noteWords` leave out a document of the note: a picture, a PDF without text, a very long one, one that is not
 * here. Not one whose text is about to be read.
 */
export function isPartlyUnread(note: Note, here: Here): boolean {
  return filesOf(note).some((file) => {
    const text = here.pdfText(file.data ?? file.url ?? '');
    if (text !== undefined)
      return text.state !== 'read' || text.more || text.blank > 0 || text.isLate === true;
    const pdf = pdfOf(file, () => cameOf(note, file, here)?.bytes);
    if (pdf !== undefined) return pdf.url !== undefined && pdf.bytes() === undefined;
    const came = cameOf(note, file, here);
    return !(came === undefined ? isAttachmentRead(file) : readOf(came, file.contentType).isRead);
  });
}

/** The PDF files among the notes' documents, whether here or at an address. */
export function pdfsOf(notes: readonly Note[], here: Pick<Here, 'fetched'>): readonly PdfFile[] {
  return notes.flatMap((note) =>
    filesOf(note).flatMap((file) => pdfOf(file, () => cameOf(note, file, here)?.bytes) ?? []),
  );
}

/** A file that the reader opened goes by the name that finding in the whole chart gives it: it is read once. */
function filesOf({ contents, file, key }: Note): readonly Attachment[] {
  const attachments = contents.map(({ attachment }) => attachment);
  if (file === undefined) return attachments;
  return [...attachments, openedAttachment(file, `opened-file:${key.slice(key.indexOf('/') + 1)}`)];
}

const attachmentOf = new WeakMap<OpenedFile, Attachment>();

function openedAttachment(file: OpenedFile, url: string): Attachment {
  const made = attachmentOf.get(file) ?? { ...noAttachment, contentType: file.type, url };
  attachmentOf.set(file, made);
  return made;
}

/** Lines of a page run on, as they are read. */
const runOn = new WeakMap<PdfText, string>();

function pdfWords(text: PdfText): string {
  if (text.state !== 'read') return '';
  const words = runOn.get(text) ?? text.pages.map((page) => page.replaceAll(/\s+/g, ' ')).join('\n');
  runOn.set(text, words);
  return words;
}

/** What has come beside the records: documents from their addresses, and the text of PDF files. */
export interface Here {
  readonly fetched: Fetched;
  readonly pdfText: PdfTexts['of'];
}

export interface FetchedBytes {
  readonly bytes: Uint8Array;
}

/** Bytes of a document that was read from its address already. */
export type Fetched = (url: string) => FetchedBytes | undefined;

function cameOf(
  { file }: Note,
  { url, data }: Attachment,
  { fetched }: Pick<Here, 'fetched'>,
): FetchedBytes | undefined {
  if (url === undefined || data !== undefined) return undefined;
  return file !== undefined && url.startsWith('opened-file:') ? file : fetched(url);
}

const known = new WeakMap<FetchedBytes, ReturnType<typeof readBytes>>();

function readOf(came: FetchedBytes, contentType: string | undefined): ReturnType<typeof readBytes> {
  const read = known.get(came) ?? readBytes(came.bytes, contentType);
  known.set(came, read);
  return read;
}
