/** The loopback server of `npm run open`, asked as a page of its own, as other sites, and as other programs would ask. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from './headers.ts';
import { openFolder } from './open-folder.ts';
import { createOpenKeys, type OpenKeys } from './open-keys.ts';
import { createOpenServer, hostOn } from './open-server.ts';

let base: string;
let server: Server;
let keys: OpenKeys;
let port: number;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'chartside-open-'));
  await writeFile(join(base, 'Patient.ndjson'), '{"resourceType":"Patient"}\n');
  keys = createOpenKeys();
  const body = Buffer.from('let a;');
  server = createOpenServer({
    files: new Map([['/assets/a.js', { type: 'text/javascript', body, brotli: undefined, gzip: undefined }]]),
    page: '<!doctype html>page',
    headers: securityHeaders({ systems: [], defaultLaunch: undefined }),
    folder: await openFolder(base),
    keys,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.close();
  await rm(base, { recursive: true });
});

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** As it goes over the wire: `fetch` would mend the path and set Host itself. */
function ask(path: string, { method = 'GET', headers = {} }: Asking = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (body += piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function enter(): Promise<string> {
  const { body } = await ask('/folder/enter', { headers: { 'chartside-key': keys.newSecret() } });
  return (JSON.parse(body) as { key: string }).key;
}

test('the page, its files, the list, and a stretch of a file', async () => {
  const headers = { 'chartside-key': await enter() };
  expect((await ask('/open')).body).toContain('page');
  expect((await ask('/open/chart/problems/Condition/a.b')).body).toContain('page');
  expect((await ask('/assets/a.js')).body).toBe('let a;');
  const list = await ask('/folder/files', { headers });
  expect(JSON.parse(list.body)).toMatchObject([{ path: 'Patient.ndjson', size: 27 }]);
  const part = await ask('/folder/files/0', { headers: { ...headers, range: 'bytes=2-13' } });
  expect(part).toMatchObject({ status: 206, body: 'resourceType' });
  expect(part.headers['content-range']).toBe('bytes 2-13/27');
});

/** Those that are answered with another status than this, by what was sent. */
async function otherThan<T>(
  status: number,
  sent: readonly T[],
  each: (one: T) => Promise<Answered>,
): Promise<readonly string[]> {
  const strange: string[] = [];
  for (const one of sent) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answered = await each(one);
    if (answered.status !== status) strange.push(`${JSON.stringify(one)}: ${answered.status}`);
  }
  return strange;
}

test('@threat-24 another name for this address is not answered: DNS rebinding', async () => {
  const key = await enter();
  const hosts = [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`];
  const sent = hosts.flatMap((host) =>
    ['/open', '/folder/files', '/assets/a.js'].map((path) => ({ host, path })),
  );
  const each = ({ host, path }: { host: string; path: string }) =>
    ask(path, { headers: { host, 'chartside-key': key } });
  expect(await otherThan(403, sent, each)).toEqual([]);
});

test('on the port of http: itself no port is named, and on any other one is', () => {
  expect(hostOn(80)).toBe(new URL('http://127.0.0.1:80').host);
  expect(hostOn(4210)).toBe(new URL('http://127.0.0.1:4210').host);
});

test('@threat-24 other sites are not answered, and nothing allows them to read', async () => {
  const own = { 'chartside-key': await enter() };
  const sent = [
    ...['https://evil.example', 'null', `http://localhost:${port}`, `http://127.0.0.1:${port + 1}`].map(
      (origin) => ({ origin }),
    ),
    ...['cross-site', 'same-site', 'none'].map((site) => ({ 'sec-fetch-site': site })),
  ];
  const each = (one: Readonly<Record<string, string>>) =>
    ask('/folder/files', { headers: { ...own, ...one } });
  expect(await otherThan(403, sent as readonly Readonly<Record<string, string>>[], each)).toEqual([]);
  const answers = [
    await ask('/folder/files', { headers: own }),
    await ask('/open'),
    await ask('/folder/files', {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'chartside-key' },
    }),
  ];
  for (const { headers } of answers) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  }
});

test('@threat-24 without the key nothing of the folder, and the secret works once', async () => {
  expect((await ask('/folder/files')).status).toBe(403);
  expect((await ask('/folder/files', { headers: { 'chartside-key': 'guessed' } })).status).toBe(403);
  const secret = keys.newSecret();
  expect((await ask('/folder/files', { headers: { 'chartside-key': secret } })).status).toBe(403);
  expect((await ask(`/folder/enter?key=${secret}`)).status).toBe(403);
  expect((await ask('/folder/enter', { headers: { 'chartside-key': secret } })).status).toBe(200);
  expect((await ask('/folder/enter', { headers: { 'chartside-key': secret } })).status).toBe(403);
  const old = keys.newSecret();
  keys.newSecret();
  expect((await ask('/folder/enter', { headers: { 'chartside-key': old } })).status).toBe(403);
});

test('@threat-24 secrets are 256 bits, and never the same', () => {
  const secrets = Array.from({ length: 200 }, () => keys.newSecret());
  expect(new Set(secrets).size).toBe(200);
  expect(secrets.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
});

test('@threat-24 GET alone, and no file but those of the list', async () => {
  const headers = { 'chartside-key': await enter() };
  const methods = ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'];
  expect(await otherThan(405, methods, (method) => ask('/folder/files', { method, headers }))).toEqual([]);
  const paths = [
    '/folder/files/1',
    '/folder/files/-1',
    '/folder/files/0/../1',
    '/folder/files/../../etc/passwd',
    '/folder/files/%2e%2e%2fetc%2fpasswd',
    '/folder/Patient.ndjson',
    '/../../etc/passwd',
    '//etc/passwd',
    '/index.html',
    '/',
    '*',
  ];
  const some = { ...headers, range: 'bytes=0-1' };
  expect(await otherThan(404, paths, (path) => ask(path, { headers: some }))).toEqual([]);
  const ranges = ['', 'bytes=0-', 'bytes=-5', 'bytes=0-27', 'bytes=5-2', 'bytes=0-1,3-4', 'items=0-1'];
  const ranged = (range: string) =>
    ask('/folder/files/0', { headers: { ...headers, ...(range && { range }) } });
  expect(await otherThan(416, ranges, ranged)).toEqual([]);
});

test('@threat-24 nothing is stored by the browser, and the page connects to its own server alone', async () => {
  const headers = { 'chartside-key': await enter() };
  const range = { ...headers, range: 'bytes=0-1' };
  for (const answer of [
    await ask('/open'),
    await ask('/assets/a.js'),
    await ask('/folder/files', { headers }),
    await ask('/folder/files/0', { headers: range }),
    await ask('/folder/files/0'),
  ])
    expect(answer.headers['cache-control']).toBe('no-store');
  const policy = String((await ask('/open')).headers['content-security-policy']);
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});
