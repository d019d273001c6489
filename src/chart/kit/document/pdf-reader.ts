import { largestAttachment } from '#fhir/attachment-bytes.ts';
import { documentKind } from './document-kind.ts';
import { type PdfOpener, PdfWorkerMissing, startPdfOpener } from './open-pdf.ts';
import { type PdfText, textOfPdf } from './pdf-text.ts';

/** One file after another, in one worker. */
export interface PdfReader {
  /** Rejects when it was stopped, or when the app's own file does not come: neither says anything of the PDF. */
  read(bytes: Uint8Array, signal: AbortSignal): Promise<PdfText>;
  end(): void;
}

/** A file that keeps the worker busy for longer is left: it may have been made to. */
const patience = (): AbortSignal => AbortSignal.timeout(20_000);

export async function startPdfReader(start = startPdfOpener, startPatience = patience): Promise<PdfReader> {
  let opener: PdfOpener | undefined = await start();
  const end = (): void => {
    opener?.end();
    opener = undefined;
  };
  const open = async (signal: AbortSignal): Promise<PdfOpener> => {
    opener ??= await start();
    if (signal.aborted) end();
    signal.throwIfAborted();
    return opener;
  };
  return {
    async read(bytes, signal) {
      if (bytes.length > largestAttachment) return { state: 'long' };
      if (documentKind(bytes, 'application/pdf').kind !== 'pdf') return { state: 'broken' };
      const { open: openFile, faultOf } = await open(signal);
      const late = startPatience();
      const either = AbortSignal.any([signal, late]);
      const { loaded, close } = openFile(bytes);
      const pages: string[] = [];
      const text = await orStopped(
        loaded.then(async (document) => textOfPdf(document, either, pages)),
        either,
      ).catch((error: unknown): PdfText => {
        signal.throwIfAborted();
        if (error instanceof PdfWorkerMissing) throw error;
        return late.aborted ? readSoFar(pages) : { state: faultOf(error) };
      });
      // A worker that is kept busy may hear nothing any more, not even that it is to let go: the next file has a new one.
      const isClosed = await orStopped(close(), either).then(
        () => true,
        () => false,
      );
      if (!isClosed) end();
      signal.throwIfAborted();
      return text;
    },
    end,
  };
}

function readSoFar(pages: readonly string[]): PdfText {
  const blank = pages.filter((page) => page === '').length;
  if (blank === pages.length) return { state: 'late' };
  return { state: 'read', pages: [...pages], blank, more: true, isLate: true };
}

/** What comes first. */
async function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_done, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([stopped, work]);
}
