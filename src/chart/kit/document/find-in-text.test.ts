import { expect, test } from 'vitest';
import { foldWithPlaces, placesOf, snippetOf } from './find-in-text.ts';

const found = (text: string, sought: string): readonly string[] =>
  placesOf(foldWithPlaces(text), sought, 10).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Chest pain. No CHEST wall pain.', 'chest', ['Chest', 'CHEST']],
  ['Sjögren, Sjo\u0308gren', 'sjogren', ['Sjögren', 'Sjo\u0308gren']],
  ['shortness\n   of\tbreath', 'shortness of  breath', ['shortness\n   of\tbreath']],
  ['İstanbul and 𝒳 then ankle', 'ankle', ['ankle']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['anything', '  ', []],
  ['anything', 'nothing', []],
])('in %j, %j is found as it was written', (text, sought, places) => {
  expect(found(text, sought)).toEqual(places);
});

test('no more places than asked for', () => {
  expect(placesOf(foldWithPlaces('a'.repeat(100)), 'a', 7)).toHaveLength(7);
});

test('a snippet has whole words round what was found', () => {
  const text = `${'before '.repeat(20)}\nPotassium 6.1 ${'after '.repeat(20)}`;
  const snippet = snippetOf(text, 'potassium');
  expect(snippet?.found).toBe('Potassium');
  expect(snippet?.before).toMatch(/^…(before )+$/);
  expect(snippet?.after).toMatch(/^ 6\.1 (after )+after…$/);
  expect(snippetOf('Potassium', 'sodium')).toBeUndefined();
});
