/**
 * What no story has to remember: the rules that hold over every request, every console and every storage of every test
 * (security: token leaks, health data at rest and in logs, scripts of strangers).
 */
import {
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Dialog,
  type Page,
  type Request,
} from '@playwright/test';
import { people, type Person } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';

/** What went on in one test's browser, over all its tabs. */
export class Witness {
  /** console.error and uncaught exceptions that no story announced. */
  readonly errors: string[] = [];
  readonly violations: string[] = [];
  /** Every line of every console, errors included. */
  readonly messages: string[] = [];
  readonly dialogs: string[] = [];
  readonly requests: Request[] = [];
  /** Each request's headers as they went over the wire; what the page meant to send until the network has told. */
  readonly headers = new Map<Request, Readonly<Record<string, string>>>();
  /** Console errors a story expects: the browser itself logs failed requests. */
  readonly expected: RegExp[] = [];
  readonly contexts: BrowserContext[] = [];
  /** How much the sandbox had received when a page began to leave and when the next one stood in its place. */
  readonly departures: { readonly begun: number; ended: number }[] = [];
  readonly #received: () => number;
  readonly #told: Promise<void>[] = [];

  /** @param received how many requests the sandbox has received so far */
  constructor(received: () => number = () => 0) {
    this.#received = received;
  }

