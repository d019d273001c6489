/** What a record is called in plain words, for those who read them: beside its own name, never instead of it. */
import { cpt, icd10cm, loinc, snomed } from '#fhir/code-systems.ts';
import { type Concept, readConcept } from '#fhir/concept.ts';
import { contradicts } from '#fhir/contradiction.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { type ConceptSystem, conceptKeysOf } from '#i18n/concept-key.ts';
import type { PlainName } from '#i18n/plain-name.ts';
import { plainName, speaksPlainly } from '#i18n/translate.ts';

const systems: Readonly<Record<string, ConceptSystem>> = {
  [snomed]: 'snomed',
  [icd10cm]: 'icd10cm',
  [cpt]: 'cpt',
};

/** What the record is about: its code, or a document's or a visit's type. */
export function aboutOf(record: ChartRecord): Concept | undefined {
  return 'code' in record && record.code !== undefined
    ? (record.code as Concept)
    : readConcept(record.source['code'] ?? record.source['type']);
}

/** The first of the record's LOINC codes that has plain words, else what its other codes are called. */
export function plainNameOf(record: ChartRecord): PlainName | undefined {
  if (!speaksPlainly()) return undefined;
  const about = aboutOf(record);
  const tests = (about?.codings ?? []).filter(({ system }) => system === loinc);
  return firstKnown(tests.map(({ code }) => code ?? '')) ?? conceptName(about, record.type === 'Encounter');
}

/**
 * Where the codes of a problem say different things, or another thing than its words, nobody knows which is meant: then
 * there is no plain name. Of a visit the code says only what kind it is ("Annual physical", coded as a check-up).
 */
function conceptName(about: Concept | undefined, isVisit: boolean): PlainName | undefined {
  if (about === undefined || (about.conflicting.length > 0 && !isVisit)) return undefined;
  const [first, ...others] = about.codings.flatMap(({ system = '', code = '' }) => {
    const known = Object.hasOwn(systems, system) ? systems[system] : undefined;
    const found = known && firstKnown(conceptKeysOf(known, code));
    return found === undefined ||
      (about.text !== undefined && !isVisit && saysOtherwise(about.text, found.name))
      ? []
      : found;
  });
  return others.some(({ name }) => contradicts(first!.name, name)) ? undefined : first;
}

const doubts =
  /\b(?:no|not|non|never|none|without|denies|denied|negative|absent|refuted|history|family|possible|suspected|risk|screening|exclude|excluded|fh|r\/o|rule[ds]? out)\b/i;

/** What can be told whatever language a name is in: that the text denies or doubts, or counts another type. */
function saysOtherwise(text: string, name: string): boolean {
  const numbersOf = (words: string): readonly string[] => words.match(/\d+/g) ?? [];
  const [own, ours] = [numbersOf(text), numbersOf(name)];
  // "History of asthma" is no asthma, unless the name says so as well.
  const isOtherType = own.length > 0 && ours.length > 0 && !ours.every((number) => own.includes(number));
  return isOtherType || (doubts.test(text) && !doubts.test(name));
}

function firstKnown(codes: readonly string[]): PlainName | undefined {
  return codes.map(plainName).find((found) => found !== undefined);
}

/** The plain name of a test by what keeps it apart from others (`fhir/test-key.ts`). */
export function plainNameOfTest(test: string): PlainName | undefined {
  if (!speaksPlainly()) return undefined;
  const codes = test.split(' ').filter((part) => part.startsWith(`${loinc}|`));
  return firstKnown(codes.map((part) => part.slice(loinc.length + 1)));
}

/** Whether the plain name says anything that the clinical one does not say already. */
export function saysMore({ name }: PlainName, clinical: string): boolean {
  return folded(name) !== folded(clinical);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
