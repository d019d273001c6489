/**
 * FHIR dates as sent. A date keeps its precision; one without a time never meets a time zone.
 * FHIR R4 §2.24.0.1 (date, dateTime, instant).
 */
import { asObject, asText, type JsonObject } from './json.ts';
import { type AgeTold, readWhenText } from './when-text.ts';

export interface FhirDateTime {
  /** As it arrived. */
  readonly sent: string;
  readonly precision: 'year' | 'month' | 'day' | 'time';
  readonly year: number;
  /** 1–12 */
  readonly month: number | undefined;
  /** 1–31 */
  readonly day: number | undefined;
  /** Milliseconds since 1970 of a value with a time and a zone; undefined for a date. */
  readonly instant: number | undefined;
}

export interface Period {
  readonly start: FhirDateTime | undefined;
  readonly end: FhirDateTime | undefined;
}

/** Every FHIR timing choice (`effective[x]`, `onset[x]`, `performed[x]`, …) in one shape. */
export type When =
  | { readonly kind: 'date'; readonly date: FhirDateTime }
  | {
      readonly kind: 'period';
      readonly start: FhirDateTime | undefined;
      readonly end: FhirDateTime | undefined;
      /** Of several moments (a Timing's events): all of them; `start` and `end` are the first and the last. */
      readonly events?: readonly FhirDateTime[];
    }
  /** An age ("at 12 years"), a range of ages, a schedule, free text or a date that is none: words only. */
  | { readonly kind: 'text'; readonly text: string; readonly age?: AgeTold | undefined };

const pattern =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A FHIR date, dateTime or instant. Undefined for anything that is no such date (30 February, `5/4/2019`). */
export function parseDateTime(value: unknown): FhirDateTime | undefined {
  if (typeof value !== 'string') return undefined;
  const [, y, m, d, h, min, s, fraction, zone] = pattern.exec(value.trim()) ?? [];
  if (y === undefined) return undefined;
  const [year, month, day] = [Number(y), optional(m), optional(d)];
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return undefined;
  const sent = value.trim();
  if (h === undefined) {
    const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
    return { sent, precision, year, month, day, instant: undefined };
  }
  const [hour, minute, second] = [Number(h), Number(min), Number(s ?? 0)];
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const parts = { sent, precision: 'time', year, month, day } as const;
  if (zone === undefined) return { ...parts, instant: undefined };
  const milliseconds = Math.trunc(Number(`0.${fraction ?? 0}`) * 1000);
  const utc =
    dayTime(year, month ?? 1, day ?? 1) + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  return { ...parts, instant: utc - zoneMinutes(zone) * 60_000 };
}

export function readPeriod(value: unknown): Period | undefined {
  const object = asObject(value);
  const [start, end] = [parseDateTime(object?.['start']), parseDateTime(object?.['end'])];
  return start === undefined && end === undefined ? undefined : { start, end };
}

/** What a date-like value says, whatever its type: a date, a Period, an Age, a Range, a Timing, words. */
export function whenOf(value: unknown): When | undefined {
  if (typeof value === 'boolean') return undefined;
  const text = asText(value);
  if (text !== undefined) {
    const date = parseDateTime(text);
    return date === undefined ? { kind: 'text', text } : { kind: 'date', date };
  }
  const object = asObject(value);
  if (object === undefined) return undefined;
  const bounds = asObject(asObject(object['repeat'])?.['boundsPeriod']);
  const period = readPeriod(object) ?? readPeriod(bounds);
  if (period !== undefined) return { kind: 'period', ...period };
  const events: readonly unknown[] = Array.isArray(object['event']) ? object['event'] : [];
  const dates = events.map(parseDateTime).filter((date) => date !== undefined);
  const [only] = dates;
  if (only !== undefined && dates.length === events.length) {
    if (dates.length === 1) return { kind: 'date', date: only };
    const inOrder = dates.toSorted((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0));
    return { kind: 'period', start: inOrder[0], end: inOrder.at(-1), events: inOrder };
  }
  const words = readWhenText(object);
  return words === undefined ? undefined : { kind: 'text', ...words };
}

const choices = ['DateTime', 'Date', 'Instant', 'Period', 'Age', 'Range', 'Quantity', 'String', 'Timing', ''];

/**
 * A timing choice of an element: `readWhen(condition, 'onset')` reads `onsetDateTime`, `onsetPeriod`, `onsetAge` …,
 * and `onset` itself. The first that says something; the details show the others.
 */
export function readWhen(element: JsonObject | undefined, stem: string): When | undefined {
  if (element === undefined) return undefined;
  for (const choice of choices) {
    const when = whenOf(element[stem + choice]);
    if (when !== undefined) return when;
  }
  return undefined;
}

/**
 * Milliseconds (UTC) for sorting, never for showing: the start of what was said, so that `2019` sorts as its first
 * day. Undefined for words.
 */
export function sortTimeOf(when: When | undefined): number | undefined {
  if (when === undefined || when.kind === 'text') return undefined;
  return when.kind === 'date' ? startOf(when.date) : startOf(when.start ?? when.end);
}

/**
 * The first moment (UTC milliseconds) of what a date says; for a value with a zone, its instant. A time without one
 * stands at its own hour of the day, as the day itself does: after what the same day says of earlier hours.
 */
export function startOf(date: FhirDateTime | undefined): number | undefined {
  if (date === undefined) return undefined;
  return date.instant ?? dayTime(date.year, date.month ?? 1, date.day ?? 1) + timeOfDay(date);
}

function timeOfDay({ precision, sent }: FhirDateTime): number {
  if (precision !== 'time') return 0;
  const [, hour, min, second] = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(sent) ?? [];
  return ((Number(hour ?? 0) * 60 + Number(min ?? 0)) * 60 + Number(second ?? 0)) * 1000;
}

/** The calendar day a clock shows where the reader is: the "today" of ages and of what has ended. */
export function calendarDay(now: Date): FhirDateTime {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const sent = [String(year).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))].join(
    '-',
  );
  return { sent, precision: 'day', year, month, day, instant: undefined };
}

/**
 * Whether a date lies wholly before `now`: an instant before it, a day (month, year) before the reader's own day
 * (month, year). What ends today has not ended.
 */
export function isBefore(date: FhirDateTime, now: Date): boolean {
  if (date.instant !== undefined) return date.instant < now.getTime();
  const today = calendarDay(now);
  const until = [
    today.year,
    date.month === undefined ? 0 : today.month,
    date.day === undefined ? 0 : today.day,
  ];
  return (
    dayTime(date.year, date.month ?? 0, date.day ?? 0) < dayTime(until[0] ?? 0, until[1] ?? 0, until[2] ?? 0)
  );
}

/** Midnight UTC of a day of the calendar; right for the years before 100 as well. */
export function dayTime(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

export function daysIn(year: number, month: number): number {
  return new Date(dayTime(year, month + 1, 0)).getUTCDate();
}

function optional(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
