import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beside } from '#app/beside.ts';
import { paths } from '#app/paths.ts';
import { createAppServer } from '#server/app-server.ts';
import { securityHeaders } from '#server/headers.ts';
import { pageWithConfig } from '#server/page.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { exportStatic, pagesOf } from './build-static.ts';
import { askCaddy, askHeadersFile, askNginx, type Answer } from './build-static-read-back.ts';
import { readConfig, readRegistry } from './read-registry.ts';

const folder = await mkdtemp(join(tmpdir(), 'chartside-static-'));
const build = join(folder, 'app');
const to = join(folder, 'static');
const config = join(folder, 'config.json');

/** A system of the shipped configuration as a public client, with changes. */
async function configWith(changes: Record<string, unknown>): Promise<string> {
  const { systems } = JSON.parse(await readConfig('smart-config.json')) as { systems: object[] };
  const system = { ...systems[0], clientAuthentication: 'public', broker: undefined, ...changes };
  return JSON.stringify({ systems: [system] });
}

let server: ReturnType<typeof createAppServer>;
const exported: Record<'nginx' | 'caddy' | 'headers' | 'redirects', string> = {
  nginx: '',
  caddy: '',
  headers: '',
  redirects: '',
};

beforeAll(async () => {
  await mkdir(join(build, 'assets'), { recursive: true });
  const block = (id: string, text = '') => `<script type="application/json" id="${id}">${text}</script>`;
  const chartFiles = '{"signIn":["/assets/a-1.js"],"record":["/assets/b-2.js"],"chart":[]}';
  const template = `<!doctype html>${block('smart-config')}${block('chart-files', chartFiles)}`;
  const files = { 'index.html': template, 'icon.svg': '<svg/>', 'icon.png': 'png' };
  for (const [name, text] of Object.entries(files)) await writeFile(join(build, name), text);
  for (const name of ['a-1.js', 'a-1.js.br', 'a-1.js.gz', 'b-2.js', 'c-3.css']) {
    await writeFile(join(build, 'assets', name), name);
  }
  await writeFile(config, await configWith({}));
  await exportStatic({ build, config, to });
  exported.nginx = await readFile(join(to, 'nginx.conf'), 'utf8');
  exported.caddy = await readFile(join(to, 'Caddyfile'), 'utf8');
  exported.headers = await readFile(join(to, 'site/_headers'), 'utf8');
  exported.redirects = await readFile(join(to, 'site/_redirects'), 'utf8');

  const { checked, registry } = readRegistry(await readConfig(config));
  const served = {
    files: await readStaticFiles(build),
    page: pageWithConfig(template, checked),
    headers: securityHeaders(registry),
  };
  server = createAppServer(() => served);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const has = (path: string): boolean => {
  const file = join(to, 'site', path);
  return existsSync(file) && statSync(file).isFile();
};

/** What our own server answers, and the header names that it answers with. */
async function ours(
  path: string,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { 'Accept-Encoding': 'identity' },
  });
  // How it is packed, and what belongs to the connection, is each host's own.
  const own = /^(content-(type|length|encoding)|vary|date|connection|keep-alive|transfer-encoding)$/;
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.test(name)));
  return { status: response.status, headers, body: await response.text() };
}

/** A host's answer in the form of ours. The media type of a file is each host's own table, compared with real ones. */
async function theirs({ status, headers, file }: Answer): ReturnType<typeof ours> {
  const { 'content-type': _, ...sent } = headers;
  const body =
    file === undefined ? 'There is no such file.\n' : await readFile(join(to, 'site', file), 'utf8');
  return { status, headers: sent, body };
}

const pages = [
  '/',
  '/launch',
  '/callback',
  '/chart',
  '/chart/results',
  '/chart/results/Observation/1',
  // The id of a record may hold dots, also such that it looks like a file.
  '/chart/results/Observation/2026.11.23-1',
  '/chart/results/Observation/a.js',
  '/chart/results/Observation/a.gz',
  '/diagnostics',
  '/privacy',
];
const files = ['/icon.svg', '/icon.png', '/assets/a-1.js', '/assets/b-2.js', '/assets/c-3.css'];
const misses = [
  '/assets/gone.js',
  '/assets/gone',
  '/assets/',
  '/assets/a-1.js.br',
  '/gone.js',
  '/chart.js',
  '/launch.html',
  '/nginx.conf',
];

test.each([...pages, ...files, ...misses, '/elsewhere', '/_headers', '/launch/'])(
  'nginx and Caddy answer %s as the app’s own server does',
  async (path) => {
    expect(await theirs(askNginx(exported.nginx, has, path))).toEqual(await ours(path));
    expect(await theirs(askCaddy(exported.caddy, has, path))).toEqual(await ours(path));
  },
);

test('neither serves the page by its file name: it would be one more address of the chart', async () => {
  expect(await theirs(askNginx(exported.nginx, has, '/index.html'))).toEqual(await ours('/index.html'));
  expect(await theirs(askCaddy(exported.caddy, has, '/index.html'))).toEqual(await ours('/index.html'));
});

test.each([...pages, ...files])(
  'a host that reads _headers answers %s as the app’s own server does',
  async (path) => {
    expect(await theirs(askHeadersFile(exported.headers, exported.redirects, has, path))).toEqual(
      await ours(path),
    );
  },
);

test('on such a host a miss is a miss, with the security headers; how long it is kept is the host’s own', async () => {
  for (const path of ['/assets/gone.js', '/gone.js', '/elsewhere']) {
    const answer = askHeadersFile(exported.headers, exported.redirects, has, path);
    const { 'cache-control': _, link: __, ...security } = (await ours(path)).headers;
    expect(answer).toEqual({ status: 404, headers: security, file: undefined });
  }
});

test('every address of the app is among the pages that such a host is told', async () => {
  const told = pagesOf(readRegistry(await readConfig(config)).registry);
  const every = Object.values({ ...paths, ...beside }).map((path) =>
    typeof path === 'string' ? path : path('results', 'Observation/1'),
  );
  expect(every.length).toBeGreaterThan(6);
  const untold = every.filter(
    (path) =>
      !told.some((page) => (page.endsWith('/*') ? path.startsWith(page.slice(0, -1)) : page === path)),
  );
  expect(untold).toEqual([]);
});

test('the page carries its configuration, and its compressed forms carry the same', async () => {
  const page = await readFile(join(to, 'site/index.html'));
  expect(page.toString()).toContain('https://fhir.meditouchehr.com/api/fhir/r4');
  expect(brotliDecompressSync(await readFile(join(to, 'site/index.html.br')))).toEqual(page);
  expect(gunzipSync(await readFile(join(to, 'site/index.html.gz')))).toEqual(page);
});

test('a system that needs a secret, a faulty configuration and a missing build are refused with a sentence', async () => {
  const other = join(folder, 'other.json');
  const out = join(folder, 'refused');
  await writeFile(
    other,
    await configWith({ clientAuthentication: 'broker', broker: { authentication: 'basic' } }),
  );
  await expect(exportStatic({ build, config: other, to: out })).rejects.toThrow(
    /cannot hold a secret.*NextGen Office \("nextgen-office"\).*npm run serve/,
  );
  await writeFile(other, await configWith({ fhirBase: 'nonsense' }));
  await expect(exportStatic({ build, config: other, to: out })).rejects.toThrow(
    /has faults:\n {2}systems\[0\]\.fhirBase/,
  );
  await expect(exportStatic({ build: join(folder, 'none'), config, to: out })).rejects.toThrow(
    'npm run build',
  );
  expect(existsSync(out)).toBe(false);
});
