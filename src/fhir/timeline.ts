/**
 * Every dated record in one order: under its visit where it names one, under its day otherwise. A date keeps the
 * precision it came with, so that what is only known to the year has a place of its own and is never put on a day.
 */
import { calendarDay, type FhirDateTime, type When } from './dates.ts';
import type { KindId } from './plan.ts';
import type { ChartRecord } from './record.ts';
import type { Entry, VisitLinks } from './visit-links.ts';

export interface TimelineGroup {
  /** The visit's key, or the day: `2026-11-21`, `2019-05`, `2019`. */
  readonly key: string;
  /** What it stands by in the order: a day as the reader's calendar has it, or what is known of one. */
  readonly day: string;
  readonly visit: ChartRecord | undefined;
  /** The date to write above it. */
  readonly date: FhirDateTime;
  /** By kind in `kindOrder`, the newest of each first. The visit itself is not among them. */
  readonly entries: readonly Entry[];
  /** Problems of the visit that stand where they began, on another day. */
  readonly elsewhere: readonly Entry[];
  /** Whether anything belongs to the visit, here, elsewhere or in what the reader left out. */
  readonly isNamed: boolean;
}

export interface Timeline {
  /** Newest first. */
  readonly groups: readonly TimelineGroup[];
  readonly undated: readonly Entry[];
}

/** What a group tells first: why, what was found and written, what was done about it, what was measured, all else. */
const kindOrder: readonly KindId[] = [
  'problems',
  'allergies',
  'documents',
  'reports',
  'procedures',
  'medications',
  'orders',
  'laboratory',
  'tests',
  'vitals',
  'immunizations',
  'social-history',
  'goals',
  'care-plans',
  'care-teams',
  'devices',
  'specimens',
  'coverage',
];

const placeOf = new Map(kindOrder.map((kind, at) => [kind, at]));
const last = kindOrder.length;

export function byKind(a: KindId, b: KindId): number {
  if (a === b) return 0;
  return (placeOf.get(a) ?? last) - (placeOf.get(b) ?? last) || (a < b ? -1 : 1);
}

/** The date a record begins with; undefined for words and for none. */
export function startDate(when: When | undefined): FhirDateTime | undefined {
  if (when === undefined || when.kind === 'text') return undefined;
  return when.kind === 'date' ? when.date : (when.start ?? when.end);
}

/** A day of the reader's calendar as far as it is known: an instant in their zone, a date as it stands. */
export function dayOf(date: FhirDateTime): string {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = date.instant === undefined ? sentDay(date) : calendarDay(new Date(date.instant)).sent;
  days.set(date, day);
  return day;
}

/** Asked for thousands of times a drawing. */
const days = new WeakMap<FhirDateTime, string>();

function sentDay(date: FhirDateTime): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const parts = [String(date.year).padStart(4, '0')];
  if (date.month !== undefined) parts.push(two(date.month));
  if (date.month !== undefined && date.day !== undefined) parts.push(two(date.day));
  return parts.join('-');
}

/**
 * @param visits all visits that have arrived, by key: a visit whose own kind is filtered out still heads its records
 */
