import { decodeText } from './document-kind.ts';

/** XML bytes as text: by their byte order mark, else the encoding the XML declares (XML 1.0 §4.3.3), else as any text. */
export function decodeXml(bytes: Uint8Array, contentType: string | undefined): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // A declaration outranks what a server says of a file it did not write.
  return decodeText(bytes, declared === undefined ? contentType : `charset=${declared}`);
}
