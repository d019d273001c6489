import type { Growth } from '#fhir/growth/growth-reference.ts';
import { t } from '#i18n/translate.ts';

/** To two years a child lies to be measured. */
export function measureName({ measure, reference }: Pick<Growth, 'measure' | 'reference'>): string {
  if (measure === 'stature') return t(reference === 'who' ? 'growth.length' : 'growth.stature');
  if (measure === 'headCircumference') return t('growth.head');
  return t(measure === 'bmi' ? 'growth.bmi' : 'growth.weight');
}
