/** What a document says, for whoever searches across documents: read from what has come, never by a request. */
import { clinicalText } from '#chart/kit/ccda/clinical-text.ts';
import type { Attachment } from '#fhir/attachment.ts';
import { attachmentBytes } from '#fhir/attachment-bytes.ts';
import { decodeText, documentKind } from './document-kind.ts';
import { rtfText } from './rtf-text.ts';

/** Longer ones would hold up the page while somebody types. */
const mostBytes = 2 * 1024 * 1024;

interface Read {
  readonly words: string;
  /** Its kind says its words to whoever reads the bytes: no picture, no PDF, nothing unknown. */
  readonly isRead: boolean;
}

const unread: Read = { words: '', isRead: false };
const known = new WeakMap<Attachment, Read>();

/** The words of a document that came inside its record; empty for pictures and PDF, whose words are not known. */
export function attachmentWords(attachment: Attachment): string {
  return inline(attachment).words;
}

/** Whether `attachmentWords` are all that the document says: not of one that did not come, is too long or no text. */
export function isAttachmentRead(attachment: Attachment): boolean {
  return inline(attachment).isRead;
}

function inline(attachment: Attachment): Read {
  const read = known.get(attachment) ?? readInline(attachment);
  known.set(attachment, read);
  return read;
}

function readInline(attachment: Attachment): Read {
  const came = attachmentBytes(attachment, mostBytes);
  return 'bytes' in came ? readBytes(came.bytes, attachment.contentType) : unread;
}

export function bytesWords(bytes: Uint8Array, contentType: string | undefined): string {
  return readBytes(bytes, contentType).words;
}

export function readBytes(bytes: Uint8Array, contentType: string | undefined): Read {
  const read = (words: string): Read => ({ words, isRead: true });
  switch (documentKind(bytes, contentType).kind) {
    case 'text':
    case 'source':
      return read(decodeText(bytes, contentType));
    case 'html':
      return read(htmlWords(decodeText(bytes, contentType)));
    case 'rtf':
      return read(rtfText(decodeText(bytes, 'charset=windows-1252')));
    case 'clinical': {
      const words = clinicalText(bytes, contentType);
      return words === undefined ? unread : read(words);
    }
    default:
      return unread;
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
