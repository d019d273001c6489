/** `npx chartside COMMAND …`: the built commands under one name (`chartside.mjs` looks first whether they can run here). */
import { UsageError } from './options.ts';
import { runCommand } from './run-command.ts';

const usage = `npx chartside COMMAND [options]

  start      the app with the made-up EHR beside it, to try everything
  serve      the app for a practice, with the token broker
  register   what NextGen wants to be sent, and whether it answers as it should
  bulk       a whole practice's records
  open       an export, a FHIR Bundle or a C-CDA document, in the chart

"npx chartside COMMAND --help" says more of each.
`;

/** Each is loaded when it is asked for: serving an app needs nothing of the sandbox. */
const commands: Readonly<Record<string, () => Promise<(argv: readonly string[]) => Promise<void>>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  register: async () => (await import('./register.ts')).registerCommand,
  bulk: async () => (await import('./bulk.ts')).bulkCommand,
  open: async () => (await import('./open.ts')).openCommand,
};

/** Runs one command line. Rejects with `UsageError` for a command that is not there. */
export async function chartside(argv: readonly string[]): Promise<void> {
  const [name = '--help', ...rest] = argv;
  if (name === '--help' || name === 'help') {
    process.stdout.write(usage);
    return;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`There is no command "${name}".`);
  await (
    await load()
  )(rest);
}

/** The same as a program: a sentence and exit code 1 where it fails. */
export function run(argv: readonly string[]): void {
  runCommand(() => chartside(argv), usage);
}