export function timelineOf(
  entries: readonly Entry[],
  links: VisitLinks,
  visits: ReadonlyMap<string, ChartRecord>,
): Timeline {
  const groups = new Map<string, { visit?: ChartRecord; date: FhirDateTime; entries: Entry[] }>();
  const undated: Entry[] = [];
  const elsewhere = new Map<string, Entry[]>();
  const named = namedVisits(links);
  for (const entry of entries) {
    const { record, kind } = entry;
    const own = kind === 'encounters' ? record : undefined;
    const dated = links.get(record.key)?.filter((key) => startDate(visits.get(key)?.when) !== undefined);
    const first = dated?.[0] === undefined ? undefined : visits.get(dated[0]);
    const visit = own ?? (first !== undefined && mayStandUnder(entry, first) ? first : undefined);
    if (kind === 'problems')
      for (const other of dated ?? [])
        if (!mayStandUnder(entry, visits.get(other)))
          elsewhere.set(other, [...(elsewhere.get(other) ?? []), entry]);
    const date = startDate(visit?.when) ?? startDate(record.when);
    if (date === undefined) {
      undated.push(entry);
      continue;
    }
    const key = visit?.key ?? dayOf(date);
    const group = groups.get(key) ?? { date, entries: [], ...(visit === undefined ? {} : { visit }) };
    if (own === undefined) group.entries.push(entry);
    groups.set(key, group);
  }
  const made = [...groups].map(([key, { visit, date, entries: all }]): TimelineGroup => ({
    key,
    day: dayOf(date),
    visit,
    date,
    entries: all.toSorted(byKindThenNewest),
    elsewhere: elsewhere.get(key)?.toSorted(byKindThenNewest) ?? [],
    isNamed: named.has(key),
  }));
  return { groups: made.toSorted(newestGroupFirst), undated: undated.toSorted(byKindThenNewest) };
}

const visitsOf = new WeakMap<VisitLinks, ReadonlySet<string>>();

/** Keys of all visits that something belongs to. */
function namedVisits(links: VisitLinks): ReadonlySet<string> {
  const known = visitsOf.get(links) ?? new Set([...links.values()].flat());
  visitsOf.set(links, known);
  return known;
}

/**
 * A problem stands where it began: that a visit years later names it is said at the visit. Everything else belongs to
 * the visit it names, whenever its result came.
 */
function mayStandUnder({ kind, record }: Entry, visit: ChartRecord | undefined): boolean {
  const [own, day] = [startDate(record.when), startDate(visit?.when)];
  return kind !== 'problems' || own === undefined || (day !== undefined && dayOf(own) === dayOf(day));
}

function byKindThenNewest(a: Entry, b: Entry): number {
  return byKind(a.kind, b.kind) || (b.record.sortTime ?? 0) - (a.record.sortTime ?? 0);
}

/** By day; "2019" stands below all days of 2019. On one day the visits first, the latest on top. */
function newestGroupFirst(a: TimelineGroup, b: TimelineGroup): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  if ((a.visit === undefined) !== (b.visit === undefined)) return a.visit === undefined ? 1 : -1;
  return (b.date.instant ?? 0) - (a.date.instant ?? 0);
}

export interface YearDensity {
  readonly year: number;
  readonly n: number;
  /** Records of each month; what is only known to the year is in `n` alone. */
  readonly months: readonly number[];
}

/** A plan, a goal or a coverage reaches so many years ahead; what lies further is a slip of the pen ("2206"). */
const mostAhead = 5;

/**
 * How many records each year holds, from the first to the last with none left out, oldest first. A year that is a slip
 * of the pen is not among them, unless there is no other: it would push all the rest out of the drawing.
 */
export function densityOf(entries: readonly Entry[], thisYear: number): readonly YearDensity[] {
  const years = new Map<number, { n: number; months: number[] }>();
  for (const { record } of entries) {
    const date = startDate(record.when);
    if (date === undefined) continue;
    const [year, month] = dayOf(date).split('-').map(Number);
    if (year === undefined) continue;
    const known = years.get(year) ?? { n: 0, months: Array.from({ length: 12 }, () => 0) };
    known.n += 1;
    if (month !== undefined) known.months[month - 1] = (known.months[month - 1] ?? 0) + 1;
    years.set(year, known);
  }
  if (years.size === 0) return [];
  const all = [...years.keys()];
  const likely = all.filter((year) => year <= thisYear + mostAhead);
  const last = Math.max(...(likely.length > 0 ? likely : all));
  // "0202" would stretch the axis over two thousand years.
  const first = Math.max(Math.min(...all), last - 129);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const { n = 0, months = [] } = years.get(first + at) ?? {};
    return { year: first + at, n, months };
  });
}
