/**
 * When whose records were last asked for: NextGen allows one request per patient per week. Servers' addresses, times and
 * group ids alone.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BulkServer } from './bulk-config.ts';
import { diskFailure } from './disk-failure.ts';
import { BulkError } from './failure.ts';
import { lockFile } from './folder-lock.ts';
import type { ExportRequest } from './job.ts';

const day = 86_400_000;

/** `$XDG_STATE_HOME/chartside/bulk-exports.json`, below `~/.local/state` where that is not set. */
export function ledgerPath(environment: NodeJS.ProcessEnv): string {
  const { XDG_STATE_HOME: state } = environment;
  return join(
    state && state.startsWith('/') ? state : join(homedir(), '.local/state'),
    'chartside/bulk-exports.json',
  );
}

/** What is noted; undefined where what lies there cannot be read as that. */
async function read(path: string): Promise<Readonly<Record<string, number>> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? {} : undefined;
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
    const entries = Object.entries(json as Record<string, unknown>);
    const noted = entries.filter((each): each is [string, number] => typeof each[1] === 'number');
    return noted.length === entries.length ? Object.fromEntries(noted) : undefined;
  } catch {
    return undefined;
  }
}

/** By address: an entry that is called otherwise is the same server. */
function keyOf({ base }: BulkServer, { of }: ExportRequest): string {
  return `${base} ${of.kind}${of.kind === 'group' ? ` ${of.id}` : ''}`;
}

/** Of entries by a server's name too, as they were written before. */
const isOf = ({ id, base }: BulkServer, key: string): boolean =>
  key.startsWith(`${base} `) || key.startsWith(`${id} `);

/**
 * Rejects with `BulkError`: `too-soon` where this server was asked for any export too short a time ago, for one group's
 * patients may be another's too, and all of them are the practice's; `setup` where what was noted cannot be read.
 */
export async function checkLedger(path: string, server: BulkServer, now: number): Promise<void> {
  const days = server.daysBetweenExports;
  if (days === 0) return;
  const noted = await read(path);
  if (noted === undefined)
    throw new BulkError({
      kind: 'setup',
      say:
        `${path} cannot be read: it says when exports were last asked for, and NextGen allows one request per patient ` +
        'per week. If a week has passed for certain, add --again; the file is then put aside.',
    });
  const times = Object.entries(noted).flatMap(([key, time]) => (isOf(server, key) ? [time] : []));
  const last = Math.max(...times);
  if (now - last < days * day) throw new BulkError({ kind: 'too-soon', last, days });
}

async function write(path: string, entries: Readonly<Record<string, number>>): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(entries, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** One command at a time reads and writes it, whatever folder its export goes to. */
async function alone<Of>(path: string, work: () => Promise<Of>): Promise<Of> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw diskFailure(path, error);
  });
  const unlock = await lockFile(path);
  try {
    return await work();
  } finally {
    unlock();
  }
}

export interface Asking {
  readonly now: number;
  /** Ask although the same was asked for inside the week. */
  readonly again: boolean;
}

/**
 * Checks and notes that it is asked for now, as one step: of two commands that ask at once, one is told `too-soon`. A file
 * that cannot be read is kept beside it as `.damaged` where it is asked `again`. Resolves with what takes the note back,
 * after a request of which the server has nothing; what another command has noted meanwhile stays. Rejects as
 * `checkLedger` does, and with `setup` where another command holds the ledger for long.
 */
export async function noteInLedger(
  path: string,
  server: BulkServer,
  request: ExportRequest,
  { now, again }: Asking,
): Promise<() => Promise<void>> {
  const key = keyOf(server, request);
  const before = await alone(path, async () => {
    if (!again) await checkLedger(path, server, now);
    const noted = await read(path);
    if (noted === undefined) await rename(path, `${path}.damaged`);
    await write(path, { ...noted, [key]: now });
    return noted?.[key];
  });
  return () =>
    alone(path, async () => {
      const { [key]: last, ...others } = { ...(await read(path)) };
      if (last !== now) return;
      await write(path, before === undefined ? others : { ...others, [key]: before });
    });
}
