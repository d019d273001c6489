import { daysPerMonth, type GrowthPoint } from '#fhir/growth/growth-points.ts';
import { t } from '#i18n/translate.ts';

/** An age as growth is spoken of: days to four weeks, months to two years, then years and months. */
export function ageWords({ days }: Pick<GrowthPoint, 'days'>): string {
  if (days < 28) return t('growth.age-days', { n: days });
  const months = Math.floor(days / daysPerMonth);
  if (months < 24) return t('growth.age-months', { n: Math.max(1, months) });
  return t('growth.age-years', { years: Math.floor(months / 12), months: months % 12 });
}

/** "2nd", "99.7th", "below 0.1th": whole in the middle, as fine as it must be towards the ends. */
export function percentileWords(percentile: number): string {
  if (percentile < 0.1) return t('growth.below', { n: t('growth.nth', { n: 0.1 }) });
  if (percentile > 99.9) return t('growth.above', { n: t('growth.nth', { n: 99.9 }) });
  const n = percentile < 1 || percentile > 99 ? Number(percentile.toFixed(1)) : Math.round(percentile);
  return t('growth.nth', { n });
}

/** With its sign, two digits after the point. */
export function zWords(z: number): string {
  const text = Math.abs(z).toFixed(2);
  return text === '0.00' ? text : `${z < 0 ? '−' : '+'}${text}`;
}
