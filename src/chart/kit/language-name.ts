import { language } from '#i18n/translate.ts';

/** A spoken language that was sent as its code alone (BCP 47; `eng`, `fr-CA`), by its name in the reader's language; else as sent. */
export function languageName(label: string): string {
  // "Undetermined" is a code, too, and no language.
  if (!/^[a-z]{2,3}(-[A-Za-z\d]+)*$/.test(label) || label === 'und') return label;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(label) ?? label;
  } catch {
    // Not every code that looks like one is one to the browser: `zh-yue`.
    return label;
  }
}
