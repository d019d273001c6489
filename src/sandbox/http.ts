import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { socketFaultOf } from './socket-fault.ts';

/** The same shape as every server of the sandbox has (`fhir/resource.ts`). */
export type WebHandler = (request: Request, client: { readonly clientAddress: string }) => Promise<Response>;

/** A port of the sandbox that another program holds. */
export class SandboxPortTaken extends Error {
  override readonly name = 'SandboxPortTaken';
  readonly port: number;
  readonly option: string;
  constructor(port: number, server: string, option: string) {
    super(
      `Port ${port}, where the sandbox's ${server} should listen, is taken by another program. Stop that program, or choose another port with ${option}.`,
    );
    this.port = port;
    this.option = option;
  }
}

export interface Listening {
  readonly server: Server;
  readonly port: number;
  /** What answers, settable once the port (and with it every URL) is known. */
  answerWith(listener: RequestListener): void;
  stop(): Promise<void>;
}

/**
 * The status that refuses a request before anybody reads it. A page of another site may give a name of its own this
 * machine's address (DNS rebinding) and would then read what is served here, somebody's own data folder included; or
 * have a browser send a request line that is no address.
 */
function refusalOf({ headers, url = '/' }: IncomingMessage): number | undefined {
  const { host = 'localhost' } = headers;
  if (!/^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)) return 403;
  return URL.canParse(url, 'http://localhost') ? undefined : 400;
}

/** Listens on a loopback port (0 = a free one). Rejects with `SandboxPortTaken`. */
export function listenOn(port: number, host: string, name: string, option: string): Promise<Listening> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '1' }).end('Starting.');
  };
  const server = createServer((request, response) => {
    const refusal = refusalOf(request);
    if (refusal === undefined) answer(request, response);
    else response.writeHead(refusal, { 'Content-Type': 'text/plain' }).end('Refused.');
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new SandboxPortTaken(port, name, option) : error),
    );
    server.listen(port, host, () =>
      resolve({
        server,
        port: (server.address() as AddressInfo).port,
        answerWith: (listener) => {
          answer = listener;
        },
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

/** A Node request listener for a `(Request) → Response` handler. `origin` is how the server is called from outside. */
export function nodeListener(handler: WebHandler, origin: string): RequestListener {
  return (incoming, outgoing) => {
    void answerNode(handler, origin, incoming, outgoing);
  };
}

/** Answers one Node request with a `(Request) → Response` handler; never rejects. */
export async function answerNode(
  handler: WebHandler,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const request = toRequest(incoming, origin);
    const response = await handler(request, { clientAddress: incoming.socket.remoteAddress ?? '' });
    await write(response, incoming, outgoing);
  } catch (error) {
    if (outgoing.headersSent || outgoing.destroyed) {
      outgoing.destroy();
      return;
    }
    const known = error instanceof BodyTooLarge || error instanceof TypeError;
    // A fault of the sandbox itself: said on the terminal, where a developer looks, without anything of the request.
    if (!known) process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`);
    outgoing.writeHead(known ? 400 : 500, { 'Content-Type': 'text/plain; charset=utf-8' });
    outgoing.end(known ? 'The request could not be read.' : 'The sandbox failed at this request.');
  }
}

function toRequest(incoming: IncomingMessage, origin: string): Request {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2)
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '');
  const init: RequestInit & { duplex?: 'half' } = { method, headers };
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        incoming.on('data', (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)));
        incoming.on('end', () => controller.close());
        incoming.on('error', (error) => controller.error(error));
      },
    });
    init.duplex = 'half';
  }
  // The path stands behind a fixed origin, so that `//host/x` or an absolute URL in the request line stays a path.
  return new Request(origin + (incoming.url?.startsWith('/') ? incoming.url : '/'), init);
}

async function write(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const fault = socketFaultOf(response);
  if (fault === 'drop') {
    incoming.socket.destroy();
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  // Node joins repeated Set-Cookie only when given as a list.
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) if (name !== 'set-cookie') headers[name] = value;
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  const bodiless = incoming.method === 'HEAD' || response.status === 204 || response.status === 304;
  if (!bodiless) headers['content-length'] = String(body.length);
  outgoing.writeHead(response.status, headers);
  if (fault === 'stall') outgoing.flushHeaders();
  else if (fault === 'half-close') {
    outgoing.flushHeaders();
    incoming.socket.end();
  } else if (fault === 'truncate')
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => incoming.socket.destroy());
  else outgoing.end(bodiless ? undefined : body);
}

/** A request body larger than any form or JSON the sandbox takes. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** The text of a Node request's body; rejects with `BodyTooLarge` beyond `limit` bytes. */
export async function readBody(incoming: IncomingMessage, limit = 65_536): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(`more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
