/** The languages of the app, and which of them a reader wants. Part of the front door: a few lines. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/**
 * What `lang`, dates and numbers are made by (BCP 47). Of the United States in both: the records are from there, and
 * a point in a number of ours must mean what it means in a number of theirs.
 */
export const tags: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

/** The first of the browser's languages that the app speaks. */
export function browserLanguage(wanted: readonly string[] = navigator.languages): Language {
  const own = wanted.map((tag) => languages.find((language) => tag.toLowerCase().split('-')[0] === language));
  return own.find((language) => language !== undefined) ?? 'en';
}
