/** The words of the list of notes and documents, and of finding something in it. */
import { count } from './count.ts';

interface N {
  readonly n: number;
}

interface Counts {
  readonly n: number;
  readonly reports: number;
}

export const documents = {
  'documents.whole-record': 'Whole record as one document (C-CDA)',
  'documents.whole-record-note': 'Written by the EHR when it is opened',
  'documents.counts': ({ n, reports }: Counts) =>
    `${count(n, 'document', 'documents')} and ${count(reports, 'report', 'reports')} in words or as documents.`,
  'documents.counts-whole': ({ n, reports }: Counts) =>
    `${count(n, 'document', 'documents')}, ${count(reports, 'report', 'reports')} in words or as documents, and the whole record as one document.`,
  'documents.type-ccda': 'C-CDA document',
  'documents.type-report': ({ type }: { type: string }) => `Report: ${type}`,
  'documents.open-file': 'Open a file from this computer',
  'documents.opened-file': 'Opened from this computer',
  'documents.opened-file-note':
    'It stays in this tab, is sent nowhere, and is gone when the chart is closed.',
  'documents.pane': 'The open document',
  'documents.unread': 'Not opened yet',
  'documents.filter-unread': 'Not opened yet',
  'documents.filters': 'Narrow the list',
  'documents.filters-on': ({ n }: N) => `Narrowed by ${count(n, 'choice', 'choices')}`,
  'documents.filter-type': 'Type',
  'documents.filter-author': 'Author',
  'documents.filter-from': 'From',
  'documents.filter-to': 'Until',
  'documents.filter-visit': 'Visit',
  'documents.filter-any': 'Any',
  'documents.filter-option': ({ name, n }: { name: string; n: number }) => `${name} (${n})`,
  'documents.filter-clear': 'Take away',
  'documents.filter-none': 'No document fits these choices.',
  'documents.not-searched': ({ n }: N) =>
    n === 1
      ? 'One note is not, or not wholly, looked through: a picture, a PDF file without text or damaged, very long, or not fetched yet.'
      : `${n} notes are not, or not wholly, looked through: pictures, PDF files without text or damaged, very long ones, and those not fetched yet.`,
  'documents.pdf-reading': 'Reading the text of PDF files. What is found in them joins the list.',
  'documents.undated-left-out': ({ n }: N) =>
    `${count(n, 'document', 'documents')} without a date left out by the dates.`,

  'document.find': 'Find in this document',
  'document.find-next': 'Next place',
  'document.find-previous': 'Previous place',
  'document.not-found': 'Not in this document',
  'document.found': ({ at, n }: { at: number; n: number }) => `${at} of ${n}`,
  'document.found-many': ({ at, n }: { at: number; n: number }) => `${at} of more than ${n}`,
  'document.page-of': ({ at, n }: { at: number; n: number }) => `Page ${at} of ${n}`,
  'document.pdf-drawn':
    'This browser has no PDF viewer of its own; the pages are drawn by this app. Forms, links and attachments of the file are left out.',
  'document.pdf-gaps': ({ kinds }: { kinds: string }) =>
    `Pictures in ${kinds} cannot be drawn here: parts of these pages may look empty. The download has them.`,
  'document.pdf-broken': 'The pages of this PDF could not be drawn. It can be downloaded.',
  'document.pdf-locked': 'This PDF is locked with a password. It can be downloaded.',
  'document.pdf-earlier': ({ n }: N) => `Show ${count(n, 'earlier page', 'earlier pages')}`,
  'document.pdf-more': ({ n }: N) => `Show ${count(n, 'more page', 'more pages')}`,
} as const;
