import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';

let made: Promise<JWK> | undefined;

/**
 * The private key of the made-up client that authenticates with private_key_jwt (RFC 7523; ES384): made once in a
 * process, never stored. Whoever plays that client's server asks the sandbox for it (`Sandbox.clientKeys`).
 */
export function clientKey(): Promise<JWK> {
  made ??= promisify(generateKeyPair)('ec', { namedCurve: 'P-384' }).then(({ privateKey }) => ({
    ...(privateKey.export({ format: 'jwk' }) as JWK),
    kid: randomUUID(),
    alg: 'ES384',
    use: 'sig',
  }));
  return made;
}

/** The same key as it is registered: without its private member. */
export function publicPart(key: JWK): JWK {
  const rest = { ...key };
  delete rest.d;
  return rest;
}
