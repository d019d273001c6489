/**
 * What a document's bytes are and how they may be shown. What the sender says decides what is tried; the bytes decide
 * whether it is so. Nothing is ever given to the browser under the sender's type but what is checked here.
 */
import { ownRow } from '#fhir/json.ts';

export type DocumentKind =
  | { readonly kind: 'pdf' | 'html' | 'rtf' | 'text' | 'source' }
  /** XML that is, or may be, a C-CDA document: its reader tells. */
  | { readonly kind: 'clinical' }
  | { readonly kind: 'image'; readonly type: string }
  /** Of a type that cannot be shown, or not what it is said to be. */
  | { readonly kind: 'other'; readonly mismatch: boolean };

/** The bare media type in lower case: "text/html; charset=utf-8" is text/html. */
export function mediaType(contentType: string | undefined): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

const ascii = (bytes: Uint8Array, n: number): string => String.fromCharCode(...bytes.subarray(0, n));

/** Pictures by their first bytes. SVG is none of them: it is a program. */
const pictures: readonly (readonly [type: string, (start: string) => boolean])[] = [
  ['image/png', (start) => start.startsWith('\u0089PNG\r\n\u001a\n')],
  ['image/jpeg', (start) => start.startsWith('\u00ff\u00d8\u00ff')],
  ['image/gif', (start) => /^GIF8[79]a/.test(start)],
  ['image/webp', (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'],
  ['image/bmp', (start) => start.startsWith('BM')],
];

/** The root of a CDA document, behind whatever declarations, comments and style sheets it came with. */
const clinicalRoot = /^[^]*<(?:[\w-]+:)?ClinicalDocument[\s>]/;

export function documentKind(bytes: Uint8Array, contentType: string | undefined): DocumentKind {
  const type = mediaType(contentType);
  const start = ascii(bytes, 16);
  const isPdf = start.startsWith('%PDF-');
  const isRtf = start.startsWith('{\\rtf');
  if (type === 'application/pdf' || type === 'application/x-pdf') {
    return isPdf ? { kind: 'pdf' } : { kind: 'other', mismatch: true };
  }
  if (type === 'text/html' || type === 'application/xhtml+xml') return { kind: 'html' };
  if (/^(application|text)\/(x-)?rtf$/.test(type)) {
    return isRtf ? { kind: 'rtf' } : { kind: 'other', mismatch: true };
  }
  if (type === 'image/svg+xml') return { kind: 'other', mismatch: false };
  if (type.startsWith('image/')) {
    const picture = pictures.find(([, is]) => is(start));
    const shown = picture?.[0];
    if (shown !== undefined) return { kind: 'image', type: shown };
    return { kind: 'other', mismatch: pictures.some(([name]) => name === type) };
  }
  const isClinical = clinicalRoot.test(ascii(bytes, 4096));
  if (type === 'text/plain' || type === 'text/markdown') return { kind: isClinical ? 'clinical' : 'text' };
  if (/^(text|application)\/([\w.+-]+\+)?xml$/.test(type)) return { kind: 'clinical' };
  if (/^(text|application)\/([\w.+-]+\+)?(xml|json)$/.test(type) || type.startsWith('text/')) {
    return { kind: isClinical ? 'clinical' : 'source' };
  }
  if (type !== '' && type !== 'application/octet-stream') return { kind: 'other', mismatch: false };
  // Nothing useful was said: the bytes alone decide, and only what is beyond doubt.
  if (isPdf) return { kind: 'pdf' };
  if (isRtf) return { kind: 'rtf' };
  if (isClinical) return { kind: 'clinical' };
  const picture = pictures.find(([, is]) => is(start));
  return picture === undefined ? { kind: 'other', mismatch: false } : { kind: 'image', type: picture[0] };
}

/** Text of a document: its stated character set, else UTF-8, else what Windows writes. */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const stated = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  for (const label of [stated, 'utf-8']) {
    if (label === undefined) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // An unknown label or bytes it does not fit: the next one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/html': 'html',
  'text/plain': 'txt',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'application/json': 'json',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'image/svg+xml': 'svg',
};

/** Endings that a computer would run: none of them is what a document is called. */
const runnable =
  /\.(?:app|bat|cmd|com|command|cpl|desktop|exe|hta|jar|jse?|lnk|msi|pif|ps1|scr|sh|vb[es]?|ws[fh]?)$/i;

/** A file name from a document's own title: no path, no control characters, its type's ending where it has none. */
export function fileName(title: string, contentType: string | undefined): string {
  const plain =
    title
      .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[. ]+|[. ]+$/g, '')
      .slice(0, 80) || 'document';
  const extension = ownRow(extensions, mediaType(contentType));
  if (extension === undefined && runnable.test(plain)) return `${plain}.bin`;
  return extension === undefined || plain.toLowerCase().endsWith(`.${extension}`)
    ? plain
    : `${plain}.${extension}`;
}
