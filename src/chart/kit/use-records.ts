import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FhirResource } from '#fhir/json.ts';
import { type RecordKind, readRecords, sortRecords } from '#fhir/kind.ts';
import { leftovers } from '#fhir/leftovers.ts';
import type { KindId } from '#fhir/plan.ts';
import type { Reading } from '#fhir/reading.ts';
import type { ChartRecord, ReadContext } from '#fhir/record.ts';
import { type Availability, type Face, availabilityOf, faceOf, resourcesOf } from './availability.ts';
import { type Chart, useChart } from './chart-context.tsx';
import { readContext } from './read-context.ts';
import { useSnapshot } from './use-snapshot.ts';

/** A list of one kind as it stands now. */
export interface Records<R extends ChartRecord> {
  readonly kind: KindId;
  /** In the kind's order, entered-in-error ones left out. */
  readonly records: readonly R[];
  /** Hidden by default, counted, shown on request. */
  readonly enteredInError: readonly R[];
  readonly availability: Availability;
  readonly face: Face;
  /** Asks the EHR for this kind again. */
  readAgain(): void;
}

const none: readonly never[] = [];

/**
 * The records of one kind: THE way a view gets at the record. The reading is the server's state, TanStack Query keeps
 * what was made of it, one reading of each answer for all views; nothing here asks the EHR for anything.
 * @param kind the kind, or a loader for a view that knows only its id.
 */
export function useRecords<R extends ChartRecord>(kind: RecordKind<R> | LazyKind<R>): Records<R> {
  const chart = useChart();
  const { reading } = chart;
  const availability = useAvailability(kind.id);
  // The last arrival may name what earlier records only point at, so all is read once more when everything is there.
  const complete = useSnapshot(reading, () => isComplete(chart));
  // Other records are also made of what the other searches left over.
  const rest = useSnapshot(reading, () => (kind.id === 'other' && complete ? runOfAll(reading) : ''));
  const own = (): readonly FhirResource[] => resourcesOf(availability, kind.id, reading.patientId);
  const { data } = useQuery({
    queryKey: [chart.sessionId, 'records', kind.id, availability.run, complete, rest],
    queryFn: async ({ signal }): Promise<readonly R[]> => {
      const known = 'load' in kind ? await kind.load() : kind;
      const resources = rest === '' ? own() : [...new Set([...own(), ...leftovers(reading)])];
      return readInSlices(known, resources, readContext(chart), signal);
    },
    enabled: availability.answers.length > 0 || rest !== '',
    placeholderData: keepPreviousData,
    // A short list whose readers are here is drawn with its answer, not a task later.
    initialData: () => {
      if ('load' in kind || rest !== '' || availability.answers.length === 0) return undefined;
      const resources = own();
      return resources.length > sliceSize
        ? undefined
        : sortRecords(kind, readRecords(kind, resources, readContext(chart)));
    },
  });
  return useMemo(() => {
    const all = data ?? none;
    const records = all.filter((record) => !record.enteredInError);
    const arrived = availability.answers.some((answer) => answer.records.length > 0);
    // Between an answer's arrival and its being read: still "reading", never "none".
    const face = data === undefined && arrived ? 'reading' : faceOf(availability, all.length);
    // What is left over is only known at the end.
    return {
      kind: kind.id,
      records,
      enteredInError: all.filter((record) => record.enteredInError),
      availability,
      face: face === 'none-recorded' && kind.id === 'other' && !complete ? 'reading' : face,
      readAgain: () => reading.readAgain([kind.id]),
    };
  }, [data, availability, kind.id, reading, complete]);
}

/** A kind whose readers are loaded when they are needed (`chart/kit/kinds.ts`). */
export interface LazyKind<R extends ChartRecord> {
  readonly id: KindId;
  readonly load: () => Promise<RecordKind<R>>;
}

/** How a kind stands, without reading any of its records. */
export function useAvailability(kind: KindId): Availability {
  const { reading } = useChart();
  const snapshot = useMemo(() => remembered(() => availabilityOf(reading, kind)), [reading, kind]);
  return useSnapshot(reading, snapshot);
}

/** The same object until its run changes, as `useSnapshot` wants. */
function remembered(make: () => Availability): () => Availability {
  let last: Availability | undefined;
  return () => {
    const next = make();
    if (last === undefined || last.run !== next.run) last = next;
    return last;
  };
}

/** Changes when any answer does. */
function runOfAll(reading: Reading): string {
  return reading.searches
    .map(({ id }) => {
      const state = reading.stateOf(id);
      return state.state === 'read' ? String(state.answer.readAt) : state.state;
    })
    .join(' ');
}

function isComplete({ reading }: Chart): boolean {
  const { done, total } = reading.progress();
  return done >= total;
}

const sliceMilliseconds = 12;
const sliceSize = 50;

/** Reads a long list without holding up the page: a reader of the chart may be typing. */
async function readInSlices<R extends ChartRecord>(
  kind: RecordKind<R>,
  resources: readonly FhirResource[],
  context: ReadContext,
  signal: AbortSignal,
): Promise<readonly R[]> {
  if (resources.length <= sliceSize) return sortRecords(kind, readRecords(kind, resources, context));
  const records: R[] = [];
  let started = performance.now();
  for (let at = 0; at < resources.length; at += sliceSize) {
    records.push(...readRecords(kind, resources.slice(at, at + sliceSize), context));
    if (performance.now() - started < sliceMilliseconds) continue;
    await nextTask();
    signal.throwIfAborted();
    started = performance.now();
  }
  return sortRecords(kind, uniquelyKeyed(records));
}

/** Slices each give their records keys of their own; across slices two may still be the same. */
function uniquelyKeyed<R extends ChartRecord>(records: readonly R[]): readonly R[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const times = (seen.get(record.key) ?? 0) + 1;
    seen.set(record.key, times);
    return times === 1 ? record : { ...record, key: `${record.key}.${times}` };
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
