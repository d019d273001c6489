import type { ChartRecord } from '#fhir/record.ts';

/** Whether a record is an item of its list: "no known allergies" is a statement about the list, never one of it. */
export function isCounted(record: ChartRecord): boolean {
  return !('statement' in record) || record.statement === undefined;
}

/** How many items a list has. What was dispensed or given for a prescription that is here stands under it. */
export function countOf(records: readonly ChartRecord[]): number {
  const keys = new Set(records.map(({ key }) => key));
  return records.filter((record) => isCounted(record) && !standsBeneath(record, keys)).length;
}

function standsBeneath(record: ChartRecord, keys: ReadonlySet<string>): boolean {
  if (!('prescriptions' in record) || !Array.isArray(record.prescriptions)) return false;
  return record.prescriptions.some((key) => keys.has(key as string));
}
