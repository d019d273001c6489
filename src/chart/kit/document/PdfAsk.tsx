import type { ReactNode } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { t } from '#i18n/translate.ts';
import type { PdfFile } from './pdf-texts.ts';

interface Props {
  readonly files: readonly PdfFile[];
  readonly onAsk: (files: readonly PdfFile[]) => void;
}

/** Has PDF files read that stand at an address: each is a request to the EHR, at the reader's word. */
export function PdfAsk({ files, onAsk }: Props): ReactNode {
  const { source, systemLabel } = useChart();
  return (
    <>
      <button type="button" className="link-button" onClick={() => onAsk(files)}>
        {t('find.pdf-ask', { n: files.length })}
      </button>
      {/* Files that the reader opened are read in this browser. */}
      {source === undefined && ` ${t('find.pdf-requests', { n: files.length, system: systemLabel })}`}
    </>
  );
}
