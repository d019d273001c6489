/**
 * `npm run serve`: the built app with its headers and the token broker, no sandbox: what runs in production, behind a
 * proxy that does TLS. docs/run-for-a-practice.md names the environment.
 */
import { resolve } from 'node:path';
import { createAppServer } from '#server/app-server.ts';
import { servedSystems } from '#server/broker-secrets.ts';
import { securityHeaders } from '#server/headers.ts';
import { pageWithConfig } from '#server/page.ts';
import { stopServer } from '#server/stop-server.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { appBroker } from './app-broker.ts';
import { listen } from './listen.ts';
import { startOptions, UsageError } from './options.ts';
import { readConfig, readRegistry } from './read-registry.ts';
import { runCommand } from './run-command.ts';

export const serveUsage = 'npm run serve -- [--port N] [--config FILE]\n';

/** The command line of `npm run serve`. */
export async function serveCommand(argv: readonly string[]): Promise<void> {
  const options = startOptions(argv);
  if (options === 'help') {
    process.stdout.write(serveUsage);
    return;
  }
  const config = await readConfig(options.config);
  const { checked, registry, faults } = readRegistry(config);
  if (faults.length > 0) {
    throw new UsageError(`${options.config} has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
  const host = process.env['CHARTSIDE_LISTEN'] ?? '127.0.0.1';
  // The sandbox alone is reached where it is served.
  const isReal = servedSystems(process.env, registry).some(({ sandbox }) => !sandbox || host !== '127.0.0.1');
  if (isReal && !process.env['CHARTSIDE_ORIGIN']) {
    throw new UsageError(
      'CHARTSIDE_ORIGIN is missing: the address at which people reach the app, such as https://chart.example.org. The token broker answers no other page.',
    );
  }
  // From this file, not from the current folder: the command may run from inside node_modules.
  const build = resolve(import.meta.dirname, '../../dist/app');
  const files = await readStaticFiles(build).catch(() => {
    throw new UsageError(`There is no built app in ${build}. Run "npm run build" first.`);
  });
  const page = pageWithConfig(files.get('/index.html')?.body.toString('utf8') ?? '', checked);
  const address = `http://127.0.0.1:${options.appPort}`;
  const broker = await appBroker({ registry, environment: process.env, ownOrigin: address });
  const served = { files, page, headers: securityHeaders(registry), broker };
  const server = createAppServer(() => served);
  const port = await listen(server, host, options.appPort, '--port');
  process.stdout.write(`Chartside: http://${host}:${port}/\n`);
  const end = (): void => {
    void stopServer(server).then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

if (import.meta.main) runCommand(() => serveCommand(process.argv.slice(2)), serveUsage);
