import { type ReactNode, useMemo } from 'react';
import type { DocumentFile } from '#ccda/file.ts';
import { attachmentBytes } from '#fhir/attachment-bytes.ts';
import { t } from '#i18n/translate.ts';
import { DocumentBytes } from '#chart/kit/document/DocumentBytes.tsx';

interface Props {
  readonly file: DocumentFile;
  readonly name: string;
  /** What is said of one that stands at an address outside the document. */
  readonly elsewhere: string;
}

/** A file inside a document, shown as what its bytes are; an address in its place is named, never fetched. */
export function FileContent({ file, name, elsewhere }: Props): ReactNode {
  const { content, address, mediaType } = file;
  const inline = useMemo(() => bytesOf(content), [content]);
  if (inline === undefined) {
    return (
      <p className="absence">
        {elsewhere} <span className="document-address">{address}</span>
      </p>
    );
  }
  if ('fault' in inline) return <p className="absence">{t(`document.${inline.fault}`)}</p>;
  return <DocumentBytes bytes={inline.bytes} contentType={mediaType ?? 'text/plain'} name={name} />;
}

function bytesOf(content: DocumentFile['content']): ReturnType<typeof attachmentBytes> | undefined {
  if (content === undefined) return undefined;
  if ('text' in content) return { bytes: new TextEncoder().encode(content.text) };
  return attachmentBytes({ data: content.base64 });
}
