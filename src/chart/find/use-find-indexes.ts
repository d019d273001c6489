import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { allKinds } from '#chart/kit/story/all-kinds.ts';
import { useRecordsOf } from '#chart/kit/story/use-all-records.ts';
import type { Records } from '#chart/kit/use-records.ts';
import type { FindIndex } from '#fhir/find-index.ts';
import type { KindId } from '#fhir/plan.ts';
import type { Reading } from '#fhir/reading.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { apartDocuments } from './apart-documents.ts';
import { type Built, buildIndex } from './build-index.ts';
import { type PdfStanding, pdfStanding } from '#chart/kit/document/pdf-standing.ts';
import type { PdfFile, PdfTexts } from '#chart/kit/document/pdf-texts.ts';

const findKinds: readonly KindId[] = ['patient', ...allKinds];

/** For as long as the chart is open: dropped with its reading, and in no storage. */
const builtOf = new WeakMap<Reading, ReadonlyMap<KindId, Built>>();

export interface FindIndexes {
  readonly lists: readonly Records<ChartRecord>[];
  readonly indexes: ReadonlyMap<KindId, FindIndex>;
  readonly ready: boolean;
  readonly pdfs: PdfStanding;
  /** Documents that are no PDF and whose text could not be read, or not all of it. */
  readonly closedDocuments: number;
  /** Records of which not all is looked through. */
  readonly cutRecords: number;
}

/** An index of every kind that has been read, made a slice at a time while the reader may be typing already. */
export function useFindIndexes(pdfTexts: PdfTexts): FindIndexes {
  const chart = useChart();
  const client = useQueryClient();
  const lists = useRecordsOf(findKinds);
  const [built, setBuilt] = useState<ReadonlyMap<KindId, Built>>(
    () => builtOf.get(chart.reading) ?? new Map(),
  );
  const files = useMemo(() => [...built.values()].flatMap(({ pdfs }) => pdfs), [built]);
  const apart = apartDocuments(chart, client);
  const edition = `${openedDocuments(client, chart.sessionId, files) + apart.length} ${pdfTexts.version()}`;
  const stale = lists.find(({ kind, records }) => {
    const known = built.get(kind);
    const n = records.length + (kind === 'documents' ? apart.length : 0);
    if (known === undefined) return n > 0;
    return (
      known.records !== records || ((known.hasDocuments || n > records.length) && known.edition !== edition)
    );
  });
  const [kind, records] = [stale?.kind, stale?.records];
  useEffect(() => {
    if (kind === undefined || records === undefined) return undefined;
    const stop = new AbortController();
    void buildIndex({ kind, records, edition, chart, client, pdfTexts }, stop.signal).then((made) => {
      if (made === undefined || stop.signal.aborted) return;
      const all = new Map(builtOf.get(chart.reading) ?? []).set(kind, made);
      builtOf.set(chart.reading, all);
      setBuilt(all);
    });
    return () => stop.abort();
  }, [kind, records, edition, chart, client, pdfTexts]);
  const pdfs = pdfStanding(files, pdfTexts);
  useEffect(() => {
    // Behind everything else: the words of the records can be found first.
    if (kind === undefined) pdfTexts.want(pdfs.coming);
  });
  return {
    lists,
    indexes: new Map([...built].map(([of, { index }]) => [of, index])),
    ready: kind === undefined,
    pdfs,
    closedDocuments: [...built.values()].reduce((sum, { closed }) => sum + closed, 0),
    cutRecords: [...built.values()].reduce((sum, { cut }) => sum + cut, 0),
  };
}

/** How many documents came from their addresses, without those that are read as PDF. */
function openedDocuments(client: QueryClient, sessionId: string, pdfs: readonly PdfFile[]): number {
  const read = new Set<unknown>(pdfs.map(({ url }) => url));
  return client
    .getQueryCache()
    .findAll({ queryKey: [sessionId, 'attachment'] })
    .filter(({ queryKey, state }) => state.data !== undefined && !read.has(queryKey[2])).length;
}
