/** Words of waiting, of choosing a person, and of the page that says why no chart is open. */
export const signIn = {
  'app.name': 'Chartside',
  'sign-in.opening': 'Opening the chart…',
  'sign-in.closing': 'Closing the chart…',

  'beside.diagnostics': 'Diagnostics',
  'beside.privacy': 'Privacy',

  'failure.title': 'The chart is not open',
  'failure.untold':
    'What happened cannot be told, because the rest of this page could not be loaded. Check the connection, then load the page again.',
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
