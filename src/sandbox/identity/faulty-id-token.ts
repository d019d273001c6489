import { createPrivateKey } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import type { Switches } from '#sandbox/control.ts';
import { signingKey } from './signing-key.ts';

/** The fault in words, for the record of flows. */
export const idTokenFaultWords: Readonly<Record<Switches['idToken'], string | undefined>> = {
  good: undefined,
  'other-issuer': 'of another issuer',
  'other-audience': 'for another client',
  expired: 'that ran out an hour ago',
};

/** The id_token with the chosen fault, signed with the realm's key all the same. */
export async function faultyIdToken(token: unknown, fault: Switches['idToken']): Promise<unknown> {
  if (fault === 'good' || typeof token !== 'string') return token;
  const claims = decodeJwt(token);
  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  const changed = {
    'other-issuer': { iss: 'https://another.example/auth/realms/nextgen' },
    'other-audience': { aud: 'another-client' },
    expired: { iat: anHourAgo - 300, exp: anHourAgo },
  }[fault];
  const key = await signingKey();
  return new SignJWT({ ...claims, ...changed })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid ?? '' })
    .sign(createPrivateKey({ key: { ...key }, format: 'jwk' }));
}
