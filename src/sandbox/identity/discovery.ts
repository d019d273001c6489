import { identityPaths, realmPath } from './realm.ts';
import { scopesSupported } from './scopes.ts';

const signing = [
  'PS384',
  'ES384',
  'RS384',
  'HS256',
  'HS512',
  'ES256',
  'RS256',
  'HS384',
  'ES512',
  'PS256',
  'PS512',
  'RS512',
];
const clientAuthentication = [
  'private_key_jwt',
  'client_secret_basic',
  'client_secret_post',
  'tls_client_auth',
  'client_secret_jwt',
];

/**
 * The realm's `openid-configuration`, with the members that NextGen Office's Keycloak lists: no `acr_values_supported`
 * and no `authorization_response_iss_parameter_supported` (unless `callbackIss` is on), `plain` beside `S256`. What the
 * sandbox does not serve (device, CIBA, pushed requests) is listed nonetheless, as a client will find it there.
 */
export function openidConfiguration(ehrUrl: string, callbackIss: boolean): Readonly<Record<string, unknown>> {
  const realm = ehrUrl + realmPath;
  const openid = `${realm}/protocol/openid-connect`;
  const at = (path: string) => ehrUrl + path;
  return {
    issuer: realm,
    authorization_endpoint: at(identityPaths.authorization),
    token_endpoint: at(identityPaths.token),
    introspection_endpoint: at(identityPaths.introspection),
    userinfo_endpoint: at(identityPaths.userinfo),
    end_session_endpoint: at(identityPaths.logout),
    frontchannel_logout_session_supported: true,
    frontchannel_logout_supported: true,
    jwks_uri: at(identityPaths.certs),
    check_session_iframe: `${openid}/login-status-iframe.html`,
    grant_types_supported: [
      'authorization_code',
      'implicit',
      'refresh_token',
      'password',
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:device_code',
      'urn:openid:params:grant-type:ciba',
    ],
    response_types_supported: [
      'code',
      'none',
      'id_token',
      'token',
      'id_token token',
      'code id_token',
      'code token',
      'code id_token token',
    ],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: signing,
    userinfo_signing_alg_values_supported: [...signing, 'none'],
    request_object_signing_alg_values_supported: [...signing, 'none'],
    response_modes_supported: [
      'query',
      'fragment',
      'form_post',
      'query.jwt',
      'fragment.jwt',
      'form_post.jwt',
      'jwt',
    ],
    registration_endpoint: `${realm}/clients-registrations/openid-connect`,
    token_endpoint_auth_methods_supported: clientAuthentication,
    token_endpoint_auth_signing_alg_values_supported: signing,
    introspection_endpoint_auth_methods_supported: clientAuthentication,
    introspection_endpoint_auth_signing_alg_values_supported: signing,
    claims_supported: [
      'aud',
      'sub',
      'iss',
      'auth_time',
      'name',
      'given_name',
      'family_name',
      'preferred_username',
      'email',
      'acr',
    ],
    claim_types_supported: ['normal'],
    claims_parameter_supported: true,
    scopes_supported: scopesSupported,
    request_parameter_supported: true,
    request_uri_parameter_supported: true,
    require_request_uri_registration: true,
    code_challenge_methods_supported: ['plain', 'S256'],
    tls_client_certificate_bound_access_tokens: true,
    revocation_endpoint: at(identityPaths.revocation),
    revocation_endpoint_auth_methods_supported: clientAuthentication,
    revocation_endpoint_auth_signing_alg_values_supported: signing,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    device_authorization_endpoint: at(`${identityPaths.authorization}/device`),
    backchannel_token_delivery_modes_supported: ['poll', 'ping'],
    backchannel_authentication_endpoint: `${openid}/ext/ciba/auth`,
    require_pushed_authorization_requests: false,
    pushed_authorization_request_endpoint: `${openid}/ext/par/request`,
    ...(callbackIss ? { authorization_response_iss_parameter_supported: true } : {}),
  };
}
