import { expect, test } from 'vitest';
import { pdfWindow } from './pdf-window.ts';

const none = { earlier: 0, later: 0 };

test.each([
  [200, 200, none, 191, 200],
  [200, 100, none, 98, 107],
  [200, undefined, none, 1, 10],
  [200, 1, none, 1, 10],
  [4, 3, none, 1, 4],
  [1, undefined, none, 1, 1],
  // A page that the file does not have.
  [20, 500, none, 11, 20],
  [200, 100, { earlier: 1, later: 0 }, 88, 107],
  [200, 100, { earlier: 0, later: 2 }, 98, 127],
  [200, 100, { earlier: 50, later: 50 }, 1, 200],
])('of %i pages, opened at %s, asked for %o: %i to %i', (n, openAt, asked, first, last) => {
  expect(pdfWindow(n, openAt, asked)).toEqual({ first, last });
});
