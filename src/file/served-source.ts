/** The files of `npm run open`: their bytes come from its server on loopback, a stretch at a time. */
import type { FileSource } from './source.ts';

/** What the server asks of every request (`server/open-server.ts`). */
const keyHeader = 'chartside-key';

/** Bytes of one answer: a quarter of what the server gives at once. A record may be longer (`scan-lines.ts`). */
export const mostAtOnce = 16 * 1024 * 1024;

const asking = (key: string, more: Readonly<Record<string, string>> = {}): RequestInit => ({
  headers: { [keyHeader]: key, ...more },
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
});

async function asked(path: string, key: string): Promise<unknown> {
  const answer = await fetch(path, asking(key));
  if (!answer.ok) throw new Error(`open: ${answer.status}`);
  return answer.json();
}

/**
 * Swaps the secret of the opened address for a key, and lists the folder. Rejects where the secret has been used, or the
 * server has ended.
 */
export async function servedFiles(secret: string): Promise<readonly FileSource[]> {
  const { key } = (await asked('/folder/enter', secret)) as { readonly key: string };
  const files = (await asked('/folder/files', key)) as readonly {
    readonly path: string;
    readonly size: number;
    readonly modified: number;
  }[];
  return files.map((file, index) => ({
    ...file,
    async read(start, end) {
      const all = new Uint8Array(Math.max(0, end - start));
      for (let from = start; from < end; from += mostAtOnce) {
        const to = Math.min(end, from + mostAtOnce);
        // oxlint-disable-next-line no-await-in-loop -- one stretch after the other
        all.set(await stretch(index, key, from, to), from - start);
      }
      return all;
    },
  }));
}

async function stretch(index: number, key: string, start: number, end: number): Promise<Uint8Array> {
  const range = `bytes=${start}-${end - 1}`;
  const answer = await fetch(`/folder/files/${index}`, asking(key, { range }));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 206 || bytes.length !== end - start) throw new Error(`open: ${answer.status}`);
  return bytes;
}
