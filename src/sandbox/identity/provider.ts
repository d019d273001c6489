import { randomUUID } from 'node:crypto';
import Provider, { type Configuration } from 'oidc-provider';
import { callbackPaths, type Client, clients } from '#sandbox/cast.ts';
import { accountById } from './accounts.ts';
import { clientKey, publicPart } from './client-keys.ts';
import type { IdentityParts } from './parts.ts';
import { failurePage, loggedOutPage, logoutPage } from './pages.ts';
import { identityPaths, realmPath } from './realm.ts';
import { scopesSupported } from './scopes.ts';
import { signingKey } from './signing-key.ts';

const day = 86_400;
/** Keycloak's idle time of a session: how long a refresh token without `offline_access` lasts. */
export const sessionSeconds = 1800;

const fixed: Configuration = {
  scopes: scopesSupported,
  claims: {
    openid: ['sub', 'azp', 'session_state', 'preferred_username'],
    fhirUser: ['fhirUser'],
    profile: ['name', 'given_name', 'family_name'],
    email: ['email', 'email_verified'],
  },
  conformIdTokenClaims: false,
  responseTypes: ['code'],
  pkce: { required: () => true },
  routes: {
    authorization: identityPaths.authorization,
    token: identityPaths.token,
    jwks: identityPaths.certs,
    userinfo: identityPaths.userinfo,
    revocation: identityPaths.revocation,
    introspection: identityPaths.introspection,
    end_session: identityPaths.logout,
  },
  // Keycloak binds tokens to its own session; here a grant is what is bound, so that a second launch ends no first one.
  expiresWithSession: () => false,
  issueRefreshToken: () => true,
  rotateRefreshToken: () => true,
  revokeGrantPolicy: () => true,
  clientBasedCORS: (_ctx, origin, client) =>
    client.redirectUris?.some((uri) => URL.parse(uri)?.origin === origin) === true,
};

/** oidc-provider set up as NextGen Office's realm. What its answers lack stands in `keycloak-answers.ts`. */
export async function createProvider(parts: IdentityParts): Promise<Provider> {
  const { ehrUrl, appOrigin, control, authorization, memory, bases } = parts;
  const key = publicPart(await clientKey());
  const registered: readonly Client[] = clients;
  const provider = new Provider(ehrUrl + realmPath, {
    ...fixed,
    adapter: memory.adapter,
    jwks: { keys: [await signingKey()] },
    clients: registered.map(({ id, name, authentication, secret }) => ({
      client_id: id,
      client_name: name,
      token_endpoint_auth_method: authentication,
      ...(secret === undefined ? {} : { client_secret: secret }),
      ...(authentication === 'private_key_jwt'
        ? { jwks: { keys: [key] }, token_endpoint_auth_signing_alg: 'ES384' as const }
        : {}),
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [callbackPaths.realm, callbackPaths.discovered].map((path) => appOrigin + path),
      post_logout_redirect_uris: [appOrigin, `${appOrigin}/`, appOrigin + callbackPaths.realm],
    })),
    enabledJWA: { clientAuthSigningAlgValues: ['RS384', 'ES384'] },
    extraParams: {
      aud: null,
      consent_asked: null,
      launch: (ctx) => {
        authorization.checkRequest(ctx);
        authorization.signInUnasked(ctx);
      },
    },
    cookies: {
      names: { session: 'KEYCLOAK_IDENTITY', interaction: 'AUTH_SESSION_ID', resume: 'KC_RESTART' },
      keys: [randomUUID()],
      long: { httpOnly: true, sameSite: 'lax', path: realmPath },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      introspection: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.body = logoutPage(form);
        },
        postLogoutSuccessSource: async (ctx) => {
          ctx.body = loggedOutPage();
        },
      },
    },
    findAccount: (_ctx, id, token) => {
      const account = accountById(id);
      if (account === undefined) return undefined;
      const { login } = account;
      const [given = '', ...family] = login.name.replace(/,.*$/, '').split(' ');
      const grant = authorization.grantContext(
        token !== undefined && 'grantId' in token ? token.grantId : undefined,
      );
      return {
        accountId: id,
        claims: () => ({
          sub: id,
          azp: clients[0].id,
          session_state: grant?.sessionState,
          preferred_username: login.username,
          name: login.name,
          given_name: given,
          family_name: family.join(' '),
          email: `${login.username}@example.invalid`,
          email_verified: false,
          fhirUser: `${bases.office}/${login.fhirUser}`,
        }),
      };
    },
    // Read again by `checkToken`: the sandbox's own clock decides when an access token has expired.
    extraTokenClaims: (_ctx, token) => ({
      patient: 'grantId' in token ? authorization.grantContext(token.grantId)?.patient : undefined,
      issued_at: control.now(),
    }),
    interactions: {
      policy: authorization.policy(),
      url: (_ctx, { prompt, uid }) => `${identityPaths.interactions}/${prompt.name}/${uid}`,
    },
    loadExistingGrant: authorization.loadGrant,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = failurePage(out);
    },
    ttl: {
      AccessToken: () => control.switches.accessTokenSeconds,
      AuthorizationCode: 60,
      Grant: 14 * day,
      IdToken: () => control.switches.accessTokenSeconds,
      Interaction: 3600,
      RefreshToken: (_ctx, token) => (token.scopes.has('offline_access') ? 30 * day : sessionSeconds),
      Session: day,
    },
  });
  // Keycloak's codes are three UUIDs joined by dots.
  Object.defineProperty(provider.AuthorizationCode.prototype, 'generateTokenId', {
    value: () => [randomUUID(), randomUUID(), randomUUID()].join('.'),
  });
  // Two tabs that sign in at the same moment share one session cookie: a new id for each would lock one of them out.
  Object.defineProperty(provider.Session.prototype, 'resetIdentifier', { value: () => undefined });
  return provider;
}
