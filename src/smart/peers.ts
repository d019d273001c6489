/**
 * Copied tabs. Duplicating a tab, `window.open` and restoring a closed one copy `sessionStorage`, and with it the
 * session. Such tabs find each other by the session's id, which only a copy can know: each holds a shared Web Lock on
 * it, and they speak over a channel of that name.
 */
import type { Browser } from './browser.ts';
import type { SessionEnd } from './failure.ts';
import { isTokenSet, type TokenSet } from './session-record.ts';

type Message =
  | { readonly type: 'tokens'; readonly tokens: TokenSet }
  | { readonly type: 'ask' }
  | { readonly type: 'ended'; readonly reason: SessionEnd }
  | { readonly type: 'active'; readonly at: number };

export interface Listening {
  /** The newest tokens this tab has: the answer to a peer that asks. */
  tokens(): TokenSet;
  onTokens(tokens: TokenSet): void;
  onEnded(reason: SessionEnd): void;
  onActive(at: number): void;
}

export interface Peers {
  /** Runs alone among all copies. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Asks the copies for their tokens; resolves when all have answered, or soon anyway (a frozen tab never will). */
  askForTokens(): Promise<void>;
  tell(message: Exclude<Message, { type: 'ask' }>): void;
  leave(): void;
}

const tabLock = (id: string): string => `chartside.tab.${id}`;
const patience = 500;

/** How many tabs live on a session. */
export async function tabsOf(browser: Browser, id: string): Promise<number> {
  const { held = [] } = await browser.locks.query();
  return held.filter(({ name }) => name === tabLock(id)).length;
}

/** Joins the tabs of a session; the only one is a group of one. */
export function joinPeers(browser: Browser, id: string, listening: Listening): Peers {
  const channel = browser.openChannel(`chartside.session.${id}`);
  let release = (): void => {};
  const left = new Promise<void>((resolve) => (release = resolve));
  void browser.locks.request(tabLock(id), { mode: 'shared' }, () => left);

  let answered = (): void => {};
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'ask') channel.postMessage({ type: 'tokens', tokens: listening.tokens() });
    else if (data.type === 'ended') listening.onEnded(data.reason);
    else if (data.type === 'active') listening.onActive(data.at);
    else if (data.type === 'tokens' && isTokenSet(data.tokens)) {
      listening.onTokens(data.tokens);
      answered();
    }
  });

  return {
    alone: (work) => browser.locks.request(`chartside.renew.${id}`, work),
    async askForTokens() {
      let waitingFor = (await tabsOf(browser, id)) - 1;
      if (waitingFor <= 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        answered = () => {
          waitingFor -= 1;
          if (waitingFor > 0) return;
          clearTimeout(timer);
          resolve();
        };
        channel.postMessage({ type: 'ask' });
      });
      answered = () => {};
    },
    tell: (message) => channel.postMessage(message),
    leave() {
      channel.close();
      release();
    },
  };
}
