import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';

let made: Promise<JWK> | undefined;

/**
 * The key that signs id_tokens: made once in a process (it takes a tenth of a second), never stored. Sandboxes of one
 * process sign with the same key, as the realms of one server might; their issuers differ.
 */
export function signingKey(): Promise<JWK> {
  made ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => ({
    ...(privateKey.export({ format: 'jwk' }) as JWK),
    kid: randomUUID(),
    alg: 'RS256',
    use: 'sig',
  }));
  return made;
}
