// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser, fakeSystem, type FakeBrowser } from './fake-browser.ts';
import { leftAlone, watchIdle } from './idle.ts';
import type { OpenSession } from './open-session.ts';

const system = fakeSystem({ idleMinutes: 15 });
const minute = 60_000;

/** Only what the watch needs of a session. */
function fakeSession() {
  const ends: string[] = [];
  const told: number[] = [];
  let heard = (_at: number): void => {};
  let ended = (): void => {};
  const session = {
    system,
    end: async (reason: string) => {
      ends.push(reason);
      ended();
    },
    tellActive: (at: number) => void told.push(at),
    onActive: (listener: (at: number) => void) => void (heard = listener),
    onEnd: (listener: () => void) => {
      ended = listener;
      return () => {};
    },
  } as unknown as OpenSession;
  return { session, ends, told, hear: (at: number) => heard(at) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function wait(browser: FakeBrowser, milliseconds: number): void {
  browser.time += milliseconds;
  vi.advanceTimersByTime(milliseconds);
}

// Security check 17.
test('the session ends at the limit and not before', () => {
  const browser = fakeBrowser();
  const { session, ends } = fakeSession();
  watchIdle(browser, session, window);
  wait(browser, 14 * minute + 50_000);
  expect(ends).toEqual([]);
  wait(browser, 20_000);
  expect(ends).toEqual(['idle']);
});

test.each(['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'])('%s starts the time anew', (sign) => {
  const browser = fakeBrowser();
  const { session, ends, told } = fakeSession();
  watchIdle(browser, session, window);
  wait(browser, 10 * minute);
  window.dispatchEvent(new Event(sign));
  expect(told).toEqual([browser.time]);
  wait(browser, 10 * minute);
  expect(ends).toEqual([]);
  wait(browser, 6 * minute);
  expect(ends).toEqual(['idle']);
});

test('a copied tab that is used keeps this one open', () => {
  const browser = fakeBrowser();
  const { session, ends, hear } = fakeSession();
  watchIdle(browser, session, window);
  wait(browser, 14 * minute);
  hear(browser.time);
  wait(browser, 14 * minute);
  expect(ends).toEqual([]);
});

test('after sleep the first touch is too late, and waking is enough', () => {
  for (const sign of ['keydown', 'focus', 'pageshow', 'visibilitychange']) {
    const browser = fakeBrowser();
    const { session, ends } = fakeSession();
    watchIdle(browser, session, window);
    browser.time += 60 * minute; // no timer ran
    window.dispatchEvent(new Event(sign));
    expect(ends).toEqual(['idle']);
  }
});

test('a reload after the limit finds the session left alone', () => {
  const browser = fakeBrowser();
  expect(leftAlone(browser, system)).toBe(false);
  watchIdle(browser, fakeSession().session, window);
  browser.time += 14 * minute;
  expect(leftAlone(browser, system)).toBe(false);
  browser.time += minute;
  expect(leftAlone(browser, system)).toBe(true);
});
