/**
 * Dates and numbers as people read them. A date keeps the precision it came with and never meets a time zone; an
 * instant is shown in the reader's zone. Numbers are never reformatted: they stand as they were written.
 */
import type { FhirDateTime, When } from '#fhir/dates.ts';
import { language, t } from '#i18n/translate.ts';

const formats = {
  day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
} as const;

// Made when first used: the reader's zone is the page's, and tests set it.
let zoned: Record<'day' | 'short' | 'moment' | 'clock', Intl.DateTimeFormat> | undefined;

function inZone(): NonNullable<typeof zoned> {
  zoned ??= {
    day: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }),
    short: new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }),
    moment: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
    clock: new Intl.DateTimeFormat(language, { timeStyle: 'short' }),
  };
  return zoned;
}

/** A date as far as it is known: "2019", "May 2019", "May 4, 2019", "May 4, 2019, 2:02 PM". */
export function formatDate(date: FhirDateTime): string {
  if (date.instant !== undefined) return inZone().moment.format(date.instant);
  return [formatParts(date), clockAsSent(date)].filter((part) => part !== undefined).join(', ');
}

/** The day alone, in the reader's zone for an instant. */
export function formatDay(date: FhirDateTime): string {
  return date.instant === undefined ? formatParts(date) : inZone().day.format(date.instant);
}

/** For narrow columns of recent things: without the year where it is the year of `now`. */
export function formatShortDay(date: FhirDateTime, now: number): string {
  const { year, month, day, instant } = date;
  const today = new Date(now);
  if (instant !== undefined) {
    return new Date(instant).getFullYear() === today.getFullYear()
      ? inZone().short.format(instant)
      : formatDay(date);
  }
  if (year !== today.getFullYear() || month === undefined || day === undefined) return formatDay(date);
  return formats.short.format(new Date(0).setUTCFullYear(year, month - 1, day));
}

function formatParts({ year, month, day }: FhirDateTime): string {
  if (month === undefined) return String(year).padStart(4, '0');
  const utc = new Date(0).setUTCFullYear(year, month - 1, day ?? 1);
  return (day === undefined ? formats.month : formats.day).format(utc);
}

/** The time of a value without a zone: as it was sent, for no clock can be put to it. */
function clockAsSent({ precision, sent }: FhirDateTime): string | undefined {
  return precision === 'time' ? /T(\d\d:\d\d)/.exec(sent)?.[1] : undefined;
}

/** When something was: a date, a span of dates, or words. `days` leaves the time of day to the details. */
export function formatWhen(when: When, detail: 'days' | 'times' = 'times'): string {
  const show = detail === 'days' ? formatDay : formatDate;
  if (when.kind === 'text') return when.text;
  if (when.kind === 'date') return show(when.date);
  const [start, end] = [when.start && show(when.start), when.end && show(when.end)];
  if (start !== undefined && end !== undefined) return start === end ? start : t('when.span', { start, end });
  if (start !== undefined) return t('when.since', { start });
  return end === undefined ? '' : t('when.until', { end });
}

/** A place on a time axis: month and year. */
export function formatMonth(date: Date): string {
  return formats.month.format(date);
}

/** A moment of this machine's clock: the time alone when it is of today, else the day too. */
export function formatReadAt(milliseconds: number, now: number): string {
  const { day, clock, moment } = inZone();
  return (day.format(milliseconds) === day.format(now) ? clock : moment).format(milliseconds);
}

const numbers = new Intl.NumberFormat(language);

/** A count of ours, grouped as the language does. Never for a value of the record. */
export function formatCount(n: number): string {
  return numbers.format(n);
}
