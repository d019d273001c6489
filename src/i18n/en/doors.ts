/** Words of the sign-in page (which system is mine, and what its card means) and of choosing a person: loaded with them. */
interface Named {
  readonly system: string;
}

export const doors = {
  'sign-in.title': 'Open a health record',
  'sign-in.lead':
    'Choose the system that your practice uses. You sign in there, with the account you have for it, and say what this app may read.',
  'sign-in.still-there': ({ system }: { system: string }) =>
    `You may still be signed in at ${system} itself: close this browser if others use it.`,
  'sign-in.signed-out': 'You are signed out. Nothing of the record is kept in this browser.',
  'sign-in.which': 'Which system does your practice use?',
  'sign-in.go': 'Sign in',
  'sign-in.with': ({ system }: Named) => `Sign in with ${system}`,
  'sign-in.none': 'There is no system here that a person can sign in to from this page.',
  'sign-in.none-yet':
    'No practice’s system is set up here yet. Whoever runs this app finds what is missing under Diagnostics.',
  'sign-in.practice-search': ({ host }: { host: string }) => `practices at ${host} (opens in a new tab)`,
  'sign-in.unsure': 'Not sure which? Ask your practice, or look for it in the vendor’s list:',
  'sign-in.last': 'You used this last time',
  'sign-in.forget': 'Forget that',
  'sign-in.forgotten': 'Forgotten: this browser no longer knows which one you used.',
  'sign-in.retiring': 'Being retired',

  'sign-in.then': 'What this app does',
  'sign-in.what':
    'This app shows one person’s record: who they are, allergies, problems, medications, results, notes and the rest.',
  'sign-in.kept':
    'It reads the record from the practice’s system while it is open in this tab, and keeps none of it.',
  'sign-in.clinicians': 'Clinicians open this app from a patient’s chart in the EHR.',
  'sign-in.open-file': 'Or open a file that you have: an export, a FHIR Bundle, a C-CDA document',
  'sign-in.sandbox': 'Made-up records to try',
  'sign-in.sandbox-what': 'Everyone in them is invented.',

  'door.office-patient.who': 'For patients of a practice that uses NextGen Office.',
  'door.office-patient.how':
    'Sign in with your YourHealthFile name and password. You can open your own record, or that of someone in your care.',
  'door.office-patient-r3.who': 'The YourHealthFile account, with the record in an older format.',
  'door.office-patient-r3.how': 'Use it only if your practice or support asks you to.',
  'door.enterprise-patient.who': 'For patients of a practice that uses NextGen Enterprise.',
  'door.enterprise-patient.how':
    'Sign in with the account your practice gave you for its patient portal. Then you choose, subject by subject, what to share.',
  'door.enterprise-patient-dstu2.who':
    'The account for NextGen Enterprise, with the record in an older format and a permission of its own.',
  'door.enterprise-patient-dstu2.how':
    'NextGen is taking this way out of service. Use it only if your practice offers no other.',
  'door.ehr.who': 'For clinicians, with the account they have for the EHR.',
  'door.ehr.how': 'Usually this app is opened from the patient’s chart instead.',

  'choose.title': 'Whose record do you want to open?',
  'choose.born': ({ date }: { date: string }) => `born ${date}`,
  'choose.unnamed': 'No name recorded',
  'choose.more': ({ system }: { system: string }) =>
    `${system} has more people than it sent: somebody may be missing from this list.`,
  'choose.number': ({ id }: { id: string }) => `Record ${id}`,
  'door.own-records.who': 'Records from files of your own, where the sandbox was started with some.',
  'door.own-records.how':
    'Sign in with an account of the made-up practice’s staff, then choose whose record to open.',
} as const;
