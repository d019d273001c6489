/** One command at a time works in an export's folder: two would write into the same files. */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { diskFailure } from './disk-failure.ts';
import { BulkError } from './failure.ts';

export const lockName = 'export.lock';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, where the system tells: a number of a dead process is given to another one. */
  readonly began: string | undefined;
}

/** Clock ticks from the machine's start to the process's (Linux: proc(5), field 22). */
function beginningOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name and may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one all the same.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return began === undefined || beginningOf(pid) === began;
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host, began } = JSON.parse(text) as Partial<Record<string, unknown>>;
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined;
    return { pid, host, began: typeof began === 'string' ? began : undefined };
  } catch {
    return undefined;
  }
}

/** Somebody else holds it. */
class InUse extends BulkError {}

function inUse(path: string, holder: Holder | undefined): InUse {
  const who =
    holder === undefined ? 'another command' : `another command (process ${holder.pid} on ${holder.host})`;
  return new InUse({
    kind: 'setup',
    say: `In ${dirname(path)} ${who} is at work. Wait for it; where none runs any more, delete ${path}.`,
  });
}

/** Milliseconds for which a lock may be empty: between its making and what is written into it nothing is waited for. */
const mostEmpty = 10_000;

/** True where the lock was a dead process's and is out of the way. */
async function takeAway(path: string): Promise<boolean> {
  let text: string;
  let age: number;
  try {
    text = await readFile(path, 'utf8');
    age = Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw inUse(path, undefined);
  }
  // Whoever made it was killed before writing into it.
  const isLeft = text === '' && age > mostEmpty;
  const holder = holderIn(text);
  const isHeld = holder === undefined || holder.host !== hostname() || isAlive(holder);
  if (isHeld && !isLeft) throw inUse(path, holder);
  const aside = `${path}.${randomUUID()}`;
  // Only one of those who find it moves it; whoever was too late may have moved the new one, and puts it back.
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && moved !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return moved === text;
}

/** Unlocks what is still one's own: whoever was told to delete the lock, and did, may have given it to another command. */
function unlock(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') !== text) return;
  } catch {
    // Not there any more, or not to be read: nothing of ours.
    return;
  }
  rmSync(path, { force: true });
}

async function lock(path: string): Promise<() => void> {
  const { pid } = process;
  const text = `${JSON.stringify({ pid, host: hostname(), began: beginningOf(pid), key: randomUUID() })}\n`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- again once what lay there is gone
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
      return () => unlock(path, text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskFailure(path, error);
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (!(await takeAway(path)) || attempt > 2) throw inUse(path, undefined);
    }
  }
}

/**
 * Locks a folder that is there; resolves with what unlocks it. A lock that a killed command left is taken over. Rejects
 * with `BulkError` (`setup`) where another command holds it, or nothing can be written.
 */
export function lockFolder(folder: string): Promise<() => void> {
  return lock(join(folder, lockName));
}

/**
 * Locks a file that is held for a moment at a time, by `….lock` beside it; whoever finds it held waits, for five seconds
 * unless told otherwise. Rejects as `lockFolder` does.
 */
export async function lockFile(file: string, { times = 250, every = 20 } = {}): Promise<() => void> {
  for (let left = times; ; left -= 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- until whoever holds it is through
      return await lock(`${file}.lock`);
    } catch (error) {
      if (!(error instanceof InUse) || left <= 0) throw error;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await setTimeout(every);
    }
  }
}
