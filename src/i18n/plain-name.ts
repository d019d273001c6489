/**
 * Plain-language names of what a record holds, by code. Which codes share a text stands once, for every language: tests,
 * panels, notes and questions by LOINC code in `plain-codes.json` (subject, text, its codes), problems and visits by
 * SNOMED CT, ICD-10-CM and CPT in `plain-concepts.json`. Each language holds the texts, and one that is missing does not
 * compile. LOINC is a trademark of Regenstrief Institute (loinc.org), CPT of the American Medical Association: codes
 * alone stand here, no descriptors.
 */
import { type ConceptSystem, conceptKey } from './concept-key.ts';
import codes from './plain-codes.json' with { type: 'json' };
import concepts from './plain-concepts.json' with { type: 'json' };

export interface PlainName {
  /** What a person without training would call it. */
  readonly name: string;
  /** What is measured or asked, and why, in a sentence or two. */
  readonly says: string;
}

export type PlainSubject = keyof typeof codes;
export type ConceptSubject = keyof typeof concepts;

/** The texts of one subject, in one language. */
export type PlainTexts<S extends PlainSubject> = Readonly<Record<keyof (typeof codes)[S], PlainName>>;
export type ConceptTexts<S extends ConceptSubject> = Readonly<Record<keyof (typeof concepts)[S], PlainName>>;

type Texts = Readonly<Record<string, Readonly<Record<string, PlainName>>>>;

/** The texts of all subjects: by LOINC code, and by `conceptKey`. */
export function plainByCode(
  texts: { readonly [S in PlainSubject]: PlainTexts<S> } & {
    readonly [S in ConceptSubject]: ConceptTexts<S>;
  },
): Readonly<Record<string, PlainName>> {
  const known = texts as Texts;
  const byLoinc = rows<readonly string[]>(codes).flatMap(([subject, text, its]) =>
    its.map((code) => [code, known[subject]![text]!] as const),
  );
  const byConcept = rows<ConceptCodes>(concepts).flatMap(([subject, text, its]) =>
    conceptKeys(its).map((key) => [key, known[subject]![text]!] as const),
  );
  return Object.fromEntries([...byLoinc, ...byConcept]);
}

type ConceptCodes = Readonly<Partial<Record<ConceptSystem, readonly string[]>>>;

function rows<T>(
  json: Readonly<Record<string, Readonly<Record<string, T>>>>,
): readonly (readonly [subject: string, text: string, its: T])[] {
  return Object.entries(json).flatMap(([subject, ofTexts]) =>
    Object.entries(ofTexts).map(([text, its]) => [subject, text, its] as const),
  );
}

function conceptKeys(its: ConceptCodes): readonly string[] {
  return Object.entries(its).flatMap(([system, list]) =>
    list.map((code) => conceptKey(system as ConceptSystem, code)),
  );
}
