/** A child's measurements against the growth references: at which age, at which percentile. */
import { dayTime, type FhirDateTime, type When } from '#fhir/dates.ts';
import { isLoinc, quantityOf } from '#fhir/observations.ts';
import { printedQuantity } from '#fhir/printed-quantity.ts';
import { ucumCode } from '#fhir/ucum-code.ts';
import type { Convert } from '#fhir/unit-conversion.ts';
import type { VitalRecord } from '#fhir/vitals.ts';
import { expectedDays, termDays } from './gestational-age.ts';
import {
  type GrowthMeasure,
  type GrowthTables,
  percentileOf,
  referenceAt,
  type ReferenceId,
  type Sex,
  zScore,
} from './growth-reference.ts';

export interface GrowthPoint {
  /** Of the observation; of the weight where a BMI was worked out here. */
  readonly key: string;
  readonly measure: GrowthMeasure;
  readonly when: When;
  /** Days since birth; less what was missing to 40 weeks, where ages are corrected. */
  readonly days: number;
  readonly months: number;
  readonly corrected: boolean;
  /** In the reference's unit. */
  readonly value: number;
  /** As it was sent, with its unit. */
  readonly sent: string;
  /** Worked out from a weight and a height of one day. */
  readonly derived: boolean;
  readonly reference: ReferenceId;
  readonly z: number | undefined;
  readonly percentile: number | undefined;
}

export interface Child {
  readonly sex: Sex;
  /** With its day. */
  readonly birth: FhirDateTime;
  /** Gestational age at birth in days, where ages are to be corrected for it. */
  readonly gestationalDays: number | undefined;
}

export interface GrowthPoints {
  /** Oldest first. */
  readonly points: readonly GrowthPoint[];
  /** Measurements in a unit that could not be converted. */
  readonly otherUnits: number;
  /** Measurements before the expected date of birth, where ages are corrected. */
  readonly beforeTerm: number;
}

const units: Readonly<Record<GrowthMeasure, string>> = {
  weight: 'kg',
  stature: 'cm',
  headCircumference: 'cm',
  bmi: 'kg/m2',
};
export const daysPerMonth = 30.4375;
/** Ages are corrected to the second birthday (American Academy of Pediatrics). */
const correctedUntil = 24;

function measureOf(record: VitalRecord): GrowthMeasure | undefined {
  if (record.vital === 'weight' || record.vital === 'bmi') {
    // A percentile is no BMI; clothes and "ideal" are no weight.
    return isLoinc(record, '50064-5') ? undefined : record.vital;
  }
  if (record.vital === 'height') return 'stature';
  return record.vital === 'head-circumference' ? 'headCircumference' : undefined;
}

/** Whole days from birth, by the parts of the dates; undefined where one of them is partial. */
export function daysSince(birth: FhirDateTime, when: When | undefined): number | undefined {
  const on = when?.kind === 'date' ? when.date : when?.kind === 'period' ? when.start : undefined;
  if (on?.month === undefined || on.day === undefined) return undefined;
  if (birth.month === undefined || birth.day === undefined) return undefined;
  return Math.round(
    (dayTime(on.year, on.month, on.day) - dayTime(birth.year, birth.month, birth.day)) / 86_400_000,
  );
}

/**
 * The points of a child. Bounds (`<5`), entered-in-error and cancelled measurements and those without a day are none.
 * A BMI is worked out where a weight and a height of one day come without one, from two years on.
 */
export function growthPoints(
  records: readonly VitalRecord[],
  child: Child,
  tables: GrowthTables,
  convert: Convert,
): GrowthPoints {
  let [otherUnits, beforeTerm] = [0, 0];
  const missing =
    child.gestationalDays !== undefined && child.gestationalDays < termDays
      ? expectedDays - child.gestationalDays
      : 0;
  const points: GrowthPoint[] = [];
  const add = (one: Pick<GrowthPoint, 'key' | 'measure' | 'when' | 'value' | 'sent' | 'derived'>): void => {
    const since = daysSince(child.birth, one.when);
    if (since === undefined || since < 0) return;
    const corrected = missing > 0 && since / daysPerMonth < correctedUntil;
    const days = corrected ? since - missing : since;
    if (days < 0) {
      beforeTerm += 1;
      return;
    }
    const months = days / daysPerMonth;
    // The chart follows the birthday, also where the age on it is corrected.
    const reference = corrected ? 'who' : referenceAt(months);
    if (reference === undefined) return;
    const growth = { reference, measure: one.measure, sex: child.sex };
    const lms = tables.lmsAt(growth, months);
    const z = lms && zScore(one.value, lms, growth);
    points.push({
      ...one,
      days,
      months,
      corrected,
      reference,
      z,
      percentile: z === undefined ? undefined : percentileOf(z),
    });
  };
  for (const record of records) {
    const measure = measureOf(record);
    const quantity = quantityOf(record);
    if (measure === undefined || quantity?.number === undefined || quantity.comparator !== undefined)
      continue;
    if (record.enteredInError || record.statusCode === 'cancelled' || record.when === undefined) continue;
    const code = ucumCode(quantity);
    const value = code === undefined ? undefined : convert(quantity.value, code, units[measure])?.number;
    if (value === undefined) {
      otherUnits += 1;
      continue;
    }
    const sent = printedQuantity(quantity);
    add({ key: record.key, measure, when: record.when, value, sent, derived: false });
  }
  for (const one of derivedBmi(points)) add(one);
  return { points: points.toSorted((a, b) => a.days - b.days), otherUnits, beforeTerm };
}

function derivedBmi(points: readonly GrowthPoint[]): readonly Parameters<typeof withBmi>[0][] {
  return [...Map.groupBy(points, ({ days }) => days).values()].flatMap((ofDay) => {
    const find = (measure: GrowthMeasure): GrowthPoint | undefined =>
      ofDay.find((point) => point.measure === measure);
    const [weight, stature] = [find('weight'), find('stature')];
    if (weight === undefined || stature === undefined || find('bmi') || weight.reference !== 'cdc') return [];
    return [withBmi(weight, weight.value / (stature.value / 100) ** 2)];
  });
}

function withBmi(weight: GrowthPoint, bmi: number): GrowthPoint {
  return { ...weight, measure: 'bmi', value: bmi, sent: `${bmi.toFixed(1)} kg/m²`, derived: true };
}
