/** The text of a chart's PDF files, read one after another behind everything else, and kept as long as the chart is open. */
import type { PdfReader } from './pdf-reader.ts';
import type { PdfText } from './pdf-text.ts';

/** A PDF as a record names it: its bytes are in the record, or stand at an address. */
export interface PdfFile {
  /** The address, else the bytes as they were sent: what is the same file is read once. */
  readonly key: string;
  readonly url: string | undefined;
  /** Undefined while they are not here. */
  readonly bytes: () => Uint8Array | undefined;
}

export interface PdfTexts {
  of(key: string): PdfText | undefined;
  /** Tells of every text that has come; who listens looks at the number that matters to them. */
  subscribe(listener: () => void): () => void;
  /** Rises when texts have come and no file waits: then they are worth a new index. */
  version(): number;
  /** Rises with every text that has come, for whoever needs no index of them. */
  count(): number;
  /** Reads those that are here and have not been read. */
  want(files: readonly PdfFile[]): void;
  /** Forgets that these could not be read: they may be wanted again. */
  again(files: readonly PdfFile[]): void;
  /** Ends the worker and forgets everything. May be wanted from again. */
  stop(): void;
}

/** Of all files together: an index of more would not stay small. */
const mostCharacters = 3_000_000;

export function createPdfTexts(start: () => Promise<PdfReader>, most = mostCharacters): PdfTexts {
  const texts = new Map<string, PdfText>();
  const queue = new Map<string, PdfFile>();
  const listeners = new Set<() => void>();
  let version = 0;
  let count = 0;
  let characters = 0;
  let life = new AbortController();
  let isRunning = false;

  const keep = (key: string, text: PdfText): void => {
    if (text.state === 'read') characters += text.pages.reduce((sum, page) => sum + page.length, 0);
    texts.set(key, text);
  };
  const tell = (): void => {
    count += 1;
    for (const listener of listeners) listener();
  };
  const tellEnd = (): void => {
    version += 1;
    tell();
  };

  const run = async (): Promise<void> => {
    const { signal } = life;
    isRunning = true;
    let reader: PdfReader | undefined;
    try {
      reader = await start();
      for (const [key, { url, bytes }] of queue) {
        signal.throwIfAborted();
        const here = bytes();
        // Fetched once, and dropped before its turn: it may be asked for again.
        if (here === undefined && url !== undefined) texts.delete(key);
        else if (here === undefined) keep(key, { state: 'broken' });
        else keep(key, characters > most ? { state: 'long' } : await reader.read(here, signal));
        queue.delete(key);
        tell();
      }
    } catch {
      // Stopped; or the app's own file did not come.
      if (!signal.aborted) for (const key of queue.keys()) keep(key, { state: 'not-read' });
    }
    if (!signal.aborted) queue.clear();
    reader?.end();
    if (signal.aborted) return;
    isRunning = false;
    tellEnd();
  };

  return {
    of: (key) => texts.get(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    count: () => count,
    want(files) {
      for (const file of files) if (!texts.has(file.key)) queue.set(file.key, held(file));
      if (!isRunning && queue.size > 0) void run();
    },
    again(files) {
      for (const { key } of files) texts.delete(key);
      tellEnd();
    },
    stop() {
      life.abort();
      life = new AbortController();
      isRunning = false;
      texts.clear();
      queue.clear();
      characters = 0;
    },
  };
}

/** What was fetched stays until its turn: where it came from keeps it for a minute. */
function held(file: PdfFile): PdfFile {
  const bytes = file.url === undefined ? undefined : file.bytes();
  return bytes === undefined ? file : { ...file, bytes: () => bytes };
}
