import type { BulkClient } from './ask.ts';
import { isComplete, readState, writeState, type ExportState } from './export-state.ts';
import { BulkError } from './failure.ts';
import { lockFolder } from './folder-lock.ts';
import { deleteJob } from './job.ts';

/**
 * Has the server forget the export of a folder, and notes that; what was fetched stays. Resolves with the state then.
 * Rejects with `BulkError`: there is none, another command is at work in the folder, the server would not.
 */
export async function cancelExport(client: BulkClient, folder: string): Promise<ExportState> {
  const unlock = await lockFolder(folder);
  try {
    const state = await readState(folder);
    if (state?.statusUrl === undefined) {
      throw new BulkError({
        kind: 'setup',
        say: `${folder} knows of no export at the server that could be cancelled.`,
      });
    }
    if (isComplete(state) && state.isDeleted === true) {
      throw new BulkError({
        kind: 'setup',
        say: `The export in ${folder} is complete, and the server has deleted its copy: there is nothing to cancel.`,
      });
    }
    await deleteJob(client, state.statusUrl);
    // All that was wanted is here: then only the server's copy is gone.
    const isWhole = isComplete(state);
    const after: ExportState = { ...state, phase: isWhole ? 'done' : 'cancelled', isDeleted: true };
    await writeState(folder, after);
    return after;
  } finally {
    unlock();
  }
}
