import { count } from './count.ts';

type N = { readonly n: number };

/** Our words for who somebody is, and for an allergy without a name: all that the banner says of a record itself. */
export const identity = {
  'age.days': ({ n }: N) => count(n, 'day', 'days'),
  'age.weeks': ({ n }: N) => count(n, 'week', 'weeks'),
  'age.months': ({ n }: N) => count(n, 'month', 'months'),
  'age.years': ({ n }: N) => count(n, 'year', 'years'),
  'age.about-days': ({ n }: N) => `about ${count(n, 'day', 'days')}`,
  'age.about-weeks': ({ n }: N) => `about ${count(n, 'week', 'weeks')}`,
  'age.about-months': ({ n }: N) => `about ${count(n, 'month', 'months')}`,
  'age.about-years': ({ n }: N) => `about ${count(n, 'year', 'years')}`,
  'age.under-year': 'about 1 year or less',
  'age.under-month': 'about 1 month or less',

  'sex.male': 'Male',
  'sex.female': 'Female',
  'sex.other': 'Other',
  'sex.unknown': 'Unknown',
  'sex.declined': 'Asked, not answered',

  'patient.unnamed': 'No name recorded',
  'patient.chart-number': 'Chart no.',
  'patient.number': 'No.',
  'mark.unconfirmed': 'Unconfirmed',
  'mark.presumed': 'Presumed',
  'mark.provisional': 'Provisional',
  'mark.differential': 'Differential: one of several possibilities',
  'mark.refuted': 'Refuted: found not to be so',
  'allergy.unnamed': 'Unnamed allergy',
} as const;
