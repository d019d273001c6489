/**
 * `npm start`: the production build with its real headers, and the sandbox on another site, so that CORS, CSP and
 * SameSite are real: app on 127.0.0.1, everything foreign on localhost. Tests and the bench start the same thing.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Server } from 'node:http';
import { planTypes } from '#fhir/plan.ts';
import { createAppServer, type Served } from '#server/app-server.ts';
import type { Environment } from '#server/broker-secrets.ts';
import { securityHeaders } from '#server/headers.ts';
import { pageWithConfig } from '#server/page.ts';
import { readStaticFiles } from '#server/static-files.ts';
import type { TokenBroker } from '#server/token-broker.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '#sandbox/start.ts';
import { appBroker } from './app-broker.ts';
import { listen } from './listen.ts';
import { type DataVersion, startOptions, startUsage, UsageError } from './options.ts';
import { readConfig, readRegistry } from './read-registry.ts';
import { runCommand } from './run-command.ts';
import { pathOf, versionAt, withSandboxAt } from './sandbox-config.ts';
import { withSandboxSecrets } from './sandbox-secrets.ts';

export interface Running {
  readonly appUrl: string;
  readonly sandbox: Sandbox;
  /** Faults of the configuration, as the page shows them; empty when it holds. */
  readonly faults: readonly string[];
  stop(): Promise<void>;
}

export interface StartWith {
  readonly appPort: number;
  readonly ehrPort: number;
  readonly fhirPort: number;
  readonly dataDirs?: readonly string[];
  /** Their FHIR version; found by what is in them where not said. */
  readonly dataVersion?: DataVersion | undefined;
  /** Path of the configuration. */
  readonly config?: string;
  /** Changes the configuration's text before it is served (tests of faulty configurations). */
  readonly changeConfig?: (config: string) => string;
  /** Folder of the built app. */
  readonly build?: string;
  /** Where the broker's settings and secrets come from; the sandbox's made-up clients need none. */
  readonly environment?: Environment;
  /** A sign-in server in place of the sandbox's own (`start-keycloak.ts`). */
  readonly trust?: SandboxOptions['trust'];
  /** For the sandbox's bulk server: the client's public keys, and made-up patients beside the cast. */
  readonly bulk?: SandboxOptions['bulk'];
  /** Gets the broker's log, a line of JSON a request. */
  readonly log?: (line: string) => void;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/**
 * Starts app and sandbox on loopback. Ports may be 0 (free ones). Rejects with `PortTaken`, or with a sentence where
 * the build or the configuration cannot be read; nothing is left running then.
 */
export async function start(options: StartWith): Promise<Running> {
  // From this file, not from the current folder: the command may run from inside node_modules.
  const build = options.build ?? resolve(import.meta.dirname, '../../dist/app');
  const files = await readStaticFiles(build).catch(() => {
    throw new UsageError(`There is no built app in ${build}. Run "npm run build" first.`);
  });
  const template = files.get('/index.html')?.body.toString('utf8') ?? '';
  const raw = await readConfig(options.config ?? 'smart-config.json');

  let served: Served = { files, page: '', headers: {} };
  const server = createAppServer(() => served);
  const appPort = await listen(server, '127.0.0.1', options.appPort, '--port');
  const appUrl = `http://127.0.0.1:${appPort}`;
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox({
      ehrPort: options.ehrPort,
      fhirPort: options.fhirPort,
      appOrigin: appUrl,
      dataDirs: options.dataDirs ?? [],
      ...(options.trust && { trust: options.trust }),
      ...(options.bulk && { bulk: options.bulk }),
      dataVersion: options.dataVersion && pathOf(options.dataVersion),
      // Records of one's own are searched for by plain US Core rules.
      searchedTypes: (version) => planTypes('us-core', versionAt(version)),
    });
  } catch (error) {
    await close(server);
    throw error;
  }
  const at = { ehr: sandbox.ehrUrl, fhir: sandbox.fhirUrl };
  const moved = withSandboxAt(raw, at, sandbox.data && versionAt(sandbox.data.version));
  const config = options.changeConfig?.(moved) ?? moved;
  const { checked, registry, faults } = readRegistry(config);
  let broker: TokenBroker;
  try {
    broker = await appBroker({
      registry,
      environment: withSandboxSecrets(options.environment ?? {}, registry, sandbox.clientKeys),
      ownOrigin: appUrl,
      log: options.log ?? (() => {}),
    });
  } catch (error) {
    await Promise.all([close(server), sandbox.stop()]);
    throw error;
  }
  served = { files, page: pageWithConfig(template, checked), headers: securityHeaders(registry), broker };
  return {
    appUrl,
    sandbox,
    faults,
    stop: async () => {
      await Promise.all([close(server), sandbox.stop()]);
    },
  };
}

/** The public key set in a file; none where none is named. Rejects with `UsageError`. */
async function readKeySet(file: string | undefined): Promise<{ readonly keys: readonly object[] }> {
  if (file === undefined) return { keys: [] };
  try {
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys?: unknown };
    if (Array.isArray(keys)) return { keys: keys as object[] };
  } catch {
    // Said below.
  }
  throw new UsageError(`--bulk-jwks names no key set: ${file}`);
}

/** The command line of `npm start`. */
export async function startCommand(argv: readonly string[]): Promise<void> {
  const options = startOptions(argv);
  if (options === 'help') {
    process.stdout.write(`npm start -- [options]\n\n${startUsage}`);
    return;
  }
  const bulk = { keys: await readKeySet(options.bulkKeys), madeUp: options.bulkPatients };
  const running = await start({ ...options, bulk, environment: process.env });
  for (const fault of running.faults) process.stderr.write(`${options.config}: ${fault}\n`);
  process.stdout.write(running.sandbox.dataReport);
  process.stdout.write(`\nOpen ${running.sandbox.ehrUrl}/ — a made-up EHR; everyone in it is made up.\n`);
  process.stdout.write(`Patients start at ${running.appUrl}/. Ctrl-C ends everything.\n`);
  const end = (): void => {
    void running.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

if (import.meta.main) runCommand(() => startCommand(process.argv.slice(2)));
