/** What a zip file says is in it: its central directory (PKWARE APPNOTE 6.3). No byte of what is packed is read. */
import type { FileSource } from './source.ts';

export interface ZipEntry {
  /** Without `..` and the like: a name, not a way out of the folder. */
  readonly name: string;
  /** Where its local header begins. */
  readonly at: number;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  /** 0: stored, 8: deflate; nothing else is read. */
  readonly method: number;
  readonly isEncrypted: boolean;
}

/** More than any export has. */
export const mostEntries = 20_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record and the longest comment that may follow it. */
const endStretch = 22 + 0xffff;
const longestDirectory = 16 * 1024 * 1024;
const none = 0xffffffff;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/**
 * Undefined where the file is no zip that can be read: cut off, of several disks, with more entries than are taken, or than
 * it says that there are. Left out are empty folders' names and what a system put there for itself, and nothing else.
 */
export async function zipDirectory(source: FileSource): Promise<readonly ZipEntry[] | undefined> {
  const from = Math.max(0, source.size - endStretch);
  const tail = viewOf(await source.read(from, source.size));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) return undefined;
  const count = tail.getUint16(end + 10, true);
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  const isOneDisk = tail.getUint16(end + 4, true) === 0 && tail.getUint16(end + 8, true) === count;
  if (!isOneDisk || count > mostEntries || length > longestDirectory || start + length > source.size)
    return undefined;
  const bytes = await source.read(start, start + length);
  const directory = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > length || directory.getUint32(at, true) !== entrySignature) return undefined;
    const flags = directory.getUint16(at + 8, true);
    const nameLength = directory.getUint16(at + 28, true);
    const extraLength = directory.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + directory.getUint16(at + 32, true);
    if (next > length) return undefined;
    const sizes = [24, 20, 42].map((place) => directory.getUint32(at + place, true));
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size = none, packedSize = none, offset = none] = longSizes(sizes, viewOf(extra));
    // Nothing, deflated, is two bytes.
    const isEmpty = size === 0 && packedSize <= 2;
    const sent = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const name = plainName(sent, isEmpty);
    if (name !== undefined)
      entries.push({
        name,
        at: offset,
        packedSize,
        size,
        crc: directory.getUint32(at + 16, true),
        method: directory.getUint16(at + 10, true),
        isEncrypted: (flags & 1) === 1,
      });
    at = next;
  }
  // A count that leaves some out would hide them.
  return at === length ? entries : undefined;
}

/** Sizes that say that they stand in the entry's zip64 field (APPNOTE 4.5.3), from there. */
function longSizes(sizes: readonly number[], extra: DataView): readonly number[] {
  if (!sizes.includes(none)) return sizes;
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const end = at + 4 + extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1 && end <= extra.byteLength) {
      let place = at + 4;
      return sizes.map((size) => {
        if (size !== none || place + 8 > end) return size;
        place += 8;
        return Number(extra.getBigUint64(place - 8, true));
      });
    }
    at = end;
  }
  return sizes;
}

/** What Finder and its like leave beside everything. */
const systems = /^(?:__MACOSX|\.DS_Store|\._.*)$/;

/** Undefined for a folder, an empty file that is hidden, and what a system put there for itself. */
function plainName(sent: string, isEmpty: boolean): string | undefined {
  const parts = sent.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts.some((part) => systems.test(part))) return undefined;
  const isFolder = /[\\/]$/.test(sent) || parts.length === 0;
  if (isEmpty && (isFolder || parts.some((part) => part.startsWith('.')))) return undefined;
  return parts.join('/') || '_';
}
