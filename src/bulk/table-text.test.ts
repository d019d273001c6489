import { expect, test } from 'vitest';
import { csvLine, tableLines } from './table-text.ts';

test('CSV: quotes where they must be, lists with semicolons, nothing for null', () => {
  expect(csvLine(['a', 1, true, null, ['x', 'y'], 'say "no", please', 'two\nlines'])).toBe(
    'a,1,true,,"x; y","say ""no"", please","two\nlines"\r\n',
  );
});

test('CSV: what a spreadsheet would run begins with an apostrophe; numbers and per cent signs are left alone', () => {
  expect(csvLine(['=1+1', '+x', '@SUM(A1)', '-1.5', -2, '%', '＝1', ' =1'])).toBe(
    `'=1+1,'+x,'@SUM(A1),-1.5,-2,%,'＝1,' =1\r\n`,
  );
});

test('CSV: no control characters but tab and line end, and none that hides a formula; joiners of a script stay', () => {
  expect(csvLine(['A\u001b[31mB', 'C\u009b2J', 'a\r\nb\rc\td', '\u0008=1+1', 'می\u200cخواهم'])).toBe(
    `A [31mB,C 2J,"a\nb\nc\td",' =1+1,می\u200cخواهم\r\n`,
  );
});

test('a table stands in line, and holds no control characters', () => {
  expect(
    tableLines(
      ['id', 'name'],
      [
        ['1', 'A\u001b[31m'],
        ['22', null],
      ],
    ),
  ).toEqual(['id  name', '--  ------', '1   A [31m', '22']);
});
