import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { startPdfOpener } from './open-pdf.ts';
import { pdfGaps } from './pdf-gaps.ts';
import { pagesAtOnce, pdfWindow } from './pdf-window.ts';

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The page the reader was sent to. */
  readonly openAt?: number | undefined;
}

/**
 * A PDF drawn by pdf.js, for a browser without a viewer of its own. No WebAssembly, no scripts, forms or links of the
 * file, nothing fetched (docs/decisions/020-pdf-js.md).
 */
export function PdfPages({ bytes, openAt }: Props): ReactNode {
  const { document, fault } = usePdf(bytes);
  const [asked, setAsked] = useState({ earlier: 0, later: 0 });
  const gaps = useMemo(() => pdfGaps(bytes), [bytes]);
  if (fault !== undefined) return <p className="absence">{t(`document.pdf-${fault}`)}</p>;
  if (document === undefined) return <SkeletonRows rows={8} />;
  const { first, last } = pdfWindow(document.numPages, openAt, asked);
  const pages = Array.from({ length: last - first + 1 }, (_one, at) => first + at);
  return (
    <div className="pdf-pages">
      <p className="muted small">{t('document.pdf-drawn')}</p>
      {gaps.length > 0 && (
        <p className="absence" role="note">
          {t('document.pdf-gaps', { kinds: gaps.join(', ') })}
        </p>
      )}
      {first > 1 && (
        <button
          type="button"
          className="link-button"
          onClick={() => setAsked({ ...asked, earlier: asked.earlier + 1 })}
        >
          {t('document.pdf-earlier', { n: Math.min(pagesAtOnce, first - 1) })}
        </button>
      )}
      {pages.map((at) => (
        <PdfPage key={at} document={document} at={at} isOpenedAt={at === openAt} />
      ))}
      {last < document.numPages && (
        <button
          type="button"
          className="link-button"
          onClick={() => setAsked({ ...asked, later: asked.later + 1 })}
        >
          {t('document.pdf-more', { n: Math.min(pagesAtOnce, document.numPages - last) })}
        </button>
      )}
    </div>
  );
}

interface OpenedPdf {
  readonly document?: PDFDocumentProxy;
  readonly fault?: 'broken' | 'locked';
}

/** The file, open in a worker for as long as it is shown. pdf.js itself is only loaded where there is a page to draw on. */
function usePdf(bytes: Uint8Array<ArrayBuffer>): OpenedPdf {
  const [opened, setOpened] = useState<OpenedPdf>({});
  useEffect(() => {
    let isGone = false;
    let close = (): void => undefined;
    const open = async (): Promise<void> => {
      const opener = await startPdfOpener();
      if (isGone) {
        opener.end();
        return;
      }
      const { loaded, close: forget } = opener.open(bytes);
      close = () => void forget().finally(() => opener.end());
      try {
        const document = await loaded;
        if (!isGone) setOpened({ document });
      } catch (error) {
        if (!isGone) setOpened({ fault: opener.faultOf(error) });
      }
    };
    // Its own file did not come: the download beside it is left.
    open().catch(() => !isGone && setOpened({ fault: 'broken' }));
    return () => {
      isGone = true;
      close();
    };
  }, [bytes]);
  return opened;
}

interface PageProps {
  readonly document: PDFDocumentProxy;
  readonly at: number;
  readonly isOpenedAt: boolean;
}

/** One page: its picture, and its words for whoever does not see it. */
function PdfPage({ document, at, isOpenedAt }: PageProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const drawn = canvas.current;
    if (drawn === null) return undefined;
    let cancel = (): void => undefined;
    let isGone = false;
    void document.getPage(at).then((page) => {
      if (isGone) return undefined;
      const whole = page.getViewport({ scale: 1 });
      const width = Math.max(320, drawn.parentElement?.clientWidth ?? whole.width);
      const scale = (width / whole.width) * Math.min(2, globalThis.devicePixelRatio);
      const viewport = page.getViewport({ scale });
      drawn.width = Math.floor(viewport.width);
      drawn.height = Math.floor(viewport.height);
      const task = page.render({ canvas: drawn, viewport });
      cancel = () => task.cancel();
      void page.getTextContent().then(({ items }) => {
        if (!isGone)
          setWords(
            items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join(''),
          );
      });
      // Cancelled, or a page that is broken: the others are drawn all the same.
      return task.promise.then(
        () => isOpenedAt && drawn.scrollIntoView({ block: 'start' }),
        () => undefined,
      );
    });
    return () => {
      isGone = true;
      cancel();
    };
  }, [document, at, isOpenedAt]);
  return (
    <section className="pdf-page" aria-label={t('document.page-of', { at, n: document.numPages })}>
      <canvas ref={canvas} aria-hidden="true" />
      <p className="pdf-words unseen">{words}</p>
    </section>
  );
}
