/** Every way reading the record can fail, made at the edge (`fhir/client.ts`) and nowhere else. */
export type FhirFailure =
  /** 403, or 401 that a fresh token did not cure for this one request: the EHR does not let this app read it. */
  | { readonly kind: 'refused'; readonly status: number }
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
  | { readonly kind: 'broken'; readonly status: number; readonly reason: 'server-error' | 'not-json' | 'not-fhir' | 'too-large' | 'foreign-link' };

export class FhirError extends Error {
  override readonly name = 'FhirError';
  readonly failure: FhirFailure;
  constructor(failure: FhirFailure) {
    super(`fhir: ${failure.kind}`);
    this.failure = failure;
  }
}
