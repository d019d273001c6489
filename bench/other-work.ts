/** What else a machine does while something is measured: without that, a figure from a shared machine says little (Linux). */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** The kernel's unit in `/proc`: hundredths of a second on every Linux that Node is built for. */
const tick = 100;

const numbers = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number);
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Seconds of processor time of the whole machine so far, that which it did not get from its host among them. */
function machineSeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0, steal = 0] = numbers(
    line.replace('cpu', ''),
  );
  return (user + nice + system + interrupts + soft + steal) / tick;
}

/** Seconds that a process has used so far; with those of its children that have ended, if so asked. */
function processSeconds(pid: number | 'self', withEnded: boolean): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold anything: the state is the 3rd field; times are the 14th to 17th.
  const fields = numbers(text.slice(text.lastIndexOf(')') + 2));
  return sum(fields.slice(11, withEnded ? 15 : 13)) / tick;
}

export interface Work {
  /** Seconds of processor time that this program's ended children took. */
  readonly own: number;
  /** Of all the processor time that there was, the share that others took, in per cent. */
  readonly others: number;
}

const unknown: Work = { own: Number.NaN, others: Number.NaN };

/** Runs `what` and tells what it and what others took meanwhile; `beside`: a process that serves it. NaN off Linux. */
export async function watched<T>(
  beside: number,
  what: () => Promise<T>,
): Promise<{ readonly result: T; readonly work: Work }> {
  const now = () => ({
    at: performance.now() / 1000,
    machine: machineSeconds(),
    all: processSeconds('self', true) + processSeconds(beside, false),
    ended: processSeconds('self', true) - processSeconds('self', false),
  });
  if (process.platform !== 'linux') return { result: await what(), work: unknown };
  const before = now();
  const result = await what();
  const after = now();
  const others = after.machine - before.machine - (after.all - before.all);
  const there = (after.at - before.at) * availableParallelism();
  return { result, work: { own: after.ended - before.ended, others: Math.max(0, (100 * others) / there) } };
}
