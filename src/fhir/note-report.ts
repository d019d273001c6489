import type { ReportRecord } from './reports.ts';

/** Whether a report is read as a note as well: it came as a document, or says its conclusion in words. */
export function isNoteToo({
  attachments,
  conclusion,
}: Pick<ReportRecord, 'attachments' | 'conclusion'>): boolean {
  return attachments.length > 0 || conclusion !== undefined;
}
