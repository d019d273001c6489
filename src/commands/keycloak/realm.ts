/** The realm file, the same for both generations, made from the sandbox's cast. */
import { callbackPaths, clients, patientLogins, practice, providers, type Person } from '#sandbox/cast.ts';
import { realmClients, type RealmClient } from './systems.ts';

export interface RealmOptions {
  readonly appUrl: string;
  readonly fhirUrl: string;
  /** Every scope that a client may ask for; any other refuses the whole request. */
  readonly scopes: readonly string[];
  /** How long access tokens live, in seconds. */
  readonly accessTokenSeconds: number;
  /** Where the backend service of bulk data publishes its keys; without it the realm has no such client. */
  readonly backendKeySetUrl?: string;
}

/** What a backend service may ask for, in both generations of SMART's spelling. */
const systemScopes = ['system/*.read', 'system/*.rs'];

/** The backend service's client in the realm. */
export const backendClientId = 'chartside-bulk';

const openid = { protocol: 'openid-connect' };

/** A mapper that puts a fixed text where it is told: into the token response, and into the access token if asked. */
function fixed(name: string, value: string, inToken = false) {
  return {
    ...openid,
    name,
    protocolMapper: 'oidc-hardcoded-claim-mapper',
    config: {
      'claim.name': name,
      'claim.value': value,
      'jsonType.label': 'String',
      'access.tokenResponse.claim': 'true',
      'access.token.claim': String(inToken),
      'id.token.claim': 'false',
      'userinfo.token.claim': 'false',
    },
  };
}

const fhirUser = {
  ...openid,
  name: 'fhirUser',
  protocolMapper: 'oidc-usermodel-attribute-mapper',
  config: {
    'user.attribute': 'fhirUser',
    'claim.name': 'fhirUser',
    'jsonType.label': 'String',
    'id.token.claim': 'true',
    // The FHIR server asks whether a patient or one of the staff is at the door.
    'access.token.claim': 'true',
    'userinfo.token.claim': 'true',
  },
};

/** The FHIR base that a client's tokens are good for. `aud` of the request is not read by stock Keycloak. */
function audience(fhirBase: string) {
  return {
    ...openid,
    name: 'audience',
    protocolMapper: 'oidc-audience-mapper',
    config: {
      'included.custom.audience': fhirBase,
      'access.token.claim': 'true',
      'id.token.claim': 'false',
    },
  };
}

/** What NextGen Office adds to the token response, with its spaces, its booleans in quotes and its two spellings. */
function members(ehr: boolean, { id, encounter }: Person, fhirUrl: string) {
  const style = `${fhirUrl}/electronic/json/api/${ehr ? 'ehr' : 'portal'}SmartStyleConfig.json`;
  return [
    fixed('patient', ehr ? ` ${id} ` : ` ${id}`, true),
    fixed('need_patient_banner', 'false'),
    fixed('practice_id', practice.id),
    fixed('smart_style_url', ` ${style} `),
    fixed('client_type', ehr ? 'EHR' : 'STANDALONE'),
    fixed('resource', `${ehr ? 'person' : 'Person'}/45678`),
    ...(ehr ? [] : [fixed('subscription_type', 'Indefinite')]),
    ...(ehr && encounter !== undefined ? [fixed('encounter', encounter)] : []),
  ];
}

