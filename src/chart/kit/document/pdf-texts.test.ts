import { expect, test, vi } from 'vitest';
import type { PdfText } from './pdf-text.ts';
import type { PdfReader } from './pdf-reader.ts';
import { pdfStanding } from './pdf-standing.ts';
import { type PdfFile, createPdfTexts } from './pdf-texts.ts';

const here = (key: string): PdfFile => ({ key, url: undefined, bytes: () => new TextEncoder().encode(key) });
const away = (key: string): PdfFile => ({ key, url: key, bytes: () => undefined });

const read = (...pages: readonly string[]): PdfText => ({
  state: 'read',
  pages,
  blank: pages.filter((page) => page === '').length,
  more: false,
});

/** Reads what it is told to, when it is told to. */
function reader(answers: Readonly<Record<string, PdfText>>) {
  const ended = vi.fn<() => void>();
  const asked: string[] = [];
  const start = async (): Promise<PdfReader> => ({
    read: async (bytes, signal) => {
      const key = new TextDecoder().decode(bytes);
      asked.push(key);
      await Promise.resolve();
      signal.throwIfAborted();
      return answers[key] ?? { state: 'broken' };
    },
    end: ended,
  });
  return { start, ended, asked };
}

const settled = (texts: ReturnType<typeof createPdfTexts>): Promise<void> =>
  new Promise((done) => {
    const before = texts.version();
    const stop = texts.subscribe(() => {
      if (texts.version() === before) return;
      stop();
      done();
    });
  });

test('files are read once, one after another; each is told of, and that no file waits any more once', async () => {
  const { start, ended, asked } = reader({ a: read('one'), b: read('two') });
  const texts = createPdfTexts(start);
  const heard = vi.fn<() => void>();
  texts.subscribe(heard);
  const done = settled(texts);
  texts.want([here('a'), here('b'), here('a')]);
  texts.want([here('b')]);
  await done;
  expect(asked).toEqual(['a', 'b']);
  // Two texts, and the end: only the end is worth a new index.
  expect(heard.mock.calls.length).toBe(3);
  expect([texts.count(), texts.version()]).toEqual([3, 1]);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(texts.of('b')).toEqual(read('two'));
  texts.want([here('a')]);
  expect(asked).toEqual(['a', 'b']);
});

test('stopped: the worker is ended, nothing is kept, no listener is called', async () => {
  const ended = vi.fn<() => void>();
  const asked: AbortSignal[] = [];
  const texts = createPdfTexts(async () => ({
    // As busy as a file can keep it.
    read: (_bytes, signal) =>
      new Promise((_done, reject) => {
        asked.push(signal);
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      }),
    end: ended,
  }));
  const heard = vi.fn<() => void>();
  texts.subscribe(heard);
  texts.want([here('a'), here('b')]);
  await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 20_000 });
  texts.stop();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1), { timeout: 20_000 });
  expect(asked).toHaveLength(1);
  expect([texts.of('a'), texts.of('b')]).toEqual([undefined, undefined]);
  expect(heard).not.toHaveBeenCalled();
});

test('when the app’s own file does not come, that is said of no file, and they may be tried again', async () => {
  const { start } = reader({ a: read('one') });
  let isOffline = true;
  const texts = createPdfTexts(() => (isOffline ? Promise.reject(new Error('offline')) : start()));
  const done = settled(texts);
  texts.want([here('a')]);
  await done;
  expect(texts.of('a')).toEqual({ state: 'not-read' });
  isOffline = false;
  const { again } = pdfStanding([here('a')], texts);
  texts.again(again);
  const { coming } = pdfStanding([here('a')], texts);
  const readAgain = settled(texts);
  texts.want(coming);
  await readAgain;
  expect(texts.of('a')).toEqual(read('one'));
});

test('bytes that were fetched stay until their turn, though the cache has dropped them', async () => {
  const { start } = reader({ kept: read('one') });
  const texts = createPdfTexts(start);
  const done = settled(texts);
  let cached: Uint8Array | undefined = new TextEncoder().encode('kept');
  texts.want([{ key: 'kept', url: 'kept', bytes: () => cached }]);
  cached = undefined;
  await done;
  expect(texts.of('kept')).toEqual(read('one'));
});

test('bytes that were dropped before their turn: the file is to be asked for again, and is not called damaged', async () => {
  const { start, asked } = reader({ a: read('one') });
  const texts = createPdfTexts(start);
  const done = settled(texts);
  texts.want([here('a'), away('gone')]);
  await done;
  expect(asked).toEqual(['a']);
  expect(pdfStanding([away('gone')], texts)).toMatchObject({ elsewhere: [{ key: 'gone' }], unreadable: 0 });
});

test('past the bound of all files together, the rest are not read, and are said to be too long', async () => {
  const { start, asked } = reader({ a: read('x'.repeat(11)), b: read('two') });
  const texts = createPdfTexts(start, 10);
  const done = settled(texts);
  texts.want([here('a'), here('b')]);
  await done;
  expect(asked).toEqual(['a']);
  expect(texts.of('b')).toEqual({ state: 'long' });
});

test('each file stands in one place: coming, to be asked for, without text, in part, unreadable, too long', () => {
  const known: Readonly<Record<string, PdfText>> = {
    whole: read('one'),
    mixed: read('one', ''),
    cut: { state: 'read', pages: ['one', ''], blank: 1, more: true },
    scan: { state: 'no-text' },
    locked: { state: 'locked' },
    damaged: { state: 'broken' },
    long: { state: 'long' },
    scans: { state: 'read', pages: ['', ''], blank: 2, more: true },
    slow: { state: 'read', pages: ['one'], blank: 0, more: true, isLate: true },
    late: { state: 'late' },
    offline: { state: 'not-read' },
  };
  const files = [...Object.keys(known).map(away), here('here'), here('here'), away('away')];
  const { coming, elsewhere, again, ...n } = pdfStanding(files, { of: (key) => known[key] });
  expect(coming.map(({ key }) => key)).toEqual(['here']);
  expect(elsewhere.map(({ key }) => key)).toEqual(['away']);
  expect(again.map(({ key }) => key)).toEqual(['late', 'offline']);
  expect(n).toEqual({
    noText: 1,
    somePages: 1,
    unreadable: 2,
    long: 2,
    longScan: 1,
    late: 2,
    notRead: 1,
  });
});
