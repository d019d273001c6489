/**
 * `npm run dev`: the same two sites with hot reload. Vite serves the app; a change in the sandbox's sources starts
 * the sandbox anew. The policy has the entries that Vite cannot do without (server/headers.ts, `development`).
 */
import { createServer, type Plugin } from 'vite';
import { planTypes } from '#fhir/plan.ts';
import type { startSandbox, Sandbox } from '#sandbox/start.ts';
import { securityHeaders } from '#server/headers.ts';
import { pageWithConfig } from '#server/page.ts';
import type { TokenBroker } from '#server/token-broker.ts';
import { appBroker } from './app-broker.ts';
import { PortTaken } from './listen.ts';
import { type DataVersion, startOptions, startUsage, type StartOptions } from './options.ts';
import { readConfig, readRegistry } from './read-registry.ts';
import { runCommand } from './run-command.ts';
import { pathOf, versionAt, withSandboxAt } from './sandbox-config.ts';
import { withSandboxSecrets } from './sandbox-secrets.ts';

/** Puts the configuration into the page and its headers on every answer. A faulty one is listed by the page. */
function configured(options: StartOptions, dataVersion: () => DataVersion | undefined): Plugin {
  const at = { ehr: `http://localhost:${options.ehrPort}`, fhir: `http://localhost:${options.fhirPort}` };
  const config = async (): Promise<string> =>
    withSandboxAt(await readConfig(options.config), at, dataVersion());
  return {
    name: 'chartside-configuration',
    async configureServer(server) {
      const { registry, faults } = readRegistry(await config());
      for (const fault of faults) process.stderr.write(`${options.config}: ${fault}\n`);
      const headers = Object.entries(securityHeaders(registry, true));
      server.middlewares.use((_request, response, next) => {
        for (const [name, value] of headers) response.setHeader(name, value);
        next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => pageWithConfig(html, readRegistry(await config()).checked),
    },
  };
}

runCommand(async () => {
  const options = startOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(`npm run dev -- [options]\n\n${startUsage}`);
    return;
  }
  let broker: TokenBroker | undefined;
  /** The version of the data folders, once they were read. */
  let found = options.dataVersion;
  const brokered: Plugin = {
    name: 'chartside-token-broker',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (broker?.(request, response) !== true) next();
      });
    },
  };
  const vite = await createServer({
    plugins: [brokered, configured(options, () => found)],
    server: { host: '127.0.0.1', port: options.appPort, strictPort: true },
  });

  const { appPort, ehrPort, fhirPort, dataDirs, dataVersion } = options;
  const sandbox = async (): Promise<Sandbox> => {
    const module = (await vite.ssrLoadModule('/src/sandbox/start.ts')) as {
      startSandbox: typeof startSandbox;
    };
    return module.startSandbox({
      ehrPort,
      fhirPort,
      appOrigin: `http://127.0.0.1:${appPort}`,
      dataDirs,
      dataVersion: dataVersion && pathOf(dataVersion),
      searchedTypes: (version) => planTypes('us-core', versionAt(version)),
    });
  };

  let running = await sandbox();
  found = running.data && versionAt(running.data.version);
  const { registry } = readRegistry(
    withSandboxAt(await readConfig(options.config), { ehr: running.ehrUrl, fhir: running.fhirUrl }, found),
  );
  broker = await appBroker({
    registry,
    environment: withSandboxSecrets(process.env, registry, running.clientKeys),
    ownOrigin: `http://127.0.0.1:${appPort}`,
  });
  let restarting = Promise.resolve();
  vite.watcher.on('change', (file) => {
    if (!file.includes('/src/sandbox/')) return;
    restarting = restarting
      .then(() => running.stop())
      .then(async () => {
        running = await sandbox();
        process.stdout.write('The sandbox was started anew.\n');
      })
      .catch((error: unknown) => {
        process.stderr.write(`The sandbox did not start: ${String(error)}\n`);
      });
  });

  await vite.listen().catch((error: unknown) => {
    throw /already in use/.test(String(error)) ? new PortTaken(appPort, '--port') : error;
  });
  process.stdout.write(
    `${running.dataReport}\nOpen ${running.ehrUrl}/ — a made-up EHR; everyone in it is made up.\n`,
  );
  process.stdout.write(`The app, with hot reload: http://127.0.0.1:${appPort}/\n`);
});
