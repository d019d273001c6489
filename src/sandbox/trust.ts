import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { TokenCheck } from './token-check.ts';

/** A sign-in server outside the sandbox, whose tokens the sandbox's FHIR server takes in place of its own. */
export interface Trust {
  /** The realm, as its tokens name it (`iss`). */
  readonly issuer: string;
  /** Where its public keys are. */
  readonly jwksUri: string;
  /**
   * Logical ids of those whom the EHR opens at the second FHIR base. Stock Keycloak does not read `launch`: whom a
   * token is about is fixed by the client, so a second patient is a second client, and a second system to the app.
   */
  readonly second: readonly string[];
}

/**
 * Checks access tokens by what stands in them: signature, issuer, time, and that it is an access token at all (the
 * realm signs id_tokens with the same key). `now` is the sandbox's clock. A token revoked meanwhile is good until its
 * time is over: nobody is asked about it.
 */
export function trustedTokens({ issuer, jwksUri }: Trust, now: () => number): TokenCheck {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return async (token) => {
    let claims;
    try {
      const currentDate = new Date(now());
      const algorithms = ['RS256'];
      ({ payload: claims } = await jwtVerify(token, keys, { issuer, algorithms, currentDate }));
    } catch {
      // Whatever could not be checked is not trusted; why, is nobody's business but the sign-in server's.
      return undefined;
    }
    const { exp, typ, azp, scope, patient, fhirUser, aud } = claims;
    if (exp === undefined || typ !== 'Bearer' || aud === undefined) return undefined;
    return {
      clientId: words(azp),
      user: words(fhirUser),
      scopes: words(scope).split(' '),
      patient: words(patient) === '' ? undefined : words(patient),
      audience: [aud].flat(),
    };
  };
}

/** A claim's text without the spaces that NextGen has around some. */
function words(claim: unknown): string {
  return typeof claim === 'string' ? claim.trim() : '';
}
