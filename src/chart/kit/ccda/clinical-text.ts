/** A C-CDA document as plain text: to be saved, or read by something that knows no XML. */
import { openClinicalDocument } from '#ccda/clinical-document.ts';
import { documentText } from '#ccda/document-text.ts';
import { decodeXml } from '#chart/kit/document/decode-xml.ts';
import { parseXml } from '#ui/trusted-types.ts';

/** Titles and narratives; undefined for what cannot be read as C-CDA, and for one whose body is a file of another kind. */
export function clinicalText(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const opened = openClinicalDocument(decodeXml(bytes, contentType), parseXml);
  if ('fault' in opened) return undefined;
  const { document } = opened;
  const isElsewhere = document.sections.length === 0 && document.file !== undefined;
  const text = documentText(document);
  return text === '' || (isElsewhere && text === document.title) ? undefined : text;
}
