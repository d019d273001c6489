/**
 * Blood pressure over time, reading by reading. The two pressures of a reading are of one moment: components of one
 * observation, or two observations that `vitals.ts` has paired. Nothing is put together out of two readings.
 */
import { bloodPressureOf, shownBloodPressure } from './blood-pressure.ts';
import type { When } from './dates.ts';
import {
  counts,
  type Direction,
  directionOf,
  pointOf,
  stretchesBetween,
  type TrendLine,
  type TrendPoint,
} from './trend.ts';
import { ucumCode } from './ucum-code.ts';
import { isLoinc, quantityOf } from './observations.ts';
import { type Measurement, measurementsOf, type VitalRecord } from './vitals.ts';

interface Reading {
  readonly records: Measurement['records'];
  readonly at: number;
  readonly when: When;
  /** "148/92", as it is shown; a missing half is a dash. */
  readonly written: string;
  readonly systolic: TrendPoint | undefined;
  readonly diastolic: TrendPoint | undefined;
  readonly unit: string | undefined;
  readonly ucum: string | undefined;
  /** The mean of several readings: it is compared with other means alone. */
  readonly isMean: boolean;
}

/** LOINC: mean systolic and mean diastolic blood pressure, of several readings. */
const means = ['96608-5', '96609-3'] as const;

/** The reading before this one, and how both pressures differ from it. */
export interface PressureBefore {
  readonly written: string;
  readonly when: When;
  /** Undefined where a half is missing or a bound leaves it open: then nothing is said of either. */
  readonly directions: readonly [systolic: Direction, diastolic: Direction] | undefined;
}

export interface PressureCourse {
  readonly systolic: TrendLine;
  readonly diastolic: TrendLine;
  readonly before: PressureBefore | undefined;
}

/**
 * The course of the unit a reading is in, unbroken by a reading in another: of single readings, or of means of several
 * (LOINC 96607-7), never of both.
 * @param all where the other readings are; entered in error and cancelled ones are left out
 * @returns undefined for what is no dated blood pressure
 */
export function pressureCourse(
  { vital, records: [record] }: Pick<Measurement, 'vital' | 'records'>,
  all: readonly VitalRecord[],
): PressureCourse | undefined {
  if (vital !== 'blood-pressure') return undefined;
  const readings = measurementsOf(all.filter(counts)).flatMap(readingOf);
  const own = readings.find(({ records }) => records.some(({ key }) => key === record.key));
  if (own === undefined) return undefined;
  const alike = readings.filter(({ isMean }) => isMean === own.isMean).toSorted((a, b) => a.at - b.at);
  const inUnit = alike.filter(({ unit }) => unit === own.unit);
  const others = alike.filter(({ unit }) => unit !== own.unit);
  const course = stretchesBetween(inUnit, others).find((stretch) => stretch.includes(own)) ?? [];
  const before = course.findLast(({ at }) => at < own.at);
  return {
    systolic: lineOf('systolic', course),
    diastolic: lineOf('diastolic', course),
    before: before && {
      written: before.written,
      when: before.when,
      directions: directionsOf(before, own),
    },
  };
}

function readingOf({ vital, records }: Measurement): readonly Reading[] {
  const [record] = records;
  const { when, sortTime: at } = record;
  if (vital !== 'blood-pressure' || when === undefined || at === undefined) return [];
  const pressure = bloodPressureOf([...records, ...record.components]);
  const shown = pressure && shownBloodPressure(pressure);
  // Without a number there is nothing to compare, and the two halves never stand in different units.
  if (pressure === undefined || typeof shown?.text !== 'string') return [];
  const { systolic, diastolic } = pressure;
  const quantity = [systolic, diastolic]
    .map((part) => part && quantityOf(part))
    .find((one) => one !== undefined);
  return [
    {
      records,
      at,
      when,
      written: shown.text,
      unit: shown.unit,
      ucum: quantity && ucumCode(quantity),
      isMean: [systolic, diastolic].some((part) => part !== undefined && isLoinc(part, ...means)),
      systolic: systolic && pointOf(systolic, record),
      diastolic: diastolic && pointOf(diastolic, record),
    },
  ];
}

function lineOf(half: 'systolic' | 'diastolic', readings: readonly Reading[]): TrendLine {
  return {
    test: half,
    title: half,
    unit: readings[0]?.unit,
    ucum: readings[0]?.ucum,
    points: readings.flatMap((reading) => reading[half] ?? []),
  };
}

function directionsOf(before: Reading, now: Reading): PressureBefore['directions'] {
  const [systolic, diastolic] = (['systolic', 'diastolic'] as const).map((half) => {
    const [earlier, own] = [before[half], now[half]];
    return earlier && own && directionOf(earlier, own);
  });
  return systolic === undefined || diastolic === undefined ? undefined : [systolic, diastolic];
}
