import { useEffect, useRef, useState } from 'react';
import type { OpenedFiles } from '#file/gathering.ts';
import { isPacked } from '#file/file-kind.ts';
import { type IndexProgress, indexFiles } from '#file/index-files.ts';
import type { FileSource } from '#file/source.ts';
import { type Counted, countRecords } from '#population/count-records.ts';
import { listDocument, type ListedDocument } from './document-patient.ts';

export interface Opened {
  readonly state: 'opened';
  readonly files: OpenedFiles;
  readonly documents: readonly ListedDocument[];
  /** Of the whole, where it was asked for. */
  readonly counted: Counted | undefined;
}

export type OpenedNow =
  | { readonly state: 'choosing' }
  | { readonly state: 'none' }
  /** What was chosen could not be gone through, or what goes through it did not come. */
  | { readonly state: 'failed' }
  | { readonly state: 'reading'; readonly progress: IndexProgress }
  | Opened;

export interface Opening {
  readonly now: OpenedNow;
  /** Goes through the files; the promise is of what was opened, undefined where it was stopped or failed. */
  open(sources: Promise<readonly FileSource[]> | readonly FileSource[]): Promise<Opened | undefined>;
  /** Stops going through them. */
  close(): void;
}

/** What is packed, unpacked: the code for it comes where it is wanted. */
async function unpacked(sources: readonly FileSource[], signal: AbortSignal): Promise<readonly FileSource[]> {
  for (const source of sources) {
    signal.throwIfAborted();
    // oxlint-disable-next-line no-await-in-loop -- most often there is none, and no more than one look is wanted
    if (await isPacked(source)) return (await import('#file/unpack.ts')).unpackAll(sources, { signal });
  }
  return sources;
}

/**
 * The files of this page: held in its memory, and only as an index.
 * @param isCounted records are counted for the population's page while they are gone through
 */
export function useOpenedFiles(isCounted: boolean): Opening {
  const [now, setNow] = useState<OpenedNow>({ state: 'choosing' });
  const life = useRef<AbortController>(undefined);
  useEffect(() => () => life.current?.abort(), []);
  return {
    now,
    async open(chosen) {
      life.current?.abort();
      const { signal } = (life.current = new AbortController());
      setNow({ state: 'reading', progress: { read: 0, total: 1, records: 0 } });
      try {
        const sources = await unpacked(await chosen, signal);
        if (sources.length === 0) {
          setNow({ state: 'none' });
          return undefined;
        }
        const counter = isCounted ? countRecords() : undefined;
        const files = await indexFiles(sources, {
          signal,
          ...(counter && { onRecord: counter.add }),
          onProgress: (progress) => !signal.aborted && setNow({ state: 'reading', progress }),
        });
        const documents: ListedDocument[] = [];
        for (const [at, { kind }] of files.reports.entries()) {
          const source = sources[at];
          // oxlint-disable-next-line no-await-in-loop -- one document in memory at a time
          if (kind === 'ccda' && source !== undefined) documents.push(await listDocument(source));
          signal.throwIfAborted();
        }
        const counted = await counter?.finish(files, signal);
        const opened: Opened = { state: 'opened', files, documents, counted };
        setNow(opened);
        return opened;
      } catch {
        if (!signal.aborted) setNow({ state: 'failed' });
        return undefined;
      }
    },
    close() {
      life.current?.abort();
      setNow({ state: 'choosing' });
    },
  };
}
