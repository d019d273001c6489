/** For tests: the bulk command with a configuration, keys and a state of its own, against the sandbox's bulk server. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testKeys } from '#bulk/bulk-fixture.ts';
import { startBulkSandbox, type BulkSandbox } from '#sandbox/bulk/start-bulk.ts';
import { bulk } from './bulk.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface BulkCommand {
  readonly sandbox: BulkSandbox;
  /** Holds `config.json`, `keys.json`, and what the runs write. */
  readonly folder: string;
  /** Runs a command line against the sandbox. */
  run(...argv: readonly string[]): Promise<Ran>;
  /** The same, with a signal that may end it. */
  runUntil(signal: AbortSignal, ...argv: readonly string[]): Promise<Ran>;
  /** The same, with other keys. */
  runWith(keys: string, ...argv: readonly string[]): Promise<Ran>;
  stop(): Promise<void>;
}

/** @param server what its entry in the configuration says otherwise; @param madeUp how many patients the server has beside its own */
export async function startBulkCommand(
  server: Readonly<Record<string, unknown>> = {},
  madeUp?: number,
): Promise<BulkCommand> {
  const sandbox = await startBulkSandbox({
    keys: testKeys.public as never,
    ...(madeUp !== undefined && { madeUp }),
  });
  Object.assign(sandbox.settings, { pollsUntilDone: 0, retryAfter: 0 });
  const folder = await mkdtemp(join(tmpdir(), 'chartside-command-'));
  const [keys, config] = [join(folder, 'keys.json'), join(folder, 'config.json')];
  await writeFile(keys, JSON.stringify(testKeys.private));
  await chmod(keys, 0o600);
  const entry = {
    id: 'test',
    label: 'Test',
    base: sandbox.base,
    tokenEndpoint: sandbox.tokenEndpoint,
    clientId: 'chartside-sandbox-bulk',
    scope: 'system/*.read',
    ...server,
  };
  await writeFile(config, JSON.stringify({ servers: [entry] }));
  const start = async (own: string, signal: AbortSignal, argv: readonly string[]): Promise<Ran> => {
    let out = '';
    let err = '';
    const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    const whom = ['--config', config, '--server', 'test', '--keys', own];
    const exit = await bulk([...argv, ...whom], streams, { XDG_STATE_HOME: folder }, signal);
    return { exit, out, err };
  };
  return {
    sandbox,
    folder,
    runUntil: (signal, ...argv) => start(keys, signal, argv),
    run: (...argv) => start(keys, new AbortController().signal, argv),
    runWith: (own, ...argv) => start(own, new AbortController().signal, argv),
    async stop() {
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
