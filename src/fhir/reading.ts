/**
 * Reading a whole chart within the EHR's limit. This file's types are what the chart sees; `startReading` runs the
 * plan. Plain TypeScript: the front door starts it before React has painted.
 */
import type { FhirFailure } from './failure.ts';
import type { FhirResource } from './json.ts';
import type { KindId, PlannedSearch, SearchId } from './plan.ts';
import type { ServerStatement } from './server-statement.ts';

/** `scope`: not granted, so not asked for. `consent`: left out at sign-in, as the system says. `server`: refused. */
export type NotSharedBy = 'scope' | 'consent' | 'server';

export type SearchState =
  | { readonly state: 'waiting' } // in the queue, behind the EHR's limit
  | { readonly state: 'reading' }
  | {
      readonly state: 'read';
      readonly answer: SearchAnswer;
      /** Asked again since: under way, or failed, the older answer staying in sight. */
      readonly again?:
        | { readonly state: 'reading' }
        | { readonly state: 'failed'; readonly failure: FhirFailure };
    }
  | { readonly state: 'not-shared'; readonly by: NotSharedBy }
  | { readonly state: 'not-offered' }
  | { readonly state: 'failed'; readonly failure: FhirFailure };

export interface SearchAnswer {
  /** Milliseconds since 1970 (this machine's clock). */
  readonly readAt: number;
  /** Matches of the search, in the order they came, one per type and id. */
  readonly records: readonly FhirResource[];
  /** What came with them (Provenance, OperationOutcome). */
  readonly included: readonly FhirResource[];
  /** Entries that are no readable resource, as they came. */
  readonly unreadable: readonly unknown[];
  /** Records about somebody else: refused, counted, never shown. */
  readonly foreign: number;
  /** The server has more than was read (paging bound, failed page, cycle). */
  readonly more: boolean;
  /** `Bundle.total` where sent. */
  readonly total: number | undefined;
}

/** What the system says it can do. It explains what was seen; no request is made, or left out, because of it. */
export type StatementState =
  | { readonly state: 'unasked' }
  | { readonly state: 'asking' }
  | { readonly state: 'read'; readonly statement: ServerStatement }
  | { readonly state: 'failed'; readonly failure: FhirFailure };

export interface Progress {
  readonly total: number;
  /** Settled: read, not shared, not offered or failed. */
  readonly done: number;
  /** Seconds until the EHR's limit lets the next request out; undefined while none has to wait. */
  readonly waitSeconds: number | undefined;
  /** When the oldest shown answer was read; undefined before the first. */
  readonly readAt: number | undefined;
}

/** A chart being read. One per open patient; immutable snapshots, for `useSyncExternalStore`. */
export interface Reading {
  readonly patientId: string;
  readonly searches: readonly PlannedSearch[];
  stateOf(search: SearchId): SearchState;
  searchesFor(kind: KindId): readonly PlannedSearch[];
  /** Settles when the search does; never rejects. */
  settled(search: SearchId): Promise<SearchState>;
  progress(): Progress;
  subscribe(listener: () => void): () => void;
  /** What the reader looks at goes first; everything else keeps the plan's order. */
  prefer(kinds: readonly KindId[]): void;
  /**
   * Asks again: everything, or the searches of some kinds. Keeps what was read until the new answer is there. What is
   * being asked for already is not asked for twice; what was not granted is not asked for at all.
   */
  readAgain(kinds?: readonly KindId[]): void;
  /** A resource that has arrived, by reference; never a request. */
  find(reference: unknown, within?: FhirResource): FhirResource | undefined;
  provenanceOf(record: FhirResource): readonly FhirResource[];
  /**
   * Reads a referenced record that has not arrived, within the budget, once (until "read again"). Undefined where it
   * leads elsewhere, is somebody else's, is of a type this EHR does not serve, or could not be read.
   */
  fetchReference(reference: string): Promise<FhirResource | undefined>;
  /** Where the EHR writes the whole record as one C-CDA document; undefined where it has no such address. */
  readonly wholeRecordUrl: string | undefined;
  /**
   * Raw bytes of an attachment by URL, within the guard: before everything else, for somebody waits for it, or as a
   * `reference`, behind the chart. Rejects with FhirError.
   */
  fetchAttachment(
    url: string,
    rank?: 'attachment' | 'reference',
  ): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }>;
  statement(): StatementState;
  /**
   * Asks for the system's CapabilityStatement, behind everything else and once; a failure may be asked again. Only
   * for a reader who wants to know: within NextGen Office's limit it is one of twenty requests a minute.
   */
  askStatement(): void;
  /** Ends everything: timers, requests, listeners. */
  stop(): void;
}