export function realmFile(options: RealmOptions): unknown {
  const { appUrl, fhirUrl, scopes, accessTokenSeconds, backendKeySetUrl } = options;
  // `openid` is no client scope in Keycloak.
  const named = scopes.filter((scope) => scope !== 'openid');
  const ofService = backendKeySetUrl === undefined ? [] : systemScopes;
  const callback = appUrl + callbackPaths.realm;
  const client = (made: RealmClient) => ({
    ...openid,
    ...credentials(made),
    clientId: made.clientId,
    name: 'Chartside',
    enabled: true,
    standardFlowEnabled: true,
    directAccessGrantsEnabled: false,
    consentRequired: made.consent,
    // Before 18, whoever signs out can only be sent back to an address of these.
    redirectUris: [callback, ...(made.like === 'sandbox-portal' ? [`${appUrl}/`] : [])],
    // The origins of the redirect URIs: who may read the token endpoint's answers.
    webOrigins: ['+'],
    attributes: {
      'pkce.code.challenge.method': 'S256',
      'post.logout.redirect.uris': `${appUrl}/##${callback}`,
      ...(made.seconds === undefined ? {} : { 'access.token.lifespan': String(made.seconds) }),
      ...(made.authentication === 'private_key_jwt'
        ? publishedKeys(`${appUrl}/.well-known/jwks.json`, 'ES384')
        : {}),
    },
    defaultClientScopes: [],
    optionalClientScopes: named,
    protocolMappers: [
      ...members(made.like === 'sandbox-ehr', made.patient, fhirUrl),
      audience(fhirUrl + made.base),
    ],
  });
  return {
    realm: 'nextgen',
    enabled: true,
    sslRequired: 'none',
    accessTokenLifespan: accessTokenSeconds,
    // Rotation: a refresh token is good once, and its second use is noticed.
    revokeRefreshToken: true,
    refreshTokenMaxReuse: 0,
    clientScopes: [...named, ...ofService].map((name) => ({
      ...openid,
      name,
      attributes: { 'include.in.token.scope': 'true', 'display.on.consent.screen': 'true' },
      protocolMappers: name === 'fhirUser' ? [fhirUser] : [],
    })),
    clients: [
      ...realmClients.map(client),
      ...(backendKeySetUrl === undefined ? [] : [backendService(backendKeySetUrl)]),
    ],
    // Without this a client that asks for consent gets no offline_access.
    scopeMappings: [{ clientScope: 'offline_access', roles: ['offline_access'] }],
    roles: { realm: [{ name: 'offline_access' }] },
    users: [...providers, ...patientLogins].map(({ username, password, name, fhirUser: reference }) => ({
      username,
      enabled: true,
      emailVerified: true,
      email: `${username}@example.org`,
      firstName: name.split(' ', 1)[0],
      lastName: name.replace(/^\S+ |,.*$/g, ''),
      attributes: { fhirUser: [reference] },
      credentials: [{ type: 'password', value: password, temporary: false }],
      realmRoles: ['offline_access', 'default-roles-nextgen'],
    })),
  };
}

/** How a client proves who it is: not at all, by the cast's secret (in a header or a form), or by a key. */
function credentials({ clientId, authentication }: RealmClient): object {
  if (authentication === 'public') return { publicClient: true };
  if (authentication === 'private_key_jwt')
    return { publicClient: false, clientAuthenticatorType: 'client-jwt' };
  const secret = clients.filter((each) => 'secret' in each).find(({ id }) => id === clientId)?.secret;
  return { publicClient: false, clientAuthenticatorType: 'client-secret', secret };
}

/** Where Keycloak finds the keys of a client that signs its own assertions. */
function publishedKeys(url: string, algorithm: 'ES384' | 'RS384'): Readonly<Record<string, string>> {
  return {
    'use.jwks.url': 'true',
    'jwks.url': url,
    'token.endpoint.auth.signing.alg': algorithm,
  };
}

/** A client without a person (SMART Backend Services), as NextGen's guide registers one: RS384, keys by address. */
function backendService(keySetUrl: string): object {
  return {
    ...openid,
    clientId: backendClientId,
    name: 'Chartside bulk data',
    enabled: true,
    publicClient: false,
    clientAuthenticatorType: 'client-jwt',
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    directAccessGrantsEnabled: false,
    attributes: publishedKeys(keySetUrl, 'RS384'),
    defaultClientScopes: [],
    optionalClientScopes: systemScopes,
  };
}
