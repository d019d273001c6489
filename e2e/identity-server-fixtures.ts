/**
 * The stories' fixtures with one of three sign-in servers: the sandbox's own, or a real Keycloak in two generations.
 * One for all stories of a project. How one signs in at each, and with which systems, stands here; where their answers
 * differ, in `identity-server-answers.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { brokered } from '#commands/start-brokered.ts';
import { keycloakMissing, startWithKeycloak, type Generation } from '#commands/start-keycloak.ts';
import { start, type Running } from '#commands/start.ts';
import type { Login, Person } from '#sandbox/cast.ts';
import { expect, test as base } from './fixtures.ts';
import { answersOf, type Answers, type Shown, type SystemName } from './identity-server-answers.ts';
import { choosePerson, share, signIn } from './steps.ts';

export type ServerName = 'sandbox' | 'keycloak-16' | 'keycloak-26';

/** Seconds that an access token of the system `brief` lives. */
const briefSeconds = 8;

const words: Readonly<Record<SystemName, string>> = {
  ehr: 'NextGen Office',
  portal: 'YourHealthFile',
  known: 'YourHealthFile, sharing agreed beforehand',
  brief: 'YourHealthFile with tokens of seconds',
  secret: 'YourHealthFile by client secret',
  key: 'YourHealthFile by client key',
};

/** A system whose scopes the realm does not know: there for one story alone. */
export const askingTooMuch = 'Asks for more than there is';

interface SystemEntry {
  readonly id: string;
  readonly label: string;
  readonly endpoints?: Readonly<Record<string, unknown>>;
}

const systemsOf = (config: string): readonly SystemEntry[] =>
  (JSON.parse(config) as { systems: readonly SystemEntry[] }).systems;

/** The registry of the stories: no limit to the rate, one system that asks too much, one without an end of session. */
function forStories(config: string): string {
  const systems = systemsOf(config);
  const portal = systems.find(({ label }) => label.startsWith(`${words.portal} (`));
  const strange: SystemEntry & { readonly scopes: object } = {
    ...portal,
    id: 'strange',
    label: askingTooMuch,
    scopes: {
      standalone: ['launch/patient', 'openid', 'fhirUser', 'patient/Patient.read', 'patient/Poem.read'],
    },
  };
  const here = ({ label }: SystemEntry): boolean => label.startsWith(`${words.brief} (`);
  return JSON.stringify({
    ...(JSON.parse(config) as object),
    systems: [...systems, strange].map((system) => ({
      ...system,
      rateLimit: undefined,
      ...(here(system) ? { endpoints: { ...system.endpoints, endSession: undefined } } : {}),
    })),
  });
}

/** The sandbox's own systems, one for each of Keycloak's: all of its public clients are one. */
function sandboxSystems(config: string): string {
  const [ehr, portal] = ['sandbox-ehr', 'sandbox-portal'].map((id) =>
    systemsOf(config).find((system) => system.id === id),
  );
  const named = (name: SystemName) => ({
    ...portal,
    id: `sandbox-${name}`,
    label: `${words[name]} (sandbox)`,
  });
  const [secret] = systemsOf(brokered('basic')(JSON.stringify({ systems: [named('secret')] })));
  const [key] = systemsOf(brokered('private_key_jwt')(JSON.stringify({ systems: [named('key')] })));
  const systems = [ehr, named('portal'), named('known'), named('brief'), secret, key];
  return JSON.stringify({ defaultLaunch: 'sandbox-ehr', systems });
}

/** The sign-in server of a project, as its stories meet it. */
export class IdentityServer {
  readonly name: ServerName;
  readonly #running: Running;
  readonly realmUrl: string;
  readonly answers: Answers;
  constructor(name: ServerName, running: Running) {
    this.name = name;
    this.#running = running;
    this.realmUrl = `${running.sandbox.identityUrl}/auth/realms/nextgen`;
    this.answers = answersOf[name];
  }

  /** What the app calls a system. */
  label(system: SystemName): string {
    return `${words[system]} (${this.name === 'sandbox' ? 'sandbox' : 'Keycloak'})`;
  }

  /** The client that a public system of patients signs in as. */
  clientOf(system: 'portal' | 'known' | 'brief'): string {
    return this.name === 'sandbox' ? 'chartside-sandbox' : `chartside-${system}`;
  }

  /** Waits until the server asks who is there. */
  async expectPasswordAsked(page: Page): Promise<void> {
    await expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible();
  }

