import { createHash, randomBytes } from 'node:crypto';
import { callbackPaths, enterpriseClients } from '#sandbox/cast.ts';
import { Control } from '#sandbox/control.ts';
import { createFhirSite, enterprisePaths } from '#sandbox/fhir/create-fhir-site.ts';
import { keycloakEndpoints } from '#sandbox/fhir/smart-configuration.ts';
import { createStore, type Store } from '#sandbox/fhir/store.ts';
import { LaunchTokens, type LaunchContext } from '#sandbox/identity/launch-tokens.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { createEnterprise, enterpriseLaunchManner, type Enterprise } from './create-enterprise.ts';

/** For tests: the FHIR port with the whole cast, without a socket, at noon of the cast's day. */
export const origin = 'http://localhost:4202';
export const app = 'http://127.0.0.1:4200';
export const r4 = origin + enterprisePaths.r4;
export const dstu2 = origin + enterprisePaths.dstu2;
export const ehrBase = origin + enterprisePaths.ehr;
export const patientOauth = `${origin}/nge/prod/patient-oauth`;
export const ehrOauth = `${origin}/nge/prod/nge-oauth`;

export type Parameters = Readonly<Record<string, string | undefined>>;
export interface Tokens {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

let cast: Store | undefined;

export class TestSite {
  readonly control = new Control();
  readonly launches = new LaunchTokens(
    () => this.control.now(),
    () => enterpriseLaunchManner(this.control.switches),
  );
  enterprise!: Enterprise;
  #ask!: ReturnType<typeof createFhirSite>;

  static async start(): Promise<TestSite> {
    const site = new TestSite();
    const { control, launches } = site;
    control.fixedNow = Date.UTC(2026, 10, 23, 19);
    cast ??= createStore(castResources());
    const office = cast;
    site.enterprise = await createEnterprise({ control, fhirUrl: origin, appOrigin: app, office, launches });
    const { patient, mounts } = site.enterprise;
    site.#ask = createFhirSite({
      control,
      checkToken: async () => undefined,
      origin,
      allowedOrigins: [app],
      identity: keycloakEndpoints('http://localhost:4201/auth/realms/nextgen'),
      office,
      // The other base of patient access, so that tokens of the one can be tried at the other.
      bases: [{ path: enterprisePaths.dstu2, rules: 'us-core', version: 'dstu2', store: office, ...patient }],
      mounts,
    });
    return site;
  }

  /** One request from the app's page. */
  ask(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('Origin')) headers.set('Origin', app);
    return this.#ask(new Request(url, { ...init, headers }), { clientAddress: '10.0.0.1' });
  }

  async json(url: string, token: string): Promise<{ readonly status: number; readonly body: Bundle }> {
    const response = await this.ask(url, { headers: { Authorization: `Bearer ${token}` } });
    return { status: response.status, body: (await response.json()) as Bundle };
  }

  later(milliseconds: number): void {
    this.control.fixedNow = this.control.now() + milliseconds;
  }

  /** Asks without pages (`autoConsent`): what the app is sent back with. */
  async authorize(endpoint: string, changes: Parameters = {}): Promise<URLSearchParams> {
    this.control.switches.autoConsent = true;
    const response = await this.ask(authorizeUrl(endpoint, changes));
    return new URL(response.headers.get('Location') ?? `${origin}/nowhere`).searchParams;
  }

  /** A token request as Enterprise documents it: everything in the query string of a POST. */
  async token(parameters: Parameters, path = 'token'): Promise<Tokens> {
    const url = withParameters(`${patientOauth}/${path}`, { ...secretOf('patient-r4'), ...parameters });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return read(await this.ask(url, { method: 'POST', headers }));
  }

  /** From the authorization request to the token response. */
  async signIn(changes: Parameters = {}): Promise<Tokens> {
    const code = (await this.authorize(patientOauth, changes)).get('code') ?? '';
    const client = changes['client_id'] === enterpriseClients[1].id ? 'patient-dstu2' : 'patient-r4';
    return this.token({ ...secretOf(client), ...redeeming(code) });
  }

  async accessToken(changes: Parameters = {}): Promise<string> {
    return String((await this.signIn(changes)).body['access_token']);
  }

  /** From a click in the EHR to the token response. */
  async launch(context: Partial<LaunchContext> = {}, changes: Parameters = {}): Promise<Tokens> {
    const launch = this.mint(context);
    const asked = { scope: ehrScopes, aud: ehrBase, launch, client_id: enterpriseClients[2].id, ...changes };
    const code = (await this.authorize(ehrOauth, asked)).get('code') ?? '';
    return this.ehrToken(redeeming(code, ehrOauth));
  }

  mint(context: Partial<LaunchContext> = {}): string {
    return this.launches.mint({
      user: 'provider.testing',
      base: 'office',
      patient: '428946492',
      encounter: '90412211',
      ...context,
    });
  }

  /** A token request as SMART has it: a form, and Basic. */
  async ehrToken(form: Parameters, path = 'token'): Promise<Tokens> {
    const { id, secret } = enterpriseClients[2];
    const basic = Buffer.from(`${id}:${secret}`).toString('base64');
    const body = new URL(withParameters(origin, form)).searchParams;
    return read(
      await this.ask(`${ehrOauth}/${path}`, {
        method: 'POST',
        body,
        headers: { Authorization: `Basic ${basic}` },
      }),
    );
  }
}

export const ehrScopes = 'launch openid fhirUser offline_access user/*.read';

export interface Bundle {
  readonly resourceType: string;
  readonly id?: string;
  readonly total?: number;
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly {
    readonly fullUrl: string;
    readonly resource: {
      readonly resourceType: string;
      readonly id: string;
      readonly [element: string]: unknown;
    };
  }[];
  readonly issue?: readonly Readonly<Record<string, string>>[];
  readonly [element: string]: unknown;
}

export function linkOf(bundle: Bundle, relation: string): string | undefined {
  return bundle.link?.find((each) => each.relation === relation)?.url;
}

export function secretOf(door: (typeof enterpriseClients)[number]['door']): Parameters {
  const client = enterpriseClients.find((each) => each.door === door);
  return { client_id: client?.id, client_secret: client?.secret };
}

/** `server`: the authorization server's address. */
function callbackOf(server: string): string {
  return app + callbackPaths[server.endsWith('nge-oauth') ? 'enterpriseEhr' : 'enterprise'];
}

export function redeeming(code: string, endpoint: string = patientOauth): Parameters {
  return { grant_type: 'authorization_code', code, redirect_uri: callbackOf(endpoint) };
}

export function authorizeUrl(endpoint: string, changes: Parameters = {}): string {
  return withParameters(`${endpoint}/authorize`, {
    response_type: 'code',
    client_id: enterpriseClients[0].id,
    redirect_uri: callbackOf(endpoint),
    state: 'state-of-the-app',
    ...changes,
  });
}

export function withParameters(url: string, parameters: Parameters): string {
  const built = new URL(url);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) built.searchParams.set(name, value);
  return built.href;
}

export function pkce(): { readonly verifier: string; readonly sent: Parameters } {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, sent: { code_challenge: challenge, code_challenge_method: 'S256' } };
}

async function read(response: Response): Promise<Tokens> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}
