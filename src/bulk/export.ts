/** A whole export into a folder: begun, waited for, fetched, checked, deleted at the server; resumable at any point. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BulkClient } from './ask.ts';
import { fileAddress } from './bulk-config.ts';
import { readErrors, type ErrorSummary } from './error-files.ts';
import {
  isSameRequest,
  makeFolder,
  readState,
  writeState,
  type ExportState,
  type StateFile,
} from './export-state.ts';
import { BulkError } from './failure.ts';
import { downloadFile } from './file-download.ts';
import { deleteJob, kickOff, pollUntilDone, type ExportRequest, type Progress } from './job.ts';
import { checkLedger, noteInLedger } from './ledger.ts';
import type { Manifest, ManifestFile } from './manifest.ts';

export type ExportEvent =
  | { readonly kind: 'begun' | 'resumed'; readonly folder: string }
  | { readonly kind: 'preparing'; readonly progress: Progress }
  | { readonly kind: 'fetching'; readonly files: number; readonly done: number }
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'file'; readonly name: string; readonly done: number; readonly files: number };

export interface ExportOptions {
  readonly folder: string;
  readonly request: ExportRequest;
  /** Ask although the same was asked for inside the week. */
  readonly again: boolean;
  readonly ledger: string;
  /** Files fetched side by side. */
  readonly parallel: number;
  readonly onEvent?: (event: ExportEvent) => void;
}

export interface ExportSummary {
  readonly folder: string;
  readonly transactionTime: string;
  readonly types: readonly { readonly type: string; readonly files: number; readonly records: number }[];
  readonly records: number;
  readonly bytes: number;
  readonly errors: ErrorSummary;
  /** `--type` or `--since` that the server refused: types were sorted out here, `since` was not kept. */
  readonly ignored: readonly ('types' | 'since')[];
  /** False where the server would not delete its copy. */
  readonly deleted: boolean;
}

function namesFor(files: readonly ManifestFile[], folder: '' | 'errors/'): StateFile[] {
  const seen = new Map<string, number>();
  return files.map(({ type, count }) => {
    const index = seen.get(type) ?? 0;
    seen.set(type, index + 1);
    return { name: `${folder}${type}.${String(index).padStart(3, '0')}.ndjson`, type, promised: count };
  });
}

const filesFrom = ({ output, error }: Manifest): readonly ManifestFile[] => [...output, ...error];

/** A manifest that was asked for again lists what it listed, whatever the addresses are now. */
function checkSame(state: ExportState, manifest: Manifest): void {
  const now = filesFrom(manifest).map(({ type }) => type);
  const before = state.files.map(({ type }) => type);
  if (now.length !== before.length || now.some((type, index) => type !== before[index])) {
    throw new BulkError({ kind: 'protocol', reason: 'manifest', detail: 'its list of files has changed' });
  }
}

async function beginOrResume(client: BulkClient, options: ExportOptions): Promise<ExportState> {
  const { folder, request, onEvent } = options;
  const { server, pacing } = client;
  const found = await readState(folder);
  if (found !== undefined) {
    if (
      found.server !== server.id ||
      !isSameRequest({ ...found.request, since: found.request.since }, request)
    ) {
      throw new BulkError({
        kind: 'setup',
        say: `${folder} holds another export. Name a new folder, or ask for the same as then.`,
      });
    }
    onEvent?.({ kind: 'resumed', folder });
    return found;
  }
  if (!options.again) await checkLedger(options.ledger, server, pacing.now());
  await makeFolder(folder);
  const { statusUrl, isBare } = await kickOff(client, request);
  const state: ExportState = {
    version: 1,
    server: server.id,
    request: {
      of: request.of,
      types: [...request.types],
      ...(request.since !== undefined && { since: request.since }),
    },
    begunAt: new Date(pacing.now()).toISOString(),
    statusUrl,
    isBare,
    files: [],
    phase: 'preparing',
  };
  await writeState(folder, state);
  await noteInLedger(options.ledger, server, request, pacing.now());
  onEvent?.({ kind: 'begun', folder });
  return state;
}

/**
 * Exports into `folder`, or goes on with the export that was begun there: finished files are not fetched again. Rejects
 * with `BulkError`; whatever was fetched stays, and the same call goes on from there.
 */
