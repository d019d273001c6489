/** Runs kinds one after the other, in a thread that whoever started it can end when a case never does. */
import { parentPort, workerData } from 'node:worker_threads';
import './page-globals.ts';
import type { Crash } from './run-subject.ts';

export interface Work {
  readonly runs: number;
  readonly seed: number;
  readonly kinds: readonly string[] | undefined;
  /** Shared: which case runs, counted up; what does not change is hung. */
  readonly beat: Int32Array;
  /** Only tell what this case of the first kind is. */
  readonly tell?: number;
}

export type Told =
  | { readonly what: 'kinds'; readonly kinds: readonly string[] }
  | { readonly what: 'begun'; readonly kind: string }
  | {
      readonly what: 'ran';
      readonly kind: string;
      readonly runs: number;
      readonly milliseconds: number;
      readonly slowest: number;
      readonly slowestCase: number;
      readonly crashes: readonly Crash[];
    }
  | { readonly what: 'case'; readonly text: string };

const { runs, seed, kinds, beat, tell } = workerData as Work;
const say = (told: Told): void => parentPort?.postMessage(told);

const { subjects } = await import('./subjects.ts');
const { caseText, runSubject } = await import('./run-subject.ts');
const chosen = subjects.filter(({ id }) => kinds === undefined || kinds.includes(id));

if (tell !== undefined) {
  const [subject] = chosen;
  say({ what: 'case', text: subject === undefined ? '' : caseText(subject, seed, tell) });
} else {
  say({ what: 'kinds', kinds: subjects.map(({ id }) => id) });
  for (const subject of chosen) {
    say({ what: 'begun', kind: subject.id });
    const started = performance.now();
    const onCase = (number: number): void => {
      Atomics.store(beat, 0, number);
      Atomics.add(beat, 1, 1);
    };
    // oxlint-disable-next-line no-await-in-loop -- one kind after the other
    const ran = await runSubject(subject, { runs, seed, onCase });
    say({ what: 'ran', kind: subject.id, milliseconds: performance.now() - started, ...ran });
  }
}
