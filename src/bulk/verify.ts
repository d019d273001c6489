/** Whether a folder still holds what was exported into it. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isWanted } from './export-listing.ts';
import { readState } from './export-state.ts';
import { BulkError } from './failure.ts';
import { countNdjson } from './ndjson-count.ts';

export type FileFault = 'missing' | 'not-fetched' | 'changed' | 'count' | 'unknown';

export interface Verified {
  /** Those that were to be fetched. */
  readonly files: number;
  readonly records: number;
  readonly faults: readonly { readonly name: string; readonly fault: FileFault }[];
}

/** Reads every file once. Rejects with `BulkError` (`setup`) where the folder holds no export. */
export async function verifyExport(folder: string): Promise<Verified> {
  const state = await readState(folder);
  if (state === undefined) throw new BulkError({ kind: 'setup', say: `${folder} holds no export.` });
  const faults: { name: string; fault: FileFault }[] = [];
  let records = 0;
  const wanted = state.files.filter((file) => isWanted(state, file));
  for (const { name, done, promised } of wanted) {
    if (done === undefined) {
      faults.push({ name, fault: 'not-fetched' });
      continue;
    }
    const count = countNdjson();
    try {
      // oxlint-disable-next-line no-await-in-loop -- the disk is read once, from front to back
      for await (const chunk of createReadStream(join(folder, name), { highWaterMark: 1 << 20 }))
        count.add(chunk as Buffer);
    } catch {
      faults.push({ name, fault: 'missing' });
      continue;
    }
    const facts = count.facts();
    records += facts.count;
    if (facts.sha256 !== done.sha256) faults.push({ name, fault: 'changed' });
    else if (promised !== undefined && promised !== facts.count) faults.push({ name, fault: 'count' });
  }
  const known = new Set(state.files.map(({ name }) => name));
  const there = await readdir(folder, { recursive: true });
  for (const name of there.filter((each) => /\.ndjson(\.part)?$/.test(each) && !known.has(each)))
    faults.push({ name, fault: 'unknown' });
  return { files: wanted.length, records, faults };
}
