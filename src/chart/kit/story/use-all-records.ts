import { useMemo } from 'react';
import { isCounted } from '#chart/kit/counted.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { kindById } from '#chart/kit/kinds.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import type { KindId } from '#fhir/plan.ts';
import type { Reading } from '#fhir/reading.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { type Entry, type VisitLinks, linkVisits } from '#fhir/visit-links.ts';
import { allKinds } from './all-kinds.ts';

/** The whole chart as it stands now. */
export interface AllRecords {
  readonly lists: readonly Records<ChartRecord>[];
  /** Every record but those entered in error, with its kind. Statements such as "no known allergies" are among them. */
  readonly entries: readonly Entry[];
  /** How many were left out because they were entered in error. */
  readonly enteredInError: number;
}

/** Records of several kinds at once. `kinds` must be one and the same list at every drawing. */
export function useRecordsOf(kinds: readonly KindId[]): readonly Records<ChartRecord>[] {
  // The list never changes, so the hooks are called in the same order every time.
  // oxlint-disable-next-line react/rules-of-hooks
  return kinds.map((kind) => useRecords(kindById(kind)));
}

export function useAllRecords(): AllRecords {
  const { reading } = useChart();
  const lists = useRecordsOf(allKinds);
  // As many lists as there are kinds, always.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => shared(reading, lists), [reading, ...lists]);
}

const lastOf = new WeakMap<Reading, AllRecords>();

/** One and the same result for all views as long as no list has changed: what is made of it is made once. */
function shared(reading: Reading, lists: readonly Records<ChartRecord>[]): AllRecords {
  const last = lastOf.get(reading);
  const isSame = last?.lists.every(
    ({ records, availability, face }, at) =>
      records === lists[at]?.records &&
      availability.run === lists[at].availability.run &&
      face === lists[at].face,
  );
  if (last !== undefined && isSame === true) return last;
  const made = together(lists);
  lastOf.set(reading, made);
  return made;
}

function together(lists: readonly Records<ChartRecord>[]): AllRecords {
  return {
    lists,
    entries: lists.flatMap(({ kind, records }) => records.map((record) => ({ kind, record }))),
    enteredInError: lists.reduce((sum, list) => sum + list.enteredInError.length, 0),
  };
}

const linksOf = new WeakMap<readonly Entry[], VisitLinks>();

/** Which record belongs to which visit, as far as both have arrived. */
export function useVisitLinks(entries: readonly Entry[]): VisitLinks {
  const chart = useChart();
  return useMemo(() => {
    const links = linksOf.get(entries) ?? linkVisits(entries, readContext(chart));
    linksOf.set(entries, links);
    return links;
  }, [entries, chart]);
}

/** Records without the statements about their lists. */
export function itemsOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ record }) => isCounted(record));
}
