/**
 * Goes through files once and remembers where each record stands and whose it is: an export of any size is opened by
 * this index, and of the records themselves nothing is kept. Works in turns with the page.
 */
import { isResource } from '#fhir/json.ts';
import { createPace } from '#fhir/parse-json-pace.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { createGathering, type OpenedFiles } from './gathering.ts';
import { type Found, resourcesIn } from './resources-in.ts';
import { cutSpans, scanJson, type Span } from './scan-json.ts';
import { longestLine, scanLines } from './scan-lines.ts';
import type { FileSource } from './source.ts';

/** What was found in one file. */
export interface FileReport {
  readonly path: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly records: number;
  /** Lines or pieces that are no JSON, or JSON that is no record; the first few by their place. */
  readonly bad: { readonly count: number; readonly at: readonly number[] };
  readonly isCutOff: boolean;
  /** Bundles in which no entry was found. */
  readonly withoutEntries: number;
  /** Not in UTF-8: some of its letters could not be read. */
  readonly hasBrokenLetters: boolean;
  /** The file could not be read from the disk to its end. */
  readonly isUnreadable: boolean;
}

export interface IndexProgress {
  readonly read: number;
  readonly total: number;
  readonly records: number;
}

/** Rows of the index (`OpenedFiles.ownerOf`) from one up to, and without, another: one for each patient that a record names. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

export interface IndexOptions {
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly signal?: AbortSignal;
  /** Gives the page its turn; tests have none. */
  readonly turn?: () => Promise<void>;
  /** Hears every record that is indexed, for counting. */
  readonly onRecord?: (found: Found, rows: Rows) => void;
}

/** Of JSON at the top of a file: a record of any other type holds no other patient's. */
const wrappers: ReadonlySet<string | undefined> = new Set(['Bundle', 'Parameters', undefined]);

/** Places of bad pieces that are named. */
const mostNamed = 5;

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder();

interface Tally {
  records: number;
  bad: number;
  readonly badAt: number[];
  isCutOff: boolean;
  withoutEntries: number;
  hasBrokenLetters: boolean;
  isUnreadable: boolean;
}

/** Undefined where the bytes are no JSON. */
function parsed(bytes: Uint8Array, tally: Tally): unknown {
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    tally.hasBrokenLetters = true;
    text = lenient.decode(bytes);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Rejects with the signal's reason alone: whatever is wrong with a file stands in its report. */
export async function indexFiles(
  sources: readonly FileSource[],
  { onProgress, signal, turn, onRecord }: IndexOptions = {},
): Promise<OpenedFiles> {
  const gathering = createGathering(sources);
  const pace = createPace(turn);
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  let records = 0;

  const takeTurn = async (): Promise<void> => {
    signal?.throwIfAborted();
    if (!pace.isDue()) return;
    onProgress?.({ read, total, records });
    await pace.turn();
  };

  const take = (file: number, span: Span, found: readonly Found[], tally: Tally): void => {
    for (const [inner, one] of found.entries()) {
      const from = gathering.rows;
      gathering.add(one, { file, ...span, inner });
      onRecord?.(one, { from, to: gathering.rows });
      tally.records += 1;
      records += 1;
    }
  };

  const bad = (tally: Tally, at: number): void => {
    tally.bad += 1;
    if (tally.badAt.length < mostNamed) tally.badAt.push(at);
  };

  const readLines = async (source: FileSource, file: number, tally: Tally): Promise<void> => {
    let line = 0;
    for await (const { start, length, bytes } of scanLines(source)) {
      line += 1;
      const value = bytes === undefined ? undefined : parsed(bytes, tally);
      const found = resourcesIn(value);
      // A table of contents of an export is no record, and no fault.
      if (wraps(value, found)) gathering.begin(file, start, length);
      if (found.length > 0) take(file, { start, length }, found, tally);
      else if (isBundle(value)) tally.withoutEntries += 1;
      else if (value === undefined || !gathering.isAbout(value, file)) {
        bad(tally, line);
        if (value === undefined && start + length === source.size) tally.isCutOff = true;
      }
      read += length;
      await takeTurn();
    }
  };

  const readJson = async (source: FileSource, file: number, tally: Tally): Promise<void> => {
    const scan = await scanJson(source);
    tally.isCutOff = scan.isCutOff;
    const spans = scan.objects.flatMap(({ start, length, entries, says }, place) => {
      gathering.hear(says);
      // In their order, before any is read: what does not say at once what it is may wrap records.
      if (wrappers.has(says['resourceType'])) gathering.begin(file, start, length);
      // Where none was seen it is read as a whole: a name may be written otherwise than the scan knows it.
      return says['resourceType'] === 'Bundle' && entries.length > 0
        ? entries.map((entry, at) => ({ ...entry, isEntry: true, nth: at + 1 }))
        : [{ start, length, isEntry: false, nth: place + 1 }];
    });
    const short = spans.filter(({ length }) => length <= longestLine);
    for (const { length, nth } of spans) if (length > longestLine) bad(tally, nth);
    for await (const { span, bytes } of cutSpans(source, short)) {
      const { start, length, isEntry, nth } = span;
      const value = parsed(bytes, tally);
      const found = resourcesIn(value);
      if (found.length > 0) take(file, { start, length }, found, tally);
      else if (isBundle(value)) tally.withoutEntries += 1;
      else if (isEntry ? !isPlainEntry(value) : value === undefined || !gathering.isAbout(value, file))
        bad(tally, nth);
      read += length;
      await takeTurn();
    }
    if (scan.hasStrayText || scan.objects.length === 0) bad(tally, scan.objects.length + 1);
  };

  const reports: FileReport[] = [];
  for (const [file, source] of sources.entries()) {
    const { path, size } = source;
    const tally: Tally = {
      records: 0,
      bad: 0,
      badAt: [],
      isCutOff: false,
      withoutEntries: 0,
      hasBrokenLetters: false,
      isUnreadable: false,
    };
    const before = read;
    let kind: FileKind = 'no-record';
    try {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      kind = await fileKind(source);
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (kind === 'lines') await readLines(source, file, tally);
      // oxlint-disable-next-line no-await-in-loop -- as above
      else if (kind === 'json') await readJson(source, file, tally);
    } catch (error) {
      if (signal?.aborted === true) throw error;
      tally.isUnreadable = true;
    }
    read = before + size;
    const { bad: count, badAt: at, ...rest } = tally;
    reports.push({ path, size, kind, ...rest, bad: { count, at } });
  }
  onProgress?.({ read: total, total, records });
  return gathering.finish(reports);
}

function isBundle(value: unknown): boolean {
  return isResource(value) && value.resourceType === 'Bundle';
}

/** Whether records stand in something (a Bundle, a list) within which their addresses are meant. */
function wraps(value: unknown, found: readonly Found[]): boolean {
  return found.some(({ resource }) => resource !== value);
}

/** An entry without a resource says what was done, or found nothing: a request, a response, a search. */
function isPlainEntry(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('response' in value || 'request' in value);
}
