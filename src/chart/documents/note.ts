/** What the list of notes holds: documents of the record, reports as documents, and two that are no records. */
import { attachmentWords, isAttachmentRead, readBytes } from '#chart/kit/document/attachment-words.ts';
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

/** The whole record as one C-CDA document, which the EHR writes when it is asked for. */
export function wholeRecord(url: string): Note {
  const attachment = {
    contentType: 'text/xml',
    language: undefined,
    title: undefined,
    data: undefined,
    url,
    size: undefined,
    hash: undefined,
    creation: undefined,
  };
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
export function noteWords(note: Note, fetched: Fetched): string {
  const conclusion = note.origin === 'report' ? note.description : undefined;
  const texts = note.contents.map(({ attachment }) => {
    const came = fetchedOf(attachment, fetched);
    return came === undefined ? attachmentWords(attachment) : readOf(came, attachment.contentType).words;
  });
  const opened = note.file === undefined ? undefined : readOf(note.file, note.file.type).words;
  return joined([conclusion, ...texts, opened], '\n');
}

/** Whether `noteWords` leave out a document of the note: a PDF, a picture, a very long one, one that is not here. */
export function isPartlyUnread(note: Note, fetched: Fetched): boolean {
  if (note.file !== undefined) return !readOf(note.file, note.file.type).isRead;
  return note.contents.some(({ attachment }) => {
    const came = fetchedOf(attachment, fetched);
    return !(came === undefined ? isAttachmentRead(attachment) : readOf(came, attachment.contentType).isRead);
  });
}

export interface FetchedBytes {
  readonly bytes: Uint8Array;
}

/** Bytes of a document that was read from its address already. */
export type Fetched = (url: string) => FetchedBytes | undefined;

function fetchedOf({ url, data }: Attachment, fetched: Fetched): FetchedBytes | undefined {
  return url === undefined || data !== undefined ? undefined : fetched(url);
}

const known = new WeakMap<FetchedBytes, ReturnType<typeof readBytes>>();

function readOf(came: FetchedBytes, contentType: string | undefined): ReturnType<typeof readBytes> {
  const read = known.get(came) ?? readBytes(came.bytes, contentType);
  known.set(came, read);
  return read;
}
