import { plainByCode, type PlainName } from '#i18n/plain-name.ts';
import { allergens } from './plain-names/allergens.ts';
import { blood } from './plain-names/blood.ts';
import { chemistry } from './plain-names/chemistry.ts';
import { drugs } from './plain-names/drugs.ts';
import { heart } from './plain-names/heart.ts';
import { hormones } from './plain-names/hormones.ts';
import { imaging } from './plain-names/imaging.ts';
import { infection } from './plain-names/infection.ts';
import { metabolism } from './plain-names/metabolism.ts';
import { screening } from './plain-names/screening.ts';
import { social } from './plain-names/social.ts';
import { urine } from './plain-names/urine.ts';
import { vitals } from './plain-names/vitals.ts';

/** Plain names of measurements, tests, notes and questions by LOINC code, in English. */
export const plainNames: Readonly<Record<string, PlainName>> = plainByCode({
  vitals,
  blood,
  chemistry,
  metabolism,
  hormones,
  heart,
  allergens,
  urine,
  drugs,
  infection,
  imaging,
  social,
  screening,
});
