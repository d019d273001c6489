/**
 * What is said differently of a chart that comes from files: nobody refused anything, nobody can be asked again, and what
 * a file does not hold was perhaps never recorded, or never exported. Put in the place of the EHR's words on the page
 * of "Open a file", where no EHR is ever asked.
 */
type Nouns = { readonly nouns: string };

const noneInFiles = ({ nouns }: Nouns): string =>
  `The opened files hold no ${nouns}. Whether there are any in the EHR they do not say.`;
const inDocument = ({ nouns }: Nouns): string =>
  `What the opened document says of ${nouns} stands in the document: see Notes and documents.`;

/** Of files of FHIR records. */
export const fromFiles = {
  'absence.not-offered': noneInFiles,
  'absence.not-asked': noneInFiles,
  'absence.unreadable': ({ n }: { n: number }) =>
    n === 1 ? 'One entry of the file could not be read.' : `${n} entries of the file could not be read.`,
  'absence.foreign': ({ n }: { n: number }) =>
    n === 1
      ? 'One record of the opened files cannot be assigned to one patient alone, and is not shown.'
      : `${n} records of the opened files cannot be assigned to one patient alone, and are not shown.`,
  'absence.more': 'Part of the opened files could not be read: there may be more than is shown here.',
  'banner.allergies-not-offered': 'none in the opened files',
  'banner.failed': 'The opened files hold no details of this patient.',
  'failure.network': 'The file could not be read: it may have been moved or changed since it was opened.',
  'failure.foreign-link': 'The file names an address outside of it, which was not followed.',
  'record.missing': 'This record is not in the opened files, or they do not say which of several is meant.',
  'provenance.none': 'The file does not say who recorded this.',
  'reports.not-arrived': 'not in the opened files',
  'nav.mark-not-offered': 'not in files',
  'nav.mark-not-asked': 'not in files',
  'summary.alerts-none': 'In the opened files, no test’s latest result of the last 90 days is critical.',
  'summary.alerts-unknown':
    'Critical results may be missing: not all kinds of results stand in the opened files.',
  'summary.visits-missing':
    'The opened files hold no visits to count from, so nothing can be told to be new.',
  'summary.new-partly': 'Some of the lists compared here do not stand in the opened files.',
  'changes.visits-missing': 'The opened files hold no visits to count from. Choose a day.',
  'follow-up.none': 'In the opened files, no goal is past its date and no active order is without an answer.',
} as const;

/** Where some records of allergies say of nobody, or not of whom, they are: none of them may be "none recorded". */
export const fromUnassigned = {
  ...fromFiles,
  'banner.none-recorded': 'none of those that can be assigned to one patient',
  'banner.none-current': 'No current allergies among those that can be assigned; past ones are recorded',
} as const;

/** Of files of which a part could not be read: what is not in the rest of them may stand there. */
export const fromPartOfFiles = {
  ...fromFiles,
  'absence.not-offered': ({ nouns }: Nouns) =>
    `What could be read of the opened files holds no ${nouns} of this patient. Part of the files could not be read: there may be some in it.`,
  'absence.part-not-offered': 'Part of this list may stand in what could not be read of the opened files.',
  'banner.none-recorded': 'none in what could be read of the files',
  'banner.none-current': 'No current allergies in what could be read of the files; past ones are recorded',
  'banner.allergies-not-offered': 'none in what could be read of the files',
  'nav.mark-not-offered': 'not in what was read',
  'summary.alerts-none':
    'In what could be read of the opened files, no test’s latest result of the last 90 days is critical.',
  'follow-up.none':
    'In what could be read of the opened files, no goal is past its date and no active order is without an answer.',
} as const;

/** Of one clinical document: what it says stands in it, and nowhere else in the chart. */
export const fromDocument = {
  ...fromFiles,
  'absence.not-offered': inDocument,
  'absence.not-asked': inDocument,
  'banner.allergies-not-offered': 'see the document',
  'nav.mark-not-offered': 'see document',
  'nav.mark-not-asked': 'see document',
  'summary.alerts-none': 'The document has not been looked through for critical results: read it.',
  'follow-up.none': 'The document has not been looked through for what is open: read it.',
} as const;
