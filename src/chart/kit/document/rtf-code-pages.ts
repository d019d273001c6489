/** The code pages of an RTF document (RTF 1.9: `\\ansicpg`, `\\fcharset`) as browsers name them. */

/** One for all: a letter can come escaped, and a document can hold millions. */
export const windows = new TextDecoder('windows-1252');

const pages: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
};

/** By the character set that a font is said to have; 0 and 1 are the document's own. */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const made = new Map<number, TextDecoder>([[1252, windows]]);

/** The decoder of a code page; that of western Windows for those no browser knows (437, 850). */
export function codePageOf(page: number | undefined): TextDecoder {
  const known = page === undefined ? windows : made.get(page);
  if (known !== undefined || page === undefined) return known ?? windows;
  const label = page >= 1250 && page <= 1258 ? `windows-${page}` : pages[page];
  const decoder = label === undefined ? windows : new TextDecoder(label);
  made.set(page, decoder);
  return decoder;
}

export function codePageOfFont(charset: number | undefined): TextDecoder | undefined {
  const page = charset === undefined ? undefined : charsets[charset];
  return page === undefined ? undefined : codePageOf(page);
}

/** A letter, or nothing yet: of two bytes the first waits in the decoder for the second. */
export function decodeByte(decoder: TextDecoder, byte: number): string {
  return decoder.decode(Uint8Array.of(byte), { stream: true });
}

/** Half a letter at the end of a document is none of the next one's. */
export function endBytes(): void {
  for (const decoder of made.values()) decoder.decode();
}
