import { useMemo } from 'react';
import { sectionOf } from '#chart/kit/section-of.ts';
import { useRecordsOf } from '#chart/kit/story/use-all-records.ts';
import { isComing } from '#chart/kit/story/NotRead.tsx';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { sortRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { observationsIn } from '#fhir/observations-in.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { reports as reportKind, resultsInReports } from '#fhir/reports.ts';
import type { SectionId } from '#i18n/en/sections.ts';

/** Laboratory results with those that came inside a report: they are results like others, though no search returned them. */
export function useResults(): Records<ObservationRecord> {
  const results = useRecords(laboratory);
  const reports = useRecords(reportKind);
  return useMemo(() => {
    const inside = resultsInReports([...reports.records, ...reports.enteredInError]);
    const { face } = results;
    if (inside.length === 0) {
      // While a report may still bring one, nobody can say that there is none (`absence-words.ts`: nor where some are missing).
      return face === 'none-recorded' && isComing(reports) ? { ...results, face: 'reading' } : results;
    }
    const facts = inside.filter(({ enteredInError }) => !enteredInError);
    const errors = inside.filter(({ enteredInError }) => enteredInError);
    return {
      ...results,
      records: facts.length === 0 ? results.records : sortRecords(laboratory, [...results.records, ...facts]),
      enteredInError: [...results.enteredInError, ...errors],
      face: 'records',
    };
  }, [results, reports]);
}

/** Where observations stand besides the laboratory's. */
const observed = ['vitals', 'tests', 'social-history', 'other'] as const;

export interface Observations {
  /** Every observation that is a fact, list by list. */
  readonly all: readonly ObservationRecord[];
  /** The section that lists one. */
  readonly sectionOf: (record: ObservationRecord) => SectionId;
}

/** The observations of the whole chart, whichever section lists them. */
export function useObservations(): Observations {
  const results = useResults();
  const lists = useRecordsOf(observed);
  // As many lists as there are kinds, always.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => together(results, lists), [results, ...lists]);
}

function together(results: Records<ObservationRecord>, lists: readonly Records<ChartRecord>[]): Observations {
  const sections = new Map<string, SectionId>();
  const others = lists.flatMap(({ kind, records }) => {
    const found = observationsIn(records);
    for (const { key } of found) sections.set(key, sectionOf(kind));
    return found;
  });
  return {
    all: [...results.records, ...others],
    sectionOf: ({ key }) => sections.get(key) ?? 'results',
  };
}
