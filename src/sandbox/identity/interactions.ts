import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type default as Provider } from 'oidc-provider';
import { clients } from '#sandbox/cast.ts';
import type { Charts } from '#sandbox/ehr/charts.ts';
import { readBody } from '#sandbox/http.ts';
import { pageHeaders } from '#sandbox/ehr/page-headers.ts';
import { accountById, signIn } from './accounts.ts';
import { consentPage, failurePage, loginPage, pickerPage } from './pages.ts';
import type { IdentityParts } from './parts.ts';
import { requiredScopes, scopesOf } from './scopes.ts';

type Details = Awaited<ReturnType<Provider['interactionDetails']>>;
interface Turn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly details: Details;
  /** Undefined: the page is asked for. */
  readonly form: URLSearchParams | undefined;
}

/** The pages between the authorization request and the callback: sign in, choose a record, consent. */
export function createInteractions(provider: Provider, parts: IdentityParts, charts: Charts) {
  const { authorization, control } = parts;
  const appName = (id: unknown) => clients.find((client) => client.id === id)?.name ?? 'An app';

  function show(turn: Turn, status: number, page: string): void {
    turn.response
      .writeHead(status, pageHeaders(parts.appOrigin))
      .end(turn.request.method === 'HEAD' ? '' : page);
  }

  const steps: Readonly<Record<string, (turn: Turn) => Promise<void>>> = {
    async login(turn) {
      const { details, form } = turn;
      const kind = authorization.kindFor(details.params);
      if (form === undefined)
        return show(turn, 200, loginPage(kind, appName(details.params['client_id']), false, undefined));
      const username = form.get('username') ?? '';
      const account = signIn(kind, username, form.get('password') ?? '');
      if (account === undefined)
        return show(turn, 200, loginPage(kind, appName(details.params['client_id']), true, username));
      await changeAccount(details, account.id);
      await finish(turn, { login: { accountId: account.id } });
    },

    async select_patient(turn) {
      const { details, form } = turn;
      const account = accountById(details.session?.accountId);
      const lines = charts.choosable(authorization.baseFor(details.params), account?.patients);
      const chosen = lines.find(({ id }) => id === form?.get('patient'));
      if (chosen === undefined)
        return show(turn, 200, pickerPage(account?.kind ?? 'patient', lines, account?.patients?.[0]));
      await finish(turn, { patient: chosen.id });
    },

    async consent(turn) {
      const { details, form } = turn;
      const { params, session } = details;
      const refused = { error: 'access_denied', error_description: undefined };
      if (control.switches.consentRefused || form?.get('answer') === 'no') {
        await forgetFreshSignIn(details);
        return provider.interactionFinished(turn.request, turn.response, refused, {
          mergeWithLastSubmission: false,
        });
      }
      const accountId = session?.accountId;
      const clientId = String(params['client_id']);
      const asked = [...scopesOf(params)];
      const patient = details.lastSubmission?.['patient'];
      if (form === undefined || accountId === undefined || session === undefined) {
        const account = accountById(accountId);
        const about = authorization.patientOf(params) ?? patient;
        const line = charts.find(authorization.baseFor(params), String(about));
        return show(turn, 200, consentPage(account?.kind ?? 'patient', appName(clientId), asked, line?.name));
      }
      const selected = new Set(form.getAll('scope'));
      const granted = asked.filter((scope) => selected.has(scope) || requiredScopes.has(scope));
      const rejected = asked.filter((scope) => !granted.includes(scope));
      const grant = new provider.Grant({ accountId, clientId });
      grant.addOIDCScope(granted.join(' '));
      if (rejected.length > 0) grant.rejectOIDCScope(rejected.join(' '));
      const grantId = await grant.save();
      authorization.settle(grantId, session.uid, accountId, params, patient);
      authorization.remember(session.uid, accountId, clientId, granted, rejected);
      await finish(turn, { consent: { grantId } });
    },
  };

  async function finish(turn: Turn, result: Parameters<Provider['interactionFinished']>[2]): Promise<void> {
    await provider.interactionFinished(turn.request, turn.response, result, {
      mergeWithLastSubmission: true,
    });
  }

  /** Whoever signed in for this very request and then refused is signed in nowhere, as at Keycloak. */
  async function forgetFreshSignIn(details: Details): Promise<void> {
    const { session, lastSubmission } = details;
    if (session === undefined || lastSubmission?.['login'] === undefined) return;
    await keepAccount(details, session, undefined);
  }

  /**
   * Another account signs in within the same browser session. oidc-provider would first log the other out, with every
   * token it was given; at NextGen Office staff and patients have different realms of cookies and do not meet.
   */
  async function changeAccount(details: Details, accountId: string): Promise<void> {
    const { session } = details;
    if (session === undefined || session.accountId === accountId) return;
    await keepAccount(details, session, accountId);
  }

  /** Writes who is signed in into the browser session, and into the authorization that would notice the change. */
  async function keepAccount(
    details: Details,
    session: NonNullable<Details['session']>,
    accountId: string | undefined,
  ): Promise<void> {
    const kept = await provider.Session.findByUid(session.uid);
    if (kept === undefined) return;
    if (accountId === undefined) delete kept.accountId;
    else kept.loginAccount({ accountId });
    Object.assign(session, { accountId });
    await kept.persist();
    await details.save(Math.max(1, details.exp - Math.floor(Date.now() / 1000)));
  }

  /** Answers one request below the interactions path. */
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const details = await provider.interactionDetails(request, response).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return undefined;
      throw error;
    });
    const step = details === undefined ? undefined : steps[details.prompt.name];
    const post = request.method === 'POST';
    const form = post ? new URLSearchParams(await readBody(request)) : undefined;
    if (details === undefined || step === undefined) {
      const words = 'This sign-in was finished, or is too old.';
      response.writeHead(400, pageHeaders(parts.appOrigin)).end(failurePage({ error_description: words }));
      return;
    }
    await step({ request, response, details, form });
  };
}
