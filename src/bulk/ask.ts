/** One request to the bulk server: the token, its renewal, and what a status other than 2xx means. */
import { readRetryAfter } from '#fhir/failure.ts';
import { type BulkServer, ownAddress } from './bulk-config.ts';
import { deadline } from './deadline.ts';
import { BulkError, type BulkFailure } from './failure.ts';
import { saidIn } from './outcome-words.ts';
import { machinePacing, type Pacing } from './pause.ts';
import { jsonObject, readBounded } from './read-bounded.ts';
import type { TokenSource } from './token.ts';

export interface BulkClient {
  readonly server: BulkServer;
  readonly tokens: TokenSource;
  readonly fetch: typeof fetch;
  readonly pacing: Pacing;
  readonly signal: AbortSignal | undefined;
}

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What a 404 means here. */
  readonly what: Extract<BulkFailure, { kind: 'absent' }>['what'];
  /** Ids of patients in the request: a 422 speaks of some of them. */
  readonly patients?: readonly string[];
  /** Statuses that are an answer and no failure, beside 2xx. */
  readonly also?: readonly number[];
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** At most sixteen megabytes. */
  readonly text: string;
}

const largest = 16 * 1024 * 1024;

/** A client with the browserless machine's own means where a test gives no others. */
export function bulkClient(
  server: BulkServer,
  tokens: TokenSource,
  means: Partial<Pick<BulkClient, 'fetch' | 'pacing' | 'signal'>> = {},
): BulkClient {
  const { signal } = means;
  return {
    server,
    tokens,
    fetch: means.fetch ?? fetch,
    pacing: means.pacing ?? machinePacing(signal),
    signal,
  };
}

/**
 * Asks for an address below the base; any other is refused before a token is asked for. A 401 is answered by
 * one renewal of the token. Rejects with `BulkError`.
 */
export async function askBulk(client: BulkClient, url: string, asked: Asked): Promise<Answered> {
  // Whatever an address was read from: a token goes nowhere else.
  if (ownAddress(client.server, url) !== url)
    throw new BulkError({ kind: 'protocol', reason: 'foreign-address' });
  let token = await client.tokens.token();
  for (let attempt = 1; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the second try needs the first one's refusal
    const answer = await send(client, url, asked, token);
    if (answer.status === 401 && attempt === 1) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      token = await client.tokens.renew(token);
      continue;
    }
    const isAnswer = answer.status < 300 || asked.also?.includes(answer.status) === true;
    if (!isAnswer) throw new BulkError(failureOf(answer, asked, client.pacing.now()));
    return answer;
  }
}

/** Whether a request failed before any of it went to the server: no name, no line, no encryption that holds. */
function isUnsent(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(NET|HOST)(UNREACH|DOWN)|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|ERR_SSL_(?!.*(?:DECRYPTION|MAC))|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/.test(
    code ?? '',
  );
}

async function send(client: BulkClient, url: string, asked: Asked, token: string): Promise<Answered> {
  const { method = 'GET', headers = {}, body } = asked;
  try {
    const response = await client.fetch(url, {
      method,
      redirect: 'error',
      signal: deadline(120_000, client.signal),
      headers: {
        Accept: 'application/json',
        ...headers,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        Authorization: `Bearer ${token}`,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, text: await readBounded(response, largest) };
  } catch (error) {
    if (client.signal?.aborted === true) throw new BulkError({ kind: 'interrupted' });
    if (error instanceof BulkError) throw error;
    throw new BulkError({
      kind: 'unreachable',
      what: 'the bulk server',
      ...(isUnsent(error) && { isUnsent: true }),
    });
  }
}

/** What a status that is no answer means. */
export function failureOf(
  { status, headers, text }: Answered,
  { what, patients = [] }: Pick<Asked, 'what' | 'patients'>,
  now: number,
): BulkFailure {
  const retryAfter = readRetryAfter(headers.get('retry-after'), now);
  switch (status) {
    case 401:
      return { kind: 'refused', status };
    case 403:
      return /limit/i.test(text) ? { kind: 'limit-reached' } : { kind: 'refused', status };
    case 404:
    case 410:
      return { kind: 'absent', what };
    case 422:
      return { kind: 'patients-invalid', ids: idsIn(text, patients) };
    case 429:
      return { kind: 'throttled', retryAfter };
    default:
      return status >= 500
        ? { kind: 'server-error', status, retryAfter, said: saidIn(text) }
        : { kind: 'unsupported', status, said: saidIn(text) };
  }
}

/** Which of the ids that were sent an answer names, as a text, as a number or within a sentence: NextGen prints no sample. */
function idsIn(text: string, sent: readonly string[]): readonly string[] {
  const named = new Set(text.match(/[\w-]+(?:\.[\w-]+)*/g));
  return [...new Set(sent)].filter((id) => named.has(id));
}

/** A JSON answer as an object. Throws `BulkError` (`not-json`). */
export function objectOf({ text }: Answered): Readonly<Record<string, unknown>> {
  return jsonObject(text);
}
