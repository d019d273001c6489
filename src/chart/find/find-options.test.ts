import { expect, test } from 'vitest';
import { createFindIndex } from '#fhir/find-index.ts';
import { entriesOf, result } from '#fhir/story-records.ts';
import type { Attachment } from '#fhir/attachment.ts';
import { documentWords } from './document-words.ts';
import { findGroups } from './find-options.ts';

function found(opened: number) {
  const index = createFindIndex({ words: String, documentText: () => undefined });
  const { entries } = entriesOf(...Array.from({ length: 100 }, (_, at) => result(`o${at}`, '2026-01-01')));
  index.add(entries.map(({ record }) => record));
  const [group] = findGroups(
    new Map([['laboratory', index]]),
    'potassium',
    new Map([['laboratory', opened]]),
  );
  const last = group!.options.at(-1)!;
  return { n: group!.n, options: group!.options.length, rest: 'rest' in last ? [last.next, last.rest] : [] };
}

test('everything that was found can be reached, sixty more at a time', () => {
  expect(found(0)).toEqual({ n: 100, options: 6, rest: [60, 95] });
  expect(found(1)).toEqual({ n: 100, options: 66, rest: [35, 35] });
  expect(found(2)).toEqual({ n: 100, options: 100, rest: [] });
});

test('a document that says more than is looked through is said to be cut', () => {
  const attachment = { contentType: 'text/plain' } as Attachment;
  const words = (n: number) => documentWords(attachment, new TextEncoder().encode('a'.repeat(n)));
  expect(words(400_000)?.isCut).toBe(false);
  expect(words(400_001)).toEqual({ text: 'a'.repeat(400_000), isCut: true });
});
