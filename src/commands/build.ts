/** `npm run build`: the app and the commands, for production; with `--static` also an export that needs no server of ours. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportStatic, readExportable } from './build-static.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run build -- [--static [--config FILE]]

  --static           also write dist/static: the app as plain files, for hosting without a server of ours
  --config FILE      the configuration that goes into them (smart-config.json)
  --help             this text
`;

function vite(...options: readonly string[]): void {
  const built = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', ...options, '--logLevel', 'warn'],
    {
      stdio: 'inherit',
    },
  );
  // Vite has said why.
  if (built.status !== 0) process.exit(built.status ?? 1);
}

runCommand(async () => {
  const { values } = parseArgs({
    options: {
      static: { type: 'boolean', default: false },
      config: { type: 'string', default: 'smart-config.json' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  // Refused before the minute that a build takes.
  const exportable = values.static ? await readExportable(values.config) : undefined;
  vite();
  vite('--ssr');
  if (exportable === undefined) return;
  const to = resolve('dist/static');
  const { files } = await exportStatic({ build: resolve('dist/app'), config: values.config, to });
  for (const { label, sandbox } of exportable.registry.systems) {
    if (sandbox)
      process.stderr.write(`Note: "${label}" belongs to the sandbox and answers on this machine alone.\n`);
  }
  process.stdout.write(
    `${to}: publish the folder "site" (the page and ${files.length} files; _headers and _redirects in it are for ` +
      'hosts that read them), with nginx.conf or Caddyfile beside it for a server of yours.\n',
  );
}, usage);
