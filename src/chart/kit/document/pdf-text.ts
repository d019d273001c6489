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
    }
  /** Not one page has text: a scan. `locked`: a password is asked for. `long`: too much of it, or of all of them. */
  | { readonly state: 'no-text' | 'locked' | 'broken' | 'long' };

export const mostPages = 200;
export const mostCharacters = 300_000;

type Pages = Pick<PDFDocumentProxy, 'numPages' | 'getPage'>;

/** Reads an opened file's text. Rejects with the signal's reason when it is stopped; a page that is broken has no text. */
export async function textOfPdf(document: Pages, signal: AbortSignal): Promise<PdfText> {
  const pages: string[] = [];
  let characters = 0;
  const most = Math.min(document.numPages, mostPages);
  while (pages.length < most && characters < mostCharacters) {
    signal.throwIfAborted();
    const text = await textOfPage(document, pages.length + 1);
    pages.push(text.slice(0, mostCharacters - characters));
    characters += text.length;
  }
  signal.throwIfAborted();
  const more = pages.length < document.numPages || characters > mostCharacters;
  const blank = pages.filter((text) => text === '').length;
  return blank === pages.length ? { state: 'no-text' } : { state: 'read', pages, blank, more };
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
