import { expect, test } from 'vitest';
import { outcomeWords, saidIn } from './outcome-words.ts';

const saying = (...issue: readonly unknown[]): string => JSON.stringify({ issue });

test('what a server says, the plainest of it first', () => {
  const words = saying(
    { code: 'a', details: { text: 'Niño' }, diagnostics: 'd' },
    { code: 'b', details: { text: 'text' } },
    { code: 'c' },
    {},
  );
  expect(saidIn(words)).toBe('d; text; c');
  expect(saidIn(saying({ diagnostics: 'Año “9” 李 🙂' }))).toBe('Año “9” 李 🙂');
  expect(outcomeWords('<html>')).toBe('it gives no reason');
});

test.each([
  ['an escape of a terminal', '\u001b[2J'],
  ['one of the upper set', '\u009b2J'],
  ['the end of a line', '\r\n'],
  ['a separator of lines', '\u2028'],
  ['a separator of paragraphs', '\u2029'],
  ['another direction of writing', '\u202e'],
  ['an isolated direction', '\u2066'],
  ['nothing wide', '\u200b\ufeff'],
  ['a tag that nobody sees', '\u{e0041}'],
  ['half a letter', '\ud83d'],
])('%s reaches no terminal', (_what, hidden) => {
  const said = saidIn(saying({ diagnostics: `a${hidden}b` })) ?? '';
  expect(said).toMatch(/^a .*b$/u);
  expect(said).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
});

test('it is short, and ends with a whole letter', () => {
  expect(saidIn(saying({ diagnostics: `${'a'.repeat(299)}🙂🙂` }))).toBe(`${'a'.repeat(299)}🙂`);
});