  /** From the app's own address to the server's page, or past it where it asks nothing. */
  async goTo(page: Page, system: SystemName): Promise<void> {
    if (system === 'brief') this.#running.sandbox.control.switches.accessTokenSeconds = briefSeconds;
    await page.goto(`${this.#running.appUrl}/`);
    await page.getByRole('button', { name: `Sign in with ${this.label(system)}`, exact: true }).click();
  }

  /** Passes the pages named, and no other: whoever is asked something else is stuck. */
  async pass(page: Page, pages: readonly Shown[], login: Login, person: Person): Promise<void> {
    for (const shown of pages) {
      if (shown === 'password') await this.#signIn(page, login);
      else if (shown === 'whose') await choosePerson(page, person);
      else if (this.name === 'sandbox') await share(page);
      else await page.getByRole('button', { name: 'Yes' }).click();
    }
  }

  /** A first sign-in, from the app's own address to the end of the server's pages. */
  async enter(page: Page, system: SystemName, login: Login, person: Person): Promise<void> {
    await this.goTo(page, system);
    await this.pass(page, this.answers.pages[system], login, person);
  }

  async #signIn(page: Page, login: Login): Promise<void> {
    await this.expectPasswordAsked(page);
    if (this.name === 'sandbox') return signIn(page, login);
    await page.getByRole('textbox', { name: 'Username or email' }).fill(login.username);
    await page.getByRole('textbox', { name: 'Password' }).fill(login.password);
    await page.getByRole('button', { name: 'Sign In' }).click();
  }

  /** Says no on the page that asks for consent. */
  async refuse(page: Page): Promise<void> {
    await page.getByRole('button', { name: this.name === 'sandbox' ? 'Share nothing' : 'No' }).click();
  }

  /** Lets the life of a `brief` access token end: the FHIR server takes it no longer. */
  async letRunOut(request: APIRequestContext, record: string, token: string): Promise<void> {
    const { control } = this.#running.sandbox;
    // The sandbox's clock is set; Keycloak's is waited for.
    if (this.name === 'sandbox') control.fixedNow = control.now() + briefSeconds * 1000;
    const headers = { Authorization: `Bearer ${token}` };
    await expect
      .poll(async () => (await request.get(record, { headers })).status(), { timeout: 30_000 })
      .toBe(401);
  }
}

/** `backendKeys`: a folder whose `jwks.json` the realm is told of as a backend service's; it is empty at first. */
type Serving = { readonly running: Running; readonly backendKeys?: string } | { readonly missing: string };

async function serve(name: ServerName): Promise<Serving> {
  const build = process.env['CHARTSIDE_BUILD'];
  const ports = { appPort: 0, ehrPort: 0, fhirPort: 0, ...(build === undefined ? {} : { build }) };
  if (name === 'sandbox') {
    const changeConfig = (config: string): string => forStories(sandboxSystems(config));
    return { running: await start({ ...ports, changeConfig }) };
  }
  const generation = Number(name.slice('keycloak-'.length)) as Generation;
  const missing = keycloakMissing(generation);
  // What continuous integration lacks is a fault of it; a person's machine may do without.
  if (missing !== undefined && process.env['CI'] === 'true') throw new Error(missing);
  if (missing !== undefined) return { missing };
  const folder = await mkdtemp(join(tmpdir(), 'chartside-backend-'));
  const bulkJwks = join(folder, 'jwks.json');
  const running = await startWithKeycloak({ ...ports, generation, changeConfig: forStories, bulkJwks });
  return {
    running: {
      ...running,
      stop: async () => {
        await running.stop();
        await rm(folder, { recursive: true, force: true });
      },
    },
    backendKeys: folder,
  };
}

export const test = base.extend<
  { readonly server: IdentityServer; readonly revocations: readonly number[] },
  { readonly identityServer: ServerName; readonly serving: Serving }
>({
  identityServer: ['sandbox', { scope: 'worker', option: true }],
  serving: [
    async ({ identityServer }, use) => {
      const serving = await serve(identityServer);
      await use(serving);
      if ('running' in serving) await serving.running.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  running: async ({ serving }, use) => {
    if ('missing' in serving) return test.skip(true, serving.missing);
    return use(serving.running);
  },
  // After `sandbox`, which is then back at its defaults.
  server: async ({ identityServer, running, sandbox: _ready }, use) =>
    use(new IdentityServer(identityServer, running)),
  // Statuses of the revocations of a page that stays: the browser need not tell of an answer that nobody reads.
  revocations: async ({ context }, use) => {
    const statuses: number[] = [];
    await context.route('**/openid-connect/revoke', async (route) => {
      const response = await route.fetch();
      statuses.push(response.status());
      await route.fulfill({ response });
    });
    await use(statuses);
  },
});

export { expect };
