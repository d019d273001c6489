import type { ReportRecord } from '#fhir/reports.ts';
import { isNoteToo } from '#fhir/note-report.ts';
import { kindById } from './kinds.ts';
import { useRecords } from './use-records.ts';

/** How many reports stand among the notes: the list of notes is longer than its documents are many. */
export function useNoteReports(): number {
  return useReports().filter(isNoteToo).length;
}

/** How many results came inside reports: the list of results is longer than the observations that were sent. */
export function useResultsInReports(): number {
  return useReports().reduce((n, { containedResults }) => n + containedResults.length, 0);
}

function useReports(): readonly ReportRecord[] {
  // A kind by its id has lost its type on the way.
  return useRecords(kindById('reports')).records as readonly ReportRecord[];
}
