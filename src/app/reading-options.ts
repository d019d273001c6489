import { FhirError } from '#fhir/failure.ts';
import { SessionError, type Session } from '#smart/session.ts';

/** `smart` and `fhir` do not know each other: here a session's end becomes a failure of reading. */
function asFhirError(error: unknown): never {
  if (!(error instanceof SessionError)) throw error;
  throw new FhirError(
    error.kind === 'over' ? { kind: 'expired' } : { kind: 'unreachable', reason: 'network' },
  );
}

/** What reading needs to know of a session, but for the patient. */
export function readingOptions(session: Session) {
  const { system } = session;
  return {
    systemId: system.id,
    fhirBase: system.fhirBase,
    documents: system.documents,
    fhirVersion: system.fhirVersion,
    searchRules: system.searchRules,
    rateLimit: system.rateLimit,
    allows: session.granted.allows,
    token: () => session.accessToken().catch(asFhirError),
    renew: (refused: string) => session.renew(refused).catch(asFhirError),
  };
}
