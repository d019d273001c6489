/**
 * Zip and gzip files as the files that are in them. What is packed can be read from its beginning alone, and a chart reads
 * here and there: so it is unpacked into memory, by the browser's own means, within bounds that no bomb passes.
 */
import { createPace } from '#fhir/parse-json-pace.ts';
import { crc32 } from './crc32.ts';
import { isGzip, isZip } from './file-kind.ts';
import { type FileSource, pieceSize } from './source.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

export interface UnpackOptions {
  readonly signal?: AbortSignal;
  readonly turn?: () => Promise<void>;
  /** Bytes that all that is unpacked may take together. */
  readonly most?: number;
}

/** What a page can hold beside a chart. More is opened as a folder, which is read in slices. */
const mostUnpacked = 512 * 1024 * 1024;
/** Records are packed to a tenth or a thirtieth of their size; what was made to burst, to a thousandth. */
const mostTimes = 250;
/**
 * Fed to the inflater at a time. Browsers inflate all of a piece before they hand anything on, and deflate packs up to 1,032
 * to one: 16 MB is then the most that lies there before it is counted. Of a piece of megabytes it would be gigabytes.
 */
const fedSize = 16 * 1024;

interface Budget {
  left: number;
}

/** In the place of an entry that cannot be unpacked: it is told of as what is packed is. */
const stillPacked = Uint8Array.of(0x50, 0x4b);

/** Why a file stays packed; what was unpacked of it is let go of. */
class NotUnpacked extends Error {}

/**
 * Every file, and in the place of a packed one what is in it, below its name. One that cannot be unpacked stays as it is,
 * to be named among those that are not read, and so is an entry that is damaged. Rejects with the signal's reason alone.
 */
export async function unpackAll(
  sources: readonly FileSource[],
  { signal, turn, most = mostUnpacked }: UnpackOptions = {},
): Promise<readonly FileSource[]> {
  const budget: Budget = { left: most };
  const found: FileSource[] = [];
  const pace = createPace(turn);
  const rest = async (): Promise<void> => {
    signal?.throwIfAborted();
    if (pace.isDue()) await pace.turn();
  };
  for (const source of sources) {
    const before = budget.left;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other is what bounds the memory
      found.push(...(await unpackOne(source, budget, rest, signal)));
    } catch {
      signal?.throwIfAborted();
      budget.left = before;
      found.push(source);
    }
  }
  return found;
}

async function unpackOne(
  source: FileSource,
  budget: Budget,
  rest: () => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<readonly FileSource[]> {
  const start = await source.read(0, Math.min(4, source.size));
  if (isGzip(start)) {
    const size = await gzipSize(source);
    if (size > Math.min(budget.left, Math.max(source.size, 4096) * mostTimes)) throw new NotUnpacked();
    const packed = packedPieces(source, 0, source.size);
    // Its checksum is the inflater's own to compare.
    const bytes = await gathered(packed.pipeThrough(new DecompressionStream('gzip')), { size }, rest);
    budget.left -= bytes.length;
    return [inMemory(source, source.path.replace(/\.gz(?:ip)?$/i, ''), bytes)];
  }
  if (!isZip(start)) return [source];
  const entries = await zipDirectory(source);
  // An entry that nobody has the password of is all the same a part of what was opened: the whole is named.
  if (entries === undefined || entries.length === 0 || entries.some(({ isEncrypted }) => isEncrypted))
    return [source];
  // Before anything is unpacked: what it says of itself.
  if (entries.reduce((sum, { size }) => sum + size, 0) > budget.left) return [source];
  // Together they are longer than the file: they lie over each other, and one stretch would be inflated once for each.
  if (entries.reduce((sum, { packedSize }) => sum + packedSize, 0) > source.size) return [source];
  const files: FileSource[] = [];
  const names = new Map<string, number>();
  for (const entry of entries) {
    const times = (names.get(entry.name) ?? 0) + 1;
    names.set(entry.name, times);
    const path = `${source.path}/${entry.name}${times > 1 ? ` (${times})` : ''}`;
    try {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await rest();
      // oxlint-disable-next-line no-await-in-loop -- as above
      const bytes = await unpackEntry(source, entry, budget, rest);
      budget.left -= bytes.length;
      files.push(inMemory(source, path, bytes));
    } catch {
      signal?.throwIfAborted();
      files.push(inMemory(source, path, stillPacked));
    }
  }
  return files;
}

async function unpackEntry(
  source: FileSource,
  { at, packedSize, size, crc, method }: ZipEntry,
  budget: Budget,
  rest: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (method !== 0 && method !== 8) throw new NotUnpacked();
  if (size > budget.left || size > Math.max(packedSize, 4096) * mostTimes) throw new NotUnpacked();
  if (at + 30 > source.size) throw new NotUnpacked();
  const header = await source.read(at, at + 30);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const start = at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (view.getUint32(0, true) !== 0x04034b50 || start + packedSize > source.size) throw new NotUnpacked();
  const packed = packedPieces(source, start, start + packedSize);
  const plain = method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  return gathered(plain, { size, crc }, rest);
}

type Bytes = Uint8Array<ArrayBuffer>;

/** What gzip says that is in it (RFC 1952 §2.3.1, ISIZE): its last four bytes. One of several parts no browser unpacks. */
async function gzipSize(source: FileSource): Promise<number> {
  // A header and a trailer.
  if (source.size < 18) throw new NotUnpacked();
  const { buffer, byteOffset } = await source.read(source.size - 4, source.size);
  return new DataView(buffer, byteOffset, 4).getUint32(0, true);
}

function packedPieces(source: FileSource, start: number, end: number): ReadableStream<Bytes> {
  let at = start;
  let held: Bytes = new Uint8Array();
  return new ReadableStream<Bytes>({
    async pull(controller) {
      if (held.length === 0) {
        if (at >= end) return controller.close();
        held = await source.read(at, Math.min(at + pieceSize, end));
        if (held.length === 0) throw new NotUnpacked();
        at += held.length;
      }
      controller.enqueue(held.subarray(0, fedSize));
      held = held.subarray(fedSize);
    },
  });
}

interface Named {
  readonly size: number;
  readonly crc?: number;
}

/**
 * All of a stream, in one piece of memory as long as was named. Rejects as soon as more than that comes, and where it is
 * less or has another checksum in the end.
 */
async function gathered(
  stream: ReadableStream<Uint8Array>,
  { size, crc }: Named,
  rest: () => Promise<void>,
): Promise<Bytes> {
  const whole = new Uint8Array(size);
  let length = 0;
  let sum = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one piece after the other
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > size) throw new NotUnpacked();
      whole.set(value, length);
      length += value.length;
      if (crc !== undefined) sum = crc32(value, sum);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await rest();
    }
    if (length !== size || (crc !== undefined && sum !== crc)) throw new NotUnpacked();
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
  return whole;
}

function inMemory({ modified }: FileSource, path: string, bytes: Bytes): FileSource {
  return { path, size: bytes.length, modified, read: async (start, end) => bytes.slice(start, end) };
}
