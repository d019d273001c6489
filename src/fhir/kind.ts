/** A record kind: how its resources become records, in which order they are listed, which of them say the same. */
import type { FhirResource } from './json.ts';
import type { KindId } from './plan.ts';
import type { ChartRecord, ReadContext, Reader } from './record.ts';

export interface RecordKind<R extends ChartRecord> {
  readonly id: KindId;
  readonly read: Reader<R>;
  /** The order of the list: clinical relevance first, then newest. Undated records last (`byNewest`). */
  readonly compare: (a: R, b: R) => number;
  /** Equal keys say the same thing. Undefined: never folded (a date is missing, a dose differs). */
  readonly foldKey?: (record: R) => string | undefined;
}

/** Records that say the same thing, the first in the list's order standing for all. */
export interface Fold<R extends ChartRecord> {
  readonly first: R;
  readonly records: readonly R[];
}

/**
 * Reads resources of one kind, in the order they came. Never throws; every resource gives one record, and every
 * record a key of its own, also where ids are missing or sent twice.
 */
export function readRecords<R extends ChartRecord>(
  kind: RecordKind<R>,
  resources: readonly FhirResource[],
  context: ReadContext,
): readonly R[] {
  const seen = new Map<string, number>();
  return resources.map((resource) => {
    const record = kind.read(resource, context);
    const times = (seen.get(record.key) ?? 0) + 1;
    seen.set(record.key, times);
    return times === 1 ? record : { ...record, key: `${record.key}.${times}` };
  });
}

/** The kind's order; equal records keep the order they came in. */
export function sortRecords<R extends ChartRecord>(kind: RecordKind<R>, records: readonly R[]): readonly R[] {
  return records.toSorted(kind.compare);
}

/** Puts records that say the same thing together, where the kind can tell; nothing is left out. */
export function fold<R extends ChartRecord>(kind: RecordKind<R>, records: readonly R[]): readonly Fold<R>[] {
  const groups: R[][] = [];
  const byKey = new Map<string, R[]>();
  for (const record of records) {
    const key = kind.foldKey?.(record);
    const group = key === undefined ? undefined : byKey.get(key);
    if (group !== undefined) {
      group.push(record);
      continue;
    }
    const started = [record];
    groups.push(started);
    if (key !== undefined) byKey.set(key, started);
  }
  return groups.flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], records: all }]));
}

/** Newest first; undated records come last, to be shown as a group of their own. */
export function byNewest(a: ChartRecord, b: ChartRecord): number {
  if (a.sortTime === undefined || b.sortTime === undefined) {
    return Number(a.sortTime === undefined) - Number(b.sortTime === undefined);
  }
  return b.sortTime - a.sortTime;
}

const standings = { current: 0, unknown: 1, past: 2 } as const;

/** Current records before those of unknown standing before past ones; entered in error last of all. */
export function byStanding(a: ChartRecord, b: ChartRecord): number {
  const rank = (r: ChartRecord) => (r.enteredInError ? 3 : standings[r.standing]);
  return rank(a) - rank(b);
}

/** The first order that tells the two apart decides. */
export function inOrder<R>(...orders: readonly ((a: R, b: R) => number)[]): (a: R, b: R) => number {
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

/** A list's undated records apart from the dated ones, each in the order given. */
export function splitUndated<R extends ChartRecord>(
  records: readonly R[],
): { readonly dated: readonly R[]; readonly undated: readonly R[] } {
  return {
    dated: records.filter((record) => record.sortTime !== undefined),
    undated: records.filter((record) => record.sortTime === undefined),
  };
}
