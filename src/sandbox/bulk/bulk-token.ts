/** Backend services tokens as NextGen's bulk guide says: private_key_jwt, RS384, RSA of 3072 or 4096 bits, GUID kid. */
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';

export const bulkClientId = 'chartside-sandbox-bulk';

export interface BulkTokens {
  /** Answers the form of a token request. */
  ask(form: URLSearchParams): Promise<{ readonly status: number; readonly json: object }>;
  check(token: string | undefined): boolean;
  /** Every token given so far is refused from now on. */
  expireAll(): void;
}

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const known = /^system\/(\*|[A-Z][A-Za-z]+)\.(read|r|s|rs)$/;

/**
 * `keys`: the client's published set, read at every request. The answer's quirks are the guide's: 7200 seconds,
 * `refresh_expires_in` 0, `not-before-policy`, no refresh token.
 */
export function createBulkTokens(options: {
  readonly endpoint: string;
  readonly now: () => number;
  readonly keys: () => JSONWebKeySet;
  readonly lifetime?: () => number;
}): BulkTokens {
  const { endpoint, now, keys, lifetime = () => 7200 } = options;
  const tokens = new Map<string, number>();
  const used = new Set<string>();

  const refused = (error: string, description: string) => ({
    status: error === 'invalid_client' ? 401 : 400,
    json: { error, error_description: description },
  });

  return {
    async ask(form) {
      if (form.get('grant_type') !== 'client_credentials')
        return refused('unsupported_grant_type', 'Unsupported grant_type');
      if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
        return refused('invalid_client', 'Parameter client_assertion_type has value that is not supported');
      const assertion = form.get('client_assertion') ?? '';
      try {
        const { kid } = decodeProtectedHeader(assertion);
        if (kid === undefined || !guid.test(kid))
          return refused('invalid_client', 'Unable to load public key');
        const { payload } = await jwtVerify(assertion, createLocalJWKSet(keys()), {
          algorithms: ['RS384'],
          typ: 'JWT',
          issuer: bulkClientId,
          subject: bulkClientId,
          audience: endpoint,
          requiredClaims: ['exp', 'jti'],
          currentDate: new Date(now()),
        });
        if (Number(payload.exp) * 1000 - now() > 305_000)
          return refused('invalid_client', 'Token expiration is too far in the future');
        if (used.has(payload.jti ?? '')) return refused('invalid_client', 'Token reuse detected');
        used.add(payload.jti ?? '');
      } catch {
        return refused('invalid_client', 'Client authentication with signed JWT failed');
      }
      const scope = form.get('scope') ?? '';
      if (scope === '' || !scope.split(' ').every((one) => known.test(one)))
        return refused('invalid_scope', `Invalid scopes: ${scope}`);
      const token = `bulk.${crypto.randomUUID()}.${crypto.randomUUID()}`;
      tokens.set(token, now() + lifetime() * 1000);
      return {
        status: 200,
        json: {
          access_token: token,
          expires_in: lifetime(),
          refresh_expires_in: 0,
          token_type: 'Bearer',
          'not-before-policy': 0,
          scope,
        },
      };
    },
    check: (token) => token !== undefined && (tokens.get(token) ?? 0) > now(),
    expireAll: () => tokens.clear(),
  };
}
