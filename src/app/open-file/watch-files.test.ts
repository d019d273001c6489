// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import { beginWithoutFiles, filesLimit, takeLeftAlone, watchFiles } from './watch-files.ts';

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

/** A page whose network comes and goes. */
function pageThatIs(onLine: boolean) {
  const page = {
    reloads: 0,
    navigator: { onLine },
    history: { replaceState: vi.fn<History['replaceState']>() },
    location: { reload: () => void (page.reloads += 1) },
    comeOnline: () => {},
    addEventListener: (_: 'online', come: () => void) => void (page.comeOnline = come),
  };
  return page;
}

test('@threat-17 the page is loaded anew at once, offline as soon as there is a network', () => {
  const online = pageThatIs(true);
  expect(beginWithoutFiles(online as never, 'other')).toBe(true);
  expect(online.reloads).toBe(1);
  expect(online.history.replaceState).toHaveBeenCalledWith(null, '', '/open');

  const offline = pageThatIs(false);
  expect(beginWithoutFiles(offline as never, 'left-alone')).toBe(false);
  expect(offline.history.replaceState).toHaveBeenCalledWith({ leftAlone: true }, '', '/open');
  expect(offline.reloads).toBe(0);
  offline.comeOnline();
  expect(offline.reloads).toBe(1);
});

test('files that were opened offline after others were closed are not thrown away by the network', () => {
  const page = pageThatIs(false);
  beginWithoutFiles(page as never, 'left-alone');
  const stop = watchFiles(15 * minute, () => {});
  page.comeOnline();
  expect(page.reloads).toBe(0);
  stop();
  page.comeOnline();
  expect(page.reloads).toBe(1);
});
