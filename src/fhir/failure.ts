/** Every way reading the record can fail, made at the edge (`fhir/client.ts`) and nowhere else. */
export type FhirFailure =
  /** 403, or 401 that a fresh token did not cure for this one request: the EHR does not let this app read it. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** The type that the person did not share when they signed in, where the answer names it. */
      readonly denied?: string;
    }
  /** The session is over: the token was refused and could not be renewed. */
  | { readonly kind: 'expired' }
  /** 404 or 410 for one record. */
  | { readonly kind: 'absent'; readonly status: number }
  /** The server has no such type, or refuses the parameters (400, 404 on a type, 501). */
  | { readonly kind: 'unsupported'; readonly status: number }
  /** 429: the system's limit. `retryAfter` in seconds where the server let it be read. */
  | { readonly kind: 'throttled'; readonly retryAfter: number | undefined }
  /** No answer: network, CORS, or no answer in time. */
  | { readonly kind: 'unreachable'; readonly reason: 'network' | 'timeout' | 'offline' }
  /** An answer that is no FHIR: 5xx, HTML with status 200, truncated or foreign JSON, too large. */
  | {
      readonly kind: 'broken';
      readonly status: number;
      readonly reason: 'server-error' | 'not-json' | 'not-fhir' | 'too-large' | 'foreign-link';
    };

export class FhirError extends Error {
  override readonly name = 'FhirError';
  readonly failure: FhirFailure;
  constructor(failure: FhirFailure) {
    super(`fhir: ${failure.kind}`);
    this.failure = failure;
  }
}

/** What was asked for: the same 404 means "no such record" or "no such type". */
export type Asked = 'record' | 'search' | 'attachment';

/**
 * What a status other than 2xx means. Told by status alone: HAPI's issue codes say the same for different faults, and
 * its 401 carries no OperationOutcome. A 401 is `refused` here; whoever holds the session decides about a fresh token.
 */
export function failureOfStatus(status: number, asked: Asked, retryAfter?: number): FhirFailure {
  switch (status) {
    case 401:
    case 403:
      return { kind: 'refused', status };
    case 404:
    case 410:
      return asked === 'search' && status === 404
        ? { kind: 'unsupported', status }
        : { kind: 'absent', status };
    case 429:
      return { kind: 'throttled', retryAfter };
    case 400:
    case 405:
    case 406:
    case 415:
    case 422:
    case 501:
      return { kind: 'unsupported', status };
    default:
      return { kind: 'broken', status, reason: 'server-error' };
  }
}

/** Any thrown value as a failure; what is none of ours counts as an answer that could not be read. */
export function failureOf(error: unknown): FhirFailure {
  return error instanceof FhirError ? error.failure : { kind: 'broken', status: 0, reason: 'not-fhir' };
}

/** `Retry-After` in seconds from now (RFC 9110 §10.2.3: seconds or a date); undefined where it cannot be read. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
