import { count } from './count.ts';

type Nouns = { readonly nouns: string };
type System = { readonly system: string };
/** Types of records, by their names in FHIR. */
type List = { readonly list: readonly string[] };

const named = (list: readonly string[]): string => (list.length === 0 ? '' : `: ${list.join(', ')}`);

/** The sentences that stand where records would have stood. Each face of absence has its own. */
export const absences = {
  'absence.waiting': ({ nouns, seconds }: Nouns & { seconds: number | undefined }) =>
    seconds === undefined
      ? `Waiting for the EHR before reading ${nouns}.`
      : `Waiting for the EHR before reading ${nouns}, ${seconds} s.`,
  'absence.reading': ({ nouns }: Nouns) => `Reading ${nouns}…`,
  'absence.not-shared': ({ nouns }: Nouns) => `The EHR did not share ${nouns} with this app.`,
  'absence.not-shared-clinician': 'Whoever signed in can allow it by opening the app again from the chart.',
  'absence.not-shared-patient': 'You can allow it by signing in again.',
  'absence.not-consented': ({ nouns, system }: Nouns & System) =>
    `${system} says that ${nouns} were not shared with this app at sign-in. It says the same of what it does not offer.`,
  'absence.refused': ({ nouns, system }: Nouns & System) => `${system} does not let this app read ${nouns}.`,
  'absence.refused-who': 'The practice can change that.',
  'absence.refused-who-patient':
    'If you left it out at sign-in, you can allow it by signing in again; otherwise the practice can change that.',
  'absence.not-offered': ({ nouns, system }: Nouns & System) => `${system} does not offer ${nouns} to apps.`,
  'absence.not-asked': ({ nouns, system }: Nouns & System) =>
    `This app does not ask ${system} for ${nouns}: there may be some.`,
  'absence.failed': ({ nouns }: Nouns) => `Could not read ${nouns}.`,
  'absence.part-failed': 'Part of this list could not be read.',
  'absence.older': ({ time }: { time: string }) =>
    `Reading this list again did not work. What is shown was read at ${time}.`,
  'absence.part-not-shared': ({ list }: List) =>
    `Part of this list was not shared with this app${named(list)}.`,
  'absence.part-not-consented': ({ system, list }: System & List) =>
    `${system} says that part of this list was not shared with this app at sign-in${named(list)}. It says the same of what it does not offer.`,
  'absence.part-refused': ({ system, list }: System & List) =>
    `${system} does not let this app read part of this list${named(list)}.`,
  'absence.shared-empty': ({ nouns }: Nouns) => `What was shared holds no ${nouns}.`,
  'absence.none-by-itself': ({ nouns, others }: Nouns & { others: string }) =>
    `No ${nouns} came by themselves. There may be some in ${others}, and not all of those were read.`,
  'absence.part-not-offered': ({ system, list }: System & List) =>
    `${system} does not offer part of this list to apps${named(list)}.`,
  'absence.in-no-category': ({ n, others }: { n: number; others: string }) =>
    n === 1
      ? `One observation names no category, and stands under “${others}”.`
      : `${n} observations name no category, and stand under “${others}”.`,
  'absence.by-category': ({ system, nouns }: System & Nouns) =>
    `${system} gives ${nouns} by category alone. Any that it keeps in none of the usual categories cannot be asked for, and are not here.`,
  'absence.by-category-other': ({ system }: System) =>
    `${system} gives results and other observations by category alone. Any that it keeps in none of the usual categories would be listed here, and cannot be asked for.`,
  'absence.part-reading': 'The rest of this list is still being read.',
  'absence.part-waiting': 'The rest of this list is waiting for the EHR.',
  'absence.more': ({ system }: System) => `${system} has more than is shown here.`,
  'absence.more-of': ({ system, read, total }: System & { read: number; total: number }) =>
    `${system} has more than is shown here: read ${read} of ${count(total, 'record', 'records')}.`,
  'absence.unreadable': ({ n }: { n: number }) =>
    n === 1 ? 'One entry the EHR sent could not be read.' : `${n} entries the EHR sent could not be read.`,
  'absence.unreadable-show': 'Show as sent',
  'absence.foreign': ({ n }: { n: number }) =>
    n === 1
      ? 'One record about somebody else came with these. It was refused.'
      : `${n} records about somebody else came with these. They were refused.`,
  'absence.in-error': ({ n }: { n: number }) =>
    n === 1 ? 'One record entered in error is hidden.' : `${n} records entered in error are hidden.`,
  'absence.in-error-shown': ({ n }: { n: number }) =>
    n === 1
      ? 'One record entered in error is shown struck through.'
      : `${n} records entered in error are shown struck through.`,
  'absence.in-error-show': 'Show',
  'absence.in-error-hide': 'Hide',
  'absence.only-in-error': 'All that was sent was entered in error.',
  'absence.view-broken': 'This section could not be drawn. The other sections are not affected.',
} as const;
