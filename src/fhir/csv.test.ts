import { expect, test } from 'vitest';
import { csvLine, csvText } from './csv.ts';

const one = (text: string): string => csvText([[text, 'x']]).slice(1, -4);

test('quotes what RFC 4180 wants quoted, doubles quotes, ends every line with CRLF', () => {
  const text = csvText([
    ['Name', 'Result'],
    ['Sodium, "serum"', 'line one\nline two'],
  ]);
  expect(text).toBe('\u{FEFF}Name,Result\r\n"Sodium, ""serum""","line one\nline two"\r\n');
});

test('every line has as many fields as the widest', () => {
  expect(csvText([['a', 'b', 'c'], ['d']])).toBe('\u{FEFF}a,b,c\r\nd,,\r\n');
});

test.each([
  '=HYPERLINK("http://evil.example","x")',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '＝1+1',
  '|calc',
])('a spreadsheet runs nothing of %j', (text) => {
  expect(one(text)).toMatch(/^"'/);
});

test.each(['-1.5', '+3', '1.50', '-0', '<5', '1e-3', '6,1', '%', '%{vol}', '-1; -2.5', 'mg; %'])(
  'the value %s stays what it is',
  (text) => {
    expect(one(text).replaceAll('"', '')).toBe(text);
  },
);

test('half a character becomes a whole one', () => {
  expect(one('a\u{D800}b')).toBe('a\u{FFFD}b');
});

test('a formula behind what another separator would cut at is none either', () => {
  const text = csvText([["a;=1+cmd|'/C calc'!A0;"], ['b\n=2'], ['c; -1 mg'], ['d = e']]);
  expect(text).not.toMatch(/[;\n]\s*=/);
  expect(text).toContain("a;'=1+cmd");
  expect(text).toContain('d = e');
});

/** The cells of a line as a spreadsheet has them that cuts at another separator than ours. */
function cutAt(separator: string, line: string): readonly string[] {
  const cells = [''];
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!;
    if (isQuoted && letter === '"' && line[at + 1] === '"') cells[cells.length - 1] += line[++at]!;
    else if (isQuoted && letter === '"') isQuoted = false;
    else if (!isQuoted && letter === '"' && cells.at(-1)!.trim() === '') isQuoted = true;
    else if (!isQuoted && letter === separator) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells;
}

test.each([
  'x;"=1+1;',
  'x;""=1+1',
  'x; " "=1+1',
  'x;"=1+1";"@SUM(A1)"',
  'x;"\t=1+1',
  '"=1+1',
  ';"+cmd|calc',
  'a\t"=1+1',
])('no quotes hide a formula: %j', (text) => {
  for (const separator of [';', '\t', ',']) {
    const cells = cutAt(separator, csvLine(['1', text, '2']).trimEnd());
    expect(cells.filter((cell) => /^\s*[=+@|]/.test(cell))).toEqual([]);
  }
});

test('a quoted word, and a number in quotes, stay what they are', () => {
  expect(csvLine(['no "a = b"; "-1.5"'])).toBe('"no ""a = b""; ""-1.5"""\r\n');
});

test('no control characters but tab and line end, and none that hides a formula; joiners of a script stay', () => {
  expect(csvLine(['A\u001b[31mB', 'C\u009b2J', 'a\r\nb\rc\td', '\u0008=1+1', 'می\u200cخواهم'])).toBe(
    `A [31mB,C 2J,"a\nb\nc\td","' =1+1",می\u200cخواهم\r\n`,
  );
});
