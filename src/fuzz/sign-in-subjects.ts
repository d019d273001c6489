/** What reaches the app before the chart: the EHR's launch, the sign-in server's callback, discovery, the tokens. */
import * as fc from 'fast-check';
import { failureWords } from '#app/sign-in/failure-words.ts';
import { finishSignIn } from '#smart/callback.ts';
import { discover } from '#smart/discovery.ts';
import { type FakeBrowser, fakeBrowser, fakeIdToken, fakeSystem } from '#smart/fake-browser.ts';
import { SignInError } from '#smart/failure.ts';
import { launchUrl } from '#smart/launch.ts';
import { openSession } from '#smart/open-session.ts';
import { SessionError } from '#smart/session.ts';
import { readRecord } from '#smart/session-record.ts';
import { mutantOf, mutantText, wireText } from './mutate.ts';
import { must, type Subject } from './subject.ts';

const origin = 'https://app.example.org';
const system = fakeSystem();
const registry = { systems: [system], defaultLaunch: system.id };
const endpoints = system.endpoints!;

/** Nothing but a failure that the app has words for may come out of a sign-in. */
function mustBeWorded(error: unknown): void {
  if (!(error instanceof SignInError)) throw error;
  const { what, todo } = failureWords(error.failure, 'the EHR', 'ehr');
  must(what.trim() !== '' && todo.trim() !== '', () => `No words for the failure ${error.failure.kind}.`);
}

