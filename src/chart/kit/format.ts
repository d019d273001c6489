/**
 * Dates and numbers as people read them. A date keeps the precision it came with and never meets a time zone; an
 * instant is shown in the reader's zone. Numbers are never reformatted: they stand as they were written.
 */
import type { FhirDateTime, When } from '#fhir/dates.ts';
import type { AgeTold } from '#fhir/when-text.ts';
import { language, t } from '#i18n/translate.ts';

const utc = { timeZone: 'UTC' } as const;
const kinds = {
  day: { dateStyle: 'medium', ...utc },
  month: { year: 'numeric', month: 'short', ...utc },
  short: { month: 'short', day: 'numeric', ...utc },
  zonedDay: { dateStyle: 'medium' },
  zonedShort: { month: 'short', day: 'numeric' },
  zonedMoment: { dateStyle: 'medium', timeStyle: 'short' },
  zonedClock: { timeStyle: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const made = new Map<string, Intl.DateTimeFormat>();

/** Made when first used: making one takes milliseconds; and the reader's zone is the page's, which tests set. */
function format(kind: keyof typeof kinds): Intl.DateTimeFormat {
  const name = `${language} ${kind}`;
  const known = made.get(name) ?? new Intl.DateTimeFormat(language, kinds[kind]);
  made.set(name, known);
  return known;
}

/** Makes what the banner formats with, at a time when nobody waits for it. */
export function prepareFormats(): void {
  format('day').format(0);
  format('zonedClock').format(0);
}

/** A date as far as it is known: "2019", "May 2019", "May 4, 2019", "May 4, 2019, 2:02 PM". */
export function formatDate(date: FhirDateTime): string {
  if (date.instant !== undefined) return format('zonedMoment').format(date.instant);
  return [formatParts(date), clockAsSent(date)].filter((part) => part !== undefined).join(', ');
}

/** The day alone, in the reader's zone for an instant. */
export function formatDay(date: FhirDateTime): string {
  return date.instant === undefined ? formatParts(date) : format('zonedDay').format(date.instant);
}

/** For narrow columns of recent things: without the year where it is the year of `now`. */
export function formatShortDay(date: FhirDateTime, now: number): string {
  const { year, month, day, instant } = date;
  const today = new Date(now);
  if (instant !== undefined) {
    return new Date(instant).getFullYear() === today.getFullYear()
      ? format('zonedShort').format(instant)
      : formatDay(date);
  }
  if (year !== today.getFullYear() || month === undefined || day === undefined) return formatDay(date);
  return format('short').format(new Date(0).setUTCFullYear(year, month - 1, day));
}

function formatParts({ year, month, day }: FhirDateTime): string {
  if (month === undefined) return String(year).padStart(4, '0');
  const moment = new Date(0).setUTCFullYear(year, month - 1, day ?? 1);
  return format(day === undefined ? 'month' : 'day').format(moment);
}

/** The time of a value without a zone: as it was sent, for no clock can be put to it. */
function clockAsSent({ precision, sent }: FhirDateTime): string | undefined {
  return precision === 'time' ? /T(\d\d:\d\d)/.exec(sent)?.[1] : undefined;
}

/** When something was: a date, a span of dates, or words. `days` leaves the time of day to the details. */
export function formatWhen(when: When, detail: 'days' | 'times' = 'times'): string {
  const show = detail === 'days' ? formatDay : formatDate;
  if (when.kind === 'text') return when.age === undefined ? when.text : formatAge(when.age);
  if (when.kind === 'date') return show(when.date);
  if (when.events !== undefined && detail === 'times') return when.events.map(show).join('; ');
  const [start, end] = [when.start && show(when.start), when.end && show(when.end)];
  if (start !== undefined && end !== undefined) return start === end ? start : t('when.span', { start, end });
  if (start !== undefined) return t('when.since', { start });
  return end === undefined ? '' : t('when.until', { end });
}

/** The number as it was sent, then the language's word for its unit. */
function formatAge({ written, number, unit }: AgeTold): string {
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  const parts = new Intl.NumberFormat(language, style).formatToParts(number);
  return `${written} ${parts.find(({ type }) => type === 'unit')?.value ?? unit}`;
}

/** A place on a time axis: month and year. */
export function formatMonth(date: Date): string {
  return format('month').format(date);
}

/** A moment of this machine's clock: the time alone when it is of today, else the day too. */
export function formatReadAt(milliseconds: number, now: number): string {
  const isToday = new Date(milliseconds).toDateString() === new Date(now).toDateString();
  return format(isToday ? 'zonedClock' : 'zonedMoment').format(milliseconds);
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A count of ours, grouped as the language does. Never for a value of the record. */
export function formatCount(n: number): string {
  const known = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, known);
  return known.format(n);
}
