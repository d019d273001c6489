/**
 * Nothing is lost between the wire and the screen: every resource received is shown, folded under one that says the
 * same, or hidden with a count.
 */
import type { FhirResource } from './json.ts';
import { fold, readRecords, sortRecords, type Fold } from './kind.ts';
import { allKinds } from './kinds.ts';
import { kindOf } from './placement.ts';
import type { KindId } from './plan.ts';
import type { ChartRecord, ReadContext } from './record.ts';
import { strays } from './strays.ts';

export interface KindAccount {
  readonly kind: KindId;
  readonly received: number;
  /** Rows of the list. */
  readonly shown: number;
  /** Under a row that says the same: one click away. */
  readonly folded: number;
  /** Entered in error: behind a filter that says how many. */
  readonly hidden: number;
}

export interface Account {
  readonly received: number;
  readonly shown: number;
  readonly folded: number;
  readonly hidden: number;
  /** Came along with a record and shown with it (who recorded it, who is meant). */
  readonly attached: number;
  readonly kinds: readonly KindAccount[];
}

/** One kind's list as it is shown: rows in the kind's order, and the records hidden behind the filter. */
export interface KindList {
  readonly kind: KindId;
  readonly rows: readonly Fold<ChartRecord>[];
  readonly hidden: readonly ChartRecord[];
}

/** Reads resources into the lists of their kinds, one list a kind, kinds without records left in as empty lists. */
export function listsOf(resources: readonly FhirResource[], context: ReadContext): readonly KindList[] {
  const placed = Map.groupBy(resources, (resource) => kindOf(resource, context.patientId));
  return allKinds.map((kind) => {
    const records = sortRecords(kind, readRecords(kind, placed.get(kind.id) ?? [], context));
    return {
      kind: kind.id,
      rows: fold(
        kind,
        records.filter((record) => !record.enteredInError),
      ),
      hidden: records.filter((record) => record.enteredInError),
    };
  });
}

/**
 * Accounts for what a chart received.
 * @param resources matches of the searches
 * @param included what came with them; those that no record shows count as other records
 */
export function accountFor(
  resources: readonly FhirResource[],
  context: ReadContext,
  included: readonly FhirResource[] = [],
): Account {
  const lost = strays(included, resources);
  const kinds = listsOf([...resources, ...lost], context).map(({ kind, rows, hidden }): KindAccount => {
    const inRows = rows.reduce((sum, row) => sum + row.records.length, 0);
    const shown = rows.length;
    return { kind, received: inRows + hidden.length, shown, folded: inRows - shown, hidden: hidden.length };
  });
  const sum = (field: 'shown' | 'folded' | 'hidden') =>
    kinds.reduce((total, account) => total + account[field], 0);
  return {
    received: resources.length + included.length,
    shown: sum('shown'),
    folded: sum('folded'),
    hidden: sum('hidden'),
    attached: included.length - lost.length,
    kinds,
  };
}
