/** `npm run bulk -- …`: a practice's records by NextGen Office's bulk API (docs/bulk.md). */
import { BulkError, exitCodeOf, exitCodes } from '#bulk/failure.ts';
import { UsageError } from './options.ts';
import { bulkOptions, bulkUsage } from './bulk-options.ts';
import type { ProgressStream } from './bulk-progress.ts';
import { bulkVerbs } from './bulk-verbs.ts';

interface Streams {
  readonly out: (text: string) => void | Promise<void>;
  readonly err: (text: string) => void;
  /** `err`, where nothing else is said. */
  readonly progress?: ProgressStream;
}

/** What a server calls its groups, and what DuckDB repeats of a cell, is a stranger's text: no control characters reach a terminal. */
const plain = (line: string): string => `${line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')}\n`;

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Runs one command line; resolves with the exit code, and never rejects. */
export async function bulk(
  argv: readonly string[],
  { out, err, progress = { write: err } }: Streams,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<number> {
  const wantsJson = argv.includes('--json');
  try {
    const options = bulkOptions(argv, environment);
    if (options === 'help') {
      await out(wantsJson ? asJson({ usage: bulkUsage }) : bulkUsage);
      return exitCodes.done;
    }
    const verb = Object.hasOwn(bulkVerbs, options.verb) ? bulkVerbs[options.verb] : undefined;
    if (verb === undefined) throw new UsageError(`There is no command "${options.verb}".`);
    const { json, lines, exit = exitCodes.done, stream, notes = [] } = await verb(options, signal, progress);
    if (stream === undefined) await out(options.json ? asJson(json) : lines.map(plain).join(''));
    else {
      for await (const text of stream) await out(text);
    }
    if (notes.length > 0) err(notes.map(plain).join(''));
    return exit;
  } catch (error) {
    const say = error instanceof Error ? error.message : String(error);
    const told = say.split('\n').map(plain).join('');
    // For a machine always one object: what it may act on (`retryAfter`, `last`, `ids`) is a member of its own.
    const failure =
      error instanceof BulkError
        ? error.failure
        : { kind: error instanceof UsageError ? 'usage' : 'unexpected' };
    if (wantsJson) await out(asJson({ error: { ...failure, say } }));
    if (error instanceof BulkError) {
      err(told);
      return exitCodeOf(error.failure);
    }
    err(told);
    if (!(error instanceof UsageError)) return exitCodes.failed;
    err(`\n${bulkUsage}`);
    return exitCodes.usage;
  }
}

/** Waits until whoever reads has taken it: an answer may be larger than memory. */
function writeOut(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(text, () => done()));
}

/** The command line of `npm run bulk`: sets the process's exit code. */
export async function bulkCommand(argv: readonly string[]): Promise<void> {
  // Whoever reads may have seen enough ("| head").
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const stop = new AbortController();
  // The first asks to stop in good order; the second does not wait for that.
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  process.exitCode = await bulk(
    argv,
    { out: writeOut, err: (text) => process.stderr.write(text), progress: process.stderr },
    process.env,
    stop.signal,
  );
}

if (import.meta.main) await bulkCommand(process.argv.slice(2));
