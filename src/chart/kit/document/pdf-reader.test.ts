import type { PDFDocumentProxy } from 'pdfjs-dist';
import { expect, test, vi } from 'vitest';
import { type PdfOpener, PdfWorkerMissing } from './open-pdf.ts';
import { startPdfReader } from './pdf-reader.ts';

const bytes = new TextEncoder().encode('%PDF-1.7\n');
const never = new Promise<never>(() => undefined);
const patient = (): AbortSignal => new AbortController().signal;

/** A file of these pages, the last of which does not come where it is `undefined`. */
function file(...pages: readonly (string | undefined)[]): PDFDocumentProxy {
  const getPage = async (at: number) => ({
    getTextContent: async () => {
      const str = pages[at - 1];
      return str === undefined ? never : { items: [{ str, hasEOL: false }] };
    },
    cleanup: () => true,
  });
  return { numPages: pages.length, getPage } as unknown as PDFDocumentProxy;
}

function openers(loaded: Promise<PDFDocumentProxy>, close = Promise.resolve()) {
  const end = vi.fn<() => void>();
  const closing = vi.fn<() => void>();
  const start = vi.fn<() => Promise<PdfOpener>>(async () => ({
    open: () => ({
      loaded,
      close: () => {
        closing();
        return close;
      },
    }),
    faultOf: () => 'broken',
    end,
  }));
  return { start, end, closing };
}

test('a file that takes too long keeps the pages that were read; the next one has a new worker', async () => {
  const late = new AbortController();
  const { start, end } = openers(Promise.resolve(file('one', 'two', undefined)));
  const reader = await startPdfReader(start, () => late.signal);
  const reading = reader.read(bytes, patient());
  setTimeout(() => late.abort(new Error('late')), 0);
  expect(await reading).toEqual({ state: 'read', pages: ['one', 'two'], blank: 0, more: true, isLate: true });
  expect(end).toHaveBeenCalledTimes(1);
  await reader.read(bytes, patient());
  expect(start).toHaveBeenCalledTimes(2);
});

test('a file that takes too long before its first page is late, not damaged', async () => {
  const late = new AbortController();
  const reader = await startPdfReader(openers(never).start, () => late.signal);
  const reading = reader.read(bytes, patient());
  setTimeout(() => late.abort(new Error('late')), 0);
  expect(await reading).toEqual({ state: 'late' });
});

test('a worker whose own file does not come says nothing of the PDF', async () => {
  const reader = await startPdfReader(openers(Promise.reject(new PdfWorkerMissing())).start, patient);
  await expect(reader.read(bytes, patient())).rejects.toThrow(PdfWorkerMissing);
});

test('stopped while it lets go of a file, it does not wait for a worker that hears nothing', async () => {
  const stop = new AbortController();
  const { start, end, closing } = openers(Promise.resolve(file('one')), never);
  const reader = await startPdfReader(start, patient);
  const reading = reader.read(bytes, stop.signal);
  await vi.waitFor(() => expect(closing).toHaveBeenCalled(), { timeout: 20_000 });
  stop.abort(new Error('the chart has ended'));
  await expect(reading).rejects.toThrow('the chart has ended');
  expect(end).toHaveBeenCalledTimes(1);
});
