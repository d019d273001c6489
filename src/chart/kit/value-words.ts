import type { ShownValue } from '#fhir/observation-value.ts';
import type { ShownPart } from '#fhir/shown-observation.ts';
import { formatWhen } from './format.ts';
import { words } from './words.ts';

/** A value in the reader's language, without its unit: a date among values is written as any other date. */
export function valueWords({ text, when }: Pick<ShownValue, 'text' | 'when'>): string {
  return when === undefined ? words(text) : formatWhen(when);
}

/** A part of what an observation says: its name, where it has one, its value and its unit. */
export function partWords(part: Pick<ShownPart, 'label' | 'text' | 'unit' | 'when'>): string {
  return [part.label && words(part.label), valueWords(part), part.unit].filter(Boolean).join(' ');
}
