import type { IdentityEndpoints } from '#sandbox/fhir/smart-configuration.ts';

/** What a base of NextGen Enterprise says of the server that signs in for it. */
export interface EnterpriseIdentity extends IdentityEndpoints {
  /** Issuer and keys as `.well-known/openid-configuration` at the base names them: others than `smart-configuration`. */
  readonly openid: { readonly issuer: string; readonly jwksUri: string };
  readonly scopesSupported: readonly string[];
}

/** `.well-known/smart-configuration`, member by member as captured. */
export function enterpriseSmartConfiguration(identity: EnterpriseIdentity): object {
  return {
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'client-public',
      'client-confidential-symmetric',
      'client-confidential-asymmetric',
      'context-banner',
      'context-style',
      'context-ehr-patient',
      'context-ehr-encounter',
      'context-standalone-patient',
      'context-standalone-encounter',
      'permission-offline',
      'permission-patient',
      'permission-user',
      'permission-v1',
      'permission-v2',
      'sso-openid-connect',
      'authorize-post',
    ],
    authorization_endpoint: identity.authorizationEndpoint,
    token_endpoint: identity.tokenEndpoint,
    revocation_endpoint: identity.revocationEndpoint,
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: identity.scopesSupported,
    issuer: identity.issuer,
    jwks_uri: identity.jwksUri,
  };
}

/** `.well-known/openid-configuration` at the base, as captured: another issuer, and no PKCE in it. */
export function enterpriseOpenidConfiguration(identity: EnterpriseIdentity): object {
  return {
    issuer: identity.openid.issuer,
    response_types_supported: ['code', 'id_token', 'token id_token'],
    jwks_uri: identity.openid.jwksUri,
    subject_types_supported: ['pairwise', 'public'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_endpoint: identity.authorizationEndpoint,
    token_endpoint: identity.tokenEndpoint,
    revocation_endpoint: identity.revocationEndpoint,
  };
}
