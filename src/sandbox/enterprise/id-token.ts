import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Switches } from '#sandbox/control.ts';
import { publicPart } from '#sandbox/identity/client-keys.ts';
import { faultyIdToken } from '#sandbox/identity/faulty-id-token.ts';
import { signingKey } from '#sandbox/identity/signing-key.ts';
import type { EnterpriseGrant } from './grants.ts';

export interface IdTokenParts {
  readonly issuer: string;
  readonly grant: EnterpriseGrant;
  readonly seconds: number;
  /** Absolute URL of who signed in; undefined = the token does not say. */
  readonly fhirUser: string | undefined;
  readonly fault: Switches['idToken'];
}

/** An id_token (RS256) of this moment, by the machine's clock as every checker's is, with the chosen fault. */
export async function idToken({ issuer, grant, seconds, fhirUser, fault }: IdTokenParts): Promise<unknown> {
  const key = await signingKey();
  const now = Math.floor(Date.now() / 1000);
  const { nonce } = grant;
  const claims = {
    ...(nonce === undefined ? {} : { nonce }),
    ...(fhirUser === undefined ? {} : { fhirUser }),
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid ?? '' })
    .setIssuer(issuer)
    .setSubject(grant.account.id)
    .setAudience(grant.client.id)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(createPrivateKey({ key: { ...key }, format: 'jwk' }));
  return faultyIdToken(token, fault);
}

/** The public half of the key that signs: a JSON Web Key Set as text. RSA has more private members than `d`. */
export async function publicKeys(): Promise<string> {
  const { kty, n, e, kid, alg, use } = publicPart(await signingKey());
  return JSON.stringify({ keys: [{ kty, n, e, kid, alg, use }] });
}
