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
import { startDate } from './timeline.ts';
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

/** The day to count from, the whole of it. */
export interface Since {
  /** Its beginning in the reader's calendar, in milliseconds: what has a time of day is compared with this. */
  readonly moment: number;
  /** Midnight UTC of the day: what has none is compared with this. */
  readonly day: number;
}

/** A day the reader picked (`YYYY-MM-DD`, of their calendar). Undefined for what is no such day. */
export function sinceDay(day: string): Since | undefined {
  const date = parseDateTime(day);
  if (date?.precision !== 'day' || date.month === undefined || date.day === undefined) return undefined;
  return sinceDayOf(date);
}

/**
 * The day of a visit, the whole of it: what was drawn that morning, before the visit began, came to nobody's eyes in it,
 * and most records name a day and no time. Undefined where the visit has no date.
 */
export function sinceVisit(visit: ChartRecord): Since | undefined {
  const date = startDate(visit.when);
  if (date === undefined || visit.sortTime === undefined) return undefined;
  const sent = sinceDayOf(date);
  if (date.instant === undefined) return sent;
  // The day it has in the record, or where the reader is: the earlier of the two, so that nothing falls between.
  const own = sinceDayOf(calendarDay(new Date(date.instant)));
  return own.day < sent.day ? own : sent;
}

function sinceDayOf({ year, month = 1, day = 1 }: Pick<FhirDateTime, 'year' | 'month' | 'day'>): Since {
  return { moment: new Date(year, month - 1, day).getTime(), day: dayTime(year, month, day) };
}

/** Whether a date lies on that day or after it, for certain: "2026" is not after August 2026. */
export function isSince(date: FhirDateTime | undefined, { moment, day }: Since): boolean {
  if (date === undefined) return false;
  if (date.instant !== undefined) return date.instant >= moment;
  const start = startOf(date) ?? 0;
  return (date.precision === 'time' ? dayTime(date.year, date.month ?? 1, date.day ?? 1) : start) >= day;
}

/** A visit of so many days ago is still what a reader is at: its results come in, and its questions are answered. */
const daysOfVisit = 7;

/**
 * The visit to count from where the reader has not picked one. A chart that is opened in a visit, or in the days after it,
 * is asked what changed since the visit before: counted from the visit itself, what led to it would be left out. So it is
 * the last one before the day of `current`, where the launch named a visit, else the last one that is a week old; where
 * there is none so old, the last one before today.
 * @param today the beginning of the reader's day
 */
export function visitToCountFrom(
  visits: readonly EncounterRecord[],
  today: Date,
  current?: EncounterRecord,
): EncounterRecord | undefined {
  const held = visits.filter((visit) => visit.sortTime !== undefined && tookPlace(visit)).toSorted(byNewest);
  const before = (since: Since | undefined): EncounterRecord | undefined =>
    since && held.find((visit) => !isSince(startDate(visit.when), since));
  const weekAgo = new Date(today);
  weekAgo.setDate(today.getDate() - daysOfVisit);
  const ofCurrent = current && sinceVisit(current);
  if (ofCurrent !== undefined && ofCurrent.moment <= today.getTime()) return before(ofCurrent);
  return before(sinceDayOf(calendarDay(weekAgo))) ?? before(sinceDayOf(calendarDay(today)));
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
