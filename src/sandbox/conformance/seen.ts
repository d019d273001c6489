/** What the sandbox's servers saw of an app, before it is held against the requirements. */
import type { JWK } from 'oidc-provider';

/** A client as it is registered: that decides which requirements of client authentication apply. */
export interface RegisteredClient {
  readonly id: string;
  /** `token_endpoint_auth_method`: `none`, `client_secret_basic`, `client_secret_post`, `private_key_jwt`. */
  readonly authentication: string;
  readonly redirectUris: readonly string[];
  readonly secret: string | undefined;
  /** Public keys of private_key_jwt. */
  readonly keys: readonly JWK[];
}

export interface AuthorizationSeen {
  readonly client: RegisteredClient | undefined;
  readonly sent: URLSearchParams;
  /** FHIR bases that the realm's tokens are good for. */
  readonly bases: readonly string[];
  /** The FHIR base (`iss`) that the launch token was made for; `unknown`: no token that this sandbox made. */
  readonly launchedAt: string | undefined;
}

/** A client assertion (RFC 7523), taken apart. Undefined members could not be read. */
export interface AssertionSeen {
  readonly algorithm: string | undefined;
  readonly typ: string | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The signature fits a key that the client has registered. */
  readonly signed: boolean;
  /** Its `jti` has come before. */
  readonly repeated: boolean;
}

/** A form sent to the token or revocation endpoint. */
export interface FormSeen {
  readonly client: RegisteredClient | undefined;
  readonly form: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly authorization: string | undefined;
  /** Query of the address. */
  readonly query: string;
  /** Addresses that an assertion may be meant for. */
  readonly audiences: readonly string[];
  readonly assertion: AssertionSeen | undefined;
  readonly status: number;
  /** Seconds since 1970. */
  readonly at: number;
}

/** A request for a record, as far as its Authorization header goes. */
export interface RecordRequestSeen {
  readonly scheme: string;
  readonly url: string;
}
