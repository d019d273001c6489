import * as fc from 'fast-check';
import { cutDown } from './cut-down.ts';
import type { Subject } from './subject.ts';

/** One way in which a kind broke. */
export interface Crash {
  readonly sentence: string;
  readonly stack: string;
  /** The least input that breaks it so, as JSON. */
  readonly input: string;
}

export interface Ran {
  readonly runs: number;
  readonly crashes: readonly Crash[];
  /** Milliseconds of the slowest case, and its number. */
  readonly slowest: number;
  readonly slowestCase: number;
}

/** Cases are made so many at a time: a seed gives the same case under the same number, however many are run. */
const chunk = 20;

/** No case needs a hundredth of this; one that takes it does work without bound. */
const longestCase = 15_000;

/** Different ways of breaking that are followed up; beyond, a kind is broken through and through. */
const mostCrashes = 5;

function casesOf({ cases }: Subject, seed: number, at: number): readonly unknown[] {
  // oxlint-disable-next-line unicorn/no-array-method-this-argument -- fast-check's, not an array's
  return fc.sample(cases, { seed: seed + at, numRuns: chunk });
}

/** The case of that number, as JSON. */
export function caseText(subject: Subject, seed: number, number: number): string {
  const at = number - (number % chunk);
  return JSON.stringify(casesOf(subject, seed, at)[number - at]);
}

/** What tells one way of breaking from another: the sentence without its figures, and where it was thrown. */
function markOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /\n\s+at .*/.exec(error.stack ?? '')?.[0] ?? '';
  return `${error.name}: ${error.message.slice(0, 80).replaceAll(/[\d"].*/g, '')}${place}`;
}

async function failureOf({ holds }: Subject, input: unknown): Promise<unknown> {
  const started = performance.now();
  try {
    await holds(input);
  } catch (error) {
    return error ?? new Error('Nothing was thrown.');
  }
  const took = performance.now() - started;
  return took > longestCase ? new Error(`The case took ${Math.round(took / 1000)} seconds.`) : undefined;
}

/**
 * Runs so many mutants of a kind.
 * @param onCase is told the number of each case before it runs, for whoever watches for a hung loop
 */
export async function runSubject(
  subject: Subject,
  options: { readonly runs: number; readonly seed: number; readonly onCase?: (number: number) => void },
): Promise<Ran> {
  const { seed, onCase = () => undefined } = options;
  const most = Math.ceil(options.runs / subject.batch);
  const crashes = new Map<string, Crash>();
  let number = 0;
  let slowest = 0;
  let slowestCase = 0;
  for (let at = 0; at < most && crashes.size < mostCrashes; at += chunk) {
    for (const input of casesOf(subject, seed, at)) {
      if (number >= most) break;
      onCase(number);
      number += 1;
      // A copy: what a case leaves behind in its input must not be in the reproduction.
      const started = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a hung one is known by its number
      const error = await failureOf(subject, structuredClone(input));
      const took = performance.now() - started;
      if (took > slowest) [slowest, slowestCase] = [took, number - 1];
      if (error === undefined || crashes.has(markOf(error))) continue;
      const mark = markOf(error);
      const same = async (less: unknown): Promise<boolean> => {
        const again = await failureOf(subject, structuredClone(less)).catch((thrown: unknown) => thrown);
        return again !== undefined && markOf(again) === mark;
      };
      crashes.set(mark, {
        sentence:
          error instanceof Error
            ? `${error.name}: ${error.message}`
            : 'Something that is no error was thrown.',
        stack: error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join('\n') : '',
        // oxlint-disable-next-line no-await-in-loop -- as above
        input: JSON.stringify(await cutDown(input, same)),
      });
    }
  }
  return { runs: number * subject.batch, crashes: [...crashes.values()], slowest, slowestCase };
}
