import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { createAppServer } from '#server/app-server.ts';
import { securityHeaders } from '#server/headers.ts';
import { pageWithConfig } from '#server/page.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { readConfig, readRegistry } from './read-registry.ts';
import { checkAddresses, iconFaults } from './register-check.ts';

const shipped = JSON.parse(await readConfig('smart-config.json')) as { systems: Record<string, unknown>[] };
/** One public system: what needs no server of ours is asked for no health. */
const config = JSON.stringify({
  systems: [{ ...shipped.systems[0], clientAuthentication: 'public', broker: undefined }],
});
const { checked, registry } = readRegistry(config);
const page = pageWithConfig('<script type="application/json" id="smart-config"></script>', checked);
const served = { files: await readStaticFiles('public'), page, headers: securityHeaders(registry) };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(next: Server): Promise<string> {
  server = next;
  await new Promise<void>((done) => next.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(next.address() as AddressInfo).port}`;
}

/** The app's own server, with something done to its answers. */
function appWith(change: (...parts: Parameters<RequestListener>) => boolean, of = registry): Server {
  const app = createAppServer(() => ({ ...served, headers: securityHeaders(of) }));
  const own = app.listeners('request') as RequestListener[];
  return createServer((request, response) => {
    if (change(request, response)) return;
    for (const listener of own) listener(request, response);
  });
}

async function faultsAt(origin: string, asked = registry): Promise<Record<string, readonly string[]>> {
  const all = await checkAddresses(asked, origin);
  return Object.fromEntries(
    all.filter(({ faults }) => faults.length > 0).map(({ what, faults }) => [what, faults]),
  );
}

test('the app’s own server answers as required, with the icon of this repository', async () => {
  const origin = await serve(createAppServer(() => served));
  expect(await checkAddresses(registry, origin)).toEqual(
    [
      ['launch URL', '/launch'],
      ['callback URL', '/callback'],
      ['privacy page', '/privacy'],
      ['icon', '/icon.png'],
    ].map(([what, path]) => ({ what, url: origin + path, faults: [] })),
  );
});

test('a proxy that leads on, drops a header or sends another policy is told from the app', async () => {
  const origin = await serve(
    appWith((request, response) => {
      if (request.url === '/launch')
        response.writeHead(301, { Location: 'https://elsewhere.example/launch' }).end();
      if (request.url === '/launch') return true;
      const set = response.setHeader.bind(response);
      response.setHeader = (name, value) => {
        if (name === 'Referrer-Policy') return response;
        return set(name, name === 'Content-Security-Policy' ? "default-src 'self'" : value);
      };
      return false;
    }),
  );
  const faults = await faultsAt(origin);
  expect(faults['launch URL']).toContainEqual(
    expect.stringMatching(/leads on to https:\/\/elsewhere\.example.*301/),
  );
  expect(faults['callback URL']).toEqual([
    expect.stringMatching(/another Content-Security-Policy.*It is there: default-src 'self'/),
    expect.stringMatching(/without the header Referrer-Policy/),
  ]);
});

test('a page that may be kept, another site’s page and a plain file are no callback', async () => {
  const origin = await serve(
    createServer((request, response) => {
      const type = request.url === '/callback' ? 'text/plain' : 'text/html';
      response.writeHead(200, { ...served.headers, 'Content-Type': type, 'Cache-Control': 'max-age=60' });
      response.end(request.url === '/launch' ? page : 'Welcome to nginx!');
    }),
  );
  const faults = await faultsAt(origin);
  expect(faults['launch URL']).toEqual([
    expect.stringMatching(/another Cache-Control.*max-age=60.*no-store/),
  ]);
  expect(faults['callback URL']).toContain('comes as text/plain instead of text/html.');
  expect(faults['privacy page']).toContain('is not a page of this app.');
});

test('an address where nothing listens is named as such', async () => {
  const origin = await serve(createServer());
  await new Promise((done) => server?.close(done));
  const faults = await faultsAt(origin);
  expect(Object.keys(faults)).toEqual(['launch URL', 'callback URL', 'privacy page', 'icon']);
  expect(faults['icon']).toEqual([expect.stringMatching(/cannot be reached \(ECONNREFUSED\)/)]);
});

test('an icon is a PNG, square, at least 24 pixels and below 128 kB', async () => {
  const good = await readFile('public/icon.png');
  expect(iconFaults(good)).toEqual([]);
  const sized = (width: number, height: number, bytes = good.length) => {
    const png = Buffer.concat([good, Buffer.alloc(Math.max(0, bytes - good.length))]);
    png.writeUInt32BE(width, 16);
    png.writeUInt32BE(height, 20);
    return iconFaults(png);
  };
  expect(sized(256, 255)).toEqual([expect.stringMatching(/256 × 255 pixels: it must be square/)]);
  expect(sized(24, 24)).toEqual([]);
  expect(sized(23, 23)).toEqual([expect.stringMatching(/at least 24/)]);
  expect(sized(24, 24, 127_999)).toEqual([]);
  expect(sized(24, 24, 128_000)).toEqual([expect.stringMatching(/128000 bytes.*below 128 kB/)]);
  expect(iconFaults(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual(['is not a PNG.']);
});

test('an icon that is missing or called something else is refused', async () => {
  const origin = await serve(
    appWith((request, response) => {
      if (request.url !== '/icon.png') return false;
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end('GIF89a');
      return true;
    }),
  );
  expect((await faultsAt(origin))['icon']).toEqual([
    'comes as application/octet-stream instead of image/png.',
    'is not a PNG.',
  ]);
});

test('where a system needs our server, that is asked too, and its keys are looked at', async () => {
  const signing = readRegistry(
    JSON.stringify({
      systems: [
        {
          ...shipped.systems[0],
          clientAuthentication: 'broker',
          broker: { authentication: 'private_key_jwt', algorithm: 'RS384' },
        },
      ],
    }),
  ).registry;
  let keys: object[] = [{ kty: 'RSA', n: 'x', e: 'AQAB' }];
  const origin = await serve(
    appWith((request, response) => {
      const answers: Record<string, object> = {
        '/healthz': { status: 'ok' },
        '/.well-known/jwks.json': { keys },
      };
      const body = answers[request.url ?? ''];
      if (body === undefined) return false;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      return true;
    }, signing),
  );
  expect(await faultsAt(origin, signing)).toEqual({});
  keys = [{ kty: 'RSA', n: 'x', e: 'AQAB', d: 'secret' }];
  expect((await faultsAt(origin, signing))['public keys']).toEqual([
    expect.stringMatching(/shows a private key/),
  ]);
  keys = [];
  expect((await faultsAt(origin, signing))['public keys']).toEqual([expect.stringMatching(/names no key/)]);
});

test('static hosting in place of the server is noticed: its health is a page', async () => {
  const brokered = readRegistry(
    JSON.stringify({
      systems: [
        { ...shipped.systems[0], clientAuthentication: 'broker', broker: { authentication: 'basic' } },
      ],
    }),
  ).registry;
  const origin = await serve(createAppServer(() => served));
  expect((await faultsAt(origin, brokered))['server']).toEqual([
    'comes as text/html instead of application/json.',
  ]);
});
