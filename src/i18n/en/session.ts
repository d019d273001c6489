/** Words of a session's life: the warning before it ends by itself, and a way to end it. */
export const session = {
  'idle.title': 'Are you still there?',
  'idle.left': ({ clock }: { clock: string }) => `You will be signed out in ${clock}.`,
  'idle.spoken': ({ seconds }: { seconds: number }) =>
    `You will be signed out in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  'idle.why': 'Nobody has used this chart for a while. It closes so that nobody else can read it.',
  'idle.stay': 'Stay signed in',
  'idle.leave': 'Sign out now',

  'session.ends-at': ({ time }: { time: string }) => `This sign-in ends at ${time}.`,
  'session.sign-in-again': 'Sign in again now; your place is kept',
  'session.open-again': ({ system }: { system: string }) =>
    `After that, open the app again from the patient’s chart in ${system}.`,
  'session.hide': 'Hide this',

  'session.sign-out-there': ({ system }: { system: string }) => `Sign out of ${system} too`,
} as const;
