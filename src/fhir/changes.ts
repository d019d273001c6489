/**
 * What is new, changed, stopped or resulted since a day. Told from dates in the records and their Provenance alone:
 * nothing is remembered from an earlier look, and what carries no date is not told at all.
 */
import { calendarDay, dayTime, type FhirDateTime, parseDateTime, startOf } from './dates.ts';
import { byNewest } from './kind.ts';
import { type EncounterRecord, tookPlace } from './encounters.ts';
import { ownDates } from './change-dates.ts';
import { courseOf } from './medication-course.ts';
import type { MedicationRecord } from './medications.ts';
import type { ChartRecord, ReadContext } from './record.ts';
import type { Entry } from './visit-links.ts';

export type ChangeKind = 'new' | 'changed' | 'stopped' | 'resulted';

/** Which date says so. */
export type Evidence =
  | 'dated'
  | 'recorded'
  | 'released'
  | 'ended'
  | 'status'
  | 'recurred'
  | 'corrected'
  | 'provenance';

export interface Change extends Entry {
  readonly change: ChangeKind;
  readonly evidence: Evidence;
  readonly at: FhirDateTime;
  /** The prescription that this one takes the place of. */
  readonly before: MedicationRecord | undefined;
  /** Written anew with nothing else about it. */
  readonly renewed: boolean;
}

/** The moment to count from. */
export interface Since {
  /** Milliseconds; what has a time of day is compared with this. */
  readonly moment: number;
  /** Midnight UTC of the day: what has none is compared with this. */
  readonly day: number;
  /** Whether the day itself counts: the whole of a day that was picked, nothing of the day of a visit that was. */
  readonly withDay: boolean;
}

/** A day the reader picked (`YYYY-MM-DD`, of their calendar). Undefined for what is no such day. */
export function sinceDay(day: string): Since | undefined {
  const date = parseDateTime(day);
  if (date?.precision !== 'day' || date.month === undefined || date.day === undefined) return undefined;
  const moment = new Date(date.year, date.month - 1, date.day).getTime();
  return { moment, day: dayTime(date.year, date.month, date.day), withDay: true };
}

/** The beginning of a visit. Undefined where the visit has no date. */
export function sinceVisit(visit: ChartRecord): Since | undefined {
  const { sortTime, when } = visit;
  if (sortTime === undefined || when === undefined || when.kind === 'text') return undefined;
  const date = when.kind === 'date' ? when.date : (when.start ?? when.end);
  if (date?.instant === undefined) return { moment: sortTime, day: sortTime, withDay: false };
  const { year, month, day } = calendarDay(new Date(date.instant));
  return { moment: date.instant, day: dayTime(year, month ?? 1, day ?? 1), withDay: false };
}

/** Whether a date lies after it, for certain: "2026" is not after August 2026. */
export function isSince(date: FhirDateTime | undefined, { moment, day, withDay }: Since): boolean {
  if (date === undefined) return false;
  if (date.instant !== undefined) return withDay ? date.instant >= moment : date.instant > moment;
  const start = startOf(date) ?? 0;
  const own = date.precision === 'time' ? dayTime(date.year, date.month ?? 1, date.day ?? 1) : start;
  return withDay ? own >= day : own > day;
}

/**
 * The visit to count from: the last one that began before the day of the newest. A chart opened during a visit asks
 * what changed since the one before.
 */
export function lastVisit(visits: readonly EncounterRecord[], today: number): EncounterRecord | undefined {
  return visits
    .filter((visit) => (visit.sortTime ?? today) < today && tookPlace(visit))
    .toSorted(byNewest)[0];
}

export interface Changes {
  /** Newest first. */
  readonly changes: readonly Change[];
  /** Records that carry no date and have no dated Provenance: nothing can be told of them. */
  readonly untold: number;
}

/** One change a record at most: what it says of itself outranks what Provenance says of it. */
export function changesSince(
  entries: readonly Entry[],
  since: Since,
  now: number,
  context: ReadContext,
): Changes {
  // A visit that is planned has not happened, and no date says when it was planned.
  const isTold = (date: FhirDateTime): boolean => isSince(date, since) && (startOf(date) ?? 0) <= now;
  const medications = entries.flatMap(({ kind, record }) =>
    kind === 'medications' ? [record as MedicationRecord] : [],
  );
  const changes: Change[] = [];
  let untold = 0;
  for (const entry of entries) {
    const dates = ownDates(entry);
    const provenance = context
      .provenanceOf(entry.record.source)
      .map((one) => parseDateTime(one['recorded']))
      .filter((date) => date !== undefined);
    if (dates.length === 0 && provenance.length === 0) untold += 1;
    const own = dates.find(({ date }) => isTold(date));
    const recorded = provenance.find(isTold);
    if (own !== undefined) {
      changes.push({ ...entry, ...told(entry, own, medications), at: own.date });
    } else if (recorded !== undefined) {
      // With no date of its own, and every statement about it after that day, it was not there before.
      const isNew = dates.length === 0 && provenance.every((date) => isSince(date, since));
      const change = isNew ? 'new' : 'changed';
      changes.push({
        ...entry,
        change,
        evidence: 'provenance',
        at: recorded,
        before: undefined,
        renewed: false,
      });
    }
  }
  return { changes: changes.toSorted((a, b) => (startOf(b.at) ?? 0) - (startOf(a.at) ?? 0)), untold };
}

function told(
  { kind, record }: Entry,
  { change, evidence }: { readonly change: ChangeKind; readonly evidence: Evidence },
  medications: readonly MedicationRecord[],
): Pick<Change, 'change' | 'evidence' | 'before' | 'renewed'> {
  const plain = { change, evidence, before: undefined, renewed: false };
  if (kind !== 'medications' || change !== 'new') return plain;
  const course = courseOf(record as MedicationRecord, medications);
  if (course?.before === undefined) return plain;
  return { change: 'changed', evidence, before: course.before, renewed: course.change === 'renewed' };
}
