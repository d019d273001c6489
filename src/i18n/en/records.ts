import { count } from './count.ts';

type N = { readonly n: number };

/** Our words in records of `fhir/phrase-administrative.ts`. */
export const records = {
  'mark.entered-in-error': 'Entered in error',
  'mark.unknown-modifier': 'Carries a modifier this app does not know: read the raw record',
  'age.days': ({ n }: N) => count(n, 'day', 'days'),
  'age.weeks': ({ n }: N) => count(n, 'week', 'weeks'),
  'age.months': ({ n }: N) => count(n, 'month', 'months'),
  'age.years': ({ n }: N) => count(n, 'year', 'years'),
  'age.about-days': ({ n }: N) => `about ${count(n, 'day', 'days')}`,
  'age.about-weeks': ({ n }: N) => `about ${count(n, 'week', 'weeks')}`,
  'age.about-months': ({ n }: N) => `about ${count(n, 'month', 'months')}`,
  'age.about-years': ({ n }: N) => `about ${count(n, 'year', 'years')}`,
  'age.under-year': 'under 1 year',
  'age.under-month': 'under 1 month',
} as const;
