// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import { filesLimit, takeLeftAlone, watchFiles } from './watch-files.ts';

const minute = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the strictest system says how long; where none is configured, a quarter of an hour', () => {
  const systems = [fakeSystem({ idleMinutes: 30 }), fakeSystem({ idleMinutes: 10 })];
  expect(filesLimit({ systems })).toBe(10 * minute);
  expect(filesLimit({ systems: [] })).toBe(15 * minute);
});

test('@threat-17 opened files are closed at the limit, counted from the last touch', () => {
  let closed = 0;
  const stop = watchFiles(15 * minute, () => {
    closed += 1;
    stop();
  });
  vi.advanceTimersByTime(10 * minute);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  vi.advanceTimersByTime(14 * minute);
  expect(closed).toBe(0);
  vi.advanceTimersByTime(minute);
  expect(closed).toBe(1);
  vi.advanceTimersByTime(60 * minute);
  expect(closed).toBe(1);
});

test('@threat-17 a machine that slept through the limit wakes up with the files closed', () => {
  let closed = 0;
  const stop = watchFiles(15 * minute, () => {
    closed += 1;
    stop();
  });
  vi.setSystemTime(Date.now() + 8 * 60 * minute);
  // The first touch is too late.
  window.dispatchEvent(new Event('pointerdown'));
  expect(closed).toBe(1);
});

test('the page after it is told once', () => {
  history.replaceState({ leftAlone: true }, '', '/open');
  expect(takeLeftAlone(window)).toBe(true);
  expect(takeLeftAlone(window)).toBe(false);
});
