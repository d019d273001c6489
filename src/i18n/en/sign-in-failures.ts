/** What happened, and what to do: one sentence each. `how` is what the reader can do on this page. */

interface Named {
  readonly system: string;
}
interface ToDo extends Named {
  /** `retry` and `sign-in` are buttons beside the sentence; `ehr`: only the EHR can open the app again. */
  readonly how: 'retry' | 'sign-in' | 'ehr';
}

function again({ system, how }: ToDo): string {
  if (how === 'retry') return 'Wait a moment, then try again.';
  if (how === 'sign-in') return 'Sign in again to go on.';
  return `Go back to the patient’s chart in ${system} and open the app again from there.`;
}

export const signInFailures = {
  'failure.the-ehr': 'the EHR',
  'failure.again': again,

  'failure.config-faulty': 'This app’s configuration has faults, so it opens nothing.',
  'failure.config-faulty.do':
    'Whoever runs this app needs to correct the entries below in smart-config.json and start it again.',

  'failure.not-set-up': ({ system }: Named) => `${system} is not set up in this app yet.`,
  'failure.not-set-up.placeholder.do':
    'Whoever runs this app needs to enter the client id from its registration in smart-config.json.',

  'failure.browser-unfit.storage': 'This browser keeps nothing for this app, so signing in cannot work.',
  'failure.browser-unfit.storage.do':
    'Allow site data for this address in the browser’s settings, then load the page again.',
  'failure.browser-unfit.insecure': 'This page did not arrive over a secure connection.',
  'failure.browser-unfit.insecure.do': 'Open the app at its https address, in a current browser.',

  'failure.not-opened-from-ehr': 'This page was not opened from a patient’s chart.',
  'failure.not-opened-from-ehr.do': ({ system }: Named) =>
    `Open the patient’s chart in ${system} and choose this app there.`,

  'failure.unknown-system': 'This app does not work with the system that opened it.',
  'failure.unknown-system.do':
    'Nothing was sent to that system. Open the app from the EHR it was set up for.',

  'failure.launch-expired': 'Too much time went by after the app was chosen in the chart.',
  'failure.launch-expired.do': again,

  'failure.not-enabled': ({ system }: Named) =>
    `${system} does not let this app in: the practice may not have switched it on.`,
  'failure.not-enabled.do': 'Ask the practice’s administrator to switch the app on, then open it again.',

  'failure.consent-refused': 'The record was not shared with this app.',
  'failure.consent-refused.do': ({ system, how }: ToDo) =>
    how === 'ehr'
      ? `To go on, open the app again from the patient’s chart in ${system} and allow it to read the record.`
      : 'To go on, sign in again and allow the app to read the record.',

  'failure.scope-refused': ({ system }: Named) =>
    `${system} does not offer this app everything it asks to read.`,
  'failure.scope-refused.do': 'Tell whoever runs this app, with the support code below.',

  'failure.patient-not-shared': ({ system }: Named) =>
    `${system} was not allowed to tell this app who the patient is.`,
  'failure.patient-not-shared.do': ({ system, how }: ToDo) =>
    how === 'ehr'
      ? `A chart without a name could be taken for someone else’s. Open the app again from the chart in ${system} and allow patient details.`
      : 'A record without a name could be taken for someone else’s. Sign in again and allow patient details.',

  'failure.sign-in-unreachable': ({ system }: Named) => `The sign-in of ${system} does not answer.`,
  'failure.offline': 'This device is offline.',

  'failure.discovery-refused': ({ system }: Named) =>
    `${system} names a sign-in address that this app has no reason to trust.`,
  'failure.discovery-refused.do':
    'Nothing was sent there. Tell whoever runs this app, with the support code below.',

  'failure.exchange-blocked': ({ system }: Named) =>
    `${system} signed you in, but did not let this browser finish.`,
  'failure.exchange-blocked.do': ({ system, how }: ToDo) =>
    `${again({ system, how })} If it happens again, tell whoever runs this app: its address may not be registered there.`,

  'failure.code-refused': 'This sign-in was used before, or took too long.',
  'failure.sign-in-failed': ({ system }: Named) => `Signing in to ${system} did not work.`,
  'failure.callback-unexpected':
    'This tab did not ask for the sign-in that came back to it, so nothing was opened.',
  'failure.interrupted': 'The page was loaded again before the sign-in was finished.',
  'failure.answer-broken': ({ system }: Named) =>
    `${system} finished the sign-in with an answer this app cannot use.`,

  'failure.patient-missing': ({ system }: Named) => `${system} did not say whose record to open.`,
  'failure.patients-unreadable': ({ system }: Named) =>
    `The list of people whose record you may open could not be read from ${system}.`,

  'failure.over.expired': 'Your sign-in has run out.',
  'failure.over.idle': 'The chart was closed because nobody used it for a while.',
  'failure.over.limit': 'The time for which one sign-in lasts is over.',
  'failure.over.elsewhere': 'You signed out in another tab.',
  'failure.over.patient-changed': ({ system }: Named) =>
    `${system} answered for another patient, so this chart was closed.`,
  'failure.over.person-changed': 'The sign-in was renewed for somebody else, so this chart was closed.',
  'failure.over.other': 'This chart is closed.',
  'failure.over.place-kept': 'Sign in again to go on; your place is kept.',

  'failure.fault': 'Something in this app went wrong.',
  'failure.fault.do':
    'Load the page again. If it happens again, send the report below to whoever runs this app.',
} as const;
