/** A whole export into a folder: begun, waited for, fetched, checked, deleted at the server; resumable at any point. */
import type { BulkClient } from './ask.ts';
import { beginExport, type Beginning } from './begin-export.ts';
import type { ExportEvent } from './export-event.ts';
import { listedFiles } from './export-listing.ts';
import { isComplete, makeFolder, readState, type ExportState } from './export-state.ts';
import { type ExportSummary, summaryOf } from './export-summary.ts';
import { BulkError } from './failure.ts';
import { fetchFiles } from './fetch-files.ts';
import { lockFolder } from './folder-lock.ts';
import { deleteJob, pollUntilDone } from './job.ts';
import { keepState } from './state-keeper.ts';

export interface ExportOptions extends Beginning {
  /** Files fetched side by side. */
  readonly parallel: number;
  readonly onEvent?: (event: ExportEvent) => void;
}

/**
 * Exports into `folder`, or goes on with the export that was begun there: finished files are not fetched again. Rejects
 * with `BulkError`; whatever was fetched stays, and the same call goes on from there.
 */
export async function runExport(client: BulkClient, options: ExportOptions): Promise<ExportSummary> {
  const { folder } = options;
  if ((await readState(folder)) === undefined) await makeFolder(folder);
  const unlock = await lockFolder(folder);
  try {
    return await summaryOf(folder, await exported(client, options));
  } finally {
    unlock();
  }
}

async function exported(client: BulkClient, options: ExportOptions): Promise<ExportState> {
  const { folder, parallel, onEvent } = options;
  const { state: begun, statusUrl, isResumed } = await beginExport(client, options);
  onEvent?.({ kind: isResumed ? 'resumed' : 'begun', folder });
  const keeper = keepState(folder, begun);
  if (!isComplete(keeper.state)) {
    const manifest = await pollUntilDone(client, statusUrl, (progress) =>
      onEvent?.({ kind: 'preparing', progress }),
    );
    if (keeper.state.phase === 'preparing') {
      const files = listedFiles(client.server, manifest);
      // Written together with what the fetching adds.
      void keeper.change({ phase: 'fetching', transactionTime: manifest.transactionTime, files });
    }
    await fetchFiles(client, keeper, manifest, { folder, statusUrl, parallel, onEvent });
    await keeper.change({ phase: 'fetched' });
  }
  if (keeper.state.phase === 'fetched') {
    const deletion = await deletedAt(client, statusUrl);
    if (deletion !== 'later') await keeper.change({ phase: 'done', isDeleted: deletion === 'done' });
  }
  return keeper.state;
}

/** Whether the server has deleted its copy, will not, or may when it is asked another time. */
async function deletedAt(client: BulkClient, statusUrl: string): Promise<'done' | 'refused' | 'later'> {
  try {
    await deleteJob(client, statusUrl);
    return 'done';
  } catch (error) {
    if (!(error instanceof BulkError) || error.failure.kind === 'interrupted') throw error;
    const mayPass = ['unreachable', 'server-error', 'throttled', 'client-refused'];
    return mayPass.includes(error.failure.kind) ? 'later' : 'refused';
  }
}
