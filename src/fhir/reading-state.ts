/** What a reading knows of each search, in snapshots that only change when something did (`useSyncExternalStore`). */
import type { PlannedSearch, SearchId } from './plan.ts';
import type { Progress, SearchState } from './reading.ts';

const waiting: SearchState = { state: 'waiting' };
const reading: SearchState = { state: 'reading' };
const withheldState: SearchState = { state: 'not-shared', by: 'scope' };
const unplanned: SearchState = { state: 'not-offered' };

export interface ReadingState {
  stateOf(search: SearchId): SearchState;
  isPending(search: SearchId): boolean;
  settled(search: SearchId): Promise<SearchState>;
  progress(): Progress;
  subscribe(listener: () => void): () => void;
  /** The search is asked for (again): an answer it has already stays in sight. */
  begin(search: SearchId): void;
  phase(search: SearchId, phase: 'waiting' | 'reading'): void;
  end(search: SearchId, state: SearchState): void;
  setWait(seconds: number | undefined): void;
  /** Tells everybody who listens. */
  changed(): void;
  /** Lets go of everybody who waits or listens. */
  close(): void;
}

function sameProgress(a: Progress, b: Progress): boolean {
  return a.total === b.total && a.done === b.done && a.waitSeconds === b.waitSeconds && a.readAt === b.readAt;
}

/** Searches in `withheld` are settled from the beginning: their scope was not granted. */
export function createReadingState(
  searches: readonly PlannedSearch[],
  withheld: ReadonlySet<SearchId>,
): ReadingState {
  const states = new Map<SearchId, SearchState>(
    searches.map(({ id }) => [id, withheld.has(id) ? withheldState : waiting]),
  );
  const pending = new Set<SearchId>();
  const listeners = new Set<() => void>();
  const waiters = new Map<SearchId, ((state: SearchState) => void)[]>();
  let waitSeconds: number | undefined;
  let progress: Progress = { total: searches.length, done: withheld.size, waitSeconds, readAt: undefined };

  const stateOf = (id: SearchId): SearchState => states.get(id) ?? unplanned;

  const changed = (): void => {
    const readTimes = [...states.values()].flatMap((one) =>
      one.state === 'read' ? [one.answer.readAt] : [],
    );
    const next: Progress = {
      total: searches.length,
      done: searches.filter(({ id }) => !pending.has(id)).length,
      waitSeconds,
      readAt: readTimes.length === 0 ? undefined : Math.min(...readTimes),
    };
    if (!sameProgress(progress, next)) progress = next;
    for (const listener of listeners) listener();
  };

  const set = (id: SearchId, state: SearchState): void => {
    states.set(id, state);
    changed();
  };

  const release = (id: SearchId): void => {
    for (const tell of waiters.get(id) ?? []) tell(stateOf(id));
    waiters.delete(id);
  };

  return {
    stateOf,
    isPending: (id) => pending.has(id),
    settled(id) {
      if (!pending.has(id)) return Promise.resolve(stateOf(id));
      return new Promise((resolve) => {
        waiters.set(id, [...(waiters.get(id) ?? []), resolve]);
      });
    },
    progress: () => progress,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(id) {
      pending.add(id);
      const before = stateOf(id);
      set(id, before.state === 'read' ? { ...before, again: { state: 'reading' } } : waiting);
    },
    phase(id, phase) {
      if (stateOf(id).state === 'read' || stateOf(id).state === phase) return;
      set(id, phase === 'waiting' ? waiting : reading);
    },
    end(id, state) {
      pending.delete(id);
      const before = stateOf(id);
      const keepsOld = state.state === 'failed' && before.state === 'read';
      set(id, keepsOld ? { ...before, again: state } : state);
      release(id);
    },
    setWait(seconds) {
      if (seconds === waitSeconds) return;
      waitSeconds = seconds;
      changed();
    },
    changed,
    close() {
      listeners.clear();
      for (const id of waiters.keys()) release(id);
    },
  };
}
