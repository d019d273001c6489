/**
 * Series for charts: one test over time. A line never mixes units, and nothing is converted; a value in another unit
 * stands on a line of its own. What cannot be drawn (no date, no number) is counted, never dropped in silence.
 */
import type { When } from './dates.ts';
import type { Flag } from './interpretation.ts';
import { quantityOf, type ObservationPart, type ObservationRecord } from './observations.ts';
import type { Words } from './phrase.ts';
import type { Quantity } from './quantity.ts';
import type { RangeBand } from './reference-range.ts';
import { testKey } from './test-key.ts';

export interface TrendPoint {
  /** Key of the observation. */
  readonly key: string;
  readonly when: When;
  /** Milliseconds, UTC: the place on the time axis. A partial date stands at its first day. */
  readonly at: number;
  readonly number: number;
  /** As written, comparator included: what a read-out shows. */
  readonly written: string;
  /** The true value lies on this side of `number`: `<5` is at most, `>60` at least. Drawn as an arrow at the bound. */
  readonly bound: 'at-most' | 'at-least' | undefined;
  readonly flag: Flag | undefined;
  /** The reference range as it stood at this date. */
  readonly band: RangeBand | undefined;
}

export interface TrendLine {
  readonly title: Words;
  readonly unit: string | undefined;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
}

export interface Trend {
  /** The record's own test and unit first; the two pressures of a blood pressure are two lines. */
  readonly lines: readonly TrendLine[];
  /** Results of the same test without a date, which no axis can place. */
  readonly undated: number;
  /** Results of the same test whose value is words, a range or absent. */
  readonly withoutNumber: number;
}

/** One number an observation states: its own value or a component's. */
interface Measure {
  readonly test: string;
  readonly part: ObservationPart;
  readonly record: ObservationRecord;
}

function measuresOf(record: ObservationRecord): readonly Measure[] {
  return [record, ...record.components].flatMap((part) => {
    const test = testKey(part) ?? (part === record ? record.key : undefined);
    const says = part.value !== undefined || part.absent !== undefined;
    return test === undefined || !says ? [] : [{ test, part, record }];
  });
}

/** Entered in error and called off: no fact, so no point. */
function counts(record: ObservationRecord): boolean {
  return !record.enteredInError && record.statusCode !== 'cancelled';
}

/** The same unit: by UCUM code where both have one, else as written. */
function unitKey(quantity: Quantity): string {
  return quantity.code !== undefined && quantity.system !== undefined
    ? `${quantity.system}|${quantity.code}`
    : `|${quantity.unit ?? ''}`;
}

function bound(comparator: string | undefined): TrendPoint['bound'] {
  if (comparator === '<' || comparator === '<=') return 'at-most';
  return comparator === '>' || comparator === '>=' ? 'at-least' : undefined;
}

/**
 * The lines of the tests that `record` states, over all records of `all` (its own among them or not).
 * @param all observations of any kind; entered in error and cancelled ones are left out
 */
export function seriesOf(record: ObservationRecord, all: readonly ObservationRecord[]): Trend {
  const own = measuresOf(record);
  const tests = new Set(own.map((measure) => measure.test));
  const records = all.includes(record) ? all : [...all, record];
  const measures = records
    .filter(counts)
    .flatMap(measuresOf)
    .filter((measure) => tests.has(measure.test));
  const lines = new Map<string, { title: Words; unit: string | undefined; points: TrendPoint[] }>();
  const lineFor = ({ test, part }: Measure, quantity: Quantity) => {
    const key = `${test} ${unitKey(quantity)}`;
    const line = lines.get(key) ?? { title: part.title, unit: quantity.unit, points: [] };
    lines.set(key, line);
    return line;
  };
  // The record's own lines come first, whatever order the others arrived in.
  for (const measure of own) {
    const quantity = quantityOf(measure.part);
    if (quantity?.number !== undefined && counts(record)) lineFor(measure, quantity);
  }
  let [undated, withoutNumber] = [0, 0];
  for (const measure of measures) {
    const quantity = quantityOf(measure.part);
    const { key, when, sortTime } = measure.record;
    if (quantity?.number === undefined) withoutNumber += 1;
    else if (when === undefined || sortTime === undefined) undated += 1;
    else {
      lineFor(measure, quantity).points.push({
        key,
        when,
        at: sortTime,
        number: quantity.number,
        written: `${quantity.comparator ?? ''}${quantity.value}`,
        bound: bound(quantity.comparator),
        flag: measure.part.flag,
        band: measure.part.band,
      });
    }
  }
  return {
    lines: [...lines.values()]
      .filter((line) => line.points.length > 0)
      .map((line) => ({ ...line, points: line.points.toSorted((a, b) => a.at - b.at) })),
    undated,
    withoutNumber,
  };
}

export interface Previous {
  readonly point: TrendPoint;
  /** How the newer value differs; undefined where a bound (`<5`) leaves it open. */
  readonly direction: 'up' | 'down' | 'same' | undefined;
}

/** The value before this one, of the same test in the same unit and at an earlier time: "↗ from 5.0". */
export function previousOf(
  record: ObservationRecord,
  all: readonly ObservationRecord[],
): Previous | undefined {
  const [line] = seriesOf(record, all).lines;
  return line === undefined ? undefined : previousIn(line, record.key);
}

/** The same within a line that is already there. */
export function previousIn(line: TrendLine, key: string): Previous | undefined {
  const current = line.points.find((point) => point.key === key);
  const point = current && line.points.findLast((candidate) => candidate.at < current.at);
  if (current === undefined || point === undefined) return undefined;
  const known = current.bound === undefined && point.bound === undefined;
  const change = Math.sign(current.number - point.number);
  return { point, direction: known ? (change > 0 ? 'up' : change < 0 ? 'down' : 'same') : undefined };
}
