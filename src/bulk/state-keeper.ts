import { writeState, type ExportState } from './export-state.ts';

export interface StateKeeper {
  /** As it is now, written or about to be. */
  readonly state: ExportState;
  /** Changes the state at once; resolves when that is on the disk. */
  change(change: Partial<ExportState>): Promise<void>;
}

/** Keeps a folder's state. Files end side by side: what changes while one write is under way goes into one more. */
export function keepState(folder: string, begun: ExportState): StateKeeper {
  let state = begun;
  let writing: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return {
    get state() {
      return state;
    },
    change(change) {
      state = { ...state, ...change };
      if (next !== undefined) return next;
      const write = writing.then(() => {
        next = undefined;
        return writeState(folder, state);
      });
      next = write;
      writing = write.catch(() => undefined);
      return write;
    },
  };
}
