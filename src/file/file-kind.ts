/** What a file is, by its name and its first bytes. */
import type { FileSource } from './source.ts';

export type FileKind =
  | 'lines' // NDJSON
  | 'json' // a resource, a Bundle, a list
  | 'ccda'
  // What is not read, and why.
  | 'empty'
  | 'packed' // zip or gzip that was not unpacked (`unpack.ts`)
  | 'utf-16'
  | 'fhir-xml'
  | 'no-record'; // a picture, a letter, a program: anything else

const starts = {
  zip: [0x50, 0x4b],
  gzip: [0x1f, 0x8b],
  utf16le: [0xff, 0xfe],
  utf16be: [0xfe, 0xff],
} as const;

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

export const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, starts.zip);
export const isGzip = (bytes: Uint8Array): boolean => beginsWith(bytes, starts.gzip);

/** Whether what is in a file has to be unpacked first. A file that cannot be read is told of when it is gone through. */
export async function isPacked(source: FileSource): Promise<boolean> {
  const bytes = await source.read(0, Math.min(4, source.size)).catch(() => new Uint8Array());
  return isZip(bytes) || isGzip(bytes);
}

/** Enough to get past an XML declaration, comments and style sheets. */
const looked = 8192;

export async function fileKind(source: FileSource): Promise<FileKind> {
  if (source.size === 0) return 'empty';
  const bytes = await source.read(0, Math.min(looked, source.size));
  if (isZip(bytes) || isGzip(bytes)) return 'packed';
  const isWide = beginsWith(bytes, starts.utf16le) || beginsWith(bytes, starts.utf16be);
  const text = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
    .decode(bytes)
    .trimStart();
  // The reader of documents knows the encodings of XML.
  if (text.startsWith('<')) {
    if (/<(?:[\w-]+:)?ClinicalDocument[\s>]/.test(text)) return 'ccda';
    return text.includes('http://hl7.org/fhir') ? 'fhir-xml' : 'no-record';
  }
  const isJson = /^[{[]/.test(text);
  if (isWide) return isJson ? 'utf-16' : 'no-record';
  if (/\.(?:ndjson|jsonl)$/i.test(source.path)) return 'lines';
  if (/\.json$/i.test(source.path)) return text === '' ? 'empty' : 'json';
  return isJson ? 'json' : text === '' ? 'empty' : 'no-record';
}
