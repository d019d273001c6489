/** A bound in words: ">60" is "above 60". Values are written with their comparator first (`fhir/printed-quantity.ts`). */
import { t } from '#i18n/translate.ts';

const keys = { '>': 'limit.above', '<': 'limit.below', '≥': 'limit.at-least', '≤': 'limit.at-most' } as const;

/** The comparator and the rest of a bound; undefined for a plain value. */
export function limitOf(written: string): readonly [sign: keyof typeof keys, value: string] | undefined {
  const [, sign, value] = /^([<>≤≥])\s*(-?[\d.].*)$/.exec(written) ?? [];
  return sign === undefined || value === undefined ? undefined : [sign as keyof typeof keys, value];
}

/** "above 60" of ">60"; what is no bound as it is written. */
export function limitWords(written: string): string {
  const limit = limitOf(written);
  return limit === undefined ? written : t(keys[limit[0]], { value: limit[1] });
}
