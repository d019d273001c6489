/**
 * `npm run dev`: the same two sites with hot reload. Vite serves the app; a change in the sandbox's sources starts
 * the sandbox anew. The policy has the entries that Vite cannot do without (server/headers.ts, `development`).
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import type { startSandbox, Sandbox } from '#sandbox/start.ts';
import { securityHeaders } from '#server/headers.ts';
import { pageWithConfig } from '#server/page.ts';
import { parseRegistry } from '#smart/registry.ts';
import { startOptions, startUsage } from './options.ts';
import { withSandboxAt } from './sandbox-config.ts';

const chosen = startOptions(process.argv.slice(2));
if (chosen === 'help') {
  process.stdout.write(`npm run dev -- [options]\n\n${startUsage}`);
  process.exit(0);
}
const options = chosen;
const at = { ehr: `http://localhost:${options.ehrPort}`, fhir: `http://localhost:${options.fhirPort}` };
const config = async (): Promise<string> => withSandboxAt(await readFile(options.config, 'utf8'), at);

const configured: Plugin = {
  name: 'chartside-configuration',
  async configureServer(server) {
    const parsed = parseRegistry(JSON.parse(await config()));
    const registry = parsed.ok ? parsed.registry : { systems: [], defaultLaunch: undefined };
    const headers = Object.entries(securityHeaders(registry, true));
    server.middlewares.use((_request, response, next) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      next();
    });
  },
  transformIndexHtml: { order: 'post', handler: async (html) => pageWithConfig(html, await config()) },
};

const vite: ViteDevServer = await createServer({
  plugins: [configured],
  server: { host: '127.0.0.1', port: options.appPort, strictPort: true },
});

async function sandbox(): Promise<Sandbox> {
  const module = (await vite.ssrLoadModule('/src/sandbox/start.ts')) as { startSandbox: typeof startSandbox };
  return module.startSandbox({
    ehrPort: options.ehrPort,
    fhirPort: options.fhirPort,
    appOrigin: `http://127.0.0.1:${options.appPort}`,
    dataDirs: options.dataDirs,
  });
}

let running = await sandbox();
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

await vite.listen();
process.stdout.write(
  `${running.dataReport}\nOpen ${running.ehrUrl}/ — a made-up EHR; everyone in it is made up.\n`,
);
process.stdout.write(`The app, with hot reload: http://127.0.0.1:${options.appPort}/\n`);
