/** Words of the sign-in page, of waiting, and of every way that opening a record can fail. */
import { signInFailures } from './sign-in-failures.ts';

interface Named {
  readonly system: string;
}

export const signIn = {
  ...signInFailures,

  'app.name': 'Chartside',
  'sign-in.opening': 'Opening the chart…',
  'sign-in.closing': 'Closing the chart…',

  'sign-in.title': 'Open a health record',
  'sign-in.what':
    'This app shows one person’s record: who they are, allergies, problems, medications, results, notes and the rest.',
  'sign-in.kept':
    'It reads the record from the practice’s system while it is open in this tab, and keeps none of it.',
  'sign-in.with': ({ system }: Named) => `Sign in with ${system}`,
  'sign-in.not-set-up': ({ system }: Named) => `${system} is not set up in this app yet.`,
  'sign-in.sandbox': 'Made-up records to try',
  'sign-in.sandbox-what': 'Everyone in them is invented.',
  'sign-in.clinicians': 'Clinicians open this app from a patient’s chart in the EHR.',
  'sign-in.none': 'There is no system here that a person can sign in to from this page.',
  'sign-in.signed-out': 'You are signed out. Nothing of the record is kept in this browser.',

  'beside.diagnostics': 'Diagnostics',
  'beside.privacy': 'Privacy',

  'choose.title': 'Whose record do you want to open?',
  'choose.born': ({ date }: { date: string }) => `born ${date}`,
  'choose.unnamed': 'No name recorded',
  'choose.number': ({ id }: { id: string }) => `Record ${id}`,

  'failure.title': 'The chart is not open',
  'failure.retry': 'Try again',
  'failure.sign-in': 'Sign in again',
  'failure.start': 'Go to the start page',
  'failure.code': ({ code }: { code: string }) => `Support code ${code}`,
  'failure.details': 'Details for support',
  'failure.details-what': 'This report holds no names, no numbers of patients and no passwords.',
  'failure.copy': 'Copy the report',
  'failure.copied': 'The report is copied.',
  'failure.not-copied': 'This browser does not allow copying. Select the text above and copy it.',
} as const;
