import { type ReactNode, useMemo, useState } from 'react';
import type { Attachment } from '#fhir/attachment.ts';
import { attachmentBytes, attachmentSize } from '#fhir/attachment-bytes.ts';
import { t } from '#i18n/translate.ts';
import { DocumentBytes } from './DocumentBytes.tsx';
import { FetchedDocument } from './FetchedDocument.tsx';
import { Sought } from './FindInDocument.tsx';
import { documentFacts } from './document-facts.ts';
import { mediaType } from './document-kind.ts';
import { useOpenedPage } from './page-state.ts';
import './Document.css';

interface Props {
  /** The forms one document came in: text and PDF, say. */
  readonly attachments: readonly Attachment[];
  readonly name: string;
  /** What is sought in the list it was opened from. */
  readonly sought?: string | undefined;
  /** Read at once, for opening it was asking for it. */
  readonly readNow?: boolean;
}

/** A document to read in place. Of several forms one is shown, and the others are a click away. */
export function DocumentView({ attachments, name, sought, readNow = false }: Props): ReactNode {
  const page = useOpenedPage();
  const [chosen, setChosen] = useState(() => (page === undefined ? 0 : firstPdf(attachments)));
  const shown = attachments[Math.min(chosen, attachments.length - 1)];
  if (shown === undefined) return <p className="absence">{t('document.none')}</p>;
  return (
    <div className="document">
      {attachments.length > 1 && (
        <fieldset className="document-forms" aria-label={t('document.which')}>
          {attachments.map((attachment, at) => (
            <button
              // Attachments have no key of their own, and their order never changes.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              type="button"
              className="document-form"
              aria-pressed={attachment === shown}
              onClick={() => setChosen(at)}
            >
              {attachment.title ?? t('document.nth', { n: at + 1 })}
              <span className="muted small">{` ${documentFacts(attachment, attachmentSize(attachment))}`}</span>
            </button>
          ))}
        </fieldset>
      )}
      <Sought value={sought ?? ''}>
        <OneDocument
          key={attachments.indexOf(shown)}
          attachment={shown}
          name={shown.title ?? name}
          readNow={readNow}
        />
      </Sought>
    </div>
  );
}

/** Where the reader was sent to a page: the form that has pages. */
function firstPdf(attachments: readonly Attachment[]): number {
  return Math.max(
    0,
    attachments.findIndex(({ contentType }) => mediaType(contentType).endsWith('pdf')),
  );
}

interface OneProps {
  readonly attachment: Attachment;
  readonly name: string;
  readonly readNow: boolean;
}

function OneDocument({ attachment, name, readNow }: OneProps): ReactNode {
  const inline = useMemo(() => attachmentBytes(attachment), [attachment]);
  if ('bytes' in inline) {
    return <DocumentBytes bytes={inline.bytes} contentType={attachment.contentType} name={name} />;
  }
  if (inline.fault === 'none' && attachment.url !== undefined) {
    return <FetchedDocument attachment={attachment} url={attachment.url} name={name} readNow={readNow} />;
  }
  if (inline.fault === 'none') return <p className="absence">{t('document.none')}</p>;
  return <p className="absence">{t(`document.${inline.fault}`)}</p>;
}
