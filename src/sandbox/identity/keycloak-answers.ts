import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { openidConfiguration } from './discovery.ts';
import { authorizationWords, tokenWords } from './keycloak-words.ts';
import { loggedOutPage } from './pages.ts';
import type { IdentityParts } from './parts.ts';
import { sessionSeconds } from './provider.ts';
import { faultyIdToken } from './faulty-id-token.ts';
import { identityPaths, realmPath } from './realm.ts';
import { shortened } from './shortened.ts';
import { reordered, tokenMembers } from './token-members.ts';

/** The forms that the token endpoints received, secrets shortened, for the record of requests. */
export type ReceivedForms = WeakMap<IncomingMessage, Readonly<Record<string, string>>>;

/** Makes oidc-provider's answers NextGen Office's: members, words, order, CORS. */
export function answerAsKeycloak(provider: Provider, parts: IdentityParts, forms: ReceivedForms): void {
  const { control, authorization, appOrigin, ehrUrl, fhirUrl } = parts;

  provider.use(async (context, next) => {
    const ctx = context as KoaContextWithOIDC;
    if (ctx.path === identityPaths.discovery && ctx.method === 'GET') {
      ctx.set('Access-Control-Allow-Origin', '*');
      ctx.set('Cache-Control', 'no-cache, must-revalidate, no-transform, no-store');
      ctx.body = openidConfiguration(ehrUrl, control.switches.callbackIss);
      return;
    }
    await next();
    if (ctx.oidc === undefined) return;
    const form = (ctx.oidc as { body?: Record<string, unknown> }).body;
    if (form !== undefined) forms.set(ctx.req, shortened(form));
    const { route } = ctx.oidc;
    if (route === 'token' && ctx.status === 200) await addMembers(ctx);
    if (route === 'authorization' || route === 'resume') rewriteRedirect(ctx);
    if (route === 'end_session' && ctx.status === 200 && ctx.oidc.entities.IdTokenHint !== undefined)
      await signOut(ctx);
    // Keycloak tells a foreign origin nothing: in a browser such an answer is an opaque failure.
    const origin = ctx.get('Origin');
    if (origin !== '' && origin !== appOrigin && route !== 'jwks' && ctx.method !== 'OPTIONS')
      for (const name of Object.keys(ctx.response.headers))
        if (name.startsWith('access-control-')) ctx.remove(name);
  });

  provider.on('grant.error', (ctx, error) => {
    ctx.body = {
      error: error.error,
      error_description: tokenWords(error.error_description, error.error_detail),
    };
  });
  // Signed out on the page that asks: what the browser session was given ends with it.
  provider.on('end_session.success', (ctx) => {
    const session = ctx.oidc.session as { uid: string; destroyed?: boolean } | undefined;
    if (session?.destroyed === true) endGrants(authorization.sessionState(session.uid));
  });
  provider.on('server_error', (_ctx, error) => {
    process.stderr.write(`sandbox identity: ${error.stack ?? error.message}\n`);
  });

  async function addMembers(ctx: KoaContextWithOIDC): Promise<void> {
    const body = ctx.body as Record<string, unknown>;
    const grant = authorization.grantContext(ctx.oidc.entities.Grant?.jti);
    if (grant === undefined) return;
    const scope = String(body['scope']);
    ctx.body = {
      access_token: body['access_token'],
      expires_in: body['expires_in'],
      refresh_expires_in: scope.split(' ').includes('offline_access') ? 0 : sessionSeconds,
      refresh_token: body['refresh_token'],
      token_type: 'Bearer',
      id_token: await faultyIdToken(body['id_token'], control.switches.idToken),
      scope: reordered(scope),
      ...tokenMembers(grant, control.switches, fhirUrl),
    };
  }

  /** Keycloak's members in their order, `iss` only where it is switched on, errors in Keycloak's words. */
  function rewriteRedirect(ctx: KoaContextWithOIDC): void {
    const location = URL.parse(ctx.response.get('Location'));
    if (location?.origin !== appOrigin) return;
    const sent = location.searchParams;
    const query = new URLSearchParams();
    const put = (name: string, value: string | null | undefined) => {
      if (value !== null && value !== undefined) query.set(name, value);
    };
    const iss = control.switches.callbackIss ? ehrUrl + realmPath : undefined;
    put('error', sent.get('error'));
    put('error_description', authorizationWords(sent.get('error_description') ?? undefined));
    put('state', sent.get('state'));
    if (sent.has('code') && ctx.oidc.session !== undefined)
      put('session_state', authorization.sessionState(ctx.oidc.session.uid));
    put('iss', iss);
    put('code', sent.get('code'));
    ctx.set('Location', `${location.origin}${location.pathname}?${query.toString()}`);
  }

  function endGrants(sessionState: string): void {
    for (const grant of authorization.grantsOf(sessionState)) parts.memory.endGrant(grant);
  }

  /** A logout with an `id_token_hint` asks nothing: every grant of the browser session ends, and back it goes. */
  async function signOut(ctx: KoaContextWithOIDC): Promise<void> {
    const { params, session, entities } = ctx.oidc;
    const hinted = entities.IdTokenHint?.payload['session_state'];
    if (typeof hinted === 'string') endGrants(hinted);
    if (session?.accountId !== undefined && authorization.sessionState(session.uid) === hinted) {
      await session.destroy();
      ctx.cookies.set(provider.cookieName('session'), null, { path: realmPath });
    }
    const wanted = params?.['post_logout_redirect_uri'];
    const back = typeof wanted === 'string' ? URL.parse(wanted) : null;
    if (back === null) {
      ctx.type = 'html';
      ctx.body = loggedOutPage();
      return;
    }
    if (typeof params?.['state'] === 'string') back.searchParams.set('state', params['state']);
    ctx.status = 302;
    ctx.redirect(back.href);
  }
}
