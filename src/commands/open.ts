/**
 * `npm run open -- DIR|FILE`: an export, a Bundle, a document of this computer in the app, from a server on loopback that
 * nobody else can ask.
 */
import { parseArgs } from 'node:util';
import { securityHeaders } from '#server/headers.ts';
import { openFolder } from '#server/open-folder.ts';
import { createOpenKeys } from '#server/open-keys.ts';
import { createOpenServer } from '#server/open-server.ts';
import { pageWithConfig } from '#server/page.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { stopServer } from '#server/stop-server.ts';
import type { Registry } from '#smart/registry.ts';
import { builtApp } from './built-app.ts';
import { listen } from './listen.ts';
import { UsageError } from './options.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run open -- DIR|FILE [--port N]

  DIR|FILE     an export folder, NDJSON, a FHIR Bundle or record, a C-CDA document
  --port N     the port on 127.0.0.1 (4210; 0 for a free one)
  --help       this text
`;

/** No system: this page asks nobody but its own server. */
const registry: Registry = { systems: [], defaultLaunch: undefined, openFile: 'served' };

export interface OpenRunning {
  readonly url: string;
  /** An address that opens the folder, once. */
  newAddress(): string;
  stop(): Promise<void>;
}

export interface OpenWith {
  readonly target: string;
  readonly port: number;
  /** The built app. */
  readonly build?: string;
}

/** Starts the server. Rejects with `UsageError` where the target or the build is not there. */
export async function startOpen({ target, port, build = builtApp() }: OpenWith): Promise<OpenRunning> {
  const folder = await openFolder(target).catch(() => {
    throw new UsageError(`There is no file or folder ${target} that can be read.`);
  });
  if (folder.files.length === 0) throw new UsageError(`There is no file in ${target}.`);
  const files = await readStaticFiles(build).catch(() => {
    throw new UsageError(`There is no built app in ${build}. Run "npm run build" first.`);
  });
  const page = pageWithConfig(files.get('/index.html')?.body.toString('utf8') ?? '', { ok: true, registry });
  const keys = createOpenKeys();
  const server = createOpenServer({ files, page, headers: securityHeaders(registry), folder, keys });
  const url = `http://127.0.0.1:${await listen(server, '127.0.0.1', port, '--port')}`;
  return {
    url,
    newAddress: () => `${url}/open#key=${keys.newSecret()}`,
    stop: () => stopServer(server, 1000),
  };
}

function readArguments(argv: readonly string[]): { readonly target: string; readonly port: number } | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { port: { type: 'string', default: '4210' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return 'help';
    const [target, ...others] = positionals;
    if (target === undefined || others.length > 0) throw new UsageError('Name one file or folder.');
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      throw new UsageError(`--port takes a port number, not "${values.port}".`);
    return { target, port: Number(values.port) };
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The command line of `npm run open`. */
export async function openCommand(argv: readonly string[]): Promise<void> {
  const options = readArguments(argv);
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const running = await startOpen(options);
  // Printed, not handed to a browser: the arguments of a program can be read by everybody on this computer.
  const tell = (): void => {
    process.stdout.write(`Open in your browser (this address works once):\n  ${running.newAddress()}\n`);
  };
  tell();
  process.stdout.write('Press Enter for another address, Ctrl+C to end.\n');
  process.stdin.on('data', tell);
  const end = (): void => void running.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

if (import.meta.main) runCommand(() => openCommand(process.argv.slice(2)), usage);
