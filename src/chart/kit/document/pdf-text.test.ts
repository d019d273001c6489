import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { pdfFile } from '#sandbox/people/documents.ts';
import { mostCharacters, mostPages, textOfPdf } from './pdf-text.ts';

const running = new AbortController().signal;

async function opened(lines: readonly string[]) {
  const data = Uint8Array.from(Buffer.from(pdfFile('Letter', lines).data as string, 'base64'));
  return getDocument({ data, useWasm: false, verbosity: 0 }).promise;
}

/** A file of so many pages, as pdf.js hands them out. */
function made(numPages: number, textAt: (at: number) => string) {
  const getPage = async (at: number) => ({
    getTextContent: async () => ({ items: [{ str: textAt(at), hasEOL: false }] }),
    cleanup: () => true,
  });
  return { numPages, getPage } as unknown as Parameters<typeof textOfPdf>[0];
}

test('the words of every page, in their order, lines apart', async () => {
  const lines = ['Potassium 6.1 mmol/L', ...Array.from({ length: 47 }, () => 'line'), 'On the second page'];
  const text = await textOfPdf(await opened(lines), running);
  expect(text).toMatchObject({ state: 'read', blank: 0, more: false });
  if (text.state !== 'read') throw new Error('unread');
  expect(text.pages).toHaveLength(2);
  expect(text.pages[0]).toMatch(/^Potassium 6\.1 mmol\/L\nline/);
  expect(text.pages[1]).toBe('On the second page');
});

test('no page with text is a scan; a page without text, or a broken one, is counted', async () => {
  expect(await textOfPdf(await opened([]), running)).toEqual({ state: 'no-text' });
  const broken = made(3, (at) => {
    if (at === 2) throw new Error('bad page');
    return at === 1 ? 'words' : '';
  });
  expect(await textOfPdf(broken, running)).toEqual({
    state: 'read',
    pages: ['words', '', ''],
    blank: 2,
    more: false,
  });
});

test('so many pages and so many letters, and no more', async () => {
  const many = await textOfPdf(
    made(mostPages + 1, () => 'word'),
    running,
  );
  expect(many).toMatchObject({ more: true });
  expect(many.state === 'read' && many.pages.length).toBe(mostPages);
  const long = await textOfPdf(
    made(3, () => 'x'.repeat(mostCharacters - 10)),
    running,
  );
  expect(long).toMatchObject({ state: 'read', more: true });
  expect(long.state === 'read' && long.pages.map((page) => page.length)).toEqual([mostCharacters - 10, 10]);
});

test('the first pages of a very long file are scans: it is not said that it has no text', async () => {
  const text = await textOfPdf(
    made(1000, (at) => (at > mostPages ? 'word' : '')),
    running,
  );
  expect(text).toMatchObject({ state: 'read', blank: mostPages, more: true });
});

test('stopped, it stops', async () => {
  const stop = new AbortController();
  const read = textOfPdf(
    made(50, () => 'word'),
    stop.signal,
  );
  stop.abort(new Error('the chart has ended'));
  await expect(read).rejects.toThrow('the chart has ended');
});
