import { parseArgs } from 'node:util';
import { UsageError } from './options.ts';

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** Undefined: all of them. */
  readonly kinds: readonly string[] | undefined;
}

export const fuzzUsage = `npm run fuzz -- [options]

  --runs N      mutants of each kind (10000)
  --seed N      the same mutants as another time (made up and printed)
  --kind NAME   only this kind; may be repeated
  --help        this text
`;

function whole(name: string, value: string, most: number): number {
  const number = Number(value);
  if (!/^\d{1,10}$/.test(value) || number > most)
    throw new UsageError(`${name} takes a whole number up to ${most}, not "${value}".`);
  return number;
}

/** Reads the command line. `help` is asked for by name; anything unknown throws `UsageError`. */
export function fuzzOptions(argv: readonly string[]): FuzzOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        runs: { type: 'string', default: '10000' },
        seed: { type: 'string' },
        kind: { type: 'string', multiple: true },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return 'help';
  return {
    runs: whole('--runs', values.runs, 10_000_000),
    seed:
      values.seed === undefined ? Date.now() % 1_000_000_000 : whole('--seed', values.seed, 1_000_000_000),
    kinds: values.kind,
  };
}
