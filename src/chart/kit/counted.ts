import type { ChartRecord } from '#fhir/record.ts';

/** Whether a record is an item of its list: "no known allergies" is a statement about the list, never one of it. */
export function isCounted(record: ChartRecord): boolean {
  return !('statement' in record) || record.statement === undefined;
}
