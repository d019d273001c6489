import type { PDFDocumentProxy } from 'pdfjs-dist';
import { startWorker } from '#ui/trusted-types.ts';

/** pdf.js in a worker of its own. No WebAssembly, no scripts, forms or links of the file, nothing fetched (docs/decisions/020-pdf-js.md). */
export interface PdfOpener {
  /** `close` may be called at any time; `loaded` rejects where the file cannot be opened, or with `PdfWorkerMissing`. */
  open(bytes: Uint8Array): {
    readonly loaded: Promise<PDFDocumentProxy>;
    readonly close: () => Promise<void>;
  };
  faultOf(error: unknown): 'locked' | 'broken';
  /** Ends the worker, whatever it is doing. */
  end(): void;
}

/** The worker's own file did not come: it says nothing of the PDF. */
export class PdfWorkerMissing extends Error {}

/** Rejects where the app's own file does not come. */
export async function startPdfOpener(): Promise<PdfOpener> {
  const { PDFWorker, PasswordException, VerbosityLevel, getDocument } = await import('pdfjs-dist');
  const port = startWorker('pdf');
  const missing = new Promise<never>((_done, reject) => {
    // An error after its first word is of what it was given.
    const fail = (): void => reject(new PdfWorkerMissing());
    port.addEventListener('error', fail, { once: true });
    port.addEventListener('message', () => port.removeEventListener('error', fail), { once: true });
  });
  missing.catch(() => undefined);
  const worker = PDFWorker.create({ port });
  return {
    open(bytes) {
      const loading = getDocument({
        // pdf.js takes the bytes it is given for its own.
        data: bytes.slice(),
        worker,
        useWasm: false,
        useWorkerFetch: false,
        useSystemFonts: true,
        enableXfa: false,
        disableWorkerRendering: true,
        verbosity: VerbosityLevel.ERRORS,
      });
      return { loaded: Promise.race([loading.promise, missing]), close: () => loading.destroy() };
    },
    faultOf: (error) => (error instanceof PasswordException ? 'locked' : 'broken'),
    end() {
      worker.destroy();
      port.terminate();
    },
  };
}
