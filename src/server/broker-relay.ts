/**
 * The FHIR relay, off unless a system's `broker.relay` is true: reading by way of our own origin, for an EHR without CORS
 * or one that counts preflights. `/broker/fhir/<system>` stands for the origin of the system's FHIR base; what follows
 * is the path there.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { System } from '#smart/registry.ts';
import { contextRefusal } from './broker-admission.ts';
import { failed, type BrokerAnswer } from './broker-answer.ts';
import { holdsSession, type CookieKey, type Jar } from './broker-cookies.ts';
import type { RelayBudget } from './broker-relay-budget.ts';

export const relayPrefix = '/broker/fhir/';

export interface RelayParts {
  readonly cookieKeys: readonly CookieKey[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** How long the EHR may take to begin its answer, in milliseconds. */
  readonly timeout: number;
}

/** A system whose records the relay may read, and its one budget. */
export interface RelayedSystem {
  readonly system: System;
  readonly budget: RelayBudget;
}

/** What goes to the EHR besides the token, and what comes back: nothing else, cookies least of all. */
const sentOn = ['accept', 'prefer'];
const sentBack = ['content-type', 'etag', 'last-modified', 'retry-after', 'x-request-id'];

/** The system and the address that a request line stands for; undefined where it is none. */
export function splitRelayTarget(target: string): { readonly id: string; readonly path: string } | undefined {
  const [, id, path] = /^\/broker\/fhir\/([a-z\d][a-z\d-]*)(\/.*)$/.exec(target) ?? [];
  return id === undefined || path === undefined ? undefined : { id, path };
}

/**
 * The EHR's address for a path, if it lies inside the FHIR base or a document prefix. The path must already be as a
 * browser would send it: one that reading it changes (`..`, a backslash), or that the EHR might read otherwise than we
 * (`%2e`, `%2f`), is refused.
 */
export function relayAddress(
  { fhirBase, innerBases, documents }: Pick<System, 'fhirBase' | 'innerBases' | 'documents'>,
  path: string,
): URL | undefined {
  const { origin } = new URL(fhirBase);
  const url = URL.parse(`${origin}${path}`);
  const [bare = ''] = path.split('?', 1);
  if (url === null || url.origin !== origin || url.pathname !== bare || url.hash !== '') return undefined;
  if (/\/\/|\\|%(?:2e|2f|5c|25|00)/i.test(bare)) return undefined;
  // Where another system's base lies inside, no spelling that a lax server might route there.
  if (innerBases.length > 0 && /%[\da-f]{2}|;/i.test(bare)) return undefined;
  // The longest prefix that fits is meant: below another system's base the address is that system's.
  const depth = (prefixes: readonly string[], letters: (text: string) => string): number =>
    Math.max(
      0,
      ...prefixes.map((prefix) => {
        const pathname = letters(new URL(prefix).pathname);
        const asked = letters(bare);
        return asked === pathname || asked.startsWith(`${pathname}/`) ? pathname.length : 0;
      }),
    );
  const own = depth([fhirBase, ...documents], String);
  return own > depth(innerBases, (text) => text.toLowerCase()) ? url : undefined;
}

/** Why a request to read is not let through; undefined where it is. */
function refusalOf(request: IncomingMessage, origin: string): BrokerAnswer | undefined {
  if (request.method !== 'GET') {
    return { ...failed(405, 'invalid_request', 'method'), headers: { Allow: 'GET' } };
  }
  // Browsers name no origin when a page reads from its own; the token is a header that no other site can send here.
  const foreign =
    request.headers.origin !== undefined && request.headers.origin !== origin
      ? failed(403, 'forbidden', 'foreign-origin')
      : contextRefusal(request);
  if (foreign !== undefined) return foreign;
  return /^Bearer [\w.~+/-]+=*$/.test(request.headers.authorization ?? '')
    ? undefined
    : failed(401, 'invalid_request', 'no-token');
}

/** Answers by streaming what the EHR sends, or gives the answer to write instead. `done` says what came of the stream. */
export async function relay(
  parts: RelayParts,
  { system, budget }: RelayedSystem,
  request: IncomingMessage,
  response: ServerResponse,
  asked: { readonly path: string; readonly origin: string; readonly jar: Jar },
): Promise<BrokerAnswer | { readonly status: number; readonly outcome: string; readonly streamed: true }> {
  const refusal = refusalOf(request, asked.origin);
  if (refusal !== undefined) return refusal;
  const url = relayAddress(system, asked.path);
  if (url === undefined) return failed(404, 'not_found', 'outside-the-system');
  // Else anybody could use up the practice's requests with a token made up.
  if (!(await holdsSession(asked.jar, parts.cookieKeys, system.id, parts.now()))) {
    // 401 has the page renew its session, which says for good whether there is one; 403 would read as "not shared".
    return failed(401, 'invalid_token', 'no-session');
  }
  const wait = budget.take(parts.now());
  if (wait > 0)
    return { ...failed(429, 'too_many_requests', 'budget'), headers: { 'Retry-After': `${wait}` } };

  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const slow = setTimeout(() => gone.abort('slow'), parts.timeout);
  let answer: Response;
  try {
    answer = await parts.fetch(url, {
      headers: picked(sentOn, (name) => request.headers[name], {
        Authorization: request.headers.authorization ?? '',
      }),
      redirect: 'error',
      signal: gone.signal,
    });
  } catch {
    return gone.signal.reason === 'slow'
      ? failed(504, 'upstream_timeout')
      : failed(502, 'upstream_unreachable');
  } finally {
    clearTimeout(slow);
  }
  if (answer.status === 429) budget.hold(Number(answer.headers.get('retry-after')) || 5, parts.now());
  const { status } = answer;
  response.writeHead(status, {
    ...picked(sentBack, (name) => answer.headers.get(name)),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // Opened as a page of ours it must neither run nor show: what an EHR holds was written by many.
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Content-Disposition': 'attachment',
  });
  try {
    await pipeline(
      answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body as never),
      response,
    );
    return { status, outcome: 'relayed', streamed: true };
  } catch {
    return { status, outcome: 'relay-cut', streamed: true };
  }
}

function picked(
  names: readonly string[],
  valueOf: (name: string) => string | string[] | null | undefined,
  also: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const found: Record<string, string> = { ...also };
  for (const name of names) {
    const value = valueOf(name);
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}