/** An answer as a server sends it, whatever its status says about a body. */
function answer(status: number, body: string): Response {
  return new Response([204, 205, 304].includes(status) ? null : body, {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** A document and its mutants; now and then text that is no JSON, or another status. */
function answers(samples: readonly object[]): fc.Arbitrary<Answered> {
  const texts = samples.map((sample) => JSON.stringify(sample));
  return fc.record({
    status: fc.oneof(
      { weight: 9, arbitrary: fc.constant(200) },
      { weight: 1, arbitrary: fc.constantFrom(201, 204, 301, 400, 401, 404, 429, 500, 503) },
    ),
    body: fc.oneof(
      { weight: 6, arbitrary: mutantOf<unknown>(samples) },
      { weight: 1, arbitrary: mutantText(texts).map((text) => ({ text })) },
    ),
  });
}

function bodyOf({ body }: Answered): string {
  const text = (body as { text?: unknown } | null)?.text;
  return typeof text === 'string' && Object.keys(body as object).length === 1 ? text : wireText(body);
}

const launches = [
  `?iss=${encodeURIComponent(system.fhirBase)}&launch=AbC%2Bd%2Fe%3D%3D`,
  `?launch=xyz&iss=${encodeURIComponent(`${system.fhirBase}/`)}&scope=system/*.*&client_id=evil&redirect_uri=https://evil.example.invalid`,
  '?launch=xyz',
];

const launchAddress: Subject = {
  id: 'launch-url',
  batch: 1,
  cases: mutantText(launches),
  async holds(input) {
    const browser = fakeBrowser();
    const page = new URL('https://app.example.org/launch');
    page.search = String(input);
    try {
      const next = await launchUrl(browser, registry, page);
      const asked = next.searchParams;
      must(next.href.startsWith(`${endpoints.authorization}?`), () => `The launch leads to ${next.href}.`);
      must(
        asked.get('client_id') === system.clientId &&
          asked.get('redirect_uri') === `${origin}/callback` &&
          asked.get('scope') === system.scopes['ehr-launch']?.join(' ') &&
          new Set(asked.keys()).size === asked.size,
        () => `The launch changed what is asked: ${next.search}`,
      );
    } catch (error) {
      mustBeWorded(error);
    }
    must(browser.requests.length === 0, () => 'A launch sent a request.');
  },
};

const goodTokens = {
  access_token: 'a-token',
  refresh_token: 'r-token',
  token_type: 'Bearer',
  expires_in: 300,
  refresh_expires_in: 1800,
  scope: 'user/*.read openid launch fhirUser offline_access',
  patient: 'p1',
  encounter: 'PT-9',
  need_patient_banner: 'false',
  smart_style_url: 'https://fhir.example.org/style.json',
};

/** The claims that a mutant may carry instead of a signed token: the signature is not what is read here. */
const goodClaims = {
  iss: endpoints.issuer,
  sub: 'u1',
  aud: system.clientId,
  exp: 4_102_444_800,
  iat: 1_795_000_000,
  fhirUser: 'Practitioner/7',
};

async function launched(): Promise<{ browser: FakeBrowser; state: string }> {
  const browser = fakeBrowser();
  const next = await launchUrl(browser, registry, new URL(`${origin}/launch?launch=x`));
  return { browser, state: next.searchParams.get('state') ?? '' };
}

const stateMark = 'STATE';

const callbackAddress: Subject = {
  id: 'callback-url',
  batch: 1,
  cases: mutantText([
    `?state=${stateMark}&code=a.b.c&session_state=1-2`,
    `?state=${stateMark}&error=access_denied&error_description=The+launch+is+no+longer+valid`,
    `?code=x&state=${stateMark}&iss=${encodeURIComponent(endpoints.issuer)}`,
  ]),
  async holds(input) {
    const { browser, state } = await launched();
    browser.answer(answer(200, JSON.stringify({ ...goodTokens, id_token: fakeIdToken(goodClaims) })));
    const search = String(input).replaceAll(stateMark, () => state);
    const finish = (): Promise<unknown> =>
      finishSignIn(browser, registry, { pathname: '/callback', search }).catch(mustBeWorded);
    await finish();
    await finish();
    const posts = browser.requests.filter(({ init }) => init.method === 'POST').length;
    must(posts <= 1, () => `One callback, opened twice, sent ${posts} codes.`);
    must(
      browser.requests.every(({ url }) => url === endpoints.token),
      () => `A callback asked ${browser.requests.map(({ url }) => url).join(', ')}.`,
    );
  },
};

const discoveryDocument: Subject = {
  id: 'discovery',
  batch: 1,
  cases: answers([
    {
      issuer: endpoints.issuer,
      authorization_endpoint: endpoints.authorization,
      token_endpoint: endpoints.token,
      revocation_endpoint: endpoints.revocation,
      authorization_response_iss_parameter_supported: true,
      capabilities: ['launch-ehr', 'client-public'],
      code_challenge_methods_supported: ['S256'],
    },
    { issuer: 'https://id.example.org/', authorization_endpoint: '/auth', token_endpoint: 'token' },
  ]),
  async holds(input) {
    const browser = fakeBrowser();
    browser.answer(answer((input as Answered).status, bodyOf(input as Answered)));
    try {
      const { issuer, authorization, token, revocation } = await discover(browser, system);
      for (const address of [
        issuer,
        authorization,
        token,
        ...(revocation === undefined ? [] : [revocation]),
      ]) {
        const { protocol, host, username } = new URL(address, `${system.fhirBase}/`);
        must(
          protocol === 'https:' && username === '' && ['id.example.org', 'fhir.example.org'].includes(host),
          () => `Discovery led to ${address}.`,
        );
      }
    } catch (error) {
      mustBeWorded(error);
    }
    must(browser.requests.length === 1, () => `Discovery sent ${browser.requests.length} requests.`);
  },
};

const tokenResponse: Subject = {
  id: 'token-response',
  batch: 1,
  cases: fc
    .tuple(
      answers([goodTokens, { ...goodTokens, need_patient_banner: false, expires_in: '300' }]),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant<unknown>(goodClaims) },
        { weight: 1, arbitrary: mutantOf<unknown>([goodClaims]) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
    )
    .map(([response, claims]) => (claims === undefined ? { response } : { response, claims })),
  async holds(input) {
    const { response, claims } = input as { response: Answered; claims?: object };
    const { browser, state } = await launched();
    const idToken = claims === undefined ? {} : { id_token: fakeIdToken(claims as Record<string, unknown>) };
    const members = { ...(response.body as object), ...idToken };
    const isObject =
      typeof response.body === 'object' && response.body !== null && !('text' in response.body);
    const sent = (): Response => answer(response.status, isObject ? wireText(members) : bodyOf(response));
    browser.answer(sent());
    try {
      const signedIn = await finishSignIn(browser, registry, {
        pathname: '/callback',
        search: `?state=${state}&code=c`,
      });
      must(signedIn !== 'again', () => 'A first callback counted as a second one.');
      const { record } = signedIn;
      const { patientId, tokens, styleUrl, needPatientBanner } = record;
      must(
        patientId === undefined || /^[\w.-]{1,128}$/.test(patientId),
        () => `The chart would open on ${patientId}.`,
      );
      must(typeof tokens.access === 'string' && tokens.access !== '', () => 'A session without a token.');
      must(tokens.renewAt === undefined || !Number.isNaN(tokens.renewAt), () => 'It is renewed at no time.');
      must(
        styleUrl === undefined || new URL(styleUrl).host === 'fhir.example.org',
        () => `The style comes from ${styleUrl}.`,
      );
      must(typeof needPatientBanner === 'boolean', () => 'Nobody knows whether the banner is needed.');
      await mustLive(browser, record, sent());
    } catch (error) {
      mustBeWorded(error);
    }
  },
};

/** The session lives on, comes back after a reload, and is renewed with the same odd answer. */
async function mustLive(
  browser: FakeBrowser,
  record: Parameters<typeof openSession>[2],
  again: Response,
): Promise<void> {
  const session = openSession(browser, system, record);
  must(readRecord(browser)?.id === record.id, () => 'After a reload the session is not known.');
  browser.answer(again);
  try {
    const next = await session.renew(record.tokens.access);
    must(typeof next === 'string' && next !== '', () => 'A renewal gave no token.');
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
  } finally {
    browser.answer(new Response(null, { status: 200 }));
    await session.signOut();
  }
  must(readRecord(browser) === undefined, () => 'Signed out, and the session is still there.');
}

export const signInSubjects: readonly Subject[] = [
  launchAddress,
  callbackAddress,
  discoveryDocument,
  tokenResponse,
];
