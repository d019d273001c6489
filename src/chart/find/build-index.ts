import type { QueryClient } from '@tanstack/react-query';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { words } from '#chart/kit/words.ts';
import { type FindIndex, createFindIndex } from '#fhir/find-index.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { apartDocuments } from './apart-documents.ts';
import { pdfOf } from '#chart/kit/document/pdf-of.ts';
import { documentWords } from './document-words.ts';
import type { PdfFile, PdfTexts } from '#chart/kit/document/pdf-texts.ts';

export interface Built {
  readonly records: readonly ChartRecord[];
  /** Which documents had been opened, and which files read, by then: their text is looked through too. */
  readonly edition: string;
  readonly index: FindIndex;
  /** Some of its records have documents: a new edition may say more. */
  readonly hasDocuments: boolean;
  readonly pdfs: readonly PdfFile[];
  /** Other documents whose text could not be read, or not all of it. */
  readonly closed: number;
  /** Records that say more than is looked through. */
  readonly cut: number;
}

export interface ToBuild {
  readonly kind: KindId;
  readonly records: readonly ChartRecord[];
  readonly edition: string;
  readonly chart: Chart;
  readonly client: QueryClient;
  readonly pdfTexts: PdfTexts;
}

/** How long the page is kept from whoever is typing, in milliseconds; one record is the least that is added at once. */
const slice = 12;

/** An index of one kind, a slice at a time. Undefined where it was stopped: the list has changed meanwhile. */
export async function buildIndex(
  { kind, records, edition, chart, client, pdfTexts }: ToBuild,
  signal: AbortSignal,
): Promise<Built | undefined> {
  let closed = 0;
  let cut = 0;
  let hasDocuments = false;
  const pdfs: PdfFile[] = [];
  const { sessionId } = chart;
  const apart = kind === 'documents' ? apartDocuments(chart, client) : [];
  const fetched = (url: string | undefined): Uint8Array | undefined =>
    url === undefined
      ? undefined
      : (
          apart.find(({ address }) => address === url) ??
          client.getQueryData<{ readonly bytes: Uint8Array }>([sessionId, 'attachment', url])
        )?.bytes;
  const index = createFindIndex({
    words,
    isCut: () => void (cut += 1),
    documentText: (attachment) => {
      hasDocuments = true;
      const pdf = pdfOf(attachment, () => fetched(attachment.url));
      if (pdf !== undefined) {
        pdfs.push(pdf);
        const text = pdfTexts.of(pdf.key);
        return text?.state === 'read' ? text.pages : undefined;
      }
      const bytes = fetched(attachment.url);
      const said = documentWords(attachment, bytes && new Uint8Array(bytes));
      if (said === undefined || said.isCut) closed += 1;
      return said?.text;
    },
  });
  let started = performance.now();
  for (const record of [...records, ...apart.map((one) => one.record)]) {
    index.add([record]);
    if (performance.now() - started < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) return undefined;
    started = performance.now();
  }
  return { records, edition, index, hasDocuments, pdfs, closed, cut };
}
