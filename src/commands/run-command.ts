import { startUsage, UsageError } from './options.ts';

/** Runs a command; whatever stops it is said in a sentence, without a stack, and ends the process with 1. */
export function runCommand(main: () => Promise<void>, usage: string = startUsage): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(`\n${usage}`);
    process.exit(1);
  });
}
