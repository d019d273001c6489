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
import { heartAndMetabolism } from './plain-names/heart-and-metabolism.ts';
import { lungsAndInfections } from './plain-names/lungs-and-infections.ts';
import { bodyParts } from './plain-names/body-parts.ts';
import { mindAndSymptoms } from './plain-names/mind-and-symptoms.ts';
import { visits } from './plain-names/visits.ts';
import { vitals } from './plain-names/vitals.ts';

/** Plain names of tests, notes and questions by LOINC code, of problems and visits by `conceptKey`, in Spanish. */
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
  heartAndMetabolism,
  lungsAndInfections,
  bodyParts,
  mindAndSymptoms,
  visits,
});
