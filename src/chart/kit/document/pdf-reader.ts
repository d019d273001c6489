import { largestAttachment } from '#fhir/attachment-bytes.ts';
import { documentKind } from './document-kind.ts';
import { startPdfOpener } from './open-pdf.ts';
import { type PdfText, textOfPdf } from './pdf-text.ts';

/** One file after another, in one worker. */
export interface PdfReader {
  /** Rejects when it was stopped, and at nothing else. */
  read(bytes: Uint8Array, signal: AbortSignal): Promise<PdfText>;
  end(): void;
}

/** A file that keeps the worker busy for longer is left: it may have been made to. */
const patience = 20_000;

export async function startPdfReader(): Promise<PdfReader> {
  let opener = await startPdfOpener();
  return {
    async read(bytes, signal) {
      if (bytes.length > largestAttachment) return { state: 'long' };
      if (documentKind(bytes, 'application/pdf').kind !== 'pdf') return { state: 'broken' };
      const late = AbortSignal.timeout(patience);
      const either = AbortSignal.any([signal, late]);
      const { loaded, close } = opener.open(bytes);
      try {
        const text = await Promise.race([
          loaded.then(async (document) => textOfPdf(document, either)),
          stopped(either),
        ]);
        await close();
        return text;
      } catch (error) {
        if (signal.aborted) throw error;
        if (!late.aborted) {
          await close();
          return { state: opener.faultOf(error) };
        }
        // It may hear nothing any more.
        opener.end();
        opener = await startPdfOpener();
        return { state: 'broken' };
      }
    },
    end: () => opener.end(),
  };
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_done, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
