import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { Socket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bulkClient } from './ask.ts';
import { quickPacing, testServer } from './bulk-fixture.ts';
import { ownPieces, readInto } from './file-agent.ts';
import { requestFile } from './file-request.ts';

/** No two stretches of it are alike: a piece that was overwritten before it was used shows. */
const body = Buffer.alloc(24_000_000);
for (let at = 0; at < body.length; at += 4) body.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
const sum = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let servers: Server[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartside-agent-'));
  servers = [];
});
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await new Promise((done) => server.close(done));
  }
  await rm(folder, { recursive: true, force: true });
});

async function listening(server: Server, scheme: string): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return `${scheme}://localhost:${(server.address() as AddressInfo).port}`;
}

/** By its length the first time and in chunks the second, over one connection, at the pace of a slow disk. */
const sends: RequestListener = ({ url }, response) => {
  if (url === '/1') response.setHeader('content-length', body.length);
  response.end(body);
};

async function fetched(
  origin: string,
  path: string,
): Promise<{ readonly sum: string; readonly held: number }> {
  const at = { base: `${origin}/r4`, tokenEndpoint: `${origin}/token` };
  const tokens = { token: async () => 'none', renew: async () => 'none' };
  const client = bulkClient(testServer(at), tokens, { pacing: quickPacing() });
  const response = await requestFile(client, { url: `${origin}${path}` }, {});
  // Kept until the end, as a disk that is slow would have it: what was read into again meanwhile would show.
  const kept: Buffer[] = [];
  const slow = new Writable({
    highWaterMark: 1 << 16,
    write(piece: Buffer, _encoding, done) {
      kept.push(piece);
      setImmediate(done);
    },
  });
  await pipeline(response, slow);
  return { sum: sum(Buffer.concat(kept)), held: kept.length };
}

test('what comes is what was sent, by its length and in chunks, however slowly it is taken', async () => {
  const origin = await listening(createServer(sends), 'http');
  for (const path of ['/1', '/2', '/1']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other over one connection
    const { sum: got, held } = await fetched(origin, path);
    expect(got).toBe(sum(body));
    expect(held).toBeGreaterThan(50);
  }
});

const hasOpenssl = ((): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasOpenssl)('encrypted as well', async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const named = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...request, ...named], { stdio: 'ignore' });
  const files = { key: await readFile(key), cert: await readFile(cert, 'utf8') };
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, files.cert]);
  try {
    const origin = await listening(createSecureServer(files, sends), 'https');
    for (const path of ['/1', '/2']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other over one connection
      expect((await fetched(origin, path)).sum).toBe(sum(body));
    }
  } finally {
    setDefaultCACertificates(before);
  }
});

test('a piece that lies where the next is read into is copied; any other is handed on as it is', async () => {
  const buffer = readInto(64);
  const response = ownPieces(new IncomingMessage(new Socket()));
  const other = Buffer.from('other');
  response.push(buffer.fill('a').subarray(0, 4));
  buffer.fill('b');
  response.push(other);
  response.push(null);
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  expect(Buffer.concat(pieces).toString()).toBe('aaaaother');
});
