import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { PdfAsk } from '#chart/kit/document/PdfAsk.tsx';
import { type PdfStanding, pdfStanding } from '#chart/kit/document/pdf-standing.ts';
import type { PdfTexts } from '#chart/kit/document/pdf-texts.ts';
import { type FetchedPdfs, useFetchedPdfs, usePdfTexts } from '#chart/kit/document/use-pdf-texts.ts';
import { t } from '#i18n/translate.ts';
import { type FetchedBytes, type Here, type Note, pdfsOf } from './note.ts';

/**
 * The text of the notes' PDF files, once something is sought: those that are here are read by themselves, those at an
 * address when the reader asks for it.
 * @returns what has come so far, and what is said under the field of those that have not
 */
export function usePdfNotes(
  notes: readonly Note[],
  sought: string,
): { readonly here: Here; readonly limits: ReactNode } {
  const { sessionId } = useChart();
  const client = useQueryClient();
  const texts = usePdfTexts(true);
  const asked = useFetchedPdfs(texts);
  const cache = client.getQueryCache();
  // A document that was opened meanwhile is looked through too.
  const countCame = (): number =>
    cache.findAll({ queryKey: [sessionId, 'attachment'] }).filter(({ state }) => state.data !== undefined)
      .length;
  const came = useSyncExternalStore((listener) => cache.subscribe(listener), countCame, countCame);
  const count = texts.count();
  const here = useMemo(
    (): Here => ({
      fetched: (url) => client.getQueryData<FetchedBytes>([sessionId, 'attachment', url]),
      pdfText: texts.of,
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- what has come is another answer to the same questions
    [client, sessionId, texts, came, count],
  );
  const isAsked = sought.trim() !== '';
  const standing = useMemo(
    () => (isAsked ? pdfStanding(pdfsOf(notes, here), { of: here.pdfText }) : undefined),
    [isAsked, notes, here],
  );
  useEffect(() => {
    if (standing !== undefined && standing.coming.length > 0) texts.want(standing.coming);
  }, [standing, texts]);
  const { waiting, failed, fetch } = asked;
  const ask = useRef(fetch);
  useEffect(() => {
    ask.current = fetch;
  });
  const limits = useMemo(
    () => standing && <PdfLimits {...{ standing, waiting, failed, ask, texts }} />,
    [standing, waiting, failed, texts],
  );
  return { here, limits };
}

interface LimitsProps {
  readonly standing: PdfStanding;
  readonly waiting: number;
  readonly failed: number;
  readonly ask: { readonly current: FetchedPdfs['fetch'] };
  readonly texts: PdfTexts;
}

function PdfLimits({ standing, waiting, failed, ask, texts }: LimitsProps): ReactNode {
  const { coming, elsewhere, again } = standing;
  return (
    <>
      {/* Without a number that falls: it would be read out again with every file. */}
      <output>{(coming.length > 0 || waiting > 0) && t('documents.pdf-reading')}</output>{' '}
      {waiting === 0 && failed > 0 && `${t('find.pdf-failed', { n: failed })} `}
      {waiting === 0 && elsewhere.length > 0 && (
        <PdfAsk files={elsewhere} onAsk={(files) => ask.current(files)} />
      )}{' '}
      {again.length > 0 && (
        <button type="button" className="link-button" onClick={() => texts.again(again)}>
          {t('find.pdf-again', { n: again.length })}
        </button>
      )}
    </>
  );
}
