/**
 * The loopback server of `npm run open`: the app's page for files, and the bytes of one folder for that page. Any site
 * that is open in the same browser can send requests here, and a name of its own can be made to lead here (DNS
 * rebinding): so only our own Host and Origin are answered, and the folder only for the key.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { OpenFolder } from './open-folder.ts';
import type { OpenKeys } from './open-keys.ts';
import type { StaticFile } from './static-files.ts';

export interface OpenServed {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly page: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly folder: OpenFolder;
  readonly keys: OpenKeys;
}

/** The page sends the secret, and then its key, in a header that no form, link or picture of another site can set. */
export const keyHeader = 'chartside-key';

/** Bytes of one answer. */
const mostAtOnce = 64 * 1024 * 1024;

const isPage = (path: string): boolean => /^\/open(?:\/population|\/chart(?:\/.*)?)?$/.test(path);

/** Host as a browser sends it: without the port that `http:` has by itself (RFC 9110 §7.2). */
export function hostOn(port: number | undefined): string {
  return port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`;
}

function isOurs({ headers, socket }: IncomingMessage): boolean {
  const own = hostOn(socket.localPort);
  // Named by our address and by nothing else: a name that was made to lead here comes with itself as Host.
  if (headers.host !== own) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${own}`) return false;
  return true;
}

/** What a page of ours asks, or a person types; never what another site's page asks. */
function isFromOurPage({ headers }: IncomingMessage): boolean {
  return ['same-origin', undefined].includes(headers['sec-fetch-site'] as string | undefined);
}

type Send = (status: number, type: string, body: Buffer | string) => void;

/** Answers one request. */
async function answer(served: OpenServed, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(served.headers)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  const send: Send = (status, type, body) => {
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body);
  };
  const refuse = (status: number): void => send(status, 'text/plain; charset=utf-8', 'Refused.\n');
  if (!isOurs(request)) return refuse(403);
  if (request.method !== 'GET') {
    response.setHeader('Allow', 'GET');
    return refuse(405);
  }
  const target = request.url ?? '';
  const path = URL.parse(target.startsWith('/') ? `http://app.invalid${target}` : '')?.pathname ?? '';
  const file = path === '/index.html' ? undefined : served.files.get(path);
  if (file !== undefined) return send(200, file.type, file.body);
  if (isPage(path)) return send(200, 'text/html; charset=utf-8', served.page);
  if (!path.startsWith('/folder/')) return refuse(404);

  const sent = String(request.headers[keyHeader] ?? '');
  if (!isFromOurPage(request) || sent === '') return refuse(403);
  if (path === '/folder/enter') {
    const key = served.keys.enter(sent);
    return key === undefined ? refuse(403) : send(200, 'application/json', JSON.stringify({ key }));
  }
  if (!served.keys.isKey(sent)) return refuse(403);
  if (path === '/folder/files') {
    return send(200, 'application/json', JSON.stringify(served.folder.files));
  }
  const index = /^\/folder\/files\/(\d{1,9})$/.exec(path)?.[1];
  const listed = index === undefined ? undefined : served.folder.files[Number(index)];
  if (listed === undefined) return refuse(404);
  const range = rangeOf(request.headers.range, listed.size);
  if (range === undefined) return refuse(416);
  const bytes = await served.folder.read(Number(index), range.start, range.end);
  if (bytes === undefined) return refuse(409);
  response.writeHead(206, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': range.end - range.start,
    'Content-Range': `bytes ${range.start}-${range.end - 1}/${listed.size}`,
  });
  bytes.on('error', () => response.destroy());
  response.on('close', () => bytes.destroy());
  bytes.pipe(response);
}

/** One stretch of a file (RFC 9110 §14.2); nothing is ever sent whole. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | undefined {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header ?? '') ?? [];
  const [start, end] = [Number(first), Number(last) + 1];
  return start < end && end <= size && end - start <= mostAtOnce ? { start, end } : undefined;
}

export function createOpenServer(served: OpenServed): Server {
  return createServer({ headersTimeout: 15_000, requestTimeout: 30_000 }, (request, response) => {
    answer(served, request, response).catch(() => response.destroy());
  });
}
