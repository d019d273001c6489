/** Whether a narrative holds what no field carries (FHIR R4 §2.4.2): it must then be shown beside the fields. */
import { asObject, asText, type FhirResource } from './json.ts';
import { readNarrative, wordsIn } from './narrative.ts';

/**
 * True for a narrative written by hand or of unsaid origin, and for a generated one that holds a word no field does.
 * Errs towards showing: an entity or a translated word counts as new.
 */
export function narrativeAdds(resource: FhirResource): boolean {
  const narrative = readNarrative(resource);
  if (narrative === undefined) return false;
  if (narrative.saysMore) return true;
  const known = new Set<string>();
  for (const [name, value] of Object.entries(resource)) {
    collectWords(name, known, 0);
    if (name !== 'text') collectWords(value, known, 0);
  }
  return splitWords(wordsIn(narrative.html)).some((word) => !known.has(word));
}

function splitWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All words of the values, and of the elements' names: a generated narrative labels what it shows by them. */
function collectWords(value: unknown, known: Set<string>, depth: number): void {
  if (depth > 40) return;
  if (Array.isArray(value)) {
    for (const item of value) collectWords(item, known, depth + 1);
    return;
  }
  const object = asObject(value);
  if (object === undefined) {
    const text = asText(value) ?? '';
    for (const word of [...splitWords(text), ...splitWords(text.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))])
      known.add(word);
    return;
  }
  for (const [name, child] of Object.entries(object)) {
    collectWords(name, known, depth + 1);
    collectWords(child, known, depth + 1);
  }
}
