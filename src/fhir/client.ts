/**
 * One request to the EHR: fhirclient's client with its transport replaced (docs/decisions/001-fhirclient.md). What is
 * outside fhirclient stands here: the guard before every URL, time-outs, bounds, and the check that a body is FHIR.
 * Nothing here repeats a request, follows a link, or refreshes a token.
 */
import type { fhirclient } from 'fhirclient/lib/types.js';
import * as clientModule from 'fhirclient/lib/Client.js';
import { type Clock, machineClock } from './budget-clock.ts';
import { largestBody, readBytes, readText } from './client-body.ts';
import { withDeadline } from './client-deadline.ts';
import { typeDeniedByUser } from './client-refusal.ts';
import { type Asked, FhirError, failureOfStatus, type FhirFailure, readRetryAfter } from './failure.ts';
import { guardedUrl, type TokenBounds } from './guard.ts';
import { type FhirResource, isResource } from './json.ts';
import { parseFhirJson, TooDeepError } from './parse-json.ts';
import type { FhirVersion } from './version.ts';

export interface ClientOptions extends TokenBounds {
  /** What the system speaks: answers of earlier versions are handed on in R4's elements. */
  readonly fhirVersion: FhirVersion;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
}

type FhirclientClass = typeof clientModule.default;

/** Node and the bundlers put a CommonJS default export at different depths. */
function fhirclientClass(): FhirclientClass {
  let found: unknown = clientModule;
  while (typeof found === 'object' && found !== null && 'default' in found) found = found.default;
  return found as FhirclientClass;
}

function broken(status: number, reason: (FhirFailure & { kind: 'broken' })['reason']): FhirError {
  return new FhirError({ kind: 'broken', status, reason });
}

function unreachable(): FhirError {
  const offline = globalThis.navigator?.onLine === false;
  return new FhirError({ kind: 'unreachable', reason: offline ? 'offline' : 'network' });
}

/** A relative URL (`Patient/85`) under the base; an absolute one as it is. */
function absoluteUrl(url: string, base: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')
    ? url
    : `${base}/${url.replace(/^\/+/, '')}`;
}

async function resourceOf(response: Response, onPiece: () => void): Promise<FhirResource> {
  if (/html|xml/i.test(response.headers.get('content-type') ?? '')) {
    throw broken(response.status, 'not-json');
  }
  const text = await readText(response, largestBody, onPiece);
  const value = await parseFhirJson(text).catch((error: unknown) => {
    throw broken(response.status, error instanceof TooDeepError ? 'not-fhir' : 'not-json');
  });
  if (!isResource(value)) throw broken(response.status, 'not-fhir');
  return value;
}

/** NextGen Enterprise may answer `GET Patient` with the one patient there is. */
function asBundle(answer: FhirResource): FhirResource {
  return answer.resourceType === 'Patient'
    ? { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: answer }] }
    : answer;
}

export interface AttachmentContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

interface RecordRequest extends fhirclient.FetchOptions {
  readonly asked?: Asked;
}

type Receive<T> = (response: Response, onPiece: () => void) => Promise<T>;

/** fhirclient's client for one access token: its state, its Authorization header, our exchange. */
class TokenClient extends fhirclientClass() {
  private readonly options: ClientOptions;

  constructor(options: ClientOptions, accessToken: string) {
    // The adapter serves fhirclient's own sign-in, storage and refresh, none of which happen here.
    super({} as fhirclient.Adapter, {
      serverUrl: options.fhirBase,
      tokenResponse: { access_token: accessToken },
    });
    this.options = options;
  }

  /** fhirclient's one method that makes requests. Its own parses with JSON.parse: decimals lose their form. */
  override fhirRequest<T>(uri: string | URL, request: RecordRequest = {}): Promise<T> {
    // DSTU2 called it otherwise, and its servers may know no other name (DSTU2 §2.1.0.6).
    const older = this.options.fhirVersion === 'DSTU2' ? ', application/json+fhir;q=0.9' : '';
    return this.exchange(String(uri), `application/fhir+json${older}`, request, resourceOf) as Promise<T>;
  }

  async exchange<T>(uri: string, accept: string, request: RecordRequest, receive: Receive<T>): Promise<T> {
    const url = guardedUrl(absoluteUrl(uri, this.options.fhirBase), this.options);
    if (url === undefined) throw broken(0, 'foreign-link');
    const { headers } = (await this.getRequestDefaults()) as { headers: Record<string, string> };
    const { fetch = globalThis.fetch, clock = machineClock } = this.options;
    return withDeadline(clock, request.signal ?? undefined, async (signal, onPiece) => {
      const init: RequestInit = {
        headers: { ...headers, accept },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        mode: 'cors',
        signal,
      };
      const response = await fetch(url, init).catch((error: unknown) => {
        throw signal.aborted ? error : unreachable();
      });
      if (!response.ok) {
        const denied = response.status === 403 ? await typeDeniedByUser(response) : undefined;
        response.body?.cancel().catch(() => undefined);
        const retryAfter = readRetryAfter(response.headers.get('retry-after'), clock.now());
        const failure = failureOfStatus(response.status, request.asked ?? 'record', retryAfter);
        throw new FhirError(failure.kind === 'refused' && denied ? { ...failure, denied } : failure);
      }
      onPiece();
      return await receive(response, onPiece).catch((error: unknown) => {
        // Cut off in the middle: what came is half an answer, not a network that was never reached.
        throw signal.aborted || error instanceof FhirError ? error : broken(response.status, 'not-json');
      });
    });
  }
}

export interface RecordClient {
  /**
   * One GET. `url` absolute or relative to the base. A search answers a Bundle, a read one resource; anything else is
   * a FhirError, as is every failure. Rejects with the signal's reason when it is aborted.
   */
  get(url: string, asked: 'record' | 'search', token: string, signal?: AbortSignal): Promise<FhirResource>;
  /** One GET of a file. Errors as `get`. */
  attachment(url: string, token: string, signal?: AbortSignal): Promise<AttachmentContent>;
}

/** The client of one system. `token` is the access token to use for that one request. */
export function openClient(options: ClientOptions): RecordClient {
  const { fhirVersion } = options;
  // Loaded beside the first answer, and by nobody whose system speaks R4.
  const earlier = fhirVersion === 'R4' ? undefined : import('./earlier/as-r4.ts');
  earlier?.catch(() => undefined);
  let current: { readonly token: string; readonly client: TokenClient } | undefined;
  const clientFor = (token: string): TokenClient => {
    if (current?.token !== token) current = { token, client: new TokenClient(options, token) };
    return current.client;
  };
  return {
    async get(url, asked, token, signal) {
      const sent = await clientFor(token).fhirRequest<FhirResource>(url, {
        asked,
        ...(signal && { signal }),
      });
      const resource = asked === 'search' && /(?:^|\/)Patient(?:\?|$)/.test(url) ? asBundle(sent) : sent;
      const isBundle = resource.resourceType === 'Bundle';
      if (isBundle !== (asked === 'search') || resource.resourceType === 'OperationOutcome') {
        throw broken(200, 'not-fhir');
      }
      return earlier === undefined || fhirVersion === 'R4'
        ? resource
        : (await earlier).answerAsR4(resource, fhirVersion);
    },
    attachment(url, token, signal) {
      const request: RecordRequest = { asked: 'attachment', ...(signal && { signal }) };
      return clientFor(token).exchange(url, '*/*', request, async (response, onPiece) => {
        const bytes = await readBytes(response, largestBody, onPiece);
        return { bytes, contentType: response.headers.get('content-type') ?? '' };
      });
    },
  };
}
