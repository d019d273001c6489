import type { ReactNode } from 'react';
import type { Reading } from '#fhir/reading.ts';
import type { Session } from '#smart/session.ts';

/** An open chart: mounted anew for every session, so that nothing of one person is left for the next. */
export function App({ session, reading }: { session: Session; reading: Reading }): ReactNode {
  return session.id + reading.patientId;
}
