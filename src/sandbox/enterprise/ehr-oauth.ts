import { callbackPaths, providers } from '#sandbox/cast.ts';
import type { Control } from '#sandbox/control.ts';
import type { SandboxHandler } from '#sandbox/fhir/resource.ts';
import { accountById, accounts, signIn, type Account } from '#sandbox/identity/accounts.ts';
import type { LaunchContext, LaunchTokens } from '#sandbox/identity/launch-tokens.ts';
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
import type { EnterpriseGrant, Grants } from './grants.ts';
import { idToken } from './id-token.ts';
import { OAuthError } from './oauth-error.ts';
import { ehrOauthPath as path } from './oauth-paths.ts';
import { createOauthSite } from './oauth-site.ts';
import { refusalPage, staffConsentPage, staffSignInPage } from './patient-pages.ts';
import { watchEhrFlows } from './watch-ehr-flows.ts';

export interface EhrOauthOptions {
  readonly control: Control;
  readonly grants: Grants;
  readonly launches: LaunchTokens;
  readonly origin: string;
  readonly appOrigin: string;
  readonly base: string;
  readonly issuer: string;
  /** The id of a visit as its Encounter has it, of how a launch names it. */
  encounterId(named: string): string | undefined;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

interface Visit {
  readonly request: AuthorizationRequest;
  readonly launch: LaunchContext;
  /** Whoever has signed in, and is asked. */
  readonly account: Account | undefined;
}

const doors = ['ehr'] as const;

/** NextGen Enterprise's `nge-oauth`: launches from the EHR, as SMART App Launch 2.2 has them. The client uses Basic. */
export function createEhrOauth(options: EhrOauthOptions): SandboxHandler {
  const { control, grants, launches, origin, appOrigin, base } = options;
  const sessions = new BrowserSessions('nge_staff', origin, path);
  const visits = new Map<string, Visit>();
  const watch = watchEhrFlows({
    control,
    launches,
    base,
    redirectUri: appOrigin + callbackPaths.enterpriseEhr,
  });
  const show = (page: string, status = 200): Response => htmlResponse(page, appOrigin, status);

  /** Throws the error that the app is redirected with. */
  function launchOf(request: AuthorizationRequest): LaunchContext {
    const chosen = control.switches.launch;
    if (request.aud === undefined || !sameBase(request.aud, base))
      throw new OAuthError('invalid_request', 'The parameter aud is missing or names another server.');
    checkScopes(request);
    if (!request.scopes.includes('launch'))
      throw new OAuthError('invalid_scope', 'The scope launch is missing.');
    const reading = request.launch === undefined ? undefined : launches.read(request.launch);
    if (reading === undefined || reading.kind === 'unknown')
      throw new OAuthError('invalid_request', 'The parameter launch is missing or not known.');
    if (reading.kind === 'expired' || chosen === 'expired')
      throw new OAuthError('invalid_request', 'The launch has expired.');
    if (chosen === 'not-subscribed')
      throw new OAuthError('access_denied', 'The practice has no active subscription for this application');
    return reading.context;
  }

  async function authorize(http: Request, sent: URLSearchParams): Promise<Response> {
    const request = authorizationRequest(sent, doors, appOrigin + callbackPaths.enterpriseEhr);
    if (request === undefined)
      return show(refusalPage('The app or its redirect address is not registered.', 'enterprise-ehr'), 400);
    let launch: LaunchContext;
    try {
      checkRequest(sent, control.switches.enterpriseEhrPkce);
      launch = launchOf(request);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return redirect(backTo(request, { error: error.error, error_description: error.message }));
    }
    const first = accounts.find(({ login }) => login.username === providers[0].username);
    const { autoConsent, enterpriseStaffSession } = control.switches;
    if (autoConsent && first !== undefined) return finish({ request, launch }, first);
    const kept = enterpriseStaffSession === 'kept' ? accountById(sessions.accountOf(http)) : undefined;
    return next(crypto.randomUUID(), { request, launch, account: kept });
  }

  /** Remembers a launch and sends the browser to the page that it needs next, or back to the app. */
  function next(id: string, visit: Visit, cookie?: string): Response {
    const { account } = visit;
    if (account !== undefined && control.switches.enterpriseStaffConsent === 'none') {
      visits.delete(id);
      return finish(visit, account, cookie);
    }
    visits.set(id, visit);
    return redirect(`${origin}${path}/${account === undefined ? 'sign-in' : 'allow'}/${id}`, cookie);
  }

  function finish({ request, launch }: Omit<Visit, 'account'>, account: Account, cookie?: string): Response {
    if (control.switches.consentRefused) return redirect(backTo(request, { error: 'access_denied' }));
    const identity = request.scopes.filter((scope) => !scope.includes('/'));
    const code = grants.code({
      client: request.client,
      account,
      redirectUri: request.redirectUri,
      challenge: boundChallenge(request, control.switches.enterpriseEhrPkce),
      nonce: request.nonce,
      identityScopes: identity,
      recordScopes: request.scopes.filter((scope) => scope.includes('/')),
      patient: launch.patient,
      encounter: launch.encounter === undefined ? undefined : options.encounterId(launch.encounter),
      audience: [base],
    });
    watch.code(code, request.challenge);
    return redirect(backTo(request, { code }), cookie);
  }

  async function members(grant: EnterpriseGrant): Promise<Readonly<Record<string, unknown>>> {
    const { switches } = control;
    const { account, identityScopes, recordScopes, patient, encounter } = grant;
    const { banner, style, accessTokenSeconds: seconds, idToken: fault } = switches;
    const file = style === 'portal' ? 'portalSmartStyleConfig' : 'ehrSmartStyleConfig';
    const all: Readonly<Record<string, unknown>> = {
      scope: [...identityScopes, ...recordScopes].join(' '),
      patient: switches.omitPatient ? undefined : patient,
      encounter: switches.encounter === 'chosen' ? encounter : undefined,
      need_patient_banner: banner === 'absent' ? undefined : banner.includes('true'),
      smart_style_url: style === 'absent' ? undefined : `${origin}/electronic/json/api/${file}.json`,
      id_token: identityScopes.includes('openid')
        ? await idToken({
            issuer: options.issuer,
            grant,
            seconds,
            fhirUser: identityScopes.includes('fhirUser') ? `${base}/${account.login.fhirUser}` : undefined,
            fault,
          })
        : undefined,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  return createOauthSite({
    control,
    path,
    appOrigin,
    authorize,
    watch,
    tokenCors: () => control.switches.enterpriseEhrTokenCors === 'sent',
    page: async (_request, below, form) => {
      const [, step, id] = /^\/(sign-in|allow)\/([\w-]+)$/.exec(below) ?? [];
      if (id === undefined) return undefined;
      const visit = visits.get(id);
      if (visit === undefined)
        return show(refusalPage('This sign-in was finished, or is too old.', 'enterprise-ehr'), 400);
      const { name } = visit.request.client;
      if (step === 'allow' && visit.account !== undefined) {
        if (form === undefined) return show(staffConsentPage(name));
        visits.delete(id);
        if (form.get('answer') === 'yes') return finish(visit, visit.account);
        return redirect(backTo(visit.request, { error: 'access_denied' }));
      }
      if (form === undefined) return show(staffSignInPage(name, false));
      const username = form.get('username') ?? '';
      const account = signIn('provider', username, form.get('password') ?? '');
      if (account === undefined) return show(staffSignInPage(name, true, username));
      return next(id, { ...visit, account }, sessions.keep(account.id));
    },
    tokens: {
      control,
      grants,
      doors,
      where: () => 'basic',
      pkce: () => control.switches.enterpriseEhrPkce,
      refreshHours: () => control.switches.enterpriseEhrRefreshHours || undefined,
      members,
    },
    ...(options.wait && { wait: options.wait }),
  });
}
