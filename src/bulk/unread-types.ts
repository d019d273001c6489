/** Types of records that a folder holds and no view reads: whoever loads it should not believe that there are none. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ViewDefinition } from '#sql-on-fhir/view-definition.ts';
import type { ExportState } from './export-state.ts';
import { BulkError } from './failure.ts';
import { countNdjson } from './ndjson-count.ts';

export interface UnreadType {
  readonly type: string;
  readonly records: number;
}

async function countRecords(path: string, signal: AbortSignal): Promise<number> {
  const count = countNdjson();
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal }))
      count.add(chunk as Buffer);
  } catch {
    if (signal.aborted) throw new BulkError({ kind: 'interrupted' });
    throw new BulkError({ kind: 'setup', say: `${path} cannot be read.` });
  }
  return count.facts().count;
}

/** An export knows how many records it fetched; the files of any other folder are counted. */
export async function unreadTypes(
  files: ReadonlyMap<string, readonly string[]>,
  views: readonly ViewDefinition[],
  state: ExportState | undefined,
  signal: AbortSignal,
): Promise<readonly UnreadType[]> {
  const fetched = new Map(state?.files.map(({ name, done }) => [name, done?.count]));
  const unread: UnreadType[] = [];
  for (const [type, paths] of files) {
    if (views.some(({ resource }) => resource === type)) continue;
    let records = 0;
    for (const path of paths) {
      // oxlint-disable-next-line no-await-in-loop -- the disk is read once, from front to back
      records += fetched.get(basename(path)) ?? (await countRecords(path, signal));
    }
    if (records > 0) unread.push({ type, records });
  }
  return unread.toSorted((one, other) => one.type.localeCompare(other.type, 'en'));
}
