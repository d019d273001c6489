/** Ways to narrow the list of notes: by type, author, dates and visit. */
import { type DaySpan, daySpan, touches } from '#fhir/day-span.ts';
import type { Note } from './note.ts';
import { typeOf } from './note.ts';

export interface NoteChoices {
  readonly type: string;
  readonly author: string;
  /** `yyyy-mm-dd`, as the browser's date field writes it; empty: none. */
  readonly from: string;
  readonly to: string;
  readonly visit: string;
}

export const noChoices: NoteChoices = { type: '', author: '', from: '', to: '', visit: '' };

export function chosenCount(choices: NoteChoices): number {
  return Object.values(choices).filter((value) => value !== '').length;
}

/**
 * What is only known to a year fits dates that touch the year.
 * @returns what fits; and how many were left out for having no date, where dates were asked for
 */
export function narrowedNotes(
  notes: readonly Note[],
  choices: NoteChoices,
): { readonly notes: readonly Note[]; readonly undated: number } {
  const { type, author, visit } = choices;
  const fits = notes.filter(
    (note) =>
      (type === '' || typeOf(note) === type) &&
      (author === '' || note.authors.some(({ name }) => name === author)) &&
      (visit === '' || note.encounters.some((link) => (link.key ?? link.name) === visit)),
  );
  if (choices.from === '' && choices.to === '') return { notes: fits, undated: 0 };
  const spans = fits.map((note): readonly [Note, DaySpan | undefined] => [note, daySpan(note.when)]);
  return {
    notes: spans.flatMap(([note, span]) =>
      span !== undefined && touches(span, choices.from, choices.to) ? [note] : [],
    ),
    undated: spans.filter(([, span]) => span === undefined).length,
  };
}

export interface Option {
  readonly value: string;
  readonly name: string;
  readonly n: number;
}

/** What can be chosen, by how often it occurs. */
export function optionsOf(
  notes: readonly Note[],
  of: (note: Note) => readonly { readonly value: string; readonly name: string }[],
): readonly Option[] {
  const found = new Map<string, Option>();
  for (const note of notes) {
    for (const { value, name } of of(note)) {
      const before = found.get(value);
      found.set(value, { value, name, n: (before?.n ?? 0) + 1 });
    }
  }
  return [...found.values()].toSorted((a, b) => b.n - a.n || a.name.localeCompare(b.name));
}
