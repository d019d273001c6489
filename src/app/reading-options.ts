import { FhirError } from '#fhir/failure.ts';
import { SessionError, type Session } from '#smart/session.ts';
import { relayFetch } from './relay-fetch.ts';

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
  const relay = relayFetch(system);
  return {
    systemId: system.id,
    fhirBase: system.fhirBase,
    documents: system.documents,
    innerBases: system.innerBases,
    fhirVersion: system.fhirVersion,
    searchRules: system.searchRules,
    // A browser asks its own origin no leave.
    rateLimit: relay && system.rateLimit ? { ...system.rateLimit, preflightsCount: false } : system.rateLimit,
    ...(relay && { surroundings: { fetch: relay } }),
    allows: session.granted.allows,
    refusedMemory: session.refused,
    token: () => session.accessToken().catch(asFhirError),
    renew: (refused: string) => session.renew(refused).catch(asFhirError),
  };
}
