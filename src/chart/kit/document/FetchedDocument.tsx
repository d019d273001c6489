import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Attachment } from '#fhir/attachment.ts';
import { fileIn } from '#fhir/binary-file.ts';
import { FhirError } from '#fhir/failure.ts';
import { t } from '#i18n/translate.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { failureWords } from '#chart/kit/failure-words.ts';
import { DocumentBytes } from './DocumentBytes.tsx';
import { documentFacts } from './document-facts.ts';

interface Props {
  readonly attachment: Attachment;
  readonly url: string;
  readonly name: string;
  /** Without being asked once more. */
  readonly readNow: boolean;
}

/** A document that stands at an address: read when the reader asks for it, never before. */
export function FetchedDocument({ attachment, url, name, readNow }: Props): ReactNode {
  const { reading, sessionId } = useChart();
  const [asked, setAsked] = useState(readNow);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [sessionId, 'attachment', url],
    queryFn: async () => fileIn(await reading.fetchAttachment(url)),
    enabled: asked,
  });
  if (data !== undefined) {
    return (
      <DocumentBytes
        bytes={new Uint8Array(data.bytes)}
        contentType={attachment.contentType ?? data.contentType}
        name={name}
      />
    );
  }
  if (isFetching) return <p className="absence">{t('document.reading')}</p>;
  if (error !== null) {
    const foreign =
      error instanceof FhirError &&
      error.failure.kind === 'broken' &&
      error.failure.reason === 'foreign-link';
    return foreign ? (
      <p className="absence">
        {t('document.elsewhere')} <span className="document-address">{url}</span>
      </p>
    ) : (
      <p className="absence">
        {t('document.read-failed')} {error instanceof FhirError && failureWords(error.failure)}{' '}
        <button type="button" className="link-button" onClick={() => void refetch()}>
          {t('absence.again')}
        </button>
      </p>
    );
  }
  return (
    <p className="document-ask">
      <button type="button" className="document-read" onClick={() => setAsked(true)}>
        {t('document.read')}
      </button>{' '}
      <span className="muted">{documentFacts(attachment, attachment.size)}</span>
    </p>
  );
}
