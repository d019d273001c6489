/**
 * Sessions that ended in this browser. A tab that was closed before and is opened again brings its `sessionStorage`
 * back, and with it a session that was signed out meanwhile: whoever resumes asks here first. An entry a session, so
 * that two tabs never write over each other: its key a hash of the session's random id, its value the time. No more.
 */
import type { Browser } from './browser.ts';
import { challengeOf } from './pkce.ts';

const prefix = 'chartside.ended.';
/** No idle limit is longer than eight hours: after a day a record would be refused for its age anyway. */
const lifetime = 24 * 3_600_000;
const most = 50;

/** Remembers that a session is over. A storage that is full or forbidden costs that memory, nothing else. */
export async function noteEnded(browser: Browser, id: string): Promise<void> {
  try {
    const key = prefix + (await challengeOf(id));
    const now = browser.now();
    const others = entries().toSorted((a, b) => b.at - a.at);
    for (const [index, { key: old, at }] of others.entries()) {
      if (index >= most - 1 || !(now - at < lifetime)) localStorage.removeItem(old);
    }
    localStorage.setItem(key, String(now));
  } catch {
    // Its tokens are revoked, and its record is gone from every tab that is open.
  }
}

/** Whether a session ended in this browser within the last day. */
export async function hasEnded(id: string): Promise<boolean> {
  try {
    return localStorage.getItem(prefix + (await challengeOf(id))) !== null;
  } catch {
    return false;
  }
}

function entries(): readonly { readonly key: string; readonly at: number }[] {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, at: Number(localStorage.getItem(key)) }));
}
