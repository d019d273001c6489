import { type ReactNode } from 'react';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { laboratory } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { observationsIn } from '#fhir/observations-in.ts';
import { other } from '#fhir/other.ts';
import { reports } from '#fhir/reports.ts';
import { socialHistory } from '#fhir/social-history.ts';
import { tests } from '#fhir/tests.ts';
import { vitals } from '#fhir/vitals.ts';
import { reportList } from './report-list.tsx';

/** Diagnostic reports: what was concluded, the results they rest on, the report as it was issued. */
export function Reports(): ReactNode {
  const records = useRecords(reports);
  const results = useRecords(laboratory);
  // What a report rests on stands wherever its category has put it, or under other records where it has none.
  const findings = useRecords(tests);
  const signs = useRecords(vitals);
  const answers = useRecords(socialHistory);
  const others = useRecords(other);
  const shape = useWorded(() => {
    const known = new Map<string, ObservationRecord>();
    const lists = [results, signs, findings, answers, others].map((list) => observationsIn(list.records));
    for (const one of [...results.enteredInError, ...lists.flat()]) known.set(one.key, one);
    return reportList((key) => known.get(key));
  }, [results, findings, signs, answers, others]);
  return (
    <SectionFrame section="reports" records={records}>
      {(shown) => <RecordList section="reports" kind={reports} shape={shape} records={shown} />}
    </SectionFrame>
  );
}
