/**
 * What the front door hands to the screen: nobody signed in, a failure, a person to choose, or an open chart. A store
 * outside React, because launch, callback and the first reads start before React is loaded.
 */
import type { FhirResource } from '#fhir/json.ts';
import type { Reading } from '#fhir/reading.ts';
import type { SignInFailure } from '#smart/failure.ts';
import type { System } from '#smart/registry.ts';
import type { Session } from '#smart/session.ts';
import type { Memory } from './place.ts';

export type Opening =
  /** "Opening the chart…"; `isLeaving`: "Closing the chart…", until a new page stands in its place. */
  | { readonly state: 'starting'; readonly isLeaving?: true }
  | {
      readonly state: 'signed-out';
      /** Those a person can sign in to from here. */
      readonly systems: readonly System[];
      /** The id of the system whose session has just been ended here. */
      readonly signedOutOf: string | undefined;
      signIn(system: System): void;
    }
  | {
      readonly state: 'failed';
      readonly failure: SignInFailure;
      /** Undefined where no system is known. */
      readonly system: System | undefined;
      /** What the reader can do here and now; undefined where only the EHR can open the app again. */
      readonly again: Again | undefined;
    }
  | {
      readonly state: 'choosing';
      readonly session: Session;
      readonly people: readonly FhirResource[];
      /** The system has more people than it sent. */
      readonly more: boolean;
      choose(patientId: string): void;
    }
  | {
      readonly state: 'open';
      readonly session: Session;
      readonly reading: Reading;
      /** What the reader set up in lists, before the chart was closed and opened again too. */
      readonly memory: Memory;
      /**
       * Leaves for a new sign-in, for another person's record; undefined where only the EHR can choose the patient.
       * Resolves with false when the sign-in page could not be found: the chart stays as it is.
       */
      readonly openAnotherPerson: (() => Promise<boolean>) | undefined;
      /** Leaves for a new sign-in that comes back to this place; undefined where only the EHR can open the app. */
      readonly signInAgain: (() => Promise<boolean>) | undefined;
    };

export interface Again {
  /** `retry` does the same once more; `sign-in` begins a new sign-in, at the place where the reader was. */
  readonly how: 'retry' | 'sign-in';
  run(): void;
}

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
