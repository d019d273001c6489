import { expect, test } from 'vitest';
import { csvCells, tableLines } from './table-text.ts';

test('CSV: quotes where they must be, lists with semicolons, nothing for null', () => {
  expect(csvCells(['a', 1, true, null, ['x', 'y'], 'say "no", please', 'two\nlines'])).toBe(
    'a,1,true,,"x; y","say ""no"", please","two\nlines"\r\n',
  );
});

test('CSV: a list of numbers is none of a formula’s, a formula in a list is', () => {
  expect(csvCells([-2, [-1, -2.5], ['x', '=1+1']])).toBe(`-2,"-1; -2.5","x; '=1+1"\r\n`);
});

test('a table stands in line, and holds no control characters', () => {
  expect(
    tableLines(
      ['id', 'name'],
      [
        ['1', 'A\u2028\u001b[31m'],
        ['22', null],
      ],
    ),
  ).toEqual(['id  name', '--  ------', '1   A [31m', '22']);
});
