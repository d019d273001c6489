import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { linkHeader } from './page.ts';
import type { StaticFile } from './static-files.ts';
import type { TokenBroker } from './token-broker.ts';

/** What one app server serves. Everything may be set anew while it runs (the sandbox's ports are known late). */
export interface Served {
  readonly files: ReadonlyMap<string, StaticFile>;
  /** The page for every route of the app. */
  readonly page: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Answers its own addresses first; left out where every system is a public client. */
  readonly broker?: TokenBroker | undefined;
}

/**
 * The path of a request line; undefined where it is no address (`//`, `http://[`, `*`). Behind a fixed origin, since
 * any page of any site can have a browser send `//elsewhere/x` here: it must neither stop the server nor name a host.
 */
function pathOf(target: string): string | undefined {
  return URL.parse(target.startsWith('/') ? `http://app.invalid${target}` : target)?.pathname;
}

/**
 * Routes are whatever stands under `/chart/` and `/open/chart/`, where the id of a record may hold dots (FHIR R4 §2.24.0.1), and paths
 * without a dot in the last segment: `/gone.js` and `/assets/gone.js` are 404, never the page.
 */
function isRoute(path: string): boolean {
  if (/^\/(?:open\/)?chart\//.test(path)) return true;
  return !/^\/(?:\/|assets\/)/.test(path) && !path.slice(path.lastIndexOf('/')).includes('.');
}

interface Page {
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly link: string | undefined;
}

const pages = new WeakMap<Served, Page>();

/** The page, made ready once for as long as it is served. */
function pageOf(served: Served): Page {
  const { page } = served;
  const known = pages.get(served) ?? {
    plain: Buffer.from(page),
    brotli: brotliCompressSync(page),
    link: linkHeader(page),
  };
  pages.set(served, known);
  return known;
}

function answer(served: Served, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(served.headers)) response.setHeader(name, value);
  if (served.broker?.(request, response) === true) return;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = pathOf(request.url ?? '/') ?? '//';
  const accepts = String(request.headers['accept-encoding'] ?? '');
  const file = path === '/index.html' ? undefined : served.files.get(path);
  if (file !== undefined) {
    // Hashed names never change their content; the icon and the like may.
    response.setHeader(
      'Cache-Control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    const [encoding, body] =
      accepts.includes('br') && file.brotli !== undefined
        ? (['br', file.brotli] as const)
        : accepts.includes('gzip') && file.gzip !== undefined
          ? (['gzip', file.gzip] as const)
          : ([undefined, file.body] as const);
    send(response, 200, file.type, encoding, body);
  } else if (isRoute(path)) {
    // The address of /callback carries a code, and the back button must not bring a chart back: never stored.
    response.setHeader('Cache-Control', 'no-store');
    const { plain, brotli, link } = pageOf(served);
    if (link !== undefined && path !== '/launch') response.setHeader('Link', link);
    if (accepts.includes('br')) send(response, 200, 'text/html; charset=utf-8', 'br', brotli);
    else send(response, 200, 'text/html; charset=utf-8', undefined, plain);
  } else {
    response.setHeader('Cache-Control', 'no-store');
    send(response, 404, 'text/plain; charset=utf-8', undefined, Buffer.from('There is no such file.\n'));
  }
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  encoding: string | undefined,
  body: Buffer,
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/**
 * Room for the broker's cookies: eight sessions of three-kilobyte refresh tokens (`broker-cookies.ts` bounds them at
 * 40,000 characters). Node's own 16 KB would refuse every request of a browser with a few open charts.
 */
const maxHeaderSize = 64 * 1024;

/**
 * The app's own server: the token broker, static files, the page with its configuration, and the security headers on
 * every answer.
 */
export function createAppServer(served: () => Served): Server {
  return createServer(
    { maxHeaderSize, headersTimeout: 15_000, requestTimeout: 30_000 },
    (request, response) => answer(served(), request, response),
  );
}
