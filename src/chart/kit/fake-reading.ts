/** A reading without an EHR, for tests: resources stand in the searches of the plan, and each search's state can be set. */
import { contextOf } from '#fhir/context-of.ts';
import type { FhirResource } from '#fhir/json.ts';
import { officePlan, type PlannedSearch, type SearchId } from '#fhir/plan.ts';
import type { Progress, Reading, SearchAnswer, SearchState, StatementState } from '#fhir/reading.ts';

export interface FakeReading extends Reading {
  /** Another state for one search; whoever listens hears of it. */
  set(search: SearchId, state: SearchState): void;
  /** The system's statement as it stands now. */
  setStatement(state: StatementState): void;
  readonly asked: string[];
}

export interface FakeOptions {
  readonly patientId: string;
  readonly resources: readonly FhirResource[];
  /** Searches that are not simply read. */
  readonly states?: Readonly<Record<SearchId, SearchState>>;
  /** The clock of the answers. */
  readonly readAt?: number;
  readonly waitSeconds?: number;
  /** Another plan than NextGen Office's. */
  readonly searches?: readonly PlannedSearch[];
}

export function answerOf(records: readonly FhirResource[], rest: Partial<SearchAnswer> = {}): SearchState {
  const answer = {
    readAt: 0,
    records,
    included: [],
    unreadable: [],
    foreign: 0,
    more: false,
    total: undefined,
  };
  return { state: 'read', answer: { ...answer, ...rest } };
}

export function fakeReading({
  patientId,
  resources,
  states = {},
  readAt = 0,
  waitSeconds,
  searches = officePlan(patientId),
}: FakeOptions): FakeReading {
  const known = new Map<SearchId, SearchState>(
    searches.map(({ id, type }) => [
      id,
      states[id] ??
        answerOf(
          resources.filter(({ resourceType }) => resourceType === type),
          { readAt },
        ),
    ]),
  );
  let statement: StatementState = { state: 'unasked' };
  const listeners = new Set<() => void>();
  const asked: string[] = [];
  const stateOf = (search: SearchId): SearchState => known.get(search) ?? { state: 'not-offered' };
  const progress = (): Progress => {
    const pending = searches.filter(({ id }) => ['waiting', 'reading'].includes(stateOf(id).state)).length;
    const done = searches.length - pending;
    return {
      total: searches.length,
      done,
      waitSeconds: pending > 0 ? waitSeconds : undefined,
      readAt: done > 0 ? readAt : undefined,
    };
  };
  // Some arrive later.
  const find: Reading['find'] = (...asked) => contextOf(...resources).resolve(...asked);
  return {
    patientId,
    searches,
    asked,
    stateOf,
    searchesFor: (kind) => searches.filter(({ kinds }) => kinds.includes(kind)),
    settled: (search) => Promise.resolve(stateOf(search)),
    progress,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prefer: (kinds) => void asked.push(`prefer ${kinds.join(' ')}`),
    readAgain: (kinds) => void asked.push(`again ${kinds?.join(' ') ?? 'all'}`),
    find,
    provenanceOf: ({ resourceType, id }) =>
      resources.filter(
        (one) =>
          one.resourceType === 'Provenance' &&
          JSON.stringify(one['target']).includes(`"${resourceType}/${id ?? ''}"`),
      ),
    fetchReference: () => Promise.resolve(undefined),
    wholeRecordUrl: undefined,
    fetchAttachment: () => Promise.reject(new Error('no attachments here')),
    statement: () => statement,
    askStatement: () => void asked.push('statement'),
    setStatement: (state) => {
      statement = state;
      for (const each of listeners) each();
    },
    stop: () => listeners.clear(),
    set: (search, state) => {
      known.set(search, state);
      for (const each of listeners) each();
    },
  };
}
