import type { BulkOptions } from './bulk-options.ts';
import type { ProgressStream } from './bulk-progress.ts';
import { UsageError } from './options.ts';

/** What a word of `npm run bulk` has to say. */
export interface Told {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly exit?: number;
  /** In place of `lines`: text that is passed on as it comes, for it may be long. */
  readonly stream?: AsyncIterable<string>;
  /** For people, beside the answer and not in it. */
  readonly notes?: readonly string[];
}

export type Verb = (options: BulkOptions, signal: AbortSignal, progress: ProgressStream) => Promise<Told>;

export function need(value: string | undefined, say: string): string {
  if (value === undefined || value === '') throw new UsageError(say);
  return value;
}
