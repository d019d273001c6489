/**
 * Growth references: WHO Child Growth Standards from birth to 24 months, CDC 2000 growth charts from 2 to 20 years, as
 * the CDC recommends for the United States (MMWR 2010;59 RR-9). z = ((x/M)^L − 1)/(L·S), or ln(x/M)/S where L is 0.
 */
import { above, percentileOf, zAbove } from './normal-distribution.ts';

export type GrowthMeasure = 'weight' | 'stature' | 'headCircumference' | 'bmi';
export type ReferenceId = 'who' | 'cdc';
export type Sex = 'female' | 'male';

export interface Lms {
  readonly l: number;
  readonly m: number;
  readonly s: number;
  /** Scale of BMI above the 95th percentile (CDC's extended method). */
  readonly sigma: number | undefined;
}

/** Which reference, of which measure, for whom. */
export interface Growth {
  readonly reference: ReferenceId;
  readonly measure: GrowthMeasure;
  readonly sex: Sex;
}

export interface GrowthTables {
  /** Interpolated between the ages of the table; undefined outside them. Age in months of 30.4375 days. */
  lmsAt(growth: Growth, months: number): Lms | undefined;
  /** First and last age of a table, in months; undefined where there is none. */
  spanOf(growth: Growth): { readonly from: number; readonly to: number } | undefined;
}

type Rows = readonly (readonly number[])[];

/** Loads the tables (80 KB): only for a child. Rejects where the file cannot be had. */
export async function loadGrowthTables(): Promise<GrowthTables> {
  const { tables } = (await import('./lms.json')).default;
  const rowsOf = ({ reference, measure, sex }: Growth): Rows | undefined => {
    if (reference === 'who') return tables['WHO birth-24 months'][measure][sex];
    // CDC's charts of the head end at three years.
    if (measure === 'headCircumference') return tables['CDC birth-36 months'][measure][sex];
    return tables['CDC 2-20 years'][measure][sex];
  };
  return {
    lmsAt: (growth, months) => between(rowsOf(growth) ?? [], months),
    spanOf: (growth) => {
      const rows = rowsOf(growth);
      const [from, to] = [rows?.[0]?.[0], rows?.at(-1)?.[0]];
      if (from === undefined || to === undefined) return undefined;
      const used = referenceSpan[growth.reference];
      return { from: Math.max(from, used.from), to: Math.min(to, used.to) };
    },
  };
}

function between(rows: Rows, months: number): Lms | undefined {
  const next = rows.findIndex(([age = Number.NaN]) => age >= months);
  const [after, before] = [rows[next], rows[Math.max(0, next - 1)]];
  if (after === undefined || before === undefined || months < (rows[0]?.[0] ?? Number.NaN)) return undefined;
  const [from = 0, to = 0] = [before[0], after[0]];
  const share = to === from ? 0 : (months - from) / (to - from);
  const at = (place: number): number =>
    (before[place] ?? 0) + share * ((after[place] ?? 0) - (before[place] ?? 0));
  return { l: at(1), m: at(2), s: at(3), sigma: after[4] === undefined ? undefined : at(4) };
}

/** Up to which age a reference is used, in months. */
export const referenceSpan: Readonly<Record<ReferenceId, { readonly from: number; readonly to: number }>> = {
  who: { from: 0, to: 24 },
  cdc: { from: 24, to: 240 },
};

export function referenceAt(months: number): ReferenceId | undefined {
  if (months < 0 || months >= referenceSpan.cdc.to) return undefined;
  return months < referenceSpan.cdc.from ? 'who' : 'cdc';
}

function plainZ(value: number, { l, m, s }: Lms): number {
  return l === 0 ? Math.log(value / m) / s : ((value / m) ** l - 1) / (l * s);
}

function plainValue(z: number, { l, m, s }: Lms): number {
  return l === 0 ? m * Math.exp(s * z) : m * (1 + l * s * z) ** (1 / l);
}

const z95 = zAbove(0.05);

/** Undefined for a value that is not above zero. */
export function zScore(value: number, lms: Lms, { reference, measure }: Growth): number | undefined {
  if (!(value > 0)) return undefined;
  const z = plainZ(value, lms);
  if (reference === 'cdc' && measure === 'bmi' && lms.sigma !== undefined) {
    // CDC's extended method (2022): a half-normal distribution above the 95th percentile.
    const p95 = plainValue(z95, lms);
    return value > p95 ? zAbove(0.1 * above((value - p95) / lms.sigma)) : z;
  }
  // WHO counts weight and BMI beyond three in steps of the distance from two to three (WHO 2006, chapter 7).
  const skewed = measure === 'weight' || measure === 'bmi';
  if (reference === 'who' && skewed && Math.abs(z) > 3) {
    const side = Math.sign(z);
    const [three, two] = [plainValue(3 * side, lms), plainValue(2 * side, lms)];
    return side * 3 + (value - three) / Math.abs(three - two);
  }
  return z;
}

/** The value at a percentile: what a curve is drawn from. */
export function valueAt(percentile: number, lms: Lms, { reference, measure }: Growth): number {
  if (reference === 'cdc' && measure === 'bmi' && lms.sigma !== undefined && percentile > 95) {
    return plainValue(z95, lms) + lms.sigma * zAbove(1 - (percentile - 90) / 10);
  }
  return plainValue(zAbove(1 - percentile / 100), lms);
}

export { percentileOf };
