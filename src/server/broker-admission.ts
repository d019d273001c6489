/** Who may speak to the broker: our own page alone, in one way alone. Refused before anything is asked of anybody. */
import type { IncomingMessage } from 'node:http';
import { failed, type BrokerAnswer } from './broker-answer.ts';

const largestBody = 8 * 1024;

/**
 * The refusal of a request that is not our own page's; undefined where it is. Browsers name the origin with every
 * POST, and no page of another site can set these headers; a missing `Sec-Fetch-*` is an older browser's.
 */
export function refusalOf(request: IncomingMessage, origin: string): BrokerAnswer | undefined {
  const { method, headers } = request;
  if (method !== 'POST') {
    return { ...failed(405, 'invalid_request', 'method'), headers: { Allow: 'POST' } };
  }
  if (headers.origin !== origin) return failed(403, 'forbidden', 'foreign-origin');
  const foreign = contextRefusal(request);
  if (foreign !== undefined) return foreign;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' || headers['content-encoding'] !== undefined) {
    return failed(415, 'invalid_request', 'not-json');
  }
  // Said in advance: nothing of it is read.
  return Number(headers['content-length'] ?? 0) > largestBody ? tooLarge : undefined;
}

/** The refusal of a request that is no fetch of a page of ours, by the browser's own word (Fetch Metadata). */
export function contextRefusal({ headers }: IncomingMessage): BrokerAnswer | undefined {
  const expected: Readonly<Record<string, readonly string[]>> = {
    'sec-fetch-site': ['same-origin'],
    'sec-fetch-mode': ['cors', 'same-origin'],
    'sec-fetch-dest': ['empty'],
  };
  const isForeign = Object.entries(expected).some(([name, values]) => {
    const value = headers[name];
    return value !== undefined && !values.includes(String(value));
  });
  return isForeign ? failed(403, 'forbidden', 'foreign-context') : undefined;
}

const tooLarge: BrokerAnswer = {
  ...failed(413, 'invalid_request', 'too-large'),
  // What is left of the body is not waited for.
  headers: { Connection: 'close' },
};

/** What our page may ask: the members that a route knows, as text, checked. */
export interface BrokerRequest {
  readonly system: string;
  readonly session: string;
  readonly code?: string;
  readonly verifier?: string;
  readonly token?: string;
  /** Of a session that another of the same client has replaced: its cookies go, and nothing is revoked. */
  readonly replaced?: string;
}

const members: Readonly<Record<keyof BrokerRequest, RegExp>> = {
  system: /^[a-z\d][a-z\d-]{0,100}$/,
  session: /^[\w-]{22,64}$/,
  // RFC 6749 appendix A: printable characters.
  code: /^[\x20-\x7e]{1,4096}$/,
  verifier: /^[\w.~-]{43,128}$/,
  token: /^[\x20-\x7e]{1,8000}$/,
  replaced: /^yes$/,
};

/** The body as a request; everything in it that is not asked for is left behind. */
export async function readRequest(
  request: IncomingMessage,
  required: readonly (keyof BrokerRequest)[],
): Promise<{ readonly asked: BrokerRequest } | { readonly refusal: BrokerAnswer }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestBody) return { refusal: tooLarge };
    chunks.push(chunk);
  }
  const refusal = failed(400, 'invalid_request');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return { refusal };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { refusal };
  const asked: Partial<Record<keyof BrokerRequest, string>> = {};
  for (const name of Object.keys(members) as (keyof BrokerRequest)[]) {
    const value: unknown = Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined;
    if (typeof value === 'string' && members[name].test(value)) asked[name] = value;
    // What a route can do without stops nothing: signing out must work whatever the access token looks like.
    else if (required.includes(name)) return { refusal };
  }
  return { asked: asked as BrokerRequest };
}
