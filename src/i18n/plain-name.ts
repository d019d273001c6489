/**
 * Plain-language names of what a record holds, by LOINC code. Which codes share a text stands once, for every language,
 * in `plain-codes.json` (subject, text, its codes); each language holds the texts, and one that is missing does not
 * compile. LOINC is a trademark of Regenstrief Institute; codes and their meaning: loinc.org.
 */
import codes from './plain-codes.json' with { type: 'json' };

export interface PlainName {
  /** What a person without training would call it. */
  readonly name: string;
  /** What is measured or asked, and why, in a sentence or two. */
  readonly says: string;
}

export type PlainSubject = keyof typeof codes;

/** The texts of one subject, in one language. */
export type PlainTexts<S extends PlainSubject> = Readonly<Record<keyof (typeof codes)[S], PlainName>>;

/** The texts of all subjects by LOINC code. */
export function plainByCode(texts: { readonly [S in PlainSubject]: PlainTexts<S> }): Readonly<
  Record<string, PlainName>
> {
  const subjects = Object.entries(
    codes as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  );
  const known = texts as Readonly<Record<string, Readonly<Record<string, PlainName>>>>;
  return Object.fromEntries(
    subjects.flatMap(([subject, ofTexts]) =>
      Object.entries(ofTexts).flatMap(([text, itsCodes]) =>
        itsCodes.map((code) => [code, known[subject]![text]!] as const),
      ),
    ),
  );
}
