import type { ReportRecord } from '#fhir/reports.ts';
import { isNoteToo } from '#fhir/note-report.ts';
import { kindById } from './kinds.ts';
import { useRecords } from './use-records.ts';

/** How many reports stand among the notes: the list of notes is longer than its documents are many. */
export function useNoteReports(): number {
  // A kind by its id has lost its type on the way.
  const reports = useRecords(kindById('reports')).records as readonly ReportRecord[];
  return reports.filter(isNoteToo).length;
}
