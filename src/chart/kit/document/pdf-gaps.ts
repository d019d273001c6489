/** Pictures of a PDF that pdf.js cannot draw without WebAssembly, by the names their filters have (ISO 32000-2 §7.4). */
const filters = [
  ['JBIG2', '/JBIG2Decode'],
  ['JPEG 2000', '/JPXDecode'],
] as const;

/**
 * Which of them a file holds. A picture's dictionary always stands in the open: names are not encrypted, and a stream
 * is never within another.
 */
export function pdfGaps(bytes: Uint8Array): readonly string[] {
  return filters.filter(([, filter]) => includes(bytes, filter)).map(([name]) => name);
}

function includes(bytes: Uint8Array, name: string): boolean {
  const codes = Array.from(name, (char) => char.charCodeAt(0));
  const [first = 0] = codes;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, i) => bytes[at + i] === code)) return true;
  }
  return false;
}
