import { expect, test, vi } from 'vitest';
import { fakeBrowser } from '#smart/fake-browser.ts';
import { beginAnew, takeEnding, type Ending } from './opening-ended.ts';

const ending: Ending = {
  reason: 'idle',
  systemId: 'office',
  launchKind: 'standalone',
  place: { patientId: 'p1', path: '/chart/results', scroll: 120 },
};

/** The parts of a window that the end of a session uses. */
function fakeWindow(fetch: () => Promise<Response>) {
  const reload = vi.fn<() => void>();
  const history = {
    state: null as unknown,
    replaceState: (state: unknown) => void (history.state = state),
  };
  const parts = { history, location: { pathname: '/', reload }, fetch };
  const window = Object.assign(new EventTarget(), parts) as unknown as Window;
  return { reload, window, page: { browser: fakeBrowser(), window } };
}

const there = async (): Promise<Response> => new Response(null);

test('@threat-17 a page whose session has ended is loaded anew, and the next one tells why, once', async () => {
  const { page, window, reload } = fakeWindow(there);
  expect(await beginAnew(page, 'id', ending)).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
  expect(takeEnding(window)).toEqual(ending);
  expect(takeEnding(window)).toBeUndefined();
});

test.each([
  ['nobody there', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a server that is broken', async () => new Response(null, { status: 502 })],
])('%s: the page stays, to tell it here', async (_what, fetch) => {
  const { page, reload } = fakeWindow(fetch);
  expect(await beginAnew(page, 'id', ending)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test('a page that leaves for the portal’s own sign-out is not called back', async () => {
  const { page, window, reload } = fakeWindow(there);
  const begun = beginAnew(page, 'id', ending);
  window.dispatchEvent(new Event('beforeunload'));
  expect(await begun).toBe(true);
  expect(reload).not.toHaveBeenCalled();
});

test('a page that was there before the app has left no ending', () => {
  const { window } = fakeWindow(there);
  expect(takeEnding(window)).toBeUndefined();
});
