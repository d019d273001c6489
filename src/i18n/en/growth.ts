import { count } from './count.ts';

/** Words of child growth. */
export const growth = {
  'growth.title': 'Growth',
  'growth.weight': 'Weight',
  'growth.stature': 'Height',
  'growth.length': 'Length',
  'growth.head': 'Head circumference',
  'growth.bmi': 'BMI',
  'growth.who': 'WHO standards, birth to 2 years',
  'growth.cdc': 'CDC reference, 2 to 20 years',
  'growth.who-short': 'WHO',
  'growth.cdc-short': 'CDC',
  'growth.percentile': ({ percentile }: { percentile: string }) => `${percentile} percentile`,
  'growth.worked-out': ({ percentile, reference }: { percentile: string; reference: string }) =>
    `${percentile} percentile (${reference}), worked out here`,
  'growth.worked-out-corrected': ({ percentile, reference }: { percentile: string; reference: string }) =>
    `${percentile} percentile (${reference}) for the corrected age, worked out here`,
  'growth.z': ({ z }: { z: string }) => `z ${z}`,
  'growth.age': 'Age',
  'growth.derived': 'worked out here',
  'growth.measured': 'Measured',
  'growth.percentile-column': 'Percentile',
  'growth.z-column': 'z-score',
  'growth.which': 'Which age range',
  'growth.chart-label': ({
    name,
    n,
    first,
    last,
  }: {
    name: string;
    n: number;
    first: string;
    last: string;
  }) => `${name} by age, ${count(n, 'value', 'values')}, ${first} to ${last}`,
  'growth.months': ({ n }: { n: number }) => `${n} mo`,
  'growth.years': ({ n }: { n: number }) => `${n} y`,
  'growth.age-years': ({ years, months }: { years: number; months: number }) =>
    months === 0 ? count(years, 'year', 'years') : `${count(years, 'year', 'years')} ${months} mo`,
  'growth.age-months': ({ n }: { n: number }) => count(n, 'month', 'months'),
  'growth.age-days': ({ n }: { n: number }) => count(n, 'day', 'days'),
  'growth.note':
    'Percentiles and z-scores are worked out by this app from the measurements: WHO Child Growth Standards (2006) to 2 years, CDC 2000 growth reference after, with CDC’s extended BMI method (2022) above the 95th percentile. Nobody entered them in the record.',
  'growth.corrected': ({ weeks, days }: { weeks: number; days: number }) =>
    `Born at ${weeks} weeks${days === 0 ? '' : ` ${count(days, 'day', 'days')}`}: to 2 years, ages are corrected to the expected date of birth.`,
  'growth.corrected-age': ({ age }: { age: string }) => `${age} corrected`,
  'growth.uncorrected': 'Ages from the date of birth',
  'growth.corrected-switch': 'Corrected ages',
  'growth.before-term': ({ n }: { n: number }) =>
    `${count(n, 'measurement', 'measurements')} before the expected date of birth: these references start at term.`,
  'growth.no-sex':
    'Growth references differ by sex, and this record states none or several. Measurements stand in “By date”.',
  'growth.no-birth': 'The record holds no whole date of birth, so ages cannot be worked out.',
  'growth.none':
    'No weight, height, head circumference or BMI with a date and a known unit lies in this age range.',
  'growth.units': ({ n }: { n: number }) =>
    `${count(n, 'measurement', 'measurements')} in a unit that cannot be converted is not drawn.`,
  'growth.failed': 'The growth references could not be loaded.',
  'growth.again': 'Try again',
  'growth.nth': ({ n }: { n: number }) => ordinal(n),
  'growth.below': ({ n }: { n: string }) => `below ${n}`,
  'growth.above': ({ n }: { n: string }) => `above ${n}`,
} as const;

function ordinal(n: number): string {
  const tens = n % 100;
  if (tens >= 11 && tens <= 13) return `${n}th`;
  return `${n}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}
