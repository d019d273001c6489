/** What a record is called in plain words, for those who read them: beside its own name, never instead of it. */
import { loinc } from '#fhir/code-systems.ts';
import { type Concept, readConcept } from '#fhir/concept.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { PlainName } from '#i18n/plain-name.ts';
import { plainName, speaksPlainly } from '#i18n/translate.ts';

/** What the record is about: its code, or a document's type. */
export function aboutOf(record: ChartRecord): Concept | undefined {
  return 'code' in record && record.code !== undefined
    ? (record.code as Concept)
    : readConcept(record.source['code'] ?? record.source['type']);
}

/** The first of the record's LOINC codes that has plain words. */
export function plainNameOf(record: ChartRecord): PlainName | undefined {
  if (!speaksPlainly()) return undefined;
  const codes = (aboutOf(record)?.codings ?? []).filter(({ system }) => system === loinc);
  return codes.map(({ code }) => plainName(code ?? '')).find((found) => found !== undefined);
}

/** The plain name of a test by what keeps it apart from others (`fhir/test-key.ts`). */
export function plainNameOfTest(test: string): PlainName | undefined {
  if (!speaksPlainly()) return undefined;
  const codes = test.split(' ').filter((part) => part.startsWith(`${loinc}|`));
  return codes.map((part) => plainName(part.slice(loinc.length + 1))).find((found) => found !== undefined);
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
