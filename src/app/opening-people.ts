/** The token names nobody: the system is asked whose records may be opened, and where it names several, the reader. */
import { failureOf } from '#fhir/failure.ts';
import type { OpenSession } from '#smart/session.ts';
import { type Again, setOpening } from './opening.ts';
import { readingOptions } from './reading-options.ts';
import { loadRecord } from './record-file.ts';

/**
 * Opens the record of the only person. Of several the reader chooses; `known`, whose chart was open before a sign-in that
 * goes on with it, stands first. Never rejects: what goes wrong becomes a failure with a page.
 */
export async function choosePerson(
  session: OpenSession,
  isOver: () => boolean,
  known: string | undefined,
  openChart: (patientId: string) => Promise<void>,
  signInAgain: Again | undefined,
): Promise<void> {
  const { system } = session;
  const choose = (patientId: string): void => {
    session.choosePatient(patientId);
    openChart(patientId).catch(() =>
      setOpening({ state: 'failed', failure: { kind: 'fault' }, system, again: undefined }),
    );
  };
  const fail = (kind: 'patient-missing' | 'patients-unreadable' | 'patient-not-shared'): void => {
    const run = (): void => {
      setOpening({ state: 'starting' });
      void choosePerson(session, isOver, known, openChart, signInAgain);
    };
    const failure = { kind, systemId: system.id };
    // Asking again would be refused again: only another consent can help.
    const again = kind === 'patient-not-shared' ? signInAgain : ({ how: 'retry', run } as const);
    setOpening({ state: 'failed', failure, system, again });
  };
  try {
    const { findPatients } = await loadRecord();
    if (isOver()) return;
    const { people: found, more } = await findPatients(readingOptions(session));
    if (isOver()) return;
    const people = found.filter(({ id }) => typeof id === 'string' && /^(?!\.+$)[\w.-]{1,128}$/.test(id));
    const [only] = people;
    if (people.length === 0) fail('patient-missing');
    else if (people.length === 1 && !more && only?.id !== undefined) choose(only.id);
    else {
      // Nothing says that the same person has signed in: whose chart it was stands first, and is chosen by the reader.
      const order = people.toSorted((a, b) => Number(b.id === known) - Number(a.id === known));
      setOpening({ state: 'choosing', session, people: order, more, choose });
    }
  } catch (error) {
    if (isOver()) return;
    fail(failureOf(error).kind === 'refused' ? 'patient-not-shared' : 'patients-unreadable');
  }
}
