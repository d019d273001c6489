/** What somebody chose or dropped, as files with their place in the folder: all of it, however much it is. */
import { type FileSource, ownFile } from '#file/source.ts';

/** What a system or a tool keeps for itself within a folder. A file that somebody chose by itself is meant, whatever its name. */
const isHidden = (path: string): boolean =>
  path.includes('/') && path.split('/').some((part) => part.startsWith('.'));

function inOrder(files: readonly FileSource[]): readonly FileSource[] {
  return files.filter(({ path }) => !isHidden(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Of an `input`: files, or a whole folder. */
export function chosenFiles(list: Iterable<File>): readonly FileSource[] {
  return inOrder([...list].map((file) => ownFile(file, file.webkitRelativePath || file.name)));
}

/** Of a drop, folders gone through to their ends. Its items must be asked for before anything is waited for. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly FileSource[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  const isKnown = entries.some((entry) => entry !== null);
  if (!isKnown) return chosenFiles(plain);
  const found: FileSource[] = [];
  for (const entry of entries) {
    // oxlint-disable-next-line no-await-in-loop -- one folder after the other
    if (entry !== null) await walk(entry, found);
  }
  return inOrder(found);
}

async function walk(entry: FileSystemEntry, found: FileSource[]): Promise<void> {
  if (isFile(entry)) {
    // What cannot be had (a link that leads nowhere) is left out by the browser as well.
    const file = await new Promise<File | undefined>((resolve) => {
      entry.file(resolve, () => resolve(undefined));
    });
    if (file !== undefined) found.push(ownFile(file, entry.fullPath.replace(/^\//, '')));
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a folder tells its entries a hundred at a time
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) return;
    // oxlint-disable-next-line no-await-in-loop -- as above
    for (const one of some) await walk(one, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
