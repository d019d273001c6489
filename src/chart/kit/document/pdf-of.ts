import type { Attachment } from '#fhir/attachment.ts';
import { attachmentBytes } from '#fhir/attachment-bytes.ts';
import { documentKind, mediaType } from './document-kind.ts';
import type { PdfFile } from './pdf-texts.ts';

/** "JVBERi" is what `%PDF-` begins with in base64. */
const pdfStart = /^\s*JVBERi/;

/**
 * The attachment as a PDF to read, where it is said to be one, or nothing is said and its bytes are one's.
 * @param fetched what came from its address, as it stands now
 */
export function pdfOf(
  attachment: Pick<Attachment, 'data' | 'url' | 'contentType'>,
  fetched: () => Uint8Array | undefined,
): PdfFile | undefined {
  const { data, url, contentType } = attachment;
  const type = mediaType(contentType);
  const isUnsaid = type === '' || type === 'application/octet-stream';
  const isPdf =
    type === 'application/pdf' ||
    type === 'application/x-pdf' ||
    (isUnsaid && (data === undefined ? isPdfFile(fetched()) : pdfStart.test(data)));
  const key = data ?? url;
  if (!isPdf || key === undefined) return undefined;
  const inline = (): Uint8Array | undefined => {
    const made = attachmentBytes(attachment);
    return 'bytes' in made ? made.bytes : undefined;
  };
  return { key, url: data === undefined ? url : undefined, bytes: data === undefined ? fetched : inline };
}

function isPdfFile(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && documentKind(bytes, undefined).kind === 'pdf';
}
