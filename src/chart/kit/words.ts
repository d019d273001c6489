import type { Phrase, PhraseKey, Words } from '#fhir/phrase.ts';
import { type MessageKey, type Messages, t } from '#i18n/translate.ts';

/** A message without values. */
export type PlainKey = { [K in MessageKey]: Messages[K] extends string ? K : never }[MessageKey];

/** Does not compile while a phrase of the record readers has no words. */
type Unworded = Exclude<PhraseKey, MessageKey>;
const everyPhraseHasWords: [Unworded] extends [never] ? true : { readonly missing: Unworded } = true;

/** Words of a record in the reader's language: its own as they came, ours from the messages. */
export function words(value: Words): string {
  return typeof value === 'string' ? value : ours(value);
}

const translate = t as (key: string, values?: Phrase['values']) => string;

function ours({ key, values }: Phrase): string {
  return everyPhraseHasWords && translate(key, values ?? {});
}
