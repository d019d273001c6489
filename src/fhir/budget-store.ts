/**
 * What the tabs of one browser know together about a system's limit: the times of the requests of the last minute and
 * the time before which nothing may go out. Times, and no more: no address, no type, no person.
 */

export interface SentLog {
  /** Milliseconds since 1970, one for every request on the wire, oldest first. */
  readonly sent: readonly number[];
  /** Nothing goes out before this time (the EHR said so). 0 = no such time. */
  readonly heldUntil: number;
}

export interface BudgetStore {
  /** Replaces the log by what `change` makes of it; nobody else reads or writes in between. */
  update(change: (log: SentLog) => SentLog): Promise<SentLog>;
}

export const emptyLog: SentLog = { sent: [], heldUntil: 0 };

/** A log that this tab keeps for itself. */
export function memoryStore(): BudgetStore {
  let log = emptyLog;
  return {
    update(change) {
      log = change(log);
      return Promise.resolve(log);
    },
  };
}

export interface SharedStorage {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly locks: Pick<LockManager, 'request'>;
}

function readLog(text: string | null): SentLog {
  if (text === null) return emptyLog;
  try {
    const log = JSON.parse(text) as Partial<SentLog> | null;
    const sent: readonly unknown[] = Array.isArray(log?.sent) ? log.sent : [];
    return {
      sent: sent.filter((time) => typeof time === 'number'),
      heldUntil: typeof log?.heldUntil === 'number' ? log.heldUntil : 0,
    };
  } catch {
    return emptyLog;
  }
}

/**
 * A log in localStorage, changed under a Web Lock of the same name: locks queue first come, first served, so tabs that
 * wait for the same minute take turns. Falls back to a log of this tab's own as soon as either refuses (blocked
 * storage, full quota, private mode).
 */
export function sharedStore(name: string, { storage, locks }: SharedStorage): BudgetStore {
  const own = memoryStore();
  let isShared = true;
  const underLock = (change: (log: SentLog) => SentLog): Promise<SentLog> =>
    locks.request(name, () => {
      const log = change(readLog(storage.getItem(name)));
      storage.setItem(name, JSON.stringify(log));
      return log;
    });
  return {
    async update(change) {
      if (!isShared) return own.update(change);
      try {
        const log = await underLock(change);
        await own.update(() => log);
        return log;
      } catch {
        isShared = false;
        return own.update(change);
      }
    },
  };
}

const ownStores = new Map<string, BudgetStore>();

/** This browser's storage, or undefined where it is blocked or missing (reading `localStorage` itself may throw). */
function browserStorage(): SharedStorage | undefined {
  try {
    const { localStorage: storage, navigator } = globalThis as Partial<
      Pick<Window, 'localStorage' | 'navigator'>
    >;
    const locks = navigator?.locks;
    return storage === undefined || locks === undefined ? undefined : { storage, locks };
  } catch {
    return undefined;
  }
}

/** The log of a system: shared by the tabs of this browser where it can be, by all readings of this tab otherwise. */
export function storeFor(systemId: string): BudgetStore {
  const name = `chartside.requests.${systemId}`;
  let store = ownStores.get(name);
  if (store === undefined) {
    const shared = browserStorage();
    store = shared === undefined ? memoryStore() : sharedStore(name, shared);
    ownStores.set(name, store);
  }
  return store;
}
