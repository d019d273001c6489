/** When whose records were last asked for: NextGen allows one request per patient per week. Times and group ids alone. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BulkServer } from './bulk-config.ts';
import { BulkError } from './failure.ts';
import type { ExportRequest } from './job.ts';

const day = 86_400_000;

/** `$XDG_STATE_HOME/chartside/bulk-exports.json`, below `~/.local/state` where that is not set. */
export function ledgerPath(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_STATE_HOME: state } = environment;
  return join(
    state && state.startsWith('/') ? state : join(homedir(), '.local/state'),
    'chartside/bulk-exports.json',
  );
}

async function read(path: string): Promise<Record<string, number>> {
  try {
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    const entries = Object.entries(json as Record<string, unknown>);
    return Object.fromEntries(
      entries.filter((each): each is [string, number] => typeof each[1] === 'number'),
    );
  } catch {
    return {};
  }
}

function keyOf({ id }: BulkServer, { of }: ExportRequest): string {
  return `${id} ${of.kind}${of.kind === 'group' ? ` ${of.id}` : ''}`;
}

/** Rejects with `BulkError` (`too-soon`) where the same was asked for too short a time ago. */
export async function checkLedger(
  path: string,
  server: BulkServer,
  request: ExportRequest,
  now: number,
): Promise<void> {
  const last = (await read(path))[keyOf(server, request)];
  if (last !== undefined && now - last < server.daysBetweenExports * day)
    throw new BulkError({ kind: 'too-soon', last });
}

/** Notes that it was asked for now. */
export async function noteInLedger(
  path: string,
  server: BulkServer,
  request: ExportRequest,
  now: number,
): Promise<void> {
  const entries = { ...(await read(path)), [keyOf(server, request)]: now };
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
