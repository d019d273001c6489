/**
 * Copied tabs. Duplicating a tab, `window.open` and restoring a closed one copy `sessionStorage`, and with it the
 * session. Such tabs find each other by the session's id, which only a copy can know: each holds a shared Web Lock on
 * it, and they speak over a channel of that name. Which of them keeps the refresh token: `keeper.ts`.
 */
import type { Browser } from './browser.ts';
import type { SessionEnd } from './failure.ts';
import { isTokenSet, type TokenSet } from './session-record.ts';

type Message =
  /** `keeps`: whoever says so keeps the refresh token, which is never in these tokens. */
  | { readonly type: 'tokens'; readonly tokens: TokenSet; readonly keeps: boolean }
  | { readonly type: 'ask' }
  /** To whom keeps the refresh token: tokens newer than these are wanted. */
  | { readonly type: 'renew'; readonly turn: number; readonly isRefused: boolean }
  /** The answer to that: it is being done. */
  | { readonly type: 'renewing' }
  | { readonly type: 'unanswered'; readonly at: number }
  /** The tab that kept the refresh token is left: another may keep it now. */
  | { readonly type: 'left'; readonly tokens: TokenSet }
  | { readonly type: 'ended'; readonly reason: SessionEnd }
  | { readonly type: 'active'; readonly at: number };

/** What a tab tells the others: tokens without the refresh token, and whether it is the one that keeps that. */
export interface Shared {
  readonly tokens: TokenSet;
  readonly keeps: boolean;
}

export interface Listening {
  /** The newest tokens this tab has: the answer to a peer that asks. */
  shared(): Shared;
  onTokens(shared: Shared): void;
  /**
   * A copy wants newer tokens than these; they are good no more, or soon. Whether this tab is the one to see to it; it
   * tells what comes of it.
   */
  onRenew(turn: number, isRefused: boolean): boolean;
  onUnanswered(at: number): void;
  onLeft(tokens: TokenSet): void;
  onEnded(reason: SessionEnd): void;
  onActive(at: number): void;
}

export interface Peers {
  /** Runs alone among all copies. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Asks the copies for their tokens; resolves when all have answered, or soon anyway (a frozen tab never will). */
  askForTokens(): Promise<void>;
  /** Has the copy that keeps the refresh token renew; resolves when that has come to an end, or with who does not exist. */
  askToRenew(turn: number, isRefused: boolean): Promise<'done' | 'nobody'>;
  tell(message: Exclude<Message, { type: 'renew' | 'renewing' }>): void;
  /** Waits in line to be the one tab that keeps the refresh token. Returns what leaves the line, or gives it up. */
  keep(granted: () => void): () => void;
  /** Whether there is such a tab. */
  isKept(): Promise<boolean>;
  leave(): void;
}

const tabLock = (id: string): string => `chartside.tab.${id}`;
const keeperLock = (id: string): string => `chartside.keeper.${id}`;
const patience = 500;
/** A tab that took over from another a moment ago may not have heard the first time. */
const calls = 3;
/** Longer than any request for a renewal. */
const longest = 45_000;

async function heldLocks(browser: Browser, lock: string): Promise<number> {
  const { held = [] } = await browser.locks.query();
  return held.filter(({ name }) => name === lock).length;
}

/** How many tabs live on a session. */
export function tabsOf(browser: Browser, id: string): Promise<number> {
  return heldLocks(browser, tabLock(id));
}

/** Joins the tabs of a session; the only one is a group of one. */
export function joinPeers(browser: Browser, id: string, listening: Listening): Peers {
  const channel = browser.openChannel(`chartside.session.${id}`);
  let release = (): void => {};
  const left = new Promise<void>((resolve) => (release = resolve));
  void browser.locks.request(tabLock(id), { mode: 'shared' }, () => left);

  const heard = new Set<(data: Message) => void>();
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'ask') channel.postMessage({ type: 'tokens', ...listening.shared() });
    else if (data.type === 'renew') {
      if (listening.onRenew(data.turn, data.isRefused)) channel.postMessage({ type: 'renewing' });
    } else if (data.type === 'unanswered') listening.onUnanswered(data.at);
    else if (data.type === 'left' && isTokenSet(data.tokens)) listening.onLeft(data.tokens);
    else if (data.type === 'ended') listening.onEnded(data.reason);
    else if (data.type === 'active') listening.onActive(data.at);
    else if (data.type === 'tokens' && isTokenSet(data.tokens)) listening.onTokens(data);
    for (const listener of heard) listener(data);
  });

  /** Until a message is the one that is waited for, or time is up: false then. */
  function hear(isIt: (data: Message) => boolean, longestWait: number): Promise<boolean> {
    return new Promise((resolve) => {
      const stop = (wasHeard: boolean): void => {
        clearTimeout(timer);
        heard.delete(listener);
        resolve(wasHeard);
      };
      const listener = (data: Message): void => void (isIt(data) && stop(true));
      const timer = setTimeout(() => stop(false), longestWait);
      heard.add(listener);
    });
  }

  const isOutcome = (data: Message, turn: number): boolean =>
    data.type === 'unanswered' ||
    data.type === 'ended' ||
    (data.type === 'tokens' && isTokenSet(data.tokens) && data.tokens.turn > turn);

  return {
    alone: (work) => browser.locks.request(`chartside.renew.${id}`, work),
    async askForTokens() {
      let waitingFor = (await tabsOf(browser, id)) - 1;
      if (waitingFor <= 0) return;
      const answered = hear(({ type }) => type === 'tokens' && (waitingFor -= 1) <= 0, patience);
      channel.postMessage({ type: 'ask' });
      await answered;
    },
    async askToRenew(turn, isRefused) {
      let isOver = false;
      const isAnswer = (data: Message): boolean =>
        (isOver = isOutcome(data, turn)) || data.type === 'renewing';
      for (let call = 0; call < calls; call += 1) {
        const taken = hear(isAnswer, patience);
        channel.postMessage({ type: 'renew', turn, isRefused });
        // oxlint-disable-next-line no-await-in-loop -- one call after the other
        if (!(await taken)) continue;
        // oxlint-disable-next-line no-await-in-loop -- the last turn
        if (!isOver) await hear((data) => isOutcome(data, turn), longest);
        return 'done';
      }
      return 'nobody';
    },
    tell: (message) => channel.postMessage(message),
    keep(granted) {
      const outOfLine = new AbortController();
      let giveUp = (): void => {};
      const given = new Promise<void>((resolve) => (giveUp = resolve));
      browser.locks
        .request(keeperLock(id), { signal: outOfLine.signal }, () => {
          granted();
          return given;
        })
        .catch(() => undefined);
      return () => {
        outOfLine.abort();
        giveUp();
      };
    },
    isKept: async () => (await heldLocks(browser, keeperLock(id))) > 0,
    leave() {
      channel.close();
      release();
    },
  };
}
