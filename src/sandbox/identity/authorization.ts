import type { KoaContextWithOIDC } from 'oidc-provider';
import { errors, interactionPolicy } from 'oidc-provider';
import { patientLogins, providers } from '#sandbox/cast.ts';
import type { Control } from '#sandbox/control.ts';
import { type AccountKind, accountById, accounts, stableUuid } from './accounts.ts';
import type { LaunchContext, LaunchTokens } from './launch-tokens.ts';
import type { BaseName, FhirBases } from './realm.ts';
import { knowsScopes, scopesOf } from './scopes.ts';
import type { GrantContext } from './token-members.ts';

const { Check, Prompt } = interactionPolicy;

/** What the person chose for one app in one browser session, so that a second launch does not ask again. */
interface Remembered {
  readonly granted: ReadonlySet<string>;
  readonly rejected: ReadonlySet<string>;
}

/** The decisions of the authorization endpoint: who must sign in, for whom, with what consent. */
export class Authorization {
  readonly #control: Control;
  readonly #launches: LaunchTokens;
  readonly #bases: FhirBases;
  readonly #remembered = new Map<string, Remembered>();
  readonly #grants = new Map<string, GrantContext>();
  readonly #ofSession = new Map<string, string[]>();

  constructor(control: Control, launches: LaunchTokens, bases: FhirBases) {
    this.#control = control;
    this.#launches = launches;
    this.#bases = bases;
  }

  /** What a grant is about. */
  grantContext(grantId: string | undefined): GrantContext | undefined {
    return grantId === undefined ? undefined : this.#grants.get(grantId);
  }

  /** Grants given in one browser session (its `session_state`): signing out ends them all. */
  grantsOf(sessionState: string): readonly string[] {
    return this.#ofSession.get(sessionState) ?? [];
  }

