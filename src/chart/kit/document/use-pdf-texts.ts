import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Chart, useChart } from '#chart/kit/chart-context.tsx';
import { startPdfReader } from './pdf-reader.ts';
import { fileIn } from '#fhir/binary-file.ts';
import type { Reading } from '#fhir/reading.ts';
import { type PdfFile, type PdfTexts, createPdfTexts } from './pdf-texts.ts';

const textsOf = new WeakMap<Reading, PdfTexts>();

export function pdfTextsOf(reading: Reading): PdfTexts {
  const texts = textsOf.get(reading) ?? createPdfTexts(startPdfReader);
  textsOf.set(reading, texts);
  return texts;
}

/**
 * Ends with the chart: what is being read is left, and what was read forgotten. The chart empties its query client when
 * it is over, and nobody else does; so a query that holds nothing stands for it, whichever view read first.
 */
function endWithChart(client: QueryClient, sessionId: string, texts: PdfTexts): void {
  const cache = client.getQueryCache();
  const queryKey = [sessionId, 'pdf texts'];
  if (cache.find({ queryKey }) !== undefined) return;
  const chart = cache.build(client, { queryKey, gcTime: Infinity });
  const leave = cache.subscribe(({ type, query }) => {
    if (type !== 'removed' || query !== chart) return;
    leave();
    texts.stop();
  });
}

/** The texts of this chart, one store for every view. Draws anew when they are worth a new index, or with `each`. */
export function usePdfTexts(each = false): PdfTexts {
  const { reading, sessionId } = useChart();
  const client = useQueryClient();
  const texts = pdfTextsOf(reading);
  useEffect(() => endWithChart(client, sessionId, texts), [client, sessionId, texts]);
  const seen = each ? texts.count : texts.version;
  useSyncExternalStore(texts.subscribe, seen, seen);
  return texts;
}

export interface FetchedPdfs {
  /** How many are still to come of those that were asked for. */
  readonly waiting: number;
  readonly failed: number;
  readonly fetch: (files: readonly PdfFile[]) => void;
}

/** So many requests at a time: a document that the reader opens meanwhile has its turn soon. */
const atOnce = 2;

/** Files from their addresses, at the reader's word, each of them a request to the EHR. Their text goes to `texts`. */
export function useFetchedPdfs(texts: PdfTexts): FetchedPdfs {
  const chart = useChart();
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(0);
  const [failed, setFailed] = useState(0);
  const isOver = useRef(false);
  useEffect(() => {
    isOver.current = false;
    return () => {
      isOver.current = true;
    };
  }, []);
  return {
    waiting,
    failed,
    fetch(files) {
      const queue = [...files];
      setFailed(0);
      setWaiting(queue.length);
      const next = async (): Promise<void> => {
        for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
          const bytes = await bytesOf(file, chart, client);
          // The chart has ended meanwhile.
          if (isOver.current) return;
          if (bytes === undefined) setFailed((n) => n + 1);
          else texts.want([{ ...file, bytes: () => bytes }]);
          setWaiting((n) => n - 1);
        }
      };
      for (let at = 0; at < atOnce; at += 1) void next();
    },
  };
}

/** Under the key that opening it gives it (`FetchedDocument`): what came is not asked for twice. */
async function bytesOf(
  { url = '' }: PdfFile,
  { sessionId, reading }: Chart,
  client: QueryClient,
): Promise<Uint8Array | undefined> {
  try {
    const { bytes } = await client.fetchQuery({
      queryKey: [sessionId, 'attachment', url],
      queryFn: async () => fileIn(await reading.fetchAttachment(url, 'reference')),
    });
    return bytes;
  } catch {
    return undefined;
  }
}