export async function runExport(client: BulkClient, options: ExportOptions): Promise<ExportSummary> {
  const { folder, onEvent } = options;
  let state = await beginOrResume(client, options);
  let writing: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  /** Changes the state and writes it. Files end side by side: what changes while one write is under way goes into one more. */
  const keep = (change: Partial<ExportState>): Promise<void> => {
    state = { ...state, ...change };
    if (next !== undefined) return next;
    const write = writing.then(() => {
      next = undefined;
      return writeState(folder, state);
    });
    next = write;
    writing = write.catch(() => undefined);
    return write;
  };

  if (state.phase === 'preparing' || state.phase === 'fetching') {
    let manifest = await pollUntilDone(client, state.statusUrl, (progress) =>
      onEvent?.({ kind: 'preparing', progress }),
    );
    if (state.phase === 'preparing') {
      const files = [...namesFor(manifest.output, ''), ...namesFor(manifest.error, 'errors/')];
      await keep({ phase: 'fetching', transactionTime: manifest.transactionTime, files });
    } else checkSame(state, manifest);

    const wanted = [...state.files.keys()].filter((index) => isWanted(state, index));
    const left = wanted.filter((index) => state.files[index]?.done === undefined);
    onEvent?.({ kind: 'fetching', files: wanted.length, done: wanted.length - left.length });
    if (manifest.error.length > 0) await mkdir(join(folder, 'errors'), { recursive: true, mode: 0o700 });

    let renewed: Promise<Manifest> | undefined;
    /** Resolves once the file has come, with what is still to be done of it beside the next one. */
    const fetchOne = async (index: number, isSecondTry: boolean): Promise<Ending> => {
      const file = state.files[index];
      const listed = filesFrom(manifest)[index];
      if (file === undefined || listed === undefined) return () => Promise.resolve();
      const address = fileAddress(client.server, listed.url, manifest.requiresAccessToken);
      if ('refused' in address)
        throw new BulkError({ kind: 'protocol', reason: address.refused, detail: file.name });
      try {
        const { facts: done, settle } = await downloadFile(
          client,
          {
            path: join(folder, file.name),
            url: address.url,
            withToken: address.withToken,
            count: file.promised,
          },
          { onBytes: (count) => onEvent?.({ kind: 'bytes', count }) },
        );
        return async () => {
          await settle();
          // What others have finished meanwhile stands in the newest state.
          await keep({ files: state.files.map((each, at) => (at === index ? { ...each, done } : each)) });
          const finished = wanted.filter((at) => state.files[at]?.done !== undefined).length;
          onEvent?.({ kind: 'file', name: file.name, done: finished, files: wanted.length });
        };
      } catch (error) {
        const hasRunOut = error instanceof BulkError && error.failure.kind === 'absent';
        if (!hasRunOut || isSecondTry) throw error;
        // Signed addresses run out; the job, asked again, gives new ones.
        renewed ??= pollUntilDone(client, state.statusUrl);
        manifest = await renewed;
        checkSame(state, manifest);
        return fetchOne(index, true);
      }
    };
    await inParallel(left, Math.max(1, options.parallel), (index) => fetchOne(index, false));
    await keep({ phase: 'fetched' });
  }

  let deleted = state.phase === 'done';
  if (state.phase === 'fetched') {
    deleted = await deleteJob(client, state.statusUrl).then(
      () => true,
      () => false,
    );
    await keep({ phase: 'done' });
  }
  return summaryOf(folder, state, deleted);
}

/** Types that the server sent although only others were asked for are left out. */
function isWanted({ isBare, request, files }: ExportState, index: number): boolean {
  const file = files[index];
  if (file === undefined) return false;
  return (
    !isBare ||
    request.types.length === 0 ||
    file.name.startsWith('errors/') ||
    request.types.includes(file.type)
  );
}

type Ending = () => Promise<void>;

/**
 * Runs `work` over `items`, so many at a time, and what it resolves with beside the lane's next item. The first failure
 * stops new ones, and is told when those under way have ended.
 */
async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<Ending>,
): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const fail = (error: unknown): void => void failures.push(error);
  const lane = async (): Promise<void> => {
    let ending: Promise<void> = Promise.resolve();
    for (let item = waiting.shift(); item !== undefined && failures.length === 0; item = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- one lane works one by one
      const end = await work(item).catch(fail);
      // oxlint-disable-next-line no-await-in-loop -- no more than one ending a lane is open
      await ending;
      if (end !== undefined) ending = end().catch(fail);
    }
    await ending;
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failures.length > 0) throw failures[0];
}

async function summaryOf(folder: string, state: ExportState, deleted: boolean): Promise<ExportSummary> {
  const records = state.files.filter(({ name }) => !name.startsWith('errors/'));
  const types = new Map<string, { files: number; records: number }>();
  for (const { type, done } of records) {
    if (done === undefined) continue;
    const sum = types.get(type) ?? { files: 0, records: 0 };
    types.set(type, { files: sum.files + 1, records: sum.records + done.count });
  }
  const errors = state.files
    .filter(({ name }) => name.startsWith('errors/'))
    .map(({ name }) => join(folder, name));
  const { isBare, request } = state;
  return {
    folder,
    transactionTime: state.transactionTime ?? '',
    types: [...types]
      .map(([type, sum]) => ({ type, ...sum }))
      .toSorted((a, b) => a.type.localeCompare(b.type)),
    records: [...types.values()].reduce((sum, each) => sum + each.records, 0),
    bytes: records.reduce((sum, { done }) => sum + (done?.bytes ?? 0), 0),
    errors: await readErrors(errors),
    ignored: [
      ...(isBare && request.types.length > 0 ? (['types'] as const) : []),
      ...(isBare && request.since !== undefined ? (['since'] as const) : []),
    ],
    deleted,
  };
}
