/** The record of flows, with requests posted straight to the sandbox: every line held, and each seen broken. */
import { createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callbackPaths, clients, people } from '#sandbox/cast.ts';
import { askFor, clickApp, type Asked, TestBrowser } from '#sandbox/identity/test-browser.ts';
import { app } from '#sandbox/identity/test-flow.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import type { FlowKind, FlowRecord } from './flow-log.ts';

const { david } = people;
const basicClient = clients.find((each) => each.authentication === 'client_secret_basic')!;
type Method = 'none' | 'client_secret_basic' | 'private_key_jwt';
type Form = Readonly<Record<string, string | undefined>>;
interface Proof {
  readonly form: Form;
  readonly headers: Readonly<Record<string, string>>;
}

let sandbox: Sandbox;
let browser: TestBrowser;
let tokenUrl: string;

beforeAll(async () => {
  sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app });
  tokenUrl = `${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/token`;
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.control.reset();
  sandbox.control.switches.autoConsent = true;
  browser = new TestBrowser(app);
});

const idOf = (method: Method): string => clients.find((each) => each.authentication === method)!.id;

const basicProof = (secret: string = basicClient.secret): Proof => ({
  form: {},
  headers: { Authorization: `Basic ${Buffer.from(`${basicClient.id}:${secret}`).toString('base64')}` },
});

async function jwtProof(
  changes: JWTPayload = {},
  { header = {}, key }: { header?: object; key?: ReturnType<typeof createPrivateKey> } = {},
): Promise<Proof> {
  const [jwk] = (JSON.parse(sandbox.clientKeys) as { keys: [{ kid: string }] }).keys;
  const id = idOf('private_key_jwt');
  const exp = Math.floor(Date.now() / 1000) + 240;
  const claims = { iss: id, sub: id, aud: tokenUrl, jti: randomUUID(), exp, ...changes };
  const assertion = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid: jwk.kid, ...header })
    .sign(key ?? createPrivateKey({ key: jwk, format: 'jwk' }));
  return {
    form: {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    },
    headers: {},
  };
}

const proofOf = async (method: Method): Promise<Proof> =>
  method === 'none'
    ? { form: { client_id: idOf('none') }, headers: {} }
    : method === 'client_secret_basic'
      ? basicProof()
      : jwtProof();

