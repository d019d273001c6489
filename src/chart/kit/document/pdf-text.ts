/** The words of a PDF, page by page, for whoever searches: bounded, so that no file can fill the memory. */
import type { PDFDocumentProxy } from 'pdfjs-dist';

export type PdfText =
  | {
      readonly state: 'read';
      /** In the order of the file; '' for a page without text. */
      readonly pages: readonly string[];
      /** Pages without text: pictures of pages, as a scanner makes them, or empty ones. */
      readonly blank: number;
      /** The file has more than was looked at. */
      readonly more: boolean;
      /** It took too long: these are the pages that had been read by then. */
      readonly isLate?: true;
    }
  /**
   * `no-text`: not one page of the whole file has text, a scan. `locked`: a password is asked for. `long`: too much of
   * it, or of all of them. `late`: it took too long, and no page was read. `not-read`: the app's own file did not come.
   */
  | { readonly state: 'no-text' | 'locked' | 'broken' | 'long' | 'late' | 'not-read' };

export const mostPages = 200;
export const mostCharacters = 300_000;

type Pages = Pick<PDFDocumentProxy, 'numPages' | 'getPage'>;

/**
 * Reads an opened file's text into `pages`, for whoever stops it and keeps what was read. Rejects with the signal's
 * reason when it is stopped; a page that is broken has no text.
 */
export async function textOfPdf(
  document: Pages,
  signal: AbortSignal,
  pages: string[] = [],
): Promise<PdfText> {
  let characters = 0;
  const most = Math.min(document.numPages, mostPages);
  while (pages.length < most && characters < mostCharacters) {
    signal.throwIfAborted();
    const text = await textOfPage(document, pages.length + 1);
    signal.throwIfAborted();
    pages.push(text.slice(0, mostCharacters - characters));
    characters += text.length;
  }
  const more = pages.length < document.numPages || characters > mostCharacters;
  const blank = pages.filter((text) => text === '').length;
  return blank === pages.length && !more ? { state: 'no-text' } : { state: 'read', pages, blank, more };
}

async function textOfPage(document: Pages, at: number): Promise<string> {
  try {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .trim();
  } catch {
    return '';
  }
}
