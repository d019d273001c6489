import { type ReactNode, useMemo } from 'react';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { type DocumentRecord, documents, documentsInReports } from '#fhir/documents.ts';
import { sortRecords } from '#fhir/kind.ts';
import { type ReportRecord, reports as reportKind } from '#fhir/reports.ts';
import { documentList } from './document-list.tsx';
import './Documents.css';

/** Notes and documents, the list and the document side by side; reports that came as documents among them. */
export function Documents(): ReactNode {
  const records = useRecords(documents);
  const reports = useRecords(reportKind);
  const all = useMemo(() => withReports(records, reports), [records, reports]);
  return (
    <div className="documents">
      <SectionFrame section="documents" records={all}>
        {(shown) => <RecordList section="documents" kind={documents} shape={documentList} records={shown} />}
      </SectionFrame>
    </div>
  );
}

/** The list's own records and the documents of reports. What is missing is still said of the list's own. */
export function withReports(
  records: Records<DocumentRecord>,
  reports: Records<ReportRecord>,
): Records<DocumentRecord> {
  const more = documentsInReports(reports.records);
  if (more.length === 0) return records;
  return { ...records, face: 'records', records: sortRecords(documents, [...records.records, ...more]) };
}
