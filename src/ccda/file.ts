/** Encapsulated data (ED): a PDF, a picture or text inside the document, or the address of one outside. */
import { at, attribute } from './xml.ts';

export interface DocumentFile {
  readonly mediaType: string | undefined;
  /** Base64, blanks and all, or the text itself; undefined where the document only names an address. */
  readonly content: { readonly base64: string } | { readonly text: string } | undefined;
  /** Never followed, never fetched: an address that somebody else wrote. */
  readonly address: string | undefined;
}

/** Undefined where it holds nothing at all. */
export function readFile(element: Element | undefined): DocumentFile | undefined {
  if (element === undefined) return undefined;
  const mediaType = attribute(element, 'mediaType');
  const address = attribute(at(element, 'reference'), 'value');
  const text = element.textContent;
  const isBase64 = attribute(element, 'representation')?.toUpperCase() === 'B64';
  const content = text.trim() === '' ? undefined : isBase64 ? { base64: text } : { text };
  return content === undefined && address === undefined ? undefined : { mediaType, content, address };
}
