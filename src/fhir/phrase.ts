/**
 * Words of ours inside a record's model. A reader returns the record's own words as strings, as they were sent, and
 * ours as a phrase: a key and its values, put into a language by `chart/kit` (which checks at compile time that
 * `i18n` holds every key of `PhraseKey`).
 */
import type { AdministrativePhrase } from './phrase-administrative.ts';
import type { ClinicalPhrase } from './phrase-clinical.ts';

export type PhraseKey = ClinicalPhrase | AdministrativePhrase;

export interface Phrase {
  readonly key: PhraseKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A string is the record's own words; a phrase is ours. */
export type Words = string | Phrase;

export function phrase(key: PhraseKey, values?: Phrase['values']): Phrase {
  return values === undefined ? { key } : { key, values };
}
