/**
 * Series for charts: one test over time. A line never mixes units; a value in another unit stands on a line of its own
 * (`trend-units.ts` brings lines into one unit, and says of each value that it did). What cannot be drawn (no date, no number) is counted, never dropped in silence.
 */
import type { When } from './dates.ts';
import type { Flag } from './interpretation.ts';
import { numberOf, type ObservationPart, type ObservationRecord } from './observations.ts';
import type { Words } from './phrase.ts';
import { printedNumber } from './printed-quantity.ts';
import { printedUnit } from './printed-unit.ts';
import type { Quantity } from './quantity.ts';
import type { RangeBand } from './reference-range.ts';
import { testKey } from './test-key.ts';
import { ucum } from './code-systems.ts';
import { ucumCode } from './ucum-code.ts';

export interface TrendPoint {
  /** Key of the observation. */
  readonly key: string;
  readonly when: When;
  /** Milliseconds, UTC: the place on the time axis. A partial date stands at its first day. */
  readonly at: number;
  readonly number: number;
  /** As written, comparator included: what a read-out shows. */
  readonly written: string;
  /**
   * The true value lies on this side of `number`: `<5` is at most, `>60` at least; `unknown` for a comparator this app
   * does not know. Drawn as an arrow at the bound, and joined to no other value (`trend-runs.ts`).
   */
  readonly bound: 'at-most' | 'at-least' | 'unknown' | undefined;
  readonly flag: Flag | undefined;
  /** The reference range as it stood at this date. */
  readonly band: RangeBand | undefined;
  /** "150 lb": the value as it was sent, where `number` and `written` are in another unit. */
  readonly sent?: string;
}

