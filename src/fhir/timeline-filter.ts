/** The timeline narrowed to kinds and to dates. */
import { daySpan, touches } from './day-span.ts';
import { medicationSpan, problemSpan } from './lanes.ts';
import type { MedicationRecord } from './medications.ts';
import type { KindId } from './plan.ts';
import type { ProblemRecord } from './problems.ts';
import type { Entry } from './visit-links.ts';

export interface TimelineFilter {
  /** Empty: all kinds. */
  readonly kinds: readonly KindId[];
  /** `YYYY-MM-DD`, both inclusive; empty for no bound. */
  readonly from: string;
  readonly to: string;
}

/**
 * Keeps what may have begun, gone on or ended between two days: a stay that reaches into them, a problem or drug that
 * had not ended, a record that is only known to a year that touches them. Undated records are in no range.
 */
export function narrowTimeline(
  entries: readonly Entry[],
  { kinds, from, to }: TimelineFilter,
): readonly Entry[] {
  if (kinds.length === 0 && from === '' && to === '') return entries;
  return entries.filter((entry) => {
    if (kinds.length > 0 && !kinds.includes(entry.kind)) return false;
    if (from === '' && to === '') return true;
    return [daySpan(entry.record.when), courseDays(entry)].some(
      (span) => span !== undefined && touches(span, from, to),
    );
  });
}

/** From when until when a problem or a drug ran. One that is over since nobody knows when is left to its own date. */
function courseDays({ kind, record }: Entry): ReturnType<typeof daySpan> {
  const course =
    kind === 'problems'
      ? problemSpan(record as ProblemRecord)
      : kind === 'medications'
        ? medicationSpan(record as MedicationRecord)
        : undefined;
  if (course === undefined || course.end === 'unknown') return undefined;
  return daySpan({ kind: 'period', start: course.from, end: course.until });
}
