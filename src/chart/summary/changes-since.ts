/** What is new since the last visit: told from the records' own dates, never from what was seen before. */
import { isCounted } from '#chart/kit/counted.ts';
import { words } from '#chart/kit/words.ts';
import type { EncounterRecord } from '#fhir/encounters.ts';
import { byNewest } from '#fhir/kind.ts';
import type { ChartRecord } from '#fhir/record.ts';

/**
 * The visit to count from: the last one that began before the day of the newest. A chart opened during a visit asks
 * what changed since the one before.
 */
export function lastVisit(visits: readonly EncounterRecord[], today: number): EncounterRecord | undefined {
  const past = visits
    .filter(({ sortTime, standing }) => sortTime !== undefined && (sortTime < today || standing === 'past'))
    .toSorted(byNewest);
  return past.find(({ sortTime }) => (sortTime ?? 0) < today);
}

/** Records dated after the visit, newest first. */
export function newSince<R extends ChartRecord>(records: readonly R[], visit: EncounterRecord): readonly R[] {
  const from = visit.sortTime ?? Number.POSITIVE_INFINITY;
  return records.filter((record) => isCounted(record) && (record.sortTime ?? 0) > from).toSorted(byNewest);
}

/** "Lisinopril, Metformin and 3 more": each name once. */
export function namesOf(
  records: readonly ChartRecord[],
  most: number,
): { readonly names: string; readonly more: number } {
  const names = [...new Set(records.map(({ title }) => words(title)))];
  return { names: names.slice(0, most).join('; '), more: Math.max(0, names.length - most) };
}