export interface TrendLine {
  /** Equal for lines of the same test (`test-key.ts`). */
  readonly test: string;
  readonly title: Words;
  readonly unit: string | undefined;
  /** UCUM, where the unit is known beyond doubt. */
  readonly ucum: string | undefined;
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

const susceptibilities: ReadonlySet<string | undefined> = new Set([
  'S',
  'SDD',
  'I',
  'R',
  'NS',
  'SYN-R',
  'SYN-S',
]);

/** How much of a drug it took is told of one isolate: another one's figure is not its past. */
function isSusceptibility({ flags }: ObservationPart): boolean {
  return flags.some(({ code }) => susceptibilities.has(code));
}

function measuresOf(record: ObservationRecord): readonly Measure[] {
  return [record, ...record.components].flatMap((part) => {
    const own = part === record ? record.key : undefined;
    const test = isSusceptibility(part) ? own : (testKey(part) ?? own);
    const says = part.value !== undefined || part.absent !== undefined;
    return test === undefined || !says ? [] : [{ test, part, record }];
  });
}

/** Entered in error and called off: no fact, so no point. */
export function counts(record: ObservationRecord): boolean {
  return !record.enteredInError && record.statusCode !== 'cancelled';
}

/** The same unit: by UCUM code, sent or written unmistakably; else as written. */
function unitKey(quantity: Quantity): string {
  const code = ucumCode(quantity);
  if (code !== undefined) return `${ucum}|${code}`;
  return quantity.code !== undefined && quantity.system !== undefined
    ? `${quantity.system}|${quantity.code}`
    : `|${quantity.unit ?? ''}`;
}

/** A comparator, or an instrument at the end of its scale (interpretations `<` and `>`): the number is no value. */
function bound({ comparator }: Quantity, flags: readonly Flag[]): TrendPoint['bound'] {
  const sign = comparator ?? flags.find(({ code }) => code === '<' || code === '>')?.code;
  if (sign === '<' || sign === '<=') return 'at-most';
  if (sign === '>' || sign === '>=') return 'at-least';
  return sign === undefined ? undefined : 'unknown';
}

/** Lines by test and unit, in the order they were first met. */
type Lines = Map<string, Omit<TrendLine, 'points'> & { points: TrendPoint[] }>;

/** The line of a measure with a number, made where there is none yet. */
function lineOf(lines: Lines, { test, part }: Measure, quantity: Quantity) {
  const key = `${test} ${unitKey(quantity)}`;
  const line = lines.get(key) ?? {
    test,
    title: part.title,
    unit: printedUnit(quantity.unit),
    ucum: ucumCode(quantity),
    points: [],
  };
  lines.set(key, line);
  return line;
}

/** Puts a measure on its line, or says why no axis can hold it. */
function draw(lines: Lines, measure: Measure): 'drawn' | 'undated' | 'without-number' {
  const quantity = numberOf(measure.part);
  if (quantity?.number === undefined) return 'without-number';
  const point = pointOf(measure.part, measure.record);
  if (point === undefined) return 'undated';
  lineOf(lines, measure, quantity).points.push(point);
  return 'drawn';
}

/** A number of a record as a point of a course; undefined without a number or a date. */
export function pointOf(part: ObservationPart, record: ObservationRecord): TrendPoint | undefined {
  const quantity = numberOf(part);
  const { key, when, sortTime } = record;
  if (quantity?.number === undefined || when === undefined || sortTime === undefined) return undefined;
  return {
    key,
    when,
    at: sortTime,
    number: quantity.number,
    written: printedNumber(quantity),
    bound: bound(quantity, part.flags),
    flag: part.flag,
    band: part.band,
  };
}

function finished(lines: Lines): readonly TrendLine[] {
  return [...lines.values()]
    .filter((line) => line.points.length > 0)
    .map((line) => ({ ...line, points: line.points.toSorted((a, b) => a.at - b.at) }));
}

/**
 * The lines of the tests that `record` states, over all records of `all` (its own among them or not).
 * @param all observations of any kind; entered in error and cancelled ones are left out
 */
export function seriesOf(record: ObservationRecord, all: readonly ObservationRecord[]): Trend {
  const own = measuresOf(record);
  const tests = new Set(own.map((measure) => measure.test));
  const records = all.includes(record) ? all : [...all, record];
  const lines: Lines = new Map();
  // The record's own lines come first, whatever order the others arrived in.
  for (const measure of own) {
    const quantity = numberOf(measure.part);
    if (quantity?.number !== undefined && counts(record)) lineOf(lines, measure, quantity);
  }
  const drawn = records
    .filter(counts)
    .flatMap(measuresOf)
    .filter((measure) => tests.has(measure.test))
    .map((measure) => draw(lines, measure));
  return {
    lines: finished(lines),
    undated: drawn.filter((one) => one === 'undated').length,
    withoutNumber: drawn.filter((one) => one === 'without-number').length,
  };
}

export type Direction = 'up' | 'down' | 'same';

export interface Previous {
  readonly point: TrendPoint;
  /** How the newer value differs; undefined where a bound (`<5`) leaves it open. */
  readonly direction: Direction | undefined;
}

/**
 * The value before this one, of the same test in the same unit and at an earlier time: "↗ from 5.0". None where a value
 * in another unit was measured after it (`courseOf`): that one is the value before, and nothing here can convert it.
 */
export function previousIn(line: TrendLine, key: string): Previous | undefined {
  const current = line.points.find((point) => point.key === key);
  const point = current && line.points.findLast((candidate) => candidate.at < current.at);
  if (current === undefined || point === undefined) return undefined;
  return change(point, current);
}

/**
 * The stretch of a line that a record stands on: its own test and unit, begun and ended where the test has a value in
 * another unit at a time that the line says nothing of. What is drawn or compared over such a value would tell of a
 * course that left it out. Undefined for a record that is on no line: without a number, without a date.
 */
export function courseOf(
  record: ObservationRecord,
  all: readonly ObservationRecord[],
): TrendLine | undefined {
  const { lines } = seriesOf(record, all);
  const [line] = lines;
  return (
    line && stretchesOf(line, lines).find(({ points }) => points.some((point) => point.key === record.key))
  );
}

function stretchesOf(line: TrendLine, lines: readonly TrendLine[]): readonly TrendLine[] {
  const others = lines
    .filter((other) => other !== line && other.test === line.test)
    .flatMap(({ points }) => points);
  return stretchesBetween(line.points, others).map((points) => ({ ...line, points }));
}

interface Placed {
  readonly at: number;
}

/**
 * What was measured in one unit, cut where a value in another one (`others`) lies between, at a time that this one says
 * nothing of.
 * @param points oldest first
 */
export function stretchesBetween<Point extends Placed>(
  points: readonly Point[],
  others: readonly Placed[],
): readonly (readonly Point[])[] {
  const own = new Set(points.map(({ at }) => at));
  const breaks = others
    .map(({ at }) => at)
    .filter((at) => !own.has(at))
    .toSorted((a, b) => a - b);
  let passed = 0;
  const stretches = Map.groupBy(points, ({ at }) => {
    while ((breaks[passed] ?? at) < at) passed += 1;
    return passed;
  });
  return [...stretches.values()];
}

function change(before: TrendPoint, now: TrendPoint): Previous {
  return { point: before, direction: directionOf(before, now) };
}

/** How a value differs from an earlier one in the same unit; undefined where one of them is no value but a bound. */
export function directionOf(before: TrendPoint, now: TrendPoint): Direction | undefined {
  if (before.bound !== undefined || now.bound !== undefined) return undefined;
  const sign = Math.sign(now.number - before.number);
  return sign > 0 ? 'up' : sign < 0 ? 'down' : 'same';
}

/**
 * Every test's line in its unit, by the key of each record on it: for tables, where asking record by record would
 * read the whole list again for each. Of a record that states several numbers the first counts.
 */
export function linesOfAll(all: readonly ObservationRecord[]): ReadonlyMap<string, TrendLine> {
  const lines: Lines = new Map();
  const measured = all.filter(counts).flatMap((record) => measuresOf(record).slice(0, 1));
  for (const measure of measured) draw(lines, measure);
  const byRecord = new Map<string, TrendLine>();
  for (const line of finished(lines)) {
    for (const { key } of line.points) byRecord.set(key, line);
  }
  return byRecord;
}

/** Every record's course (`courseOf`), by its key: the same as `linesOfAll`, broken at values in another unit. */
export function coursesOfAll(all: readonly ObservationRecord[]): ReadonlyMap<string, TrendLine> {
  const ofTests = Map.groupBy(new Set(linesOfAll(all).values()), ({ test }) => test);
  const courses = [...ofTests.values()].flatMap((lines) => lines.flatMap((line) => stretchesOf(line, lines)));
  return new Map(courses.flatMap((course) => course.points.map(({ key }) => [key, course])));
}

/**
 * The value before, for every record that has one, by its key. Of a blood pressure the first pressure counts.
 */
export function previousOfAll(all: readonly ObservationRecord[]): ReadonlyMap<string, Previous> {
  const found = new Map<string, Previous>();
  for (const { points } of new Set(coursesOfAll(all).values())) {
    // The last point of an earlier time: points of one moment are not each other's past.
    let [earlier, atHand]: (TrendPoint | undefined)[] = [];
    for (const point of points) {
      if (atHand !== undefined && atHand.at < point.at) earlier = atHand;
      if (earlier !== undefined) found.set(point.key, change(earlier, point));
      atHand = point;
    }
  }
  return found;
}
