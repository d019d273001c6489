/** What the FHIR server asks of the identity server about a bearer token (in one process: a function). */
export interface TokenInfo {
  readonly clientId: string;
  /** `Practitioner/…` or `Patient/…` of who signed in. */
  readonly user: string;
  readonly scopes: readonly string[];
  /** Logical id of the patient in context; undefined where the token has none. */
  readonly patient: string | undefined;
  /** Logical ids of those whose records the account may open; undefined: nothing is known of that. */
  readonly patients?: readonly string[] | undefined;
  /** The FHIR bases it is good for; undefined: every one of the sandbox's. */
  readonly audience?: readonly string[] | undefined;
}

/** Undefined: unknown, expired or revoked. */
export type TokenCheck = (token: string) => Promise<TokenInfo | undefined>;
