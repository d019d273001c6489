/** Why the person came, where the visit's name does not say it already. */
import { joined } from '#chart/kit/fact-words.ts';
import { words } from '#chart/kit/words.ts';
import type { EncounterRecord } from '#fhir/encounters.ts';

/** The reasons, else the diagnoses; "Annual physical" of an "Annual physical" is said once. Empty where none is left. */
export function visitWhy({ reasons, diagnoses, title }: EncounterRecord): string {
  return joined(unsaid(reasons, words(title))) || joined(unsaid(diagnosisNames(diagnoses), words(title)));
}

/** Reasons and diagnoses, each once. */
export function visitReasons({ reasons, diagnoses, title }: EncounterRecord): string {
  return joined(unsaid([...reasons, ...diagnosisNames(diagnoses)], words(title)));
}

const diagnosisNames = (diagnoses: EncounterRecord['diagnoses']): readonly string[] =>
  diagnoses.map(({ name }) => name);

function unsaid(names: readonly string[], title: string): readonly string[] {
  const said = new Set([folded(title)]);
  return names.filter((name) => !said.has(folded(name)) && said.add(folded(name)));
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
