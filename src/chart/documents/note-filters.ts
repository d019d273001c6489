/** Ways to narrow the list of notes: by type, author, dates and visit. */
import { startOf } from '#fhir/dates.ts';
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

/** @returns what fits; and how many were left out for having no date, where dates were asked for */
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
  const undated = fits.filter((note) => dayOf(note) === undefined).length;
  return { notes: fits.filter((note) => isWithin(dayOf(note), choices)), undated };
}

/** The day of a note as a reader's calendar has it; partial dates stand for their first day. */
function dayOf({ when }: Note): string | undefined {
  const date =
    when?.kind === 'date' ? when.date : when?.kind === 'period' ? (when.start ?? when.end) : undefined;
  if (date === undefined) return undefined;
  const moment = startOf(date);
  if (moment === undefined) return undefined;
  if (date.instant === undefined) return new Date(moment).toISOString().slice(0, 10);
  const local = new Date(date.instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

function isWithin(day: string | undefined, { from, to }: NoteChoices): boolean {
  return day !== undefined && (from === '' || day >= from) && (to === '' || day <= to);
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
