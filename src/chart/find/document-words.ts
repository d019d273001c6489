import type { Attachment } from '#fhir/attachment.ts';
import { attachmentBytes } from '#fhir/attachment-bytes.ts';
import { wordsIn } from '#fhir/narrative.ts';
import { bytesWords } from '#chart/kit/document/attachment-words.ts';
import { decodeText, documentKind, mediaType } from '#chart/kit/document/document-kind.ts';
import { rtfText } from '#chart/kit/document/rtf-text.ts';

/** Parsing a longer one would hold up whoever is typing. */
const mostXml = 8 * 1024 * 1024;

/** More of one document than this is not looked through. */
const mostCharacters = 400_000;

export interface DocumentWords {
  readonly text: string;
  /** It says more than is here. */
  readonly isCut: boolean;
}

/** The words of a document whose bytes are here; undefined for a PDF, a picture, and what is not here. */
export function documentWords(
  attachment: Attachment,
  fetched: Uint8Array<ArrayBuffer> | undefined,
): DocumentWords | undefined {
  if (/^(image|video|audio)\/|pdf/.test(mediaType(attachment.contentType))) return undefined;
  const inline = fetched === undefined ? attachmentBytes(attachment) : { bytes: fetched };
  if (!('bytes' in inline)) return undefined;
  const { bytes } = inline;
  const cut = (whole: string, read: (text: string) => string = (text) => text): DocumentWords => ({
    text: read(whole.slice(0, mostCharacters)),
    isCut: whole.length > mostCharacters,
  });
  const text = (): string => decodeText(bytes, attachment.contentType);
  switch (documentKind(bytes, attachment.contentType).kind) {
    case 'text':
      return cut(text());
    case 'html':
    case 'source':
      return cut(text(), wordsIn);
    case 'rtf':
      return cut(text(), rtfText);
    case 'clinical': {
      const words = bytes.length > mostXml ? '' : bytesWords(bytes, attachment.contentType);
      return words === '' ? undefined : cut(words);
    }
    default:
      return undefined;
  }
}
