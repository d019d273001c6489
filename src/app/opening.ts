/**
 * What the front door hands to the screen: nobody signed in, a failure, a person to choose, or an open chart. A store
 * outside React, because launch, callback and the first reads start before React is loaded.
 */
import type { FhirResource } from '#fhir/json.ts';
import type { Reading } from '#fhir/reading.ts';
import type { SignInFailure } from '#smart/failure.ts';
import type { System } from '#smart/registry.ts';
import type { Session } from '#smart/session.ts';

export type Opening =
  /** "Opening the chart…" */
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out'; readonly systems: readonly System[]; readonly justSignedOut: boolean }
  | {
      readonly state: 'failed';
      readonly failure: SignInFailure;
      /** Undefined where no system is known. */
      readonly system: System | undefined;
    }
  | {
      readonly state: 'choosing';
      readonly session: Session;
      readonly people: readonly FhirResource[];
      choose(patientId: string): void;
    }
  | { readonly state: 'open'; readonly session: Session; readonly reading: Reading };

let current: Opening = { state: 'starting' };
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`; `useOpening` of `use-opening.ts` is that. */
export const opening = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: (): Opening => current,
};

export function setOpening(next: Opening): void {
  current = next;
  for (const listener of listeners) listener();
}
