/** Words of "Open a file": the page on which files are chosen, what they hold, and what is wrong with them. */
import { count } from './count.ts';

type N = { readonly n: number };

const records = (n: number): string => count(n, 'record', 'records');

export const openFile = {
  'open.title': 'Open a file',
  'open.lead':
    'An export folder, NDJSON files, a FHIR Bundle or record (R4, STU3, DSTU2), or a C-CDA document, packed (zip, gzip) or not. It is read in this browser: nothing of it leaves this computer, and nothing of it is kept.',
  'open.files': 'Choose files',
  'open.folder': 'Choose a folder',
  'open.drop': 'or drop a file or a folder anywhere on this page',
  'open.drop-here': 'Let go to open',
  'open.again':
    'This page was loaded anew, and nothing of a file is kept: choose the file again to go on reading.',
  'open.left-alone':
    'The files were closed because nobody used them for a while, and nothing of them is kept: choose them again to go on reading.',
  'open.left-alone-served':
    'The files were closed because nobody used them for a while, and nothing of them is kept. Press Enter in the terminal that serves them, and open the address it shows.',
  'open.idle.left': ({ clock }: { clock: string }) => `The files will be closed in ${clock}.`,
  'open.idle.spoken': ({ seconds }: { seconds: number }) =>
    `The files will be closed in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  'open.idle.why': 'Nobody has used this page for a while. It closes so that nobody else can read it.',
  'open.idle.stay': 'Keep them open',
  'open.idle.leave': 'Close them now',
  'open.off': 'Opening files is switched off here.',
  'open.none': 'There is no file in what was chosen.',
  'open.reading': ({ percent, n }: N & { percent: number }) => `Reading ${percent} %: ${records(n)} so far`,
  'open.progress': 'How much has been read',
  'open.cancel': 'Stop',
  'open.other': 'Open something else',
  'open.start': 'Start page',

  'open.exported': ({ date }: { date: string }) => `exported on ${date}`,
  'open.exported-file': ({ date }: { date: string }) => `dated ${date}; it does not say when it was exported`,
  'open.exported-unknown': 'it is not known when it was exported',
  'open.from-file': ({ exported }: { exported: string }) => `From a file, ${exported}`,
  'open.document-written': ({ date }: { date: string }) => `From a document written on ${date}`,
  'open.document-undated': 'From a document that does not say when it was written',
  'open.about-files': 'All patients',
  'open.about-document': 'Opened files',
  'open.told-part': 'Part of the files could not be read.',
  'open.told-replaced': ({ n }: N) => `${records(n)} came in a later version too: the later is shown.`,
  'open.told-apart': ({ n }: N) =>
    `${records(n)} have a number that another record has too: all are shown, and what points at them is not followed.`,
  'open.told-unclear': ({ n }: N) =>
    `${count(n, 'reference', 'references')} could mean several records that differ, and ${n === 1 ? 'is' : 'are'} not followed.`,
  'open.label': 'the opened files',
  'open.label-document': 'the opened document',

  'open.patients': 'Patients',
  'open.documents': 'Documents',
  'open.summary': ({ patients, n, version }: N & { patients: number; version: string }) =>
    `${count(patients, 'patient', 'patients')}, ${records(n)}, read as FHIR ${version}`,
  'open.find': 'Find by name, birth date or number',
  'open.found': ({ n }: N) => (n === 0 ? 'Nobody fits.' : count(n, 'patient', 'patients')),
  'open.more': ({ n }: N) =>
    `${count(n, 'more patient', 'more patients')}: find by name, birth date or number.`,
  'open.no-patients': 'No record in these files says whose it is, so that no chart can be opened.',
  'open.no-name': 'Name not in the files',
  'open.name': 'Name',
  'open.born': 'Birth date',
  'open.sex': 'Sex',
  'open.number': 'Number',
  'open.records': 'Records',
  'open.namesake': 'same name as another',
  'open.only-in': ({ file }: { file: string }) => `only in ${file}: another person has the same id elsewhere`,
  'open.ambiguous':
    'cannot be opened: more than one person has this id, and their records cannot be told apart',
  'open.document': 'Document',
  'open.document-of': 'Patient',
  'open.document-read-failed': 'could not be read as a clinical document',
  'open.document-several': 'names more than one patient, so that no chart can be opened',

  'open.notes': 'What is not shown in a chart',
  'open.unnamed': ({ n, list }: N & { list: string }) =>
    `${records(n)} ${n === 1 ? 'names' : 'name'} no patient and ${n === 1 ? 'stands' : 'stand'} in nobody’s chart: ${list}.`,
  'open.undecided': ({ n }: N) =>
    `${records(n)} ${n === 1 ? 'names' : 'name'} a patient of whom the files do not say which one it is, and ${n === 1 ? 'stands' : 'stand'} in nobody’s chart.`,
  'open.bad-lines': ({ n, at }: N & { at: string }) =>
    `${n === 1 ? 'One piece is' : `${n} pieces are`} no FHIR record and ${n === 1 ? 'was' : 'were'} left out (number ${at}).`,
  'open.not-fhir': 'This is JSON, but no FHIR record.',
  'open.not-json': 'This is no FHIR: it could not be read as JSON.',
  'open.cut-off':
    'The file ends in the middle of a record: it was probably cut off. What stands before that is shown.',
  'open.no-entries': ({ n }: N) =>
    n === 1 ? 'No entry was found in a Bundle.' : `No entry was found in ${n} Bundles.`,
  'open.letters':
    'The file is not written in UTF-8: letters that could not be read are shown as �. Save it as UTF-8 to see them.',
  'open.unreadable': 'The file could not be read to its end: it may have been moved or changed.',
  'open.kind.empty': 'The file is empty.',
  'open.kind.packed':
    'The file is packed (zip or gzip) and was not unpacked here: it is damaged, locked with a password, or too large. Unpack it, and open the folder.',
  'open.kind.utf-16': 'The file is written in UTF-16. Save it as UTF-8, and open that.',
  'open.kind.fhir-xml': 'The file holds FHIR as XML, which is not read here. Export it as JSON.',
  'open.kind.no-record': 'This is neither a FHIR record nor a C-CDA document.',
  'open.kind.no-record-n': ({ n }: N) =>
    `${count(n, 'file is', 'files are')} neither FHIR nor C-CDA and ${n === 1 ? 'was' : 'were'} left aside.`,
  'open.served-again':
    'This page was loaded anew, and nothing of the files is kept. Press Enter in the terminal that serves them, and open the address it shows.',
  'open.served-failed':
    'The files could not be had: the address was used before, or what serves them has ended. Press Enter in its terminal for another address.',
  'open.failed': 'This could not be opened.',
} as const;
