// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser as browserAt, fakeSystem, type FakeBrowser } from './fake-browser.ts';
import { watchIdle } from './idle.ts';
import { leftAlone } from './left-alone.ts';
import type { OpenSession } from './session.ts';
import { readActive, writeActive } from './session-record.ts';
import type { System } from './registry.ts';
import { warningTime } from './watch-alone.ts';

const system = fakeSystem({ idleMinutes: 15 });
const minute = 60_000;

/** Only what the watch needs of a session. */
function fakeSession(of: System = system) {
  const ends: string[] = [];
  const told: number[] = [];
  const renewals: string[] = [];
  let heard = (_at: number): void => {};
  let ended = (): void => {};
  const session = {
    system: of,
    openedAt: Date.UTC(2026, 10, 23, 14, 0),
    accessToken: async () => {
      renewals.push('asked');
      return 'a';
    },
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
  return { session, ends, told, renewals, hear: (at: number) => heard(at) };
}

/** The watch over a session, with the times at which a warning began (or `gone`, when it was taken back). */
function watch(browser: FakeBrowser, session: OpenSession) {
  const warnings: (number | 'gone')[] = [];
  const began = browser.time;
  const idle = watchIdle(browser, session, window, {
    since: browser.time,
    onNear: (endsAt) => void warnings.push(endsAt === undefined ? 'gone' : (endsAt - began) / 1000),
  });
  return { warnings, stay: idle.stay };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser whose clock goes with the timers, and can be set. */
function fakeBrowser(): FakeBrowser {
  const browser = browserAt();
  let ahead = browser.time - Date.now();
  return Object.defineProperty(browser, 'time', {
    get: () => Date.now() + ahead,
    set: (time: number) => {
      ahead = time - Date.now();
    },
  });
}

function wait(milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds);
}

// Security check 17.
test('@threat-17 the session ends at the limit and not before', () => {
  const browser = fakeBrowser();
  const { session, ends } = fakeSession();
  watch(browser, session);
  wait(14 * minute + 59_999);
  expect(ends).toEqual([]);
  wait(1);
  expect(ends).toEqual(['idle']);
});

test.each(['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'])(
  '@threat-17 %s starts the time anew',
  (sign) => {
    const browser = fakeBrowser();
    const { session, ends, told } = fakeSession();
    watch(browser, session);
    wait(10 * minute);
    window.dispatchEvent(new Event(sign));
    expect(told).toEqual([browser.time]);
    wait(10 * minute);
    expect(ends).toEqual([]);
    wait(6 * minute);
    expect(ends).toEqual(['idle']);
  },
);

test('@threat-17 a copied tab that is used keeps this one open', () => {
  const browser = fakeBrowser();
  const { session, ends, hear } = fakeSession();
  watch(browser, session);
  wait(14 * minute);
  hear(browser.time);
  wait(14 * minute);
  expect(ends).toEqual([]);
});

test('@threat-17 after sleep the first touch is too late, and waking is enough', () => {
  for (const sign of ['keydown', 'focus', 'pageshow', 'visibilitychange']) {
    const browser = fakeBrowser();
    const { session, ends } = fakeSession();
    watch(browser, session);
    browser.time += 60 * minute; // no timer ran
    window.dispatchEvent(new Event(sign));
    expect(ends).toEqual(['idle']);
  }
});

test('@threat-17 a reload after the limit finds the session left alone', () => {
  const browser = fakeBrowser();
  expect(leftAlone(browser, system)).toBe(false);
  writeActive(browser, browser.time);
  browser.time += 14 * minute;
  expect(leftAlone(browser, system)).toBe(false);
  browser.time += minute;
  expect(leftAlone(browser, system)).toBe(true);
});

test.each([
  [1, 12],
  [3, 36],
  [5, 60],
  [15, 60],
  [480, 60],
])('a limit of %d minutes is warned of %d seconds before', (idleMinutes, seconds) => {
  expect(warningTime(idleMinutes * minute)).toBe(seconds * 1000);
  const browser = fakeBrowser();
  const { session, ends } = fakeSession(fakeSystem({ idleMinutes }));
  const { warnings } = watch(browser, session);
  wait(idleMinutes * minute - seconds * 1000 - 1);
  expect(warnings).toEqual([]);
  wait(1);
  expect(warnings).toEqual([idleMinutes * 60]);
  wait(seconds * 1000 - 1);
  expect(ends).toEqual([]);
  wait(1);
  expect(ends).toEqual(['idle']);
  // The words go with the session.
  expect(warnings).toEqual([idleMinutes * 60, 'gone']);
});

test('who says so stays, in every tab', () => {
  const browser = fakeBrowser();
  const { session, ends, told } = fakeSession();
  const { warnings, stay } = watch(browser, session);
  wait(14 * minute + 30_000);
  stay();
  expect(warnings).toEqual([900, 'gone']);
  expect(told).toEqual([browser.time]);
  wait(13 * minute + 59_000);
  expect(warnings).toEqual([900, 'gone']);
  expect(ends).toEqual([]);
});

test('a touch in another tab takes the warning back here', () => {
  const browser = fakeBrowser();
  const { session, hear } = fakeSession();
  const { warnings } = watch(browser, session);
  wait(14 * minute + 10_000);
  hear(browser.time);
  expect(warnings).toEqual([900, 'gone']);
});

test('a key or a press on the warning itself is no answer yet; one beside it is', () => {
  const browser = fakeBrowser();
  const { session, told } = fakeSession();
  const { warnings } = watch(browser, session);
  wait(14 * minute + 10_000);
  document.body.innerHTML = '<main>beside</main><div role="alertdialog"><button>Sign out now</button></div>';
  document.querySelector('button')!.dispatchEvent(new Event('keydown', { bubbles: true }));
  document.querySelector('button')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  // The page scrolls by itself when rows arrive above.
  document.dispatchEvent(new Event('scroll', { bubbles: true }));
  expect(warnings).toEqual([900]);
  document.querySelector('main')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(warnings).toEqual([900, 'gone']);
  expect(told).toHaveLength(1);
});

test('waking between warning and limit warns of what is left', () => {
  const browser = fakeBrowser();
  const { session, ends } = fakeSession();
  const { warnings } = watch(browser, session);
  browser.time += 14 * minute + 45_000; // asleep
  window.dispatchEvent(new Event('focus'));
  expect(warnings).toEqual([900]);
  expect(ends).toEqual([]);
  wait(15_000);
  expect(ends).toEqual(['idle']);
});

test('after the limit nobody stays, not even by the button', () => {
  const browser = fakeBrowser();
  const { session, ends, told } = fakeSession();
  const { stay } = watch(browser, session);
  wait(14 * minute + 30_000);
  browser.time += 60 * minute; // asleep with the warning on the screen
  stay();
  expect(ends).toEqual(['idle']);
  expect(told).toEqual([]);
});

// Clocks of consulting rooms are set while people work.
test('a clock that is set back lengthens nothing by more than what had gone by', () => {
  const browser = fakeBrowser();
  const { session, ends } = fakeSession();
  watch(browser, session);
  browser.time -= 10 * minute;
  vi.advanceTimersByTime(10_000);
  wait(15 * minute);
  expect(ends).toEqual(['idle']);
});

test('a time that another tab tells from a clock ahead of this one does not count further than now', () => {
  const browser = fakeBrowser();
  const { session, ends, hear } = fakeSession();
  watch(browser, session);
  hear(browser.time + 10 * minute);
  expect(readActive(browser)).toBe(browser.time);
  wait(15 * minute);
  expect(ends).toEqual(['idle']);
});

test('@threat-17 the longest time for one sign-in ends it although somebody is there', () => {
  const browser = fakeBrowser();
  const { session, ends } = fakeSession(fakeSystem({ idleMinutes: 60, sessionHours: 2 }));
  watch(browser, session);
  for (let minutes = 0; minutes < 119; minutes += 1) {
    wait(minute);
    window.dispatchEvent(new Event('keydown'));
  }
  expect(ends).toEqual([]);
  wait(minute);
  expect(ends).toEqual(['limit']);
});

test('@threat-16 who only looks and scrolls has the sign-in renewed in time', () => {
  const browser = fakeBrowser();
  const { session, renewals } = fakeSession();
  watch(browser, session);
  wait(minute);
  expect(renewals).toEqual([]);
  window.dispatchEvent(new Event('scroll'));
  expect(renewals).toHaveLength(1);
});

test('@threat-16 a refresh token that soon runs out is used in time, although nobody asks for anything', () => {
  const browser = fakeBrowser();
  const { session, renewals } = fakeSession();
  Object.assign(session, { keepBy: browser.time + 5 * minute });
  watch(browser, session);
  wait(4 * minute + 50_000);
  expect(renewals).toEqual([]);
  wait(20_000);
  expect(renewals).not.toEqual([]);
});
