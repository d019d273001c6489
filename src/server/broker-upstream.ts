/** The broker's requests to a sign-in server, and what of its answers may go on to the browser. */
import type { OutgoingRequest } from './broker-client-authentication.ts';

export type UpstreamAnswer =
  | { readonly kind: 'members'; readonly members: Readonly<Record<string, unknown>> }
  /** An OAuth error: its code alone, since descriptions may hold what was sent. */
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'busy'; readonly retryAfter: number }
  | { readonly kind: 'silent'; readonly outcome: string }
  | { readonly kind: 'slow' }
  | { readonly kind: 'broken'; readonly outcome: string };

const largestAnswer = 64 * 1024;

/** Sends one request. Follows nothing, stores nothing, never rejects. */
export async function askUpstream(
  send: typeof fetch,
  { url, headers, body }: OutgoingRequest,
  timeout: number,
): Promise<UpstreamAnswer> {
  let response: Response;
  let text: string | undefined;
  try {
    const signal = AbortSignal.timeout(timeout);
    response = await send(url, { method: 'POST', headers, body, redirect: 'error', signal });
    if (response.status >= 500) {
      await response.body?.cancel();
      return { kind: 'silent', outcome: 'upstream-server-error' };
    }
    text = await readUpTo(response, largestAnswer);
  } catch (error) {
    const { name, cause } = error instanceof Error ? error : { name: '', cause: undefined };
    if (name === 'TimeoutError') return { kind: 'slow' };
    const redirected = cause instanceof Error && /redirect/.test(cause.message);
    return redirected
      ? { kind: 'broken', outcome: 'upstream-redirect' }
      : { kind: 'silent', outcome: 'upstream-unreachable' };
  }
  const members = objectIn(text);
  if (response.status === 429) return { kind: 'busy', retryAfter: secondsOf(response) };
  if (response.ok) {
    // RFC 7009 §2.2: the answer to a revocation has no content that matters.
    return members === undefined
      ? { kind: 'broken', outcome: text === undefined ? 'upstream-too-large' : 'upstream-not-json' }
      : { kind: 'members', members };
  }
  const error = members?.['error'];
  return typeof error === 'string' && /^[a-z_]{1,40}$/.test(error)
    ? { kind: 'refused', error }
    : { kind: 'broken', outcome: 'upstream-not-oauth' };
}

function secondsOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? '');
  return Number.isInteger(seconds) && seconds > 0 && seconds <= 3600 ? seconds : 5;
}

/** The body as text; undefined where it is longer than allowed, of which no more is read. */
export async function readUpTo(response: Response, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text ?? '');
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
    return json as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

export interface CleanAnswer {
  /** What the browser may see, members as sent. */
  readonly shown: Readonly<Record<string, unknown>>;
  readonly refresh: string | undefined;
}

/** Longer than any refresh token known, and short enough that its cookies leave room for others. */
const longestRefresh = 8_192;

/** Takes the refresh token out of a token response, however its name is spelled, and every member that repeats it. */
export function clean(members: Readonly<Record<string, unknown>>): CleanAnswer {
  const isRefresh = (name: string): boolean => /^refresh_?token$/i.test(name.trim());
  const tokens = Object.entries(members).flatMap(([name, value]) =>
    isRefresh(name) && typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [],
  );
  // A short one may be part of a word by chance; a real one is never.
  const repeats = (value: unknown): boolean =>
    tokens.some((token) =>
      token.length < 16
        ? value === token
        : JSON.stringify(value ?? null).includes(JSON.stringify(token).slice(1, -1)),
    );
  const shown = Object.entries(members).filter(([name, value]) => !isRefresh(name) && !repeats(value));
  const refresh = tokens.find((token) => token.length <= longestRefresh);
  return { shown: Object.fromEntries(shown), refresh };
}
