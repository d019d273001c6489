import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasEnded, noteEnded } from './ended-sessions.ts';
import { fakeBrowser, fakeStorage } from './fake-browser.ts';
import { randomText } from './pkce.ts';

let kept: Storage;
beforeEach(() => {
  kept = fakeStorage([['chartside.view', 'dark']]);
  vi.stubGlobal('localStorage', kept);
});
afterEach(() => void vi.unstubAllGlobals());

const keys = () =>
  Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '').filter((key) =>
    key.startsWith('chartside.ended.'),
  );

test('@threat-18 a session that ended is known by its id, another is not', async () => {
  const browser = fakeBrowser();
  const id = randomText();
  await noteEnded(browser, id);
  expect(await hasEnded(id)).toBe(true);
  expect(await hasEnded(randomText())).toBe(false);
});

test('@threat-13 what is kept names nobody: a hash of a random id, and a time', async () => {
  const browser = fakeBrowser();
  const id = randomText();
  await noteEnded(browser, id);
  const [key] = keys();
  expect(key).toMatch(/^chartside\.ended\.[\w-]{43}$/);
  expect(key).not.toContain(id);
  expect(kept.getItem(key!)).toBe(String(browser.time));
});

test('it is forgotten after a day, at the next session that ends', async () => {
  const browser = fakeBrowser();
  const id = randomText();
  await noteEnded(browser, id);
  browser.time += 24 * 3_600_000;
  await noteEnded(browser, randomText());
  expect(await hasEnded(id)).toBe(false);
  expect(keys()).toHaveLength(1);
});

test('however many end, the newest fifty are kept, and nothing else is touched', async () => {
  const browser = fakeBrowser();
  const ids = Array.from({ length: 60 }, randomText);
  for (const id of ids) {
    browser.time += 1000;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await noteEnded(browser, id);
  }
  expect(keys()).toHaveLength(50);
  const [oldest, newest] = await Promise.all([hasEnded(ids[9]!), hasEnded(ids[10]!)]);
  expect([oldest, newest]).toEqual([false, true]);
  expect(kept.getItem('chartside.view')).toBe('dark');
});

test('a value that is no time goes; a storage that is forbidden costs nothing but the memory', async () => {
  kept.setItem('chartside.ended.x', 'nonsense');
  await noteEnded(fakeBrowser(), randomText());
  expect(kept.getItem('chartside.ended.x')).toBeNull();

  vi.stubGlobal('localStorage', undefined);
  await expect(noteEnded(fakeBrowser(), randomText())).resolves.toBeUndefined();
  await expect(hasEnded(randomText())).resolves.toBe(false);
});
