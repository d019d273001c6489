/** The files of one folder, for the loopback server of `npm run open`: listed once, and never anything else. */
import { constants, createReadStream, type ReadStream } from 'node:fs';
import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

export interface ListedFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface OpenFolder {
  readonly files: readonly ListedFile[];
  /**
   * Bytes of the nth file. Undefined where it is no longer the file that was listed: changed, replaced, or a link by now.
   * @param end not included
   */
  read(index: number, start: number, end: number): Promise<ReadStream | undefined>;
}

/** Whole milliseconds: what the disk knows finer is no difference. */
const written = (mtimeMs: number): number => Math.floor(mtimeMs);

/** A folder, or one file. Links are not followed, hidden files are nobody's records. Rejects where there is no such thing. */
export async function openFolder(target: string): Promise<OpenFolder> {
  const root = await realpath(target);
  const found: { readonly real: string; readonly listed: ListedFile }[] = [];
  const add = async (real: string, path: string): Promise<void> => {
    const { size, mtimeMs } = await stat(real);
    found.push({ real, listed: { path, size, modified: written(mtimeMs) } });
  };
  if ((await stat(root)).isFile()) await add(root, basename(root));
  else {
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      const real = join(entry.parentPath, entry.name);
      const path = relative(root, real).split(sep).join('/');
      // `isFile` is false for a link, whatever it leads to.
      if (entry.isFile() && !path.split('/').some((part) => part.startsWith('.')))
        // oxlint-disable-next-line no-await-in-loop -- a few hundred files, once
        await add(real, path);
    }
  }
  found.sort((a, b) => (a.listed.path < b.listed.path ? -1 : 1));
  return {
    files: found.map(({ listed }) => listed),
    async read(index, start, end) {
      const file = found[index];
      if (file === undefined) return undefined;
      const handle = await openSame(file.real, file.listed);
      return handle && createReadStream(file.real, { fd: handle, start, end: end - 1 });
    },
  };
}

/** Opens what was listed and nothing that was put in its place, a folder of the way to it included. */
async function openSame(real: string, listed: ListedFile): Promise<FileHandle | undefined> {
  let handle: FileHandle | undefined;
  try {
    // Opening a pipe that took its place would wait for whoever writes into it.
    handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const now = await handle.stat();
    const isSame =
      now.isFile() &&
      now.size === listed.size &&
      written(now.mtimeMs) === listed.modified &&
      (await realpath(real)) === real;
    if (isSame) return handle;
  } catch {
    // Gone, or a link by now.
  }
  await handle?.close();
  return undefined;
}
