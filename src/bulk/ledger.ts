/**
 * When whose records were last asked for: NextGen allows one request per patient per week. Servers' addresses, times and
 * group ids alone.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BulkServer } from './bulk-config.ts';
import { BulkError } from './failure.ts';
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

/** Notes that it was asked for now. A file that cannot be read is kept beside it as `.damaged`. */
export async function noteInLedger(
  path: string,
  server: BulkServer,
  request: ExportRequest,
  now: number,
): Promise<void> {
  const noted = await read(path);
  if (noted === undefined) await rename(path, `${path}.damaged`);
  const entries = { ...noted, [keyOf(server, request)]: now };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, `${JSON.stringify(entries, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** When the same was asked for last; undefined where that is not noted. */
export async function lastInLedger(
  path: string,
  server: BulkServer,
  request: ExportRequest,
): Promise<number | undefined> {
  const noted: Readonly<Record<string, number>> = { ...(await read(path)) };
  return noted[keyOf(server, request)];
}

/** Puts back what was noted before a request of which the server would have nothing. */
export async function putBackInLedger(
  path: string,
  server: BulkServer,
  request: ExportRequest,
  before: number | undefined,
): Promise<void> {
  if (before !== undefined) return noteInLedger(path, server, request, before);
  const { [keyOf(server, request)]: _refused, ...others } = { ...(await read(path)) };
  await writeFile(`${path}.new`, `${JSON.stringify(others, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
