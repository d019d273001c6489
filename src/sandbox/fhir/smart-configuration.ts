/** The identity server's addresses, as the FHIR server's discovery document and statement name them. */
export interface IdentityEndpoints {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Undefined: the server has none. */
  readonly introspectionEndpoint?: string | undefined;
  readonly revocationEndpoint: string;
  readonly jwksUri: string;
}

/** Where Keycloak puts them below a realm's issuer. */
export function keycloakEndpoints(issuer: string): IdentityEndpoints {
  const connect = `${issuer}/protocol/openid-connect`;
  return {
    issuer,
    authorizationEndpoint: `${connect}/auth`,
    tokenEndpoint: `${connect}/token`,
    introspectionEndpoint: `${connect}/token/introspect`,
    revocationEndpoint: `${connect}/revoke`,
    jwksUri: `${connect}/certs`,
  };
}

/** `.well-known/smart-configuration` with the fields of NextGen Office's (no `scopes_supported` among them). */
export function smartConfiguration(identity: IdentityEndpoints): Readonly<Record<string, unknown>> {
  return {
    response_types_supported: ['code'],
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'sso-openid-connect',
      'client-public',
      'client-confidential-symmetric',
      'context-banner',
      'context-style',
      'context-ehr-patient',
      'context-standalone-patient',
      'permission-offline',
      'permission-patient',
      'permission-user',
      'authorize-post',
      'client-confidential-asymmetric',
      'context-ehr-encounter',
      'context-standalone-encounter',
      'permission-v1',
      'permission-v2',
    ],
    code_challenge_methods_supported: ['S256'],
    introspection_endpoint: identity.introspectionEndpoint,
    jwks_uri: identity.jwksUri,
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    revocation_endpoint: identity.revocationEndpoint,
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    issuer: identity.issuer,
    token_endpoint: identity.tokenEndpoint,
    authorization_endpoint: identity.authorizationEndpoint,
  };
}
