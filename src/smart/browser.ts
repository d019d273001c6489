/** What this folder needs of the browser, in one place, so that tests can give it another. */
export interface Browser {
  /** This tab's own storage. A copied tab gets a copy. */
  readonly storage: Storage;
  readonly locks: LockManager;
  openChannel(name: string): BroadcastChannel;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Tells when this page is left: for another page, by a reload, or because its tab is closed. Returns what stops it. */
  onLeave(listener: () => void): () => void;
}

/** The real one. Everything is looked up when it is used: some browsers throw on the mere mention of storage. */
export const thisBrowser: Browser = {
  get storage() {
    return sessionStorage;
  },
  get locks() {
    return navigator.locks;
  },
  openChannel: (name) => new BroadcastChannel(name),
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  onLeave(listener) {
    addEventListener('pagehide', listener);
    return () => removeEventListener('pagehide', listener);
  },
};
