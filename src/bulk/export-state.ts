/**
 * What an export folder knows of itself (`export.json`): enough to go on after a crash, and nothing that opens a door:
 * no token, no key, and none of the manifest's addresses, which may be signed: fingerprints alone. They are asked for again.
 */
import { chmod, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { diskFailure } from './disk-failure.ts';
import { BulkError } from './failure.ts';
import { lockName } from './folder-lock.ts';
import type { ExportRequest } from './job.ts';

const facts = v.object({ bytes: v.number(), sha256: v.string(), count: v.number() });
const file = v.object({
  /** Below the folder. */
  name: v.pipe(v.string(), v.regex(/^(errors\/)?[A-Z][A-Za-z]*\.\d{3,}\.ndjson$/)),
  type: v.string(),
  /** Records that the manifest promised. */
  promised: v.optional(v.number()),
  /** Fingerprints of the address it was listed with: all of it, and without its query. */
  address: v.optional(v.object({ whole: v.string(), path: v.string() })),
  done: v.optional(facts),
});
const schema = v.object({
  version: v.literal(1),
  server: v.string(),
  request: v.object({
    of: v.union([
      v.object({ kind: v.literal('group'), id: v.string() }),
      v.object({ kind: v.picklist(['patients', 'system']) }),
    ]),
    types: v.array(v.string()),
    since: v.optional(v.string()),
  }),
  begunAt: v.string(),
  /** Below the server's base; not there before the server has answered. */
  statusUrl: v.optional(v.string()),
  /** The server took no parameters. */
  isBare: v.boolean(),
  transactionTime: v.optional(v.string()),
  /** Until when the server keeps the files, where it says so. */
  expires: v.optional(v.string()),
  files: v.array(file),
  /** `asking`: the server was, or was to be, asked for it, and no answer came. */
  phase: v.picklist(['asking', 'preparing', 'fetching', 'fetched', 'done', 'cancelled']),
  /** Whether the server has deleted its copy: known once it is done. */
  isDeleted: v.optional(v.boolean()),
});

export type ExportState = v.InferOutput<typeof schema>;
export type StateFile = ExportState['files'][number];

export const stateName = 'export.json';

/** The state in a folder; undefined where none lies there. Rejects with `BulkError` (`setup`) where it cannot be read. */
export async function readState(folder: string): Promise<ExportState | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, stateName), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new BulkError({
      kind: 'setup',
      say: `${stateName} in ${folder} cannot be read (${code ?? 'unknown'}).`,
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const read = v.safeParse(schema, json);
  if (!read.success)
    throw new BulkError({
      kind: 'setup',
      say: `${stateName} in ${folder} is damaged. Begin again with another folder.`,
    });
  return read.output;
}

/**
 * Replaces the state as a whole: after a crash the old one or the new one lies there, never half of one. Rejects with
 * `BulkError` (`setup`): the disk.
 */
export async function writeState(folder: string, state: ExportState): Promise<void> {
  const path = join(folder, stateName);
  try {
    const handle = await open(`${path}.new`, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(state, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.new`, path);
  } catch (error) {
    throw diskFailure(path, error);
  }
}

/** What a run that was killed at its very beginning leaves: nothing of anybody else's. */
const leftBehind = new RegExp(`^(${stateName.replace('.', '\\.')}\\.new|${lockName.replace('.', '\\.')}.*)$`);

/**
 * Makes the folder, for its owner alone. Rejects with `BulkError` (`setup`) where something lies in it already: such a
 * folder is left as it is.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const inside = await readdir(folder);
    if (inside.every((name) => leftBehind.test(name))) {
      await chmod(folder, 0o700);
      return;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new BulkError({
      kind: 'setup',
      say: `The folder ${folder} cannot be made (${code ?? 'unknown'}).`,
    });
  }
  throw new BulkError({
    kind: 'setup',
    say: `The folder ${folder} is not empty. Name a new one, or that of an export to go on with.`,
  });
}

/** Whether two requests ask for the same. */
export function isSameRequest(a: ExportRequest, b: ExportRequest): boolean {
  const plain = ({ of, types, since }: ExportRequest): string =>
    JSON.stringify([of.kind, of.kind === 'group' ? of.id : '', types.toSorted(), since ?? '']);
  return plain(a) === plain(b);
}

/** Whether every file that is wanted is here. */
export function isComplete({ phase }: ExportState): boolean {
  return phase === 'fetched' || phase === 'done';
}
