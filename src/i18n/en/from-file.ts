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
      ? 'One record of the opened files names no patient, or somebody else beside this one, and is not shown.'
      : `${n} records of the opened files name no patient, or somebody else beside this one, and are not shown.`,
  'banner.allergies-not-offered': 'none in the opened files',
  'banner.failed': 'The opened files hold no details of this patient.',
  'failure.network': 'The file could not be read: it may have been moved or changed since it was opened.',
  'failure.foreign-link': 'The file names an address outside of it, which was not followed.',
  'record.missing': 'This record is not in the opened files.',
  'provenance.none': 'The file does not say who recorded this.',
  'reports.not-arrived': 'not in the opened files',
  'nav.mark-not-offered': 'not in files',
  'nav.mark-not-asked': 'not in files',
  'summary.alerts-none':
    'In the opened files, no test’s latest result is critical and of the last 90 days before today.',
  'follow-up.none': 'In the opened files, no goal is past its date and no active order is without an answer.',
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
