/**
 * Ticks of a time axis that can be read at any width: whole hours, days, months or years, as many as have room, each
 * label by itself unambiguous.
 */
import { language } from '#i18n/translate.ts';

export interface DateTick {
  /** Milliseconds. */
  readonly at: number;
  readonly label: string;
}

type Unit = 'hour' | 'day' | 'month' | 'year';

/** From fine to coarse; the finest whose labels have room is taken. */
const steps: readonly (readonly [Unit, number])[] = [
  ['hour', 1],
  ['hour', 3],
  ['hour', 6],
  ['hour', 12],
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['day', 14],
  ['month', 1],
  ['month', 2],
  ['month', 3],
  ['month', 6],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 20],
  ['year', 50],
];

/** Pixels a label needs, its gap to the next included. */
const room: Readonly<Record<Unit, number>> = { hour: 96, day: 96, month: 76, year: 48 };

const lengths: Readonly<Record<Unit, number>> = {
  hour: 3_600_000,
  day: 86_400_000,
  month: 30.4 * 86_400_000,
  year: 365.25 * 86_400_000,
};

const formats: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  hour: { month: 'short', day: 'numeric', hour: 'numeric' },
  day: { dateStyle: 'medium' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
};

export interface DateAxis {
  readonly from: number;
  readonly to: number;
  /** Pixels. */
  readonly width: number;
  /** Dates without a time stand at midnight UTC and are labelled so; instants in the reader's zone. */
  readonly zone: 'UTC' | undefined;
}

/** At least one tick; both ends, where nothing whole lies between them and there is room. */
export function dateTicks({ from, to, width, zone }: DateAxis): readonly DateTick[] {
  const span = to - from;
  if (span <= 0) return [{ at: from, label: labeller('day', zone)(from) }];
  const chosen =
    steps.find(([unit, n]) => (span / (lengths[unit] * n)) * room[unit] <= width) ?? steps.at(-1)!;
  const [unit, n] = chosen;
  const label = labeller(unit, zone);
  const whole = wholes(unit, n, from, to, zone).map((at) => ({ at, label: label(at) }));
  if (whole.length >= 2) return whole;
  const end = labeller(span < 2 * lengths.day ? 'hour' : 'day', zone);
  const ends = [from, to].map((at) => ({ at, label: end(at) }));
  return width < 2 * room.day ? ends.slice(1) : ends;
}

function labeller(unit: Unit, zone: DateAxis['zone']): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, { ...formats[unit], timeZone: zone });
  return (at) => format.format(at);
}

/** Starts of whole units between two moments, in the zone the labels are in. */
function wholes(unit: Unit, n: number, from: number, to: number, zone: DateAxis['zone']): readonly number[] {
  const found: number[] = [];
  const start = new Date(from);
  const [year, month, day, hour] =
    zone === 'UTC'
      ? [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate(), start.getUTCHours()]
      : [start.getFullYear(), start.getMonth(), start.getDate(), start.getHours()];
  // Years and months of several stand on their multiples: 2020, 2025; January, July.
  const first = {
    year: [year - (year % n), 0, 1, 0],
    month: [year, month - (month % n), 1, 0],
    day: [year, month, day, 0],
    hour: [year, month, day, hour - (hour % n)],
  }[unit] as [number, number, number, number];
  const place = { year: 0, month: 1, day: 2, hour: 3 }[unit];
  for (let step = 0; step < 400; step += 1) {
    const parts = first.with(place, first[place]! + step * n) as [number, number, number, number];
    const at = moment(parts, zone);
    if (at > to) break;
    if (at >= from) found.push(at);
  }
  return found;
}

/** Years before 100 too, which `Date.UTC` takes for 19xx. */
function moment([year, month, day, hour]: [number, number, number, number], zone: DateAxis['zone']): number {
  const date = new Date(0);
  if (zone === 'UTC') {
    date.setUTCFullYear(year, month, day);
    return date.setUTCHours(hour, 0, 0, 0);
  }
  date.setFullYear(year, month, day);
  return date.setHours(hour, 0, 0, 0);
}
