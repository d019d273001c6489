import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Control } from '#sandbox/control.ts';
import type { Charts } from '#sandbox/ehr/charts.ts';
import { readBody } from '#sandbox/http.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';
import { accountById } from './accounts.ts';
import { Authorization } from './authorization.ts';
import { answerAsKeycloak, type ReceivedForms } from './keycloak-answers.ts';
import { createInteractions } from './interactions.ts';
import type { LaunchTokens } from './launch-tokens.ts';
import { IdentityMemory } from './memory-adapter.ts';
import type { IdentityParts } from './parts.ts';
import { createProvider } from './provider.ts';
import { playFaults } from './faults.ts';
import { type FhirBases, identityPaths, realmPath } from './realm.ts';
import { watchAuthorization, watchFlows } from './watch-flows.ts';

export interface IdentityOptions {
  readonly ehrUrl: string;
  readonly fhirUrl: string;
  readonly appOrigin: string;
  readonly bases: FhirBases;
  readonly control: Control;
  readonly launches: LaunchTokens;
  readonly charts: Charts;
}

export interface IdentityServer {
  /** Whether a path is the realm's. */
  owns(path: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  readonly checkToken: TokenCheck;
}

/** The sandbox's Keycloak look-alike: one realm, one public client, the cast's logins. */
export async function createIdentity(options: IdentityOptions): Promise<IdentityServer> {
  const { control, launches, bases, charts } = options;
  const authorization = new Authorization(control, launches, bases);
  const parts: IdentityParts = { ...options, authorization, memory: new IdentityMemory() };
  const provider = await createProvider(parts);
  const forms: ReceivedForms = new WeakMap();
  watchFlows(provider, parts);
  playFaults(provider, parts);
  answerAsKeycloak(provider, parts, forms);
  const interactions = createInteractions(provider, parts, charts);
  const koa = provider.callback();

  return {
    owns: (path) => path === realmPath || path.startsWith(`${realmPath}/`),

    async answer(request, response) {
      record(request, response, control, forms);
      if (control.switches.identityDown) {
        request.socket.destroy();
        return;
      }
      const url = new URL(request.url ?? '/', options.ehrUrl);
      if (url.pathname.startsWith(`${identityPaths.interactions}/`)) return interactions(request, response);
      if (url.pathname === identityPaths.authorization) {
        if (request.method === 'POST') {
          // `authorize-post`: the same request in a form. A redirect keeps it one path.
          response.writeHead(303, { Location: `${url.pathname}?${await readBody(request)}` }).end();
          return;
        }
        await watchAuthorization(provider, parts, launches, url.searchParams);
        request.url = `${url.pathname}?${withConsentPrompt(url.searchParams)}`;
      }
      await koa(request, response);
    },

    async checkToken(token) {
      const found = await provider.AccessToken.find(token);
      if (found === undefined || (await provider.Grant.find(found.grantId ?? '')) === undefined)
        return undefined;
      const issued = Number(found.extra?.['issued_at']);
      if (found.exp === undefined || control.now() - issued >= (found.exp - found.iat) * 1000)
        return undefined;
      const context = authorization.grantContext(found.grantId);
      const account = accountById(found.accountId);
      return {
        clientId: found.clientId ?? '',
        user: account?.login.fhirUser ?? '',
        scopes: [...found.scopes],
        patient: context?.patient,
        patients: account?.patients,
        ...(context && { audience: [bases[context.base]] }),
      };
    },
  };
}

/**
 * oidc-provider grants `offline_access` only with `prompt=consent`; Keycloak asks for no such thing. So it is added,
 * and whether the client itself asked for consent is kept in `consent_asked`.
 */
function withConsentPrompt(sent: URLSearchParams): string {
  const query = new URLSearchParams(sent);
  query.delete('consent_asked');
  const prompts = query.getAll('prompt');
  const asked = prompts.some((prompt) => prompt.split(' ').includes('consent'));
  if (asked) query.append('consent_asked', 'yes');
  const offline = query.get('scope')?.split(' ').includes('offline_access') === true;
  if (offline && !asked && prompts.length <= 1 && prompts[0] !== 'none')
    query.set('prompt', [...prompts, 'consent'].join(' '));
  return query.toString();
}

function record(
  request: IncomingMessage,
  response: ServerResponse,
  control: Control,
  forms: ReceivedForms,
): void {
  const at = control.now();
  // Whoever starts anew (`Control.reset`) meanwhile is not told of what was asked before.
  const { received } = control;
  const { method = 'GET', url = '/', headers } = request;
  response.once('close', () => {
    const form = forms.get(request);
    received.push({
      at,
      server: 'identity',
      method,
      url,
      origin: headers.origin,
      authorization: headers.authorization !== undefined,
      status: response.headersSent ? response.statusCode : 0,
      ...(form === undefined ? {} : { form }),
    });
  });
}
