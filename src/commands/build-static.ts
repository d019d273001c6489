/** The static export: the built app with its configuration inside, and its headers in the words of three kinds of host. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { securityHeaders } from '#server/headers.ts';
import { linkHeader, pageWithConfig } from '#server/page.ts';
import { brotli, fileTypes, readStaticFiles } from '#server/static-files.ts';
import type { Registry } from '#smart/registry.ts';
import { caddyFile, headersFile, nginxFile, redirectsFile, type StaticSite } from './build-static-hosts.ts';
import { readConfig, readRegistry } from './read-registry.ts';

/** The app's own addresses (`app/paths.ts`), and those that the registry says people come back to. */
export function pagesOf(registry: Registry): readonly string[] {
  const files = ['/open', '/open/chart', '/open/chart/*'];
  const own = ['/', '/launch', '/callback', '/chart', '/chart/*', '/diagnostics', '/privacy', ...files];
  return [...new Set([...own, ...registry.systems.map(({ redirectPath }) => redirectPath)])];
}

/** What stands against a static export, in sentences; nothing where it can be made. */
function refusal({ systems }: Registry): string | undefined {
  const confidential = systems.filter(({ clientAuthentication }) => clientAuthentication === 'broker');
  if (confidential.length === 0) return undefined;
  const names = confidential.map(({ id, label }) => `${label} ("${id}")`).join(', ');
  return (
    `Static files cannot hold a secret, and these systems need one: ${names}. Their clientAuthentication is "broker": ` +
    'run the app with "npm run serve", or export a configuration without them (--config FILE).'
  );
}

export interface ExportOf {
  /** The built app. */
  readonly build: string;
  /** The configuration. */
  readonly config: string;
  /** The folder to write; what was in it goes. */
  readonly to: string;
}

/** The configuration of a static export. Rejects with sentences where it has faults or needs a server. */
export async function readExportable(config: string): Promise<ReturnType<typeof readRegistry>> {
  const read = readRegistry(await readConfig(config));
  if (read.faults.length > 0) {
    throw new Error(`${config} has faults:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
  const refused = refusal(read.registry);
  if (refused !== undefined) throw new Error(refused);
  return read;
}

/**
 * Writes `site/`, which is to be published whole, and `nginx.conf` and `Caddyfile` beside it. Rejects before anything
 * is written.
 */
export async function exportStatic({ build, config, to }: ExportOf): Promise<StaticSite> {
  const { checked, registry } = await readExportable(config);
  const files = await readStaticFiles(build).catch(() => new Map<string, never>());
  const template = await readFile(join(build, 'index.html'), 'utf8').catch(() => {
    throw new Error(`There is no built app in ${build}. Run "npm run build" first.`);
  });
  const page = pageWithConfig(template, checked);
  const site: StaticSite = {
    headers: securityHeaders(registry),
    link: linkHeader(page),
    pages: pagesOf(registry),
    files: [...files.keys()].filter((path) => path !== '/index.html').toSorted(),
    types: Object.fromEntries(
      Object.entries(fileTypes).map(([extension, type]) => [extension.slice(1), type.replace(/;.*/, '')]),
    ),
  };

  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const published = join(to, 'site');
  await cp(build, published, { recursive: true });
  await Promise.all([
    writeFile(join(published, 'index.html'), page),
    writeFile(join(published, 'index.html.br'), brotli(Buffer.from(page))),
    writeFile(join(published, 'index.html.gz'), gzipSync(page, { level: 9 })),
    writeFile(join(published, '_headers'), headersFile(site)),
    writeFile(join(published, '_redirects'), redirectsFile(site)),
    writeFile(join(to, 'nginx.conf'), nginxFile(site)),
    writeFile(join(to, 'Caddyfile'), caddyFile(site)),
  ]);
  return site;
}
