import { type ReactNode } from 'react';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { laboratory } from '#fhir/laboratory.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { reports } from '#fhir/reports.ts';
import { tests } from '#fhir/tests.ts';
import { vitals } from '#fhir/vitals.ts';
import { reportList } from './report-list.tsx';

/** Diagnostic reports: what was concluded, the results they rest on, the report as it was issued. */
export function Reports(): ReactNode {
  const records = useRecords(reports);
  const results = useRecords(laboratory);
  const findings = useRecords(tests);
  const signs = useRecords(vitals);
  const shape = useWorded(() => {
    const known = new Map<string, ObservationRecord>();
    for (const one of [...results.records, ...results.enteredInError, ...signs.records])
      known.set(one.key, one);
    for (const { key, observation } of findings.records) if (observation) known.set(key, observation);
    return reportList((key) => known.get(key));
  }, [results, findings, signs]);
  return (
    <SectionFrame section="reports" records={records}>
      {(shown) => <RecordList section="reports" kind={reports} shape={shape} records={shown} />}
    </SectionFrame>
  );
}