async function post(path: 'token' | 'revoke', proof: Proof, form: Form): Promise<Record<string, unknown>> {
  const sent = Object.entries({ ...form, ...proof.form }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const response = await fetch(tokenUrl.replace(/token$/, path), {
    method: 'POST',
    headers: proof.headers,
    body: new URLSearchParams(sent),
  });
  const text = await response.text();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** From the click in the chart to the callback; `changes` are made to the authorization request. */
async function authorize(
  method: Method,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Asked & { readonly code: string }> {
  const opened = await clickApp(browser, sandbox, david.id);
  const launch = opened.searchParams.get('launch') ?? '';
  const asked = askFor(sandbox, app, { client_id: idOf(method), launch, ...changes });
  const { url } = await browser.open(asked.url);
  return { ...asked, code: URL.parse(url)?.searchParams.get('code') ?? '' };
}

function swap(
  { code, verifier }: { code: string; verifier: string },
  proof: Proof,
  changes: Form = {},
): ReturnType<typeof post> {
  return post('token', proof, {
    grant_type: 'authorization_code',
    redirect_uri: app + callbackPaths.realm,
    code,
    code_verifier: verifier,
    ...changes,
  });
}

async function read(token: unknown): Promise<void> {
  const headers: Record<string, string> =
    typeof token === 'string' ? { Authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`${sandbox.fhirUrl}/api/fhir/r4/Patient/${david.id}`, { headers });
  await answer.body?.cancel();
}

async function wholeSession(method: Method): Promise<Record<string, unknown>> {
  const tokens = await swap(await authorize(method), await proofOf(method));
  await read(tokens['access_token']);
  return tokens;
}

async function flows(): Promise<readonly FlowRecord[]> {
  const response = await fetch(`${sandbox.ehrUrl}/control/conformance`);
  return (await response.json()) as FlowRecord[];
}

/** What was asked in the lines that did not hold. */
async function broken(flow: FlowKind): Promise<readonly string[]> {
  const all = await flows();
  const ofKind = all.filter((each) => each.flow === flow);
  expect(ofKind.length, `flows of ${flow}`).toBeGreaterThan(0);
  return ofKind.flatMap(({ lines }) => lines.filter(({ held }) => !held).map(({ asked }) => asked));
}

const asked = [
  '32',
  '33',
  '34',
  '35',
  '37, 235',
  '135–146†',
  '47, 196†',
  '3',
  '40',
  '2†',
  '41',
  '42',
  '44',
  '45',
].concat('29†', '1†', 'ours');
const swapped = ['67', '68', '69', '70', '13', 'ours', '93, 264†, 267', 'ours'];
const clientIds = {
  none: ['71, 317', '63'],
  client_secret_basic: ['64, 345†', '72†'],
  private_key_jwt: [
    '323–334',
    '323–334',
    '308, 309†',
    '323–334',
    '323–334',
    '323–334',
    '331†',
    '323–334',
    'ours',
  ],
} as const;

test.each(['none', 'client_secret_basic', 'private_key_jwt'] as const)(
  'a client registered with %s keeps every line of launch, refresh and sign-out',
  async (method) => {
    const tokens = await wholeSession(method);
    const refresh_token = String(tokens['refresh_token']);
    const renewed = await post('token', await proofOf(method), {
      grant_type: 'refresh_token',
      refresh_token,
    });
    await read(renewed['access_token']);
    await post('revoke', await proofOf(method), { token: String(renewed['refresh_token']) });
    const made = await flows();
    expect(made.map(({ flow, client, authentication }) => [flow, client, authentication])).toEqual(
      ['ehr-launch', 'refresh', 'sign-out'].map((flow) => [flow, idOf(method), method]),
    );
    expect(made.flatMap(({ lines }) => lines.filter(({ held }) => !held))).toEqual([]);
    const form = ['62†', 'ours', ...clientIds[method], 'ours'];
    expect(made.map(({ lines }) => lines.map(({ id }) => id))).toEqual([
      [asked, form, swapped].flat(),
      [...form, '105', 'ours', '105'],
      [...form, 'ours', 'ours'],
    ]);
    // Nothing of the record gives a token, code or secret away.
    const text = JSON.stringify(made);
    for (const secret of [tokens['access_token'], refresh_token, basicClient.secret])
      expect(text).not.toContain(String(secret));
  },
);

describe('an authorization request', () => {
  test.each([
    [{ response_type: 'token' }, 'response_type is code'],
    [{ client_id: 'nobody' }, 'client_id is a registered one'],
    [
      { redirect_uri: `${app}${callbackPaths.realm}/` },
      'redirect_uri is a registered one, letter for letter',
    ],
    [{ launch: 'made-up' }, 'launch comes back exactly as the EHR sent it'],
    [{ scope: 'openid launch' }, 'openid and fhirUser together'],
    [{ scope: 'launch patient/Patient.reed' }, 'every scope is well formed, none twice'],
    [{ state: undefined }, 'state is sent'],
    [{ state: 'a-short-state' }, 'state holds at least 122 bits'],
    [{ state: 'a'.repeat(43) }, 'state holds at least 122 bits'],
    [{ aud: 'https://another.example/fhir' }, 'aud is the FHIR base'],
    [{ code_challenge: 'x' }, 'code_challenge is sent, new for every request'],
    [{ code_challenge_method: 'plain' }, 'code_challenge_method is S256'],
    [{ redirect_uri: 'http://app.example/callback' }, 'TLS, or this machine alone'],
  ])('with %j', async (changes, asked) => {
    await authorize('none', changes);
    expect(await broken('ehr-launch')).toContain(asked);
  });

  test('with the state and the challenge of the one before', async () => {
    const { state, verifier } = await authorize('none');
    expect(verifier).not.toBe('');
    await authorize('none', { state });
    expect(await broken('ehr-launch')).toContain('state was never used before');
  });

  test('with a parameter twice', async () => {
    const { url } = askFor(sandbox, app, { scope: 'openid fhirUser launch/patient' });
    await browser.open(`${url}&state=another`);
    expect(await broken('standalone')).toContain('no parameter twice');
  });

  test('with a launch where there was none', async () => {
    await browser.open(askFor(sandbox, app, { scope: 'openid fhirUser', launch: 'made-up' }).url);
    expect(await broken('ehr-launch')).toContain('launch comes back exactly as the EHR sent it');
  });

  test.each([
    ['text/html', true],
    ['application/json', false],
  ])('after discovery with Accept: %s', async (accept, isBroken) => {
    await fetch(`${sandbox.fhirUrl}/api/fhir/r4/.well-known/smart-configuration`, {
      headers: { Accept: accept },
    });
    await authorize('none');
    const found = await broken('ehr-launch');
    expect(found.includes('discovery, where it is asked, with Accept: application/json')).toBe(isBroken);
  });
});

describe('a token request', () => {
  test.each([
    [{ redirect_uri: `${app}/` }, 'the redirect_uri of the authorization request'],
    [{ code_verifier: 'y'.repeat(43) }, 'the code_verifier of the code_challenge'],
    [{ code_verifier: 'short' }, 'a code_verifier of 43 to 128 allowed characters'],
    [{ client_secret: 'guessed' }, 'no authentication, as a public client has no secret'],
  ])('with %j', async (changes, asked) => {
    const done = await authorize('none');
    await swap(done, await proofOf('none'), changes);
    expect(await broken('ehr-launch')).toContain(asked);
  });

  test('sent twice', async () => {
    const done = await authorize('none');
    await swap(done, await proofOf('none'));
    await swap(done, await proofOf('none'));
    expect(await broken('ehr-launch')).toContain('one token request for one code');
  });

  test('with a code that nobody was given', async () => {
    await authorize('none');
    await swap({ code: 'a.b.c', verifier: 'y'.repeat(43) }, await proofOf('none'));
    expect(await broken('stray')).toEqual(['no code is sent that this app did not ask for']);
  });

  test('of a Basic client: a wrong secret; the id in the body', async () => {
    await swap(await authorize('client_secret_basic'), basicProof('guessed'));
    expect(await broken('ehr-launch')).toContain('HTTP Basic with the registered id and secret');
    sandbox.control.reset();
    sandbox.control.switches.autoConsent = true;
    await swap(await authorize('client_secret_basic'), basicProof(), { client_id: basicClient.id });
    expect(await broken('ehr-launch')).toContain('neither client_id nor client_secret in the body');
  });

  const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
  const strange = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  test.each<[string, () => Promise<Proof>, string]>([
    ['no typ', () => jwtProof({}, { header: { typ: undefined } }), 'the assertion’s typ is JWT'],
    ['RS256', () => jwtProof({}, { header: { alg: 'RS256' }, key: rsa }), 'signed with RS384 or ES384'],
    ['another key', () => jwtProof({}, { key: strange }), 'signed with a registered key'],
    [
      'another sub',
      () => jwtProof({ sub: 'nobody', iss: idOf('private_key_jwt') }),
      'iss and sub are the client_id',
    ],
    ['another aud', () => jwtProof({ aud: 'https://another.example/token' }), 'aud is the token URL'],
    ['a long life', () => jwtProof({ exp: soon(3600) }), 'exp is at most five minutes away'],
    ['no life left', () => jwtProof({ exp: soon(-10) }), 'exp is at most five minutes away'],
    [
      'another assertion type',
      async () => ({ headers: {}, form: { ...(await jwtProof()).form, client_assertion_type: 'jwt' } }),
      'client_assertion_type is jwt-bearer',
    ],
    [
      'a Basic header as well',
      async () => ({ ...basicProof(), form: (await jwtProof()).form }),
      'no other proof beside the assertion',
    ],
  ])('of a private_key_jwt client: %s', async (_what, proof, asked) => {
    await swap(await authorize('private_key_jwt'), await proof(), { client_id: idOf('private_key_jwt') });
    expect(await broken('ehr-launch')).toContain(asked);
  });

  test('of a private_key_jwt client: an assertion used before', async () => {
    const proof = await jwtProof();
    await swap(await authorize('private_key_jwt'), proof);
    await swap(await authorize('private_key_jwt'), proof);
    expect(await broken('ehr-launch')).toContain('jti is never used again');
  });
});

describe('after it', () => {
  test('a record asked for without a token', async () => {
    await wholeSession('none');
    await read(undefined);
    expect(await broken('ehr-launch')).toEqual([
      'a Bearer token of this flow with every request for records',
    ]);
  });

  test('a token in an address', async () => {
    const { access_token: token } = await wholeSession('none');
    await fetch(`${sandbox.fhirUrl}/api/fhir/r4/metadata?access_token=${String(token)}`);
    expect(await broken('ehr-launch')).toEqual(['no token in any address']);
  });

  test.each([
    ['other-issuer', 'an id_token of another issuer opens nothing'],
    ['other-audience', 'an id_token for another client opens nothing'],
    ['expired', 'an id_token that ran out an hour ago opens nothing'],
  ] as const)('an id_token with a fault (%s) that was believed', async (fault, asked) => {
    sandbox.control.switches.idToken = fault;
    await wholeSession('none');
    expect(await broken('ehr-launch')).toEqual([asked]);
  });

  test('an old refresh token, and more scopes than were granted', async () => {
    const { refresh_token: token } = await wholeSession('none');
    const form = { grant_type: 'refresh_token', refresh_token: String(token) };
    await post('token', await proofOf('none'), { ...form, scope: 'openid system/*.read' });
    expect(await broken('refresh')).toContain('no scope that was not granted');
    await post('token', await proofOf('none'), form);
    await post('token', await proofOf('none'), form);
    expect(await broken('refresh')).toContain('the newest refresh token, each once');
  });

  test('a token of nobody revoked, and a record read after signing out', async () => {
    const tokens = await wholeSession('none');
    await post('revoke', await proofOf('none'), { token: String(tokens['refresh_token']) });
    await read(tokens['access_token']);
    expect(await broken('sign-out')).toEqual(['no record is asked for afterwards']);
    await post('revoke', await proofOf('none'), { token: 'made-up' });
    expect(await broken('sign-out')).toContain('the newest token is revoked');
  });
});