  /** Checks what oidc-provider does not know of. Throws the error that the client is redirected with. */
  readonly checkRequest = (ctx: KoaContextWithOIDC): void => {
    const { scope = '' } = ctx.query as { scope?: string };
    if (scope !== '' && !knowsScopes(scope))
      throw new errors.CustomOIDCProviderError('invalid_scope', `Invalid scopes: ${scope}`);
    const { aud, launch } = ctx.oidc.params as { aud?: string; launch?: string };
    if (this.#baseOf(aud) === undefined)
      throw new errors.InvalidRequest(`${aud === undefined ? 'Missing' : 'Invalid'} parameter: aud`);
    if (!scope.split(' ').includes('launch')) return;
    if (launch === undefined) throw new errors.InvalidRequest('Missing parameter: launch');
    const reading = this.#launches.read(launch);
    const chosen = this.#control.switches.launch;
    if (reading.kind === 'unknown') throw new errors.InvalidRequest('Invalid parameter: launch');
    if (reading.kind === 'expired' || chosen === 'expired')
      throw new errors.InvalidRequest('Invalid parameter: launch. The launch has expired');
    if (this.#baseOf(aud) !== reading.context.base) throw new errors.InvalidRequest('Invalid parameter: aud');
    if (chosen === 'not-subscribed')
      throw new errors.AccessDenied('The practice has no active subscription for this application');
  };

  /** Signs in without a page where the bench asks for that. Runs before the account is loaded. */
  readonly signInUnasked = (ctx: KoaContextWithOIDC): void => {
    if (!this.#control.switches.autoConsent) return;
    const { session } = ctx.oidc;
    const kind = this.kindFor(ctx.oidc.params ?? {});
    if (session === undefined || accountById(session.accountId)?.kind === kind) return;
    const first = kind === 'provider' ? providers[0] : patientLogins[0];
    const account = accounts.find((each) => each.kind === kind && each.login.username === first.username);
    if (account !== undefined) session.loginAccount({ accountId: account.id });
  };

  /** Who signs in for a request: the staff for launches from the EHR and for `--data`, else a patient. */
  kindFor(params: Readonly<Record<string, unknown>>): AccountKind {
    return this.#launchOf(params) !== undefined || this.#baseOf(params['aud']) === 'data'
      ? 'provider'
      : 'patient';
  }

  baseFor(params: Readonly<Record<string, unknown>>): BaseName {
    return this.#baseOf(params['aud']) ?? 'office';
  }

  /** The patient a launch from the EHR is about. */
  patientOf(params: Readonly<Record<string, unknown>>): string | undefined {
    return this.#launchOf(params)?.patient;
  }

  /** Prompts in their order: sign in, choose whose record, consent. */
  policy(): readonly interactionPolicy.Prompt[] {
    const policy = interactionPolicy.base();
    policy
      .get('login')
      ?.checks.add(
        new Check(
          'other_account',
          'another kind of account must sign in',
          'login_required',
          ({ oidc }) => accountById(oidc.session?.accountId)?.kind !== this.kindFor(oidc.params ?? {}),
        ),
      );
    policy.add(
      new Prompt(
        { name: 'select_patient', requestable: false },
        new Check(
          'patient_not_chosen',
          'whose record to open was not chosen',
          'interaction_required',
          (ctx) => this.#mustChoose(ctx),
        ),
      ),
      1,
    );
    const consent = policy.get('consent');
    for (const reason of ['consent_prompt', 'native_client_prompt', 'rar_prompt'])
      consent?.checks.remove(reason);
    consent?.checks.add(
      new Check(
        'consent_refused',
        'the sandbox refuses consent',
        'consent_required',
        ({ oidc }) => this.#control.switches.consentRefused && oidc.result?.consent === undefined,
      ),
    );
    return policy;
  }

  /** The grant that answers a request without a consent page, or the one just given on it. */
  readonly loadGrant = async (ctx: KoaContextWithOIDC) => {
    const { oidc } = ctx;
    const { provider, client, session, result } = oidc;
    const chosen = result?.consent?.grantId;
    if (chosen !== undefined) return provider.Grant.find(chosen);
    const { switches } = this.#control;
    if (client === undefined || session?.accountId === undefined) return undefined;
    const unfit = accountById(session.accountId)?.kind !== this.kindFor(oidc.params ?? {});
    if (unfit || switches.consentRefused || this.#mustChoose(ctx)) return undefined;
    const asked = [...oidc.requestParamOIDCScopes];
    const known = this.#remembered.get(this.#memoryKey(session.uid, session.accountId, client.clientId));
    const answered = (scope: string) =>
      known?.granted.has(scope) === true || known?.rejected.has(scope) === true;
    const again = oidc.params?.['consent_asked'] !== undefined || !asked.every(answered);
    if (again && !switches.autoConsent) return undefined;
    const refused = switches.autoConsent ? [] : asked.filter((scope) => known?.rejected.has(scope) === true);
    const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
    grant.addOIDCScope(asked.filter((scope) => !refused.includes(scope)).join(' '));
    if (refused.length > 0) grant.rejectOIDCScope(refused.join(' '));
    const id = await grant.save();
    this.settle(id, session.uid, session.accountId, oidc.params ?? {}, result?.['patient']);
    return grant;
  };

  /** Keeps a consent for the browser session. */
  remember(
    sessionUid: string,
    accountId: string,
    clientId: string,
    granted: readonly string[],
    rejected: readonly string[],
  ): void {
    this.#remembered.set(this.#memoryKey(sessionUid, accountId, clientId), {
      granted: new Set(granted),
      rejected: new Set(rejected),
    });
  }

  /** Ties a grant to the patient, the visit and the browser session it was given for. */
  settle(
    grantId: string,
    sessionUid: string,
    accountId: string,
    params: Readonly<Record<string, unknown>>,
    patient: unknown,
  ): void {
    const launch = this.#launchOf(params);
    const account = accountById(accountId);
    const wanted = scopesOf(params).includes('launch/patient');
    const own = typeof patient === 'string' ? patient : account?.patients?.[0];
    this.#grants.set(grantId, {
      clientType: launch === undefined ? 'STANDALONE' : 'EHR',
      base: launch?.base ?? this.baseFor(params),
      patient: launch === undefined ? (wanted ? own : undefined) : launch.patient,
      encounter: launch?.encounter,
      person: account?.person ?? '',
      sessionState: this.sessionState(sessionUid),
    });
    const sessionState = this.sessionState(sessionUid);
    this.#ofSession.set(sessionState, [...this.grantsOf(sessionState), grantId]);
  }

  /** Keycloak's id of a browser session: a UUID. */
  sessionState(sessionUid: string): string {
    return stableUuid(`session:${sessionUid}`);
  }

  /** Whether a patient picker is due. */
  #mustChoose({ oidc }: KoaContextWithOIDC): boolean {
    const params = oidc.params ?? {};
    if (!scopesOf(params).includes('launch/patient') || this.#launchOf(params) !== undefined) return false;
    const auto = this.#control.switches.autoConsent && this.baseFor(params) !== 'data';
    return !auto && typeof oidc.result?.['patient'] !== 'string';
  }

  /** A launch that was checked when it arrived stays good while its pages are being filled in. */
  #launchOf(params: Readonly<Record<string, unknown>>): LaunchContext | undefined {
    if (typeof params['launch'] !== 'string' || !scopesOf(params).includes('launch')) return undefined;
    const reading = this.#launches.read(params['launch']);
    return reading.kind === 'unknown' ? undefined : reading.context;
  }

  #baseOf(aud: unknown): BaseName | undefined {
    const { officeR3Aud } = this.#control.switches;
    const known = (['office', 'data'] as const).find((name) => aud === this.#bases[name]);
    if (known !== undefined) return known;
    const { officeR3 } = this.#bases;
    const wanted = { base: officeR3, 'base-with-slash': `${officeR3}/`, r4: undefined, none: aud };
    return aud === wanted[officeR3Aud] && (aud !== undefined || officeR3Aud === 'none')
      ? 'officeR3'
      : undefined;
  }

  #memoryKey(sessionUid: string, accountId: string, clientId: string): string {
    return `${sessionUid} ${accountId} ${clientId}`;
  }
}
