/** Bytes of a file that somebody opened: read in slices on demand, never as a whole. */

export interface FileSource {
  /** Below the folder that was opened, with `/`; the name alone for a single file. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When the file was last written (milliseconds since 1970), where that is known. */
  readonly modified: number | undefined;
  /** Bytes from `start` up to `end`, not included. Rejects where the file has been changed or moved since. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A file of the reader's own computer. `File.slice` reads nothing until it is asked for its bytes. */
export function ownFile(file: File, path: string = file.name): FileSource {
  return {
    path,
    size: file.size,
    modified: file.lastModified || undefined,
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

/** Read at one go while a file is gone through. */
export const pieceSize = 4 * 1024 * 1024;

/** A file from its first byte to its last, piece by piece. */
export async function* piecesOf(
  source: FileSource,
): AsyncGenerator<{ readonly start: number; readonly bytes: Uint8Array<ArrayBuffer> }> {
  for (let start = 0; start < source.size; start += pieceSize) {
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other is what bounds the memory
    yield { start, bytes: await source.read(start, Math.min(start + pieceSize, source.size)) };
  }
}
