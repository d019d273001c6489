import { callbackPaths, patientLogins, type EnterpriseClient } from '#sandbox/cast.ts';
import type { Control } from '#sandbox/control.ts';
import type { SandboxHandler } from '#sandbox/fhir/resource.ts';
import { accountById, accounts, signIn, type Account } from '#sandbox/identity/accounts.ts';
import {
  type AuthorizationRequest,
  authorizationRequest,
  backTo,
  boundChallenge,
  checkRequest,
  checkScopes,
  sameBase,
} from './authorization-request.ts';
import { BrowserSessions, htmlResponse, redirect } from './browser-pages.ts';
import {
  type Category,
  type CategoryId,
  categories,
  isRegistered,
  offeredLines,
  scopesOfCategories,
} from './categories.ts';
import type { EnterpriseSwitches } from './enterprise-switches.ts';
import type { EnterpriseGrant, Grants } from './grants.ts';
import { idToken } from './id-token.ts';
import { OAuthError } from './oauth-error.ts';
import { patientOauthPath as path } from './oauth-paths.ts';
import { createOauthSite } from './oauth-site.ts';
import { categoriesPage, keepSignedInPage, patientSignInPage, refusalPage } from './patient-pages.ts';

export interface PatientOauthOptions {
  readonly control: Control;
  readonly grants: Grants;
  /** `http://localhost:4202`. */
  readonly origin: string;
  readonly appOrigin: string;
  /** The FHIR base of a client's version. */
  baseOf(client: EnterpriseClient): string;
  /** Both bases of patient access. */
  readonly bases: readonly string[];
  /** Both issuers an id_token may name. */
  readonly issuers: Readonly<Record<Control['switches']['enterpriseIssuer'], string>>;
  nameOf(patient: string): string;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** A sign-in on its way through the pages. */
interface Visit {
  readonly request: AuthorizationRequest;
  /** Whoever has signed in. */
  readonly account: Account | undefined;
  /** Signed in by a cookie, or just now by hand: only then is staying signed in a question. */
  readonly byHand: boolean;
  readonly approved: readonly CategoryId[] | undefined;
}

const doors = ['patient-r4', 'patient-dstu2'] as const;
const identityScopes = ['openid', 'offline_access', 'launch', 'launch/patient', 'launch/encounter'];

/**
 * NextGen Enterprise's `patient-oauth`: confidential clients alone, a sign-in page, a page of categories to approve or
 * deny, a question whether to stay signed in, and a token response without `patient`.
 */
export function createPatientOauth(options: PatientOauthOptions): SandboxHandler {
  const { control, grants, origin, appOrigin, nameOf } = options;
  const sessions = new BrowserSessions('nge_patient', origin, path);
  const visits = new Map<string, Visit>();
  const pageOf = (step: string, id: string): string => `${origin}${path}/${step}/${id}`;
  const show = (page: string, status = 200): Response => htmlResponse(page, appOrigin, status);

  async function authorize(http: Request, sent: URLSearchParams): Promise<Response> {
    const request = authorizationRequest(sent, doors, appOrigin + callbackPaths.enterprise);
    if (request === undefined)
      return show(refusalPage('The app or its redirect address is not registered.'), 400);
    try {
      checkRequest(sent, control.switches.enterprisePkce);
      const { enterpriseAud } = control.switches;
      if (request.aud !== undefined && enterpriseAud === 'refused')
        throw new OAuthError('invalid_request', 'The parameter aud is not known.');
      if (control.switches.enterpriseUnknownScopes === 'refused') checkScopes(request);
      if (enterpriseAud !== 'overlooked' && request.aud !== undefined && audienceOf(request).length === 0)
        throw new OAuthError('invalid_request', 'The parameter aud names another server.');
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return redirect(backTo(request, { error: error.error, error_description: error.message }));
    }
    if (control.switches.autoConsent) {
      const account = accounts.find(({ login }) => login.username === patientLogins[0].username);
      const approved = offeredTo(request, control.switches).map(({ id }) => id);
      return finish({ request, account, byHand: false, approved });
    }
    const account = accountById(sessions.accountOf(http));
    return next(crypto.randomUUID(), { request, account, byHand: false, approved: undefined });
  }

  /** The bases that tokens of a request are good for; none where its `aud` is no such base. */
  function audienceOf({ aud, client }: AuthorizationRequest): readonly string[] {
    const byClient = control.switches.enterpriseTokenBase === 'client';
    const able = byClient ? [options.baseOf(client)] : options.bases;
    return aud === undefined ? able : able.filter((base) => sameBase(aud, base));
  }

  /** Remembers a sign-in and sends the browser to the page that it needs next, or back to the app. */
  function next(id: string, visit: Visit): Response {
    visits.set(id, visit);
    if (visit.account === undefined) return redirect(pageOf('sign-in', id));
    if (control.switches.consentRefused) return refused(id, visit);
    if (visit.approved === undefined) return redirect(pageOf('categories', id));
    return visit.byHand ? redirect(pageOf('keep', id)) : end(id, visit);
  }

  function refused(id: string, { request }: Visit): Response {
    visits.delete(id);
    return redirect(backTo(request, { error: 'access_denied' }));
  }

  function end(id: string, visit: Visit, cookie?: string): Response {
    visits.delete(id);
    return finish(visit, cookie);
  }

  /** Back to the app: with a code, or with `access_denied` where nothing is left to share. */
  function finish({ request, account, approved = [] }: Visit, cookie?: string): Response {
    const { enterpriseDenied: denied, enterpriseNoneApproved, enterprisePkce } = control.switches;
    const types = typesAskedFor(request, control.switches);
    const recordScopes = scopesOfCategories(approved.filter((id) => id !== denied)).filter(
      (scope) => types === undefined || types.has(typeIn(scope)),
    );
    const refuses = recordScopes.length === 0 && enterpriseNoneApproved === 'refused';
    if (account === undefined || refuses)
      return redirect(backTo(request, { error: 'access_denied' }), cookie);
    const audience = audienceOf(request);
    const code = grants.code({
      client: request.client,
      account,
      redirectUri: request.redirectUri,
      challenge: boundChallenge(request, enterprisePkce),
      nonce: request.nonce,
      identityScopes: request.scopes.filter((scope) => identityScopes.includes(scope)),
      recordScopes,
      patient: undefined,
      encounter: undefined,
      audience: audience.length === 0 ? [options.baseOf(request.client)] : audience,
    });
    return redirect(backTo(request, { code }), cookie);
  }

  const steps: Readonly<
    Record<string, (id: string, visit: Visit, form: URLSearchParams | undefined) => Response>
  > = {
    'sign-in'(id, visit, form) {
      const { name } = visit.request.client;
      if (form === undefined) return show(patientSignInPage(name, false));
      const username = form.get('username') ?? '';
      const account = signIn('patient', username, form.get('password') ?? '');
      if (account === undefined) return show(patientSignInPage(name, true, username));
      return next(id, { ...visit, account, byHand: true, approved: undefined });
    },
    categories(id, visit, form) {
      const { request, account } = visit;
      const offered = offeredLines(offeredTo(request, control.switches), control.switches);
      if (form === undefined)
        return show(categoriesPage(request.client.name, (account?.patients ?? []).map(nameOf), offered));
      if (form.get('answer') === 'other')
        return next(id, { ...visit, account: undefined, approved: undefined });
      if (form.get('answer') !== 'yes') return refused(id, visit);
      const chosen = new Set(form.getAll('category'));
      return next(id, {
        ...visit,
        approved: offered
          .filter(({ id: line }) => chosen.has(line))
          .flatMap((line) => line.categories.map((each) => each.id)),
      });
    },
    keep(id, visit, form) {
      if (form === undefined) return show(keepSignedInPage(visit.request.client.name));
      const stays = form.get('keep') === 'yes' && visit.account !== undefined;
      return end(id, visit, stays ? sessions.keep(visit.account.id) : undefined);
    },
  };

  async function members(grant: EnterpriseGrant, first: boolean): Promise<Readonly<Record<string, unknown>>> {
    const { enterpriseIssuer, enterpriseScope, enterpriseIdToken, accessTokenSeconds } = control.switches;
    const { idToken: fault } = control.switches;
    const issuer = options.issuers[enterpriseIssuer];
    return {
      ...(enterpriseScope === 'granted' && {
        scope: [...grant.identityScopes, ...grant.recordScopes].join(' '),
      }),
      ...(first &&
        enterpriseIdToken === 'asked' &&
        grant.identityScopes.includes('openid') && {
          id_token: await idToken({ issuer, grant, seconds: accessTokenSeconds, fhirUser: undefined, fault }),
        }),
    };
  }

  return createOauthSite({
    control,
    path,
    appOrigin,
    authorize,
    page: async (_request, below, form) => {
      const [, step = '', id = ''] = /^\/([a-z-]+)\/([\w-]+)$/.exec(below) ?? [];
      const visit = visits.get(id);
      const answer = steps[step];
      if (answer === undefined) return undefined;
      return visit === undefined
        ? show(refusalPage('This sign-in was finished, or is too old.'), 400)
        : answer(id, visit, form);
    },
    tokens: {
      control,
      grants,
      doors,
      where: () => control.switches.enterpriseParameters,
      pkce: () => control.switches.enterprisePkce,
      refreshHours: () => control.switches.enterpriseRefreshHours,
      members,
    },
    ...(options.wait && { wait: options.wait }),
  });
}

/** Types that the request's own record scopes leave to be shared; undefined = all. */
function typesAskedFor(
  { scopes }: AuthorizationRequest,
  { enterpriseScopesNarrow, enterpriseNoScopes }: EnterpriseSwitches,
): ReadonlySet<string> | undefined {
  const named = scopes
    .map((scope) => /^(?:patient|user)\/([A-Za-z]+|\*)\./.exec(scope)?.[1]?.toLowerCase())
    .filter((type) => type !== undefined);
  if (named.length > 0)
    return enterpriseScopesNarrow === 'overlooked' || named.includes('*') ? undefined : new Set(named);
  if (enterpriseNoScopes === 'everything') return undefined;
  return new Set(
    categories.filter(isRegistered).flatMap(({ types }) => types.map((type) => type.toLowerCase())),
  );
}

function offeredTo(request: AuthorizationRequest, switches: EnterpriseSwitches): readonly Category[] {
  const asked = typesAskedFor(request, switches);
  return categories.filter(
    ({ types }) => asked === undefined || types.some((type) => asked.has(type.toLowerCase())),
  );
}

function typeIn(scope: string): string {
  return /\/(\w+)\./.exec(scope)?.[1]?.toLowerCase() ?? '';
}