  expectErrors(...patterns: readonly RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** A story with a browser context of its own has it watched as well; else the count of tokens sent will not fit. */
  watch(context: BrowserContext): void {
    this.contexts.push(context);
    const onPage = (page: Page): void => {
      page.on('console', (message) => this.#onConsole(page, message));
      page.on('pageerror', (error) => this.errors.push(`uncaught: ${error.message}`));
      page.on('close', () => this.#departs());
      page.on('framenavigated', (frame) => {
        const departure = this.departures.at(-1);
        if (frame === page.mainFrame() && departure !== undefined) departure.ended = this.#received();
      });
      page.on('dialog', (dialog: Dialog) => {
        this.dialogs.push(dialog.message());
        void dialog.dismiss();
      });
    };
    for (const page of context.pages()) onPage(page);
    context.on('page', onPage);
    context.on('close', () => this.contexts.splice(this.contexts.indexOf(context), 1));
    context.on('request', (request) => {
      this.requests.push(request);
      if (request.isNavigationRequest()) this.#departs();
      this.headers.set(request, request.headers());
      // A request that never went out has no headers of the wire: those of the page stay.
      this.#told.push(
        request.allHeaders().then(
          (headers) => void this.headers.set(request, headers),
          () => undefined,
        ),
      );
    });
  }

  #departs(): void {
    this.departures.push({ begun: this.#received(), ended: this.#received() });
  }

  /**
   * Whether the nth request the sandbox received may have been under way while a page left: the browser need not tell
   * of those. A page has six at a time under way; as many again for what the sandbox had received a moment before.
   */
  leftBehind(index: number): boolean {
    return this.departures.some(({ begun, ended }) => index >= begun - 12 && index < ended + 12);
  }

  #onConsole(page: Page, message: ConsoleMessage): void {
    const text = message.text();
    this.messages.push(text);
    if (/Content.Security.Policy|Trusted ?Types?|TrustedHTML|TrustedScript/i.test(text))
      this.violations.push(text);
    if (message.type() === 'error' && page.url() !== 'about:blank')
      this.errors.push(`${text} @ ${message.location().url}`);
  }

  /** Until the network has told the headers of all requests; one that hangs is not waited for long. */
  async settle(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, 15_000)));
    await Promise.race([Promise.all(this.#told), patience]);
    clearTimeout(timer);
  }

  header(request: Request, name: string): string | undefined {
    return this.headers.get(request)?.[name];
  }

  /** The Authorization header that a page gave a request, or that the network saw. */
  authorization(request: Request): string | undefined {
    return request.headers()['authorization'] ?? this.header(request, 'authorization');
  }

  /** The requests that carried an Authorization header. */
  authorized(): readonly Request[] {
    return this.requests.filter((request) => this.authorization(request) !== undefined);
  }
}

/** Only these prefixes may carry the token (security-checks row 7). */
function mayCarryToken(url: string, fhirUrl: string, appUrl: string): boolean {
  // The broker's relay, on our own origin: there it is held to the same prefixes.
  const relayed = new RegExp(`^${RegExp.escape(appUrl)}/broker/fhir/[a-z\\d-]+(?=/)`);
  const meant = url.replace(relayed, fhirUrl);
  // NextGen Office R3: R4's base lies below it, and nothing of R3's begins with a small letter but its statement.
  const r3 = new RegExp(
    `^${RegExp.escape(fhirUrl)}/api/fhir(?:/(?:[A-Z][A-Za-z]*|metadata)(?=[/?]|$)|(?=[?]|$))`,
  );
  if (r3.test(meant)) return true;
  return [
    '/api/fhir/r4',
    '/api/ccda',
    '/nge/prod/fhir-api-r4/fhir/r4',
    '/nge/prod/fhir-api/fhir/dstu2',
    '/nge/prod/nge-api/fhir/r4',
    '/data/fhir/r4',
    '/data/fhir/stu3',
    '/data/fhir/dstu2',
    '/second/fhir/r4',
  ]
    .map((path) => fhirUrl + path)
    .some((prefix) => meant === prefix || meant.startsWith(`${prefix}/`) || meant.startsWith(`${prefix}?`));
}

/** What names somebody of the cast: family and given name, birth date, chart number. */
const nameOfSomebody = new RegExp(
  Object.values(people as Record<string, Person>)
    .flatMap(({ name, birthDate, chartNumber }) => [
      ...name.split(',').map((part) => part.trim().split(/[\s<"]/, 1)[0] ?? ''),
      birthDate,
      chartNumber ?? '',
    ])
    .filter((word) => word.length >= 2)
    .map((word) => `(?<![\\p{L}\\d])${RegExp.escape(word)}(?![\\p{L}\\d])`)
    .join('|'),
  'iu',
);

/** Whether a text names somebody, but for what is drawn by lot: "DOe_J74Txctp…" is the id of a session, and no Mr. Doe. */
export function namesSomebody(text: string): boolean {
  const isRandom = (run: string): boolean => [/\d/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(run));
  return nameOfSomebody.test(text.replaceAll(/[\w-]{22,}/g, (run) => (isRandom(run) ? '' : run)));
}

/** Tokens and verifiers, and what came or went in an address once: codes and launch tokens. */
function secretsOf(witness: Witness): { readonly never: Set<string>; readonly once: Set<string> } {
  const never = new Set<string>();
  const once = new Set<string>();
  for (const request of witness.requests) {
    const bearer = witness.authorization(request)?.replace(/^Bearer /, '');
    if (bearer !== undefined) never.add(bearer);
    if (request.method() === 'POST' && /\/openid-connect\//.test(request.url())) {
      const form = new URLSearchParams(request.postData() ?? '');
      for (const name of ['refresh_token', 'token', 'code_verifier', 'code'])
        for (const value of form.getAll(name)) (name === 'code' ? once : never).add(value);
    }
    const query = URL.parse(request.url())?.searchParams;
    for (const name of ['code', 'launch']) {
      const value = query?.get(name);
      if (value && value.length > 16) once.add(value);
    }
  }
  return { never, once };
}

interface Kept {
  readonly local: Readonly<Record<string, string>>;
  readonly session: Readonly<Record<string, string>>;
  readonly databases: readonly string[];
  readonly caches: readonly string[];
}

/** Everything a page of the app keeps in this browser; undefined when the page is gone. */
async function keptBy(page: Page): Promise<Kept | undefined> {
  return page
    .evaluate(async () => ({
      local: Object.fromEntries(Object.entries(localStorage)),
      session: Object.fromEntries(Object.entries(sessionStorage)),
      databases: (await indexedDB.databases()).map(({ name = '' }) => name),
      caches: await caches.keys(),
    }))
    .catch((error: Error) => {
      if (/closed|destroyed|crashed/i.test(error.message)) return undefined;
      throw error;
    });
}

const localKeys = /^chartside\.(view|door|requests\.[a-z\d-]+|ended\.[\w-]{43})$/;
const sessionKeys = /^chartside\.(session|retired|active|launch\.[\w-]+)$/;

async function expectCleanStorage(page: Page, never: ReadonlySet<string>): Promise<void> {
  const kept = await keptBy(page);
  if (kept === undefined) return;
  const strange = [
    ...Object.keys(kept.local).filter((key) => !localKeys.test(key)),
    ...Object.keys(kept.session).filter((key) => !sessionKeys.test(key)),
  ];
  expect(strange, 'keys in storage that nobody allowed').toEqual([]);
  const values = [...Object.values(kept.local), ...Object.values(kept.session)];
  expect(values.filter(namesSomebody), 'health data in storage').toEqual([]);
  expect(
    Object.values(kept.local).filter((value) => [...never].some((secret) => value.includes(secret))),
    'tokens in localStorage',
  ).toEqual([]);
  expect([...kept.databases, ...kept.caches], 'databases and caches').toEqual([]);
}

function expectCleanAddresses(witness: Witness, running: Running): void {
  const { never, once } = secretsOf(witness);
  const atApp = (url: string): boolean => url.startsWith(`${running.appUrl}/`);
  const atFhir = (url: string): boolean => url.startsWith(`${running.sandbox.fhirUrl}/`);
  const holds = (text: string, secrets: ReadonlySet<string>): boolean =>
    [...secrets].some((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));

  const urls = witness.requests.map((request) => request.url());
  expect(
    urls.filter((url) => holds(url, never)),
    'tokens in addresses',
  ).toEqual([]);
  expect(
    urls.filter((url) => (atApp(url) || atFhir(url)) && namesSomebody(decodeURI(url))),
    'somebody named in an address',
  ).toEqual([]);
  const referrers = witness.requests.map((request) => witness.header(request, 'referer') ?? '');
  expect(
    referrers.filter((referrer) => atApp(referrer) || holds(referrer, never) || holds(referrer, once)),
    'addresses of the app told to others',
  ).toEqual([]);
  const pages = witness.contexts.flatMap((context) => context.pages()).map((page) => page.url());
  expect(
    pages.filter((url) => atApp(url) && /[?#]/.test(url)),
    'addresses of the app that keep a query',
  ).toEqual([]);
  expect(
    witness.messages.filter((text) => holds(text, never) || namesSomebody(text)),
    'tokens or health data in the console',
  ).toEqual([]);
}

type Received = Running['sandbox']['control']['received'][number];

/** The token broker authenticates itself, from the server: a browser names its origin there. */
function byBrowser({ server, origin }: Received): boolean {
  return server !== 'identity' || origin !== undefined;
}

/** Whatever the story was: holds the whole test to the rules above. */
export async function expectNothingAmiss(witness: Witness, running: Running): Promise<void> {
  const { appUrl, sandbox } = running;
  await witness.settle();
  const unexpected = witness.errors.filter(
    (error) => !witness.expected.some((pattern) => pattern.test(error)),
  );
  expect(unexpected, 'errors in the console').toEqual([]);
  expect(witness.violations, 'violations of the content security policy').toEqual([]);
  expect(witness.dialogs, 'dialogs').toEqual([]);

  const here = new Set(
    [appUrl, sandbox.ehrUrl, sandbox.fhirUrl, sandbox.identityUrl].map((url) => new URL(url).origin),
  );
  const urls = witness.requests.map((request) => request.url());
  const elsewhere = urls.filter((url) => /^(https?|wss?):/.test(url) && !here.has(new URL(url).origin));
  expect(elsewhere, 'requests to other hosts').toEqual([]);

  const authorized = witness.authorized();
  const leaks = authorized
    .map((request) => request.url())
    .filter((url) => !mayCarryToken(url, sandbox.fhirUrl, appUrl));
  expect(leaks, 'requests that carry a token outside the FHIR base').toEqual([]);
  // Nor did one arrive elsewhere: of that the sandbox knows by itself, whatever the browser tells.
  const stray = sandbox.control.received
    .filter(byBrowser)
    .filter(({ server, authorization }) => authorization && server !== 'fhir')
    .map(({ server, url }) => `${server}: ${url}`);
  expect(stray, 'requests that carry a token outside the FHIR base').toEqual([]);
  // A check that no longer sees the header would find no leak either: what arrived with one was seen leaving with one.
  // By address, for a browser sends a request again on its own when the line was closed under it.
  const unseen = (): readonly string[] => {
    const left = new Set(
      witness
        .authorized()
        .map((request) => new URL(request.url()))
        .map((url) => url.pathname.replace(/^\/broker\/fhir\/[a-z\d-]+/, '') + url.search),
    );
    return sandbox.control.received
      .map((each, index) => ({ ...each, index }))
      .filter(byBrowser)
      .filter(({ authorization, url }) => authorization && !left.has(url))
      .filter(({ origin, index }) => origin !== appUrl || !witness.leftBehind(index))
      .map(({ url }) => url);
  };
  // Word of a request that is still under way may come a moment after the request.
  await expect.poll(unseen, { message: 'tokens that arrived and were not seen leaving' }).toEqual([]);

  expectCleanAddresses(witness, running);
  const { never } = secretsOf(witness);
  for (const context of witness.contexts) {
    // Only what the token broker seals, out of every script's reach.
    const cookies = (await context.cookies(appUrl)).filter(
      ({ name, value, httpOnly, secure, sameSite }) =>
        !(
          /^__Host-chartside-[\w-]{22,64}(\.\d)?$/.test(name) &&
          httpOnly &&
          secure &&
          sameSite === 'Strict' &&
          // A part of a compact JWE.
          /^[\w.-]+$/.test(value) &&
          ![...never].some((secret) => value.includes(secret))
        ),
    );
    expect(cookies, 'cookies of the app').toEqual([]);
    for (const page of context.pages())
      if (page.url().startsWith(`${appUrl}/`)) await expectCleanStorage(page, never);
  }
}
