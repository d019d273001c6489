import { useEffect, useMemo } from 'react';
import { isCounted } from '#chart/kit/counted.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { kindById } from '#chart/kit/kinds.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import type { KindId } from '#fhir/plan.ts';
import type { Reading } from '#fhir/reading.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { Entry, VisitLinks } from '#fhir/visit-links.ts';
import { allKinds } from './all-kinds.ts';
import { isComing } from './NotRead.tsx';
import { linksOf, storyInPauses, storyOf, type WholeStory } from './whole-story.ts';

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
  const chart = useChart();
  const { reading } = chart;
  const lists = useRecordsOf(allKinds);
  // As many lists as there are kinds, always.
  // oxlint-disable-next-line react/exhaustive-deps
  const all = useMemo(() => shared(reading, lists), [reading, ...lists]);
  useEffect(
    () => (all.lists.some(isComing) ? undefined : storyInPauses(all.entries, () => readContext(chart))),
    [all, chart],
  );
  return all;
}

const lastOf = new WeakMap<Reading, AllRecords>();

/** One and the same result for all views as long as no list has changed: what is made of it is made once. */
function shared(reading: Reading, lists: readonly Records<ChartRecord>[]): AllRecords {
  const last = lastOf.get(reading);
  const isSame = last?.lists.every(
    ({ records, availability, face }, at) =>
      sameRecords(records, lists[at]!.records) &&
      availability.run === lists[at]!.availability.run &&
      face === lists[at]!.face,
  );
  if (last !== undefined && isSame === true) return last;
  const made = together(lists);
  lastOf.set(reading, made);
  return made;
}

/** Every view has lists of its own, of the same records. */
function sameRecords(a: readonly ChartRecord[], b: readonly ChartRecord[]): boolean {
  return a === b || (a.length === b.length && a.every((record, at) => record === b[at]));
}

function together(lists: readonly Records<ChartRecord>[]): AllRecords {
  return {
    lists,
    entries: lists.flatMap(({ kind, records }) => records.map((record) => ({ kind, record }))),
    enteredInError: lists.reduce((sum, list) => sum + list.enteredInError.length, 0),
  };
}

/** Which record belongs to which visit, as far as both have arrived. */
export function useVisitLinks(entries: readonly Entry[]): VisitLinks {
  const chart = useChart();
  return useMemo(() => linksOf(entries, readContext(chart)), [entries, chart]);
}

/** The whole chart in the order of time. */
export function useWholeStory(entries: readonly Entry[]): WholeStory {
  const chart = useChart();
  return useMemo(() => storyOf(entries, readContext(chart)), [entries, chart]);
}

/** Records without the statements about their lists. */
export function itemsOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ record }) => isCounted(record));
}
