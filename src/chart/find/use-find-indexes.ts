import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Chart, useChart } from '#chart/kit/chart-context.tsx';
import { allKinds } from '#chart/kit/story/all-kinds.ts';
import { useRecordsOf } from '#chart/kit/story/use-all-records.ts';
import type { Records } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { type FindIndex, createFindIndex } from '#fhir/find-index.ts';
import type { KindId } from '#fhir/plan.ts';
import type { Reading } from '#fhir/reading.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { apartDocuments } from './apart-documents.ts';
import { documentWords } from './document-words.ts';

const findKinds: readonly KindId[] = ['patient', ...allKinds];

interface Built {
  readonly records: readonly ChartRecord[];
  /** How many documents had been opened by then: their text is looked through too. */
  readonly opened: number;
  readonly index: FindIndex;
  /** Documents without text that could be read. */
  readonly closed: number;
}

/** For as long as the chart is open: dropped with its reading, and in no storage. */
const builtOf = new WeakMap<Reading, Map<KindId, Built>>();

export interface FindIndexes {
  readonly lists: readonly Records<ChartRecord>[];
  readonly indexes: ReadonlyMap<KindId, FindIndex>;
  readonly ready: boolean;
  readonly closedDocuments: number;
}

/** An index of every kind that has been read, made a slice at a time while the reader may be typing already. */
export function useFindIndexes(): FindIndexes {
  const chart = useChart();
  const client = useQueryClient();
  const lists = useRecordsOf(findKinds);
  const opened = client
    .getQueryCache()
    .findAll({ queryKey: [chart.sessionId, 'attachment'] })
    .filter(({ state }) => state.data !== undefined).length;
  const apart = apartDocuments(chart, client);
  const openedNow = opened + apart.length;
  const [built, setBuilt] = useState<ReadonlyMap<KindId, Built>>(
    () => builtOf.get(chart.reading) ?? new Map(),
  );
  const stale = lists.filter(({ kind, records }) => {
    const known = built.get(kind);
    const all = records.length + (kind === 'documents' ? apart.length : 0);
    return known === undefined ? all > 0 : known.records !== records || known.opened !== openedNow;
  });
  const [kind, records] = [stale[0]?.kind, stale[0]?.records];
  useEffect(() => {
    if (kind === undefined || records === undefined) return undefined;
    const stop = new AbortController();
    void build(kind, records, openedNow, chart, client, stop.signal).then((made) => {
      if (made === undefined) return;
      const all = new Map(builtOf.get(chart.reading) ?? []).set(kind, made);
      builtOf.set(chart.reading, all);
      setBuilt(all);
    });
    return () => stop.abort();
  }, [kind, records, openedNow, chart, client]);
  return {
    lists,
    indexes: new Map([...built].map(([kind, { index }]) => [kind, index])),
    ready: kind === undefined,
    closedDocuments: [...built.values()].reduce((sum, { closed }) => sum + closed, 0),
  };
}

const [sliceMilliseconds, sliceSize] = [12, 25];

/** Undefined where it was stopped: the list has changed meanwhile. */
async function build(
  kind: KindId,
  records: readonly ChartRecord[],
  opened: number,
  chart: Chart,
  client: QueryClient,
  signal: AbortSignal,
): Promise<Built | undefined> {
  let closed = 0;
  const { sessionId } = chart;
  const apart = kind === 'documents' ? apartDocuments(chart, client) : [];
  const looked = [...records, ...apart.map(({ record }) => record)];
  const index = createFindIndex({
    words,
    documentText: (attachment) => {
      const fetched =
        apart.find(({ address }) => address === attachment.url) ??
        client.getQueryData<{ readonly bytes: Uint8Array }>([sessionId, 'attachment', attachment.url]);
      const text = documentWords(attachment, fetched && new Uint8Array(fetched.bytes));
      if (text === undefined) closed += 1;
      return text;
    },
  });
  let started = performance.now();
  for (let at = 0; at < looked.length; at += sliceSize) {
    index.add(looked.slice(at, at + sliceSize));
    if (performance.now() - started < sliceMilliseconds) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) return undefined;
    started = performance.now();
  }
  return { records, opened, index, closed };
}
