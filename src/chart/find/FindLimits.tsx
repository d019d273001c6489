import type { ReactNode } from 'react';
import { PdfAsk } from '#chart/kit/document/PdfAsk.tsx';
import { notReadText } from '#chart/kit/story/NotRead.tsx';
import type { Records } from '#chart/kit/use-records.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import type { PdfStanding } from '#chart/kit/document/pdf-standing.ts';
import type { PdfTexts } from '#chart/kit/document/pdf-texts.ts';
import type { FetchedPdfs } from '#chart/kit/document/use-pdf-texts.ts';

interface Props {
  readonly lists: readonly Records<ChartRecord>[];
  readonly pdfs: PdfStanding;
  readonly closedDocuments: number;
  readonly cutRecords: number;
  readonly fetched: FetchedPdfs;
  readonly texts: Pick<PdfTexts, 'again'>;
}

/** What is not looked through, and why; and the way to have PDF files read that stand at an address. */
export function FindLimits({ lists, pdfs, closedDocuments, cutRecords, fetched, texts }: Props): ReactNode {
  const { elsewhere } = pdfs;
  const counted = (
    [
      ['find.pdf-reading', fetched.waiting || pdfs.coming.length],
      ['find.pdf-failed', fetched.waiting > 0 ? 0 : fetched.failed],
      ['find.pdf-no-text', pdfs.noText],
      ['find.pdf-some-pages', pdfs.somePages],
      ['find.pdf-unreadable', pdfs.unreadable],
      ['find.pdf-long', pdfs.long],
      ['find.pdf-long-scan', pdfs.longScan],
      ['find.pdf-late', pdfs.late],
      ['find.pdf-not-read', pdfs.notRead],
      ['find.closed-documents', closedDocuments],
      ['find.cut-records', cutRecords],
    ] as const
  ).flatMap(([key, n]) => (n > 0 ? [t(key, { n })] : []));
  const said = [notReadText(lists), ...counted].filter(Boolean).join(' ');
  const mayAsk = elsewhere.length > 0 && fetched.waiting === 0;
  return (
    <div className="find-limits">
      {mayAsk && (
        <p>
          <PdfAsk files={elsewhere} onAsk={fetched.fetch} />
        </p>
      )}
      {said !== '' && <output>{said}</output>}
      {pdfs.again.length > 0 && (
        <button type="button" className="link-button" onClick={() => texts.again(pdfs.again)}>
          {t('find.pdf-again', { n: pdfs.again.length })}
        </button>
      )}
    </div>
  );
}
