import type { ReactNode } from 'react';
import type { Face } from '#chart/kit/availability.ts';
import { t } from '#i18n/translate.ts';

const sentences = {
  waiting: 'banner.allergies-waiting',
  reading: 'banner.allergies-reading',
  failed: 'banner.allergies-failed',
  'not-shared': 'banner.allergies-not-shared',
  partly: 'banner.allergies-not-shared',
  'not-offered': 'banner.allergies-not-offered',
  // Allergies are asked for in every plan.
  'not-asked': 'banner.allergies-failed',
  'none-recorded': 'banner.none-recorded',
} as const;

/** The allergy line while there is no list to show. Draws without React too. */
export function AllergyAbsence({ face }: { face: Exclude<Face, 'records'> }): ReactNode {
  return (
    <p className="banner-allergies">
      <strong>{t('banner.allergies')}</strong>
      <span>{t(sentences[face])}</span>
    </p>
  );
}
