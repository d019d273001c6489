import { expect, test } from 'vitest';
import { whenOf } from '#fhir/dates.ts';
import { narrowedNotes, noChoices } from './note-filters.ts';
import type { Note } from './note.ts';

const notes = ['2019', '2019-05', '2019-07-04', { start: '2019-05-30', end: '2019-06-02' }, undefined].map(
  (sent) =>
    ({
      title: JSON.stringify(sent ?? 'undated'),
      when: whenOf(sent),
      authors: [],
      encounters: [],
    }) as unknown as Note,
);

function within(from: string, to: string) {
  const { notes: fits, undated } = narrowedNotes(notes, { ...noChoices, from, to });
  return [...fits.map(({ title }) => title), undated];
}

test('what is only known to a year or a month, or went on for days, fits dates that it touches', () => {
  const stay = '{"start":"2019-05-30","end":"2019-06-02"}';
  expect(within('2019-06-01', '2019-12-31')).toEqual(['"2019"', '"2019-07-04"', stay, 1]);
  expect(within('', '2019-05-29')).toEqual(['"2019"', '"2019-05"', 1]);
  expect(within('2020-01-01', '')).toEqual([1]);
});

test('without dates nothing is left out', () => {
  expect(narrowedNotes(notes, noChoices)).toEqual({ notes, undated: 0 });
});
