/** The OperationOutcomes that came with an export: what could not be exported, in the server's words. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { outcomeWords } from './outcome-words.ts';

export interface ErrorSummary {
  readonly count: number;
  /** Each thing that was said, with how often; the most frequent first, at most twenty. */
  readonly said: readonly { readonly words: string; readonly times: number }[];
}

/** Reads the files line by line; a line that is no OperationOutcome counts all the same. */
export async function readErrors(paths: readonly string[]): Promise<ErrorSummary> {
  const times = new Map<string, number>();
  let count = 0;
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- a file at a time
    for await (const line of createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Infinity,
    })) {
      if (line.trim() === '') continue;
      count += 1;
      const words = outcomeWords(line);
      times.set(words, (times.get(words) ?? 0) + 1);
    }
  }
  const said = [...times].map(([words, n]) => ({ words, times: n })).toSorted((a, b) => b.times - a.times);
  return { count, said: said.slice(0, 20) };
}
