/** `npm run serve`: the built app alone, with its headers: no sandbox. For trying a real configuration behind TLS. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createAppServer } from '#server/app-server.ts';
import { securityHeaders } from '#server/headers.ts';
import { pageWithConfig } from '#server/page.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { parseRegistry } from '#smart/registry.ts';
import { listen } from './listen.ts';
import { startOptions, startUsage, UsageError } from './options.ts';

async function main(): Promise<void> {
  const options = startOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(`npm run serve -- [--port N] [--config FILE]\n`);
    return;
  }
  const config = await readFile(options.config, 'utf8');
  const parsed = parseRegistry(JSON.parse(config));
  if (!parsed.ok) {
    const lines = parsed.faults.map(({ path, message }) => `  ${path}: ${message}\n`);
    throw new UsageError(`${options.config} has faults:\n${lines.join('')}`);
  }
  const files = await readStaticFiles(resolve('dist/app'));
  const page = pageWithConfig(files.get('/index.html')?.body.toString('utf8') ?? '', config);
  const served = { files, page, headers: securityHeaders(parsed.registry) };
  const server = createAppServer(() => served);
  const port = await listen(server, '127.0.0.1', options.appPort, '--port');
  process.stdout.write(`Chartside: http://127.0.0.1:${port}/\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${startUsage}`);
  process.exit(1);
});
