import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { later } from '#ui/later.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { decodeXml } from './decode-xml.ts';
import { decodeText, documentKind, fileName, mediaType } from './document-kind.ts';
import { documentFacts } from './document-facts.ts';
import { FindInDocument } from './FindInDocument.tsx';
import { HtmlDocument } from './HtmlDocument.tsx';
import { useOpenedPage } from './page-state.ts';
import { rtfText } from './rtf-text.ts';
import { TextDocument } from './TextDocument.tsx';
import { useBlob } from './use-blob.ts';

const ClinicalDocumentView = later(
  async () => (await import('#chart/kit/ccda/ClinicalDocumentView.tsx')).ClinicalDocumentView,
);

const PdfPages = later(async () => (await import('./PdfPages.tsx')).PdfPages);

/** Above any document of a person; a larger one is kept as its source text, and would hold up the page. */
const largestXml = 24 * 1024 * 1024;

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string | undefined;
  readonly name: string;
}

/** A document's bytes, shown as what they are; a way to keep them below. */
export function DocumentBytes(props: Props): ReactNode {
  const { bytes } = props;
  if (bytes.length === 0) return <p className="absence">{t('document.empty')}</p>;
  return (
    <>
      <Shown {...props} />
      <Download {...props} />
    </>
  );
}

function Shown({ bytes, contentType, name }: Props): ReactNode {
  const kind = useMemo(() => documentKind(bytes, contentType), [bytes, contentType]);
  switch (kind.kind) {
    case 'pdf':
      return <Pdf bytes={bytes} name={name} />;
    case 'image':
      return <Picture bytes={bytes} type={kind.type} name={name} />;
    case 'html':
      return (
        <FindInDocument>
          <HtmlDocument html={decodeText(bytes, contentType)} />
        </FindInDocument>
      );
    case 'rtf':
      return (
        <FindInDocument>
          <TextDocument
            text={rtfText(decodeText(bytes, 'charset=windows-1252'))}
            note={t('document.rtf-note')}
          />
        </FindInDocument>
      );
    case 'text':
      return (
        <FindInDocument>
          <TextDocument text={decodeText(bytes, contentType)} />
        </FindInDocument>
      );
    case 'clinical':
      return <Clinical bytes={bytes} contentType={contentType} />;
    case 'source':
      return <Source bytes={bytes} contentType={contentType} />;
    case 'other':
      return (
        <p className="absence">
          {kind.mismatch
            ? t('document.not-what-it-says', { type: mediaType(contentType) })
            : t('document.cannot-show')}
        </p>
      );
  }
}

/** The page as wide as the frame, no thumbnails beside it (PDF Open Parameters). */
const wholeWidth = '#navpanes=0&view=FitH';

/**
 * The one unsandboxed frame: any `sandbox` value would stop the browser's own viewer. Its bytes begin with `%PDF-`,
 * and the type is ours.
 */
function Pdf({ bytes, name }: Pick<Props, 'bytes' | 'name'>): ReactNode {
  const page = useOpenedPage();
  const place = page === undefined ? wholeWidth : `${wholeWidth}&page=${page}`;
  const address = useBlob(bytes, 'application/pdf', 'src', place);
  if (!navigator.pdfViewerEnabled) {
    return (
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <PdfPages key={page} bytes={bytes} openAt={page} />
      </Suspense>
    );
  }
  // oxlint-disable-next-line react/iframe-missing-sandbox -- see above
  return <iframe className="document-pdf" ref={address} title={t('document.pdf', { name })} />;
}

function Picture({ bytes, type, name }: Pick<Props, 'bytes' | 'name'> & { type: string }): ReactNode {
  const address = useBlob(bytes, type, 'src');
  return <img className="document-picture" ref={address} alt={name} />;
}

function Clinical({ bytes, contentType }: Pick<Props, 'bytes' | 'contentType'>): ReactNode {
  const source = <Source bytes={bytes} contentType={contentType} />;
  const text = useMemo(() => decodeXml(bytes, contentType), [bytes, contentType]);
  return bytes.length > largestXml ? (
    source
  ) : (
    <FindInDocument>
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <ClinicalDocumentView text={text} otherwise={source} />
      </Suspense>
    </FindInDocument>
  );
}

function Source({ bytes, contentType }: Pick<Props, 'bytes' | 'contentType'>): ReactNode {
  const [shown, setShown] = useState(false);
  return shown ? (
    <FindInDocument>
      <TextDocument text={decodeXml(bytes, contentType)} note={t('document.source-note')} plain />
    </FindInDocument>
  ) : (
    <p className="absence">
      {t('document.cannot-show')}{' '}
      <button type="button" className="link-button" onClick={() => setShown(true)}>
        {t('document.show-source')}
      </button>
    </p>
  );
}

/** Under a type no browser opens by itself, so that nothing of it ever runs as a page of this app. */
function Download({ bytes, contentType, name }: Props): ReactNode {
  const address = useBlob(bytes, 'application/octet-stream', 'href');
  return (
    <p className="document-download">
      {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the reference gives it its address */}
      <a ref={address} download={fileName(name, contentType)}>
        {t('document.download')}
      </a>{' '}
      <span className="muted">{documentFacts({ contentType }, bytes.length)}</span>
    </p>
  );
}
