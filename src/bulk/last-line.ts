import { open } from 'node:fs/promises';
import { diskFailure } from './disk-failure.ts';
import type { LastLine } from './ndjson-count.ts';

/** A line that is longer is looked at from behind alone: memory has its bounds, records have none. */
const longest = 8 * 1024 * 1024;

/**
 * Whether the last record in a file of NDJSON is there to its end. A line that breaks is not always told from a body's
 * end; what it leaves of a record is. Rejects with `BulkError` (`setup`) where the file cannot be read.
 */
export async function hasWholeEnd(path: string, line: LastLine | undefined): Promise<boolean> {
  if (line === undefined) return true;
  const length = Math.min(line.to - line.from, longest);
  const bytes = Buffer.alloc(length);
  try {
    const handle = await open(path, 'r');
    try {
      await handle.read(bytes, 0, length, line.to - length);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw diskFailure(path, error);
  }
  const text = bytes.toString('utf8').trimEnd();
  if (!text.endsWith('}')) return false;
  if (length < line.to - line.from) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
