/** A session is one authorization: one person signed in, at one system, for one patient. */
import type { SessionEnd } from './failure.ts';
import type { LaunchKind, System } from './registry.ts';
import type { GrantedScopes } from './scopes.ts';

export interface Session {
  /** Random; names nothing outside this browser. */
  readonly id: string;
  readonly system: System;
  readonly launchKind: LaunchKind;
  /** Undefined only while a person is still to be chosen (`system.patientFrom` is `search`). */
  readonly patientId: string | undefined;
  readonly encounterId: string | undefined;
  /** `Practitioner/123`: who is signed in, relative to the FHIR base. */
  readonly fhirUser: string | undefined;
  readonly needPatientBanner: boolean;
  /** Trimmed, and on one of the system's style hosts. */
  readonly styleUrl: string | undefined;
  readonly granted: GrantedScopes;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** No renewal carries the session past this time (milliseconds since 1970); it may become known later, or change. */
  readonly signInBy: number;
  /** Types and parameters that the FHIR server refused, kept as long as the session. */
  readonly refused: { read(): readonly string[]; write(refused: readonly string[]): void };
  /** A token that is good for some time yet. Rejects with SessionError. */
  accessToken(): Promise<string>;
  /** After a 401: a token other than the refused one; one renewal however many ask. Rejects with SessionError. */
  renew(refused: string): Promise<string>;
  onEnd(listener: (reason: SessionEnd) => void): () => void;
  /** Forgets everything here and in copied tabs, and revokes at the system. Resolves when that is done or given up. */
  signOut(): Promise<void>;
}

/** A session as its own front door holds it: the screen gets it as `Session`. */
export interface OpenSession extends Session {
  /** Once, where the token named nobody. */
  choosePatient(patientId: string): void;
  /** Forgets the session here and in copied tabs; resolves when its tokens are revoked or that was given up. */
  end(reason: SessionEnd): Promise<void>;
  /** This tab goes on to another authorization; copied tabs stay. */
  leave(): void;
  /** Tells copied tabs that the reader is still there. */
  tellActive(at: number): void;
  onActive(listener: (at: number) => void): void;
  /** When what renews the tokens has to be used for the sake of itself. */
  readonly keepBy: number | undefined;
}

/** `over`: the session has ended. `unreachable`: no answer just now; the session stands. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly kind: 'over' | 'unreachable';
  constructor(kind: 'over' | 'unreachable') {
    super(`session: ${kind}`);
    this.kind = kind;
  }
}
