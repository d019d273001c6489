/**
 * What stands between a list and being whole, from the states of the searches that feed it. Absence has several faces
 * (none recorded, not shared, not offered, not asked for, failed, not yet read) and they must never look alike.
 */
import type { FhirFailure } from '#fhir/failure.ts';
import type { KindId } from '#fhir/plan.ts';
import { kindOf } from '#fhir/placement.ts';
import type { FhirResource } from '#fhir/json.ts';
import { sentType } from '#fhir/original.ts';
import type { NotSharedBy, Reading, SearchAnswer, SearchState } from '#fhir/reading.ts';

export interface Availability {
  readonly searches: number;
  /** Behind the EHR's limit. */
  readonly waiting: number;
  /** Asked, not answered. */
  readonly reading: number;
  readonly answers: readonly SearchAnswer[];
  readonly notShared: readonly NotSharedBy[];
  readonly notOffered: number;
  readonly failures: readonly FhirFailure[];
  /** Asked again in vain: what is shown is the older answer, of this time. */
  readonly older: { readonly failure: FhirFailure; readonly readAt: number } | undefined;
  /** Entries that are no readable record, as they came. */
  readonly unreadable: readonly unknown[];
  /** Records about somebody else: refused and counted. */
  readonly foreign: number;
  /** The EHR has more than was read. */
  readonly more: boolean;
  /** Records that came, and how many there are in all, where each answer that is cut short says how many it has. */
  readonly read: number;
  readonly total: number | undefined;
  /** Changes when what is known changes: the last part of a query key. */
  readonly run: string;
}

/** The one sentence that stands for a whole list, or `records` when there is a list to show. */
export type Face =
  | 'waiting'
  | 'reading'
  | 'not-shared'
  | 'partly'
  | 'not-offered'
  | 'not-asked'
  | 'failed'
  | 'none-recorded'
  | 'records';

export function availabilityOf(reading: Reading, kind: KindId): Availability {
  const states = reading.searchesFor(kind).map((search) => reading.stateOf(search.id));
  const answers = states.flatMap((state) => (state.state === 'read' ? [state.answer] : []));
  const is = (name: SearchState['state']): number => states.filter(({ state }) => state === name).length;
  const totals = answers.map((answer) => (answer.more ? answer.total : cameWith(answer)));
  return {
    searches: states.length,
    waiting: is('waiting'),
    reading: is('reading'),
    answers,
    notShared: states.flatMap((state) => (state.state === 'not-shared' ? [state.by] : [])),
    notOffered: is('not-offered'),
    failures: states.flatMap((state) => (state.state === 'failed' ? [state.failure] : [])),
    older: states
      .flatMap((state) =>
        state.state === 'read' && state.again?.state === 'failed'
          ? [{ failure: state.again.failure, readAt: state.answer.readAt }]
          : [],
      )
      .toSorted((a, b) => a.readAt - b.readAt)[0],
    unreadable: answers.flatMap(({ unreadable }) => unreadable),
    foreign: answers.reduce((sum, { foreign }) => sum + foreign, 0),
    more: answers.some(({ more }) => more),
    read: answers.reduce((sum, answer) => sum + cameWith(answer), 0),
    total: totals.every((total) => total !== undefined)
      ? totals.reduce((sum, total) => sum + total, 0)
      : undefined,
    run: states
      .map((state) =>
        state.state === 'read'
          ? `${state.answer.readAt}+${state.answer.records.length}${state.again?.state === 'failed' ? ' again' : ''}`
          : state.state,
      )
      .join(' '),
  };
}

/** Matches of the search, whatever became of them. */
function cameWith({ records, unreadable, foreign }: SearchAnswer): number {
  return records.length + unreadable.length + foreign;
}

/** What has arrived and belongs to a kind, each resource once. */
export function resourcesOf(
  availability: Availability,
  kind: KindId,
  patientId: string,
): readonly FhirResource[] {
  const seen = new Set<FhirResource>();
  const ids = new Set<string>();
  for (const { records } of availability.answers) {
    for (const record of records) {
      if (kindOf(record, patientId) !== kind) continue;
      const id =
        typeof record.id === 'string' && record.id !== '' ? `${sentType(record)}/${record.id}` : undefined;
      if (id !== undefined && ids.has(id)) continue;
      if (id !== undefined) ids.add(id);
      seen.add(record);
    }
  }
  return [...seen];
}

/**
 * Which face a list of `shown` records has. With records, or unreadable ones, it is always the list: what is missing
 * beside them is said in notes. A failure outranks "none": an empty list is only claimed when all of it was read. Where
 * some of it was shared, and holds nothing, and some was not, the list is neither empty nor not shared: `partly`.
 */
export function faceOf(availability: Availability, shown: number): Face {
  const { searches, waiting, reading, answers, notShared, notOffered, failures, unreadable, foreign } =
    availability;
  if (shown > 0 || unreadable.length > 0 || foreign > 0) return 'records';
  if (reading > 0) return 'reading';
  if (waiting > 0) return 'waiting';
  if (failures.length > 0) return 'failed';
  if (notShared.length > 0) return answers.length > 0 ? 'partly' : 'not-shared';
  if (notOffered > 0 && answers.length === 0) return 'not-offered';
  return searches === 0 ? 'not-asked' : 'none-recorded';
}
