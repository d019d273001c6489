/** Pages drawn at a time: each costs a picture of its size in memory. */
export const pagesAtOnce = 10;

/** Pages kept above the one that was asked for: what it goes on from. */
const before = 2;

export interface PdfWindow {
  readonly first: number;
  readonly last: number;
}

/**
 * Which pages of a file are drawn, from 1: ten around the page that was asked for, and ten more each time the reader
 * asked for earlier or later ones. The last ten where the file ends before that page.
 */
export function pdfWindow(
  numPages: number,
  openAt: number | undefined,
  asked: { readonly earlier: number; readonly later: number },
): PdfWindow {
  const start = Math.max(1, Math.min((openAt ?? 1) - before, numPages - pagesAtOnce + 1));
  return {
    first: Math.max(1, start - asked.earlier * pagesAtOnce),
    last: Math.min(numPages, start + (asked.later + 1) * pagesAtOnce - 1),
  };
}
