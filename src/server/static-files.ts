import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Media types by extension. */
export const fileTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt']);

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  readonly brotli: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/**
 * Every file of a build folder by its URL path, in memory, with the compressed forms that the build wrote beside them
 * (`.br`, `.gz`), or made now where a file came without.
 */
export async function readStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const extension = extname(entry.name);
    if (!entry.isFile() || extension === '.br' || extension === '.gz') continue;
    const path = join(entry.parentPath, entry.name);
    const body = await readFile(path);
    const squeeze = compressible.has(extension);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      type: fileTypes[extension] ?? 'application/octet-stream',
      body,
      brotli: squeeze ? await readFile(`${path}.br`).catch(() => brotli(body)) : undefined,
      gzip: squeeze ? await readFile(`${path}.gz`).catch(() => gzipSync(body)) : undefined,
    });
  }
  return files;
}

/** Which is the shortest differs from file to file, by a few hundred bytes of a hundred thousand. */
const settings = [
  { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  { [constants.BROTLI_PARAM_LGWIN]: 20 },
  { [constants.BROTLI_PARAM_LGWIN]: 20, [constants.BROTLI_PARAM_LGBLOCK]: 20 },
];

/** Brotli at its best: the build's and the server's one way. The large files that no chart waits for are tried once. */
export function brotli(body: Buffer): Buffer {
  const tried = body.length > 500_000 ? settings.slice(0, 1) : settings;
  const made = tried.map((params) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, ...params } }),
  );
  return made.reduce((best, each) => (each.length < best.length ? each : best));
}
