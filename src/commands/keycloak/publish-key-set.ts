/** A key set's own small server on loopback: Keycloak asks for a client's keys by address, as NextGen does. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PublishedKeySet {
  /** `http://127.0.0.1:…/jwks.json`. */
  readonly url: string;
  /** How often it was asked for. */
  asked(): number;
  stop(): Promise<void>;
}

/** Publishes the JWK set in `file`, read anew each time: keys that are rotated are there at once. */
export async function publishKeySet(file: string): Promise<PublishedKeySet> {
  let times = 0;
  const server: Server = createServer((request, response) => {
    if (request.url !== '/jwks.json') {
      response.writeHead(404).end();
      return;
    }
    times += 1;
    void readFile(file).then(
      (body) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/jwks.json`,
    asked: () => times,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
