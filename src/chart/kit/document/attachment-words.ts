/** What a document says, for whoever searches across documents: read from what has come, never by a request. */
import { clinicalText } from '#chart/kit/ccda/clinical-text.ts';
import type { Attachment } from '#fhir/attachment.ts';
import { attachmentBytes } from '#fhir/attachment-bytes.ts';
import { decodeText, documentKind } from './document-kind.ts';
import { rtfText } from './rtf-text.ts';

/** Longer ones would hold up the page while somebody types. */
const mostBytes = 2 * 1024 * 1024;

const known = new WeakMap<Attachment, string>();

/** The words of a document that came inside its record; empty for pictures and PDF, whose words are not known. */
export function attachmentWords(attachment: Attachment): string {
  const words = known.get(attachment) ?? inlineWords(attachment);
  known.set(attachment, words);
  return words;
}

function inlineWords(attachment: Attachment): string {
  const inline = attachmentBytes(attachment, mostBytes);
  return 'bytes' in inline ? bytesWords(inline.bytes, attachment.contentType) : '';
}

export function bytesWords(bytes: Uint8Array, contentType: string | undefined): string {
  switch (documentKind(bytes, contentType).kind) {
    case 'text':
    case 'source':
      return decodeText(bytes, contentType);
    case 'html':
      return htmlWords(decodeText(bytes, contentType));
    case 'rtf':
      return rtfText(decodeText(bytes, 'charset=windows-1252'));
    case 'clinical':
      return clinicalText(bytes, contentType) ?? '';
    default:
      return '';
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** To be searched, never to be shown as markup: what is left of it is text. */
function htmlWords(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<\/?(?:b|i|em|strong|span|u|sub|sup|a)\b[^>]*>/gi, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d{1,7});/g, (_all, code: string) => codePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (all, name: string) => (Object.hasOwn(entities, name) ? entities[name]! : all));
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
