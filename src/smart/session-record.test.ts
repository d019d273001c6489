import { expect, test } from 'vitest';
import { fakeBrowser, fakeStorage } from './fake-browser.ts';
import { readActive, readRecord, writeActive, writeRecord, type SessionRecord } from './session-record.ts';
import { retireRecord, sessionKeys } from './session-keys.ts';

const record = {
  id: 'a',
  systemId: 'office',
  endpoints: { token: 'https://idp.example/token' },
  scopes: [],
  tokens: { access: 'first', refresh: 'one', renewAt: undefined, turn: 0 },
} as unknown as SessionRecord;

/** A tab with a session, whose storage takes nothing more. */
function fullBrowser() {
  const entries = [
    [sessionKeys.current, JSON.stringify(record)],
    [sessionKeys.active, '1000'],
  ] as const;
  const setItem = (): void => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  return fakeBrowser(Object.assign(fakeStorage(entries), { setItem }));
}

test('no room for renewed tokens: the used ones are not kept for a reload either', () => {
  const browser = fullBrowser();
  writeRecord(browser, { ...record, tokens: { ...record.tokens, access: 'second', turn: 1 } });
  expect(readRecord(browser)).toBeUndefined();
});

test('no room for the time of activity: the one before stands', () => {
  const browser = fullBrowser();
  writeActive(browser, 2000);
  expect(readActive(browser)).toBe(1000);
});

test('no room to put a session aside: it is out of reach all the same', () => {
  const browser = fullBrowser();
  retireRecord(browser);
  expect(readRecord(browser)).toBeUndefined();
  expect(readActive(browser)).toBeUndefined();
});
