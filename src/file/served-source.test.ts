import { afterEach, expect, test, vi } from 'vitest';
import { mostAtOnce, servedFiles } from './served-source.ts';

afterEach(() => vi.unstubAllGlobals());

/** As `server/open-server.ts` answers: what is longer than 64 MiB is refused. */
function serve(content: Uint8Array<ArrayBuffer>, cutTo = Infinity): readonly string[] {
  const ranges: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Record<string, string> }) => {
    if (path === '/folder/enter') return Response.json({ key: 'k' });
    if (path === '/folder/files')
      return Response.json([{ path: 'a.ndjson', size: content.length, modified: 0 }]);
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers['range'] ?? '') ?? [];
    const [start, end] = [Number(first), Number(last) + 1];
    ranges.push(`${start}-${end}`);
    if (end - start > 64 * 1024 * 1024) return new Response('', { status: 416 });
    return new Response(content.subarray(start, Math.min(end, start + cutTo)), { status: 206 });
  });
  return ranges;
}

test('a record longer than one answer is read in stretches', async () => {
  const content = new Uint8Array(70 * 1024 * 1024);
  content[mostAtOnce - 1] = 7;
  content[mostAtOnce] = 8;
  content[content.length - 1] = 9;
  const ranges = serve(content);
  const [file] = await servedFiles('secret');
  const bytes = await file!.read(1, content.length);
  expect(bytes.length).toBe(content.length - 1);
  expect([bytes[mostAtOnce - 2], bytes[mostAtOnce - 1], bytes.at(-1)]).toEqual([7, 8, 9]);
  expect(ranges).toHaveLength(5);
});

test('a stretch that comes short is a failure, and nothing is asked for nothing', async () => {
  const ranges = serve(new Uint8Array(100), 10);
  const [file] = await servedFiles('secret');
  await expect(file!.read(0, 50)).rejects.toThrow('open: 206');
  expect((await file!.read(5, 5)).length).toBe(0);
  expect(ranges).toHaveLength(1);
});
