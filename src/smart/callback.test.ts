import { expect, test } from 'vitest';
import { authorizationUrl } from './authorize.ts';
import { finishSignIn, type SignedIn } from './callback.ts';
import { cutOff, fakeBrowser, fakeIdToken, fakeSystem, json, type FakeBrowser } from './fake-browser.ts';
import { SignInError, type SignInFailure } from './failure.ts';
import type { LaunchKind, System } from './registry.ts';
import { grantedScopes } from './scopes.ts';
import { writeRecord } from './session-record.ts';

const issuer = 'https://id.example.org/realm';

function claims(changed: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    sub: 'u1',
    aud: 'chartside-test',
    exp: now + 300,
    iat: now,
    fhirUser: 'Practitioner/7',
    ...changed,
  };
}

function answerWith(browser: FakeBrowser, changed: Record<string, unknown> = {}, status = 200): void {
  browser.answer(
    json(
      {
        access_token: 'a-token',
        refresh_token: 'r-token',
        token_type: 'Bearer',
        expires_in: 300,
        scope: 'user/*.read openid launch fhirUser offline_access',
        patient: '428946492',
        id_token: fakeIdToken(claims()),
        ...changed,
      },
      status,
    ),
  );
}

interface Started {
  readonly browser: FakeBrowser;
  readonly state: string;
  readonly system: System;
  finish(query?: string): Promise<SignedIn | 'again'>;
  failure(query?: string): Promise<SignInFailure>;
  posts(): number;
}

async function started(
  system = fakeSystem(),
  kind: LaunchKind = 'ehr-launch',
  browser = fakeBrowser(),
): Promise<Started> {
  const url = await authorizationUrl(browser, system, {
    kind,
    launch: 'x',
    origin: 'https://app.example.org',
  });
  const state = url.searchParams.get('state') ?? '';
  const registry = { systems: [system], defaultLaunch: undefined };
  const finish = (query = `session_state=1-2&state=${state}&code=a.b.c`) =>
    finishSignIn(browser, registry, { pathname: system.redirectPath, search: `?${query}` });
  return {
    browser,
    state,
    system,
    finish,
    failure: async (query) => {
      const error = await finish(query).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error instanceof SignInError) return error.failure;
      throw new Error('did not fail', { cause: error });
    },
    posts: () => browser.requests.filter(({ init }) => init.method === 'POST').length,
  };
}

async function record(changed: Record<string, unknown>, system?: System, kind?: LaunchKind) {
  const flow = await started(system, kind);
  answerWith(flow.browser, changed);
  const result = await flow.finish();
  if (result === 'again') throw new Error('again');
  return result.record;
}

test('the code is swapped with the verifier and the same redirect address, without a secret', async () => {
  const flow = await started();
  answerWith(flow.browser);
  const result = await flow.finish();
  if (result === 'again') throw new Error('again');
  expect(flow.posts()).toBe(1);
  const [{ url, init, form }] = flow.browser.requests as [FakeBrowser['requests'][number]];
  expect(url).toBe('https://id.example.org/realm/token');
  expect(init).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'error' });
  expect(Object.keys(init.headers as object).map((name) => name.toLowerCase())).not.toContain(
    'authorization',
  );
  expect(Object.fromEntries(form)).toEqual({
    grant_type: 'authorization_code',
    code: 'a.b.c',
    redirect_uri: 'https://app.example.org/callback',
    code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    client_id: 'chartside-test',
  });
  expect(result.record).toMatchObject({
    systemId: 'office',
    kind: 'ehr-launch',
    patientId: '428946492',
    fhirUser: 'Practitioner/7',
    needPatientBanner: true,
    tokens: { access: 'a-token', refresh: 'r-token', turn: 0, renewAt: flow.browser.time + 240_000 },
  });
});

// Security check 5: every one of these sends no code.
test.each([
  ['no state', () => 'code=x', 'malformed'],
  ['a wrong state', () => 'state=wrong&code=x', 'state'],
  ['the state twice', (s: string) => `state=${s}&state=${s}&code=x`, 'malformed'],
  ['no code', (s: string) => `state=${s}`, 'malformed'],
  ['the code twice', (s: string) => `state=${s}&code=x&code=y`, 'malformed'],
  ['an id_token in the address', (s: string) => `state=${s}&code=x&id_token=y`, 'malformed'],
] as const)('@threat-5 a callback with %s sends nothing', async (_what, query, reason) => {
  const flow = await started();
  answerWith(flow.browser);
  const failure = await flow.failure(query(flow.state));
  expect(failure).toMatchObject({ kind: 'callback-unexpected', reason });
  expect(flow.browser.requests).toEqual([]);
});

test('@threat-5 code and error together: the error counts, and nothing is sent', async () => {
  const flow = await started();
  answerWith(flow.browser);
  expect((await flow.failure(`state=${flow.state}&code=x&error=access_denied`)).kind).toBe('consent-refused');
  expect(flow.browser.requests).toEqual([]);
});

test("@threat-5 another tab's callback is refused: its state lies in the other tab", async () => {
  const one = await started();
  const other = await started();
  answerWith(other.browser);
  expect(await other.failure(`state=${one.state}&code=x`)).toMatchObject({ reason: 'state' });
  expect(other.browser.requests).toEqual([]);
});

test('@threat-5 run twice at once, the code is sent once', async () => {
  const flow = await started();
  answerWith(flow.browser);
  const results = await Promise.allSettled([flow.finish(), flow.finish()]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(flow.posts()).toBe(1);
});

test('@threat-5 reload, back button and a copied address go on with the session they began', async () => {
  const flow = await started();
  answerWith(flow.browser);
  const result = await flow.finish();
  if (result === 'again') throw new Error('again');
  writeRecord(flow.browser, result.record);
  expect(await flow.finish()).toBe('again');
  expect(flow.posts()).toBe(1);
  // In a tab of its own the same address opens nothing.
  const elsewhere = fakeBrowser();
  await expect(
    finishSignIn(
      elsewhere,
      { systems: [flow.system], defaultLaunch: undefined },
      { pathname: '/callback', search: `?state=${flow.state}&code=a.b.c` },
    ),
  ).rejects.toThrow(SignInError);
  expect(elsewhere.requests).toEqual([]);
});

test('@threat-5 a forged callback leaves the open session where it is', async () => {
  const flow = await started();
  answerWith(flow.browser);
  const result = await flow.finish();
  if (result === 'again') throw new Error('again');
  writeRecord(flow.browser, result.record);
  expect((await flow.failure('state=forged&code=x')).kind).toBe('callback-unexpected');
  expect(await flow.finish()).toBe('again');
});

// Security check 6; RFC 9700 §4.4.2.2: a server that never names itself is told by the address it answers to.
test("@threat-6 an answer that comes to another system's address is refused before the code is sent", async () => {
  const browser = fakeBrowser();
  const [ours, theirs] = [fakeSystem(), fakeSystem({ id: 'other', redirectPath: '/callback/other' })];
  const { state } = await started(ours, 'ehr-launch', browser);
  const registry = { systems: [ours, theirs], defaultLaunch: undefined };
  const address = { pathname: theirs.redirectPath, search: `?state=${state}&code=a.b.c` };
  await expect(finishSignIn(browser, registry, address)).rejects.toMatchObject({
    failure: { kind: 'callback-unexpected', reason: 'issuer', systemId: 'office' },
  });
  expect(browser.requests).toEqual([]);
});

// Security check 6.
test('@threat-6 a wrong issuer is refused before the code is sent', async () => {
  const flow = await started();
  answerWith(flow.browser);
  expect(await flow.failure(`state=${flow.state}&code=x&iss=https://evil.test`)).toMatchObject({
    reason: 'issuer',
  });
  expect(flow.browser.requests).toEqual([]);
});

test('@threat-6 a missing issuer is refused where the server promises one, and accepted where it does not', async () => {
  const { endpoints } = fakeSystem();
  const promising = await started(fakeSystem({ endpoints: { ...endpoints!, issInCallback: true } }));
  answerWith(promising.browser);
  expect(await promising.failure()).toMatchObject({ kind: 'callback-unexpected', reason: 'issuer' });
  expect(promising.browser.requests).toEqual([]);
  const right = await started(fakeSystem({ endpoints: { ...endpoints!, issInCallback: true } }));
  answerWith(right.browser);
  await right.finish(`state=${right.state}&code=x&iss=${encodeURIComponent(issuer)}`);
  expect(right.posts()).toBe(1);
});

test('@threat-6 a server found by discovery may go by its issuer or by the FHIR base, and by nothing else', async () => {
  const found = async (iss: string) => {
    const browser = fakeBrowser();
    const {
      issuer: name,
      authorization: authorization_endpoint,
      token: token_endpoint,
    } = fakeSystem().endpoints!;
    browser.answer(json({ issuer: name, authorization_endpoint, token_endpoint }));
    const flow = await started(fakeSystem({ endpoints: undefined }), 'ehr-launch', browser);
    answerWith(browser);
    return { flow, query: `state=${flow.state}&code=x&iss=${encodeURIComponent(iss)}` };
  };
  for (const iss of [issuer, fakeSystem().fhirBase]) {
    const { flow, query } = await found(iss);
    await flow.finish(query);
    expect(flow.posts()).toBe(1);
  }
  const { flow, query } = await found('https://id.example.org/another');
  expect(await flow.failure(query)).toMatchObject({ reason: 'issuer' });
  expect(flow.posts()).toBe(0);
});

test.each([
  ['access_denied', '', 'consent-refused'],
  ['access_denied', 'The practice has no active subscription for this application', 'not-enabled'],
  ['invalid_scope', 'Invalid scopes: launch openid user/*.read', 'scope-refused'],
  ['unauthorized_client', '', 'not-enabled'],
  ['temporarily_unavailable', 'authentication_expired', 'sign-in-unreachable'],
  ['invalid_request', 'Invalid parameter: launch. The launch has expired', 'launch-expired'],
  ['server_error', '<b>Patient SMITH</b>', 'sign-in-failed'],
  ['Patient%20SMITH', '', 'sign-in-failed'],
])('the refusal %s (%s) is %s', async (error, description, kind) => {
  const flow = await started();
  const failure = await flow.failure(
    `error=${error}&error_description=${encodeURIComponent(description)}&state=${flow.state}`,
  );
  expect(failure.kind).toBe(kind);
  expect(JSON.stringify(failure)).not.toContain('SMITH');
  expect(flow.browser.requests).toEqual([]);
});

test.each([
  [
    'code used or too old',
    json({ error: 'invalid_grant', error_description: 'Code not valid' }, 400),
    'code-refused',
  ],
  ['app not known', json({ error: 'invalid_client' }, 401), 'not-enabled'],
  ['offline access not allowed', json({ error: 'not_allowed' }, 400), 'not-enabled'],
  ['something else', json({ error: 'weird Thing!' }, 400), 'sign-in-failed'],
  ['an error page', new Response('<html>', { status: 403 }), 'sign-in-failed'],
  ['a broken server', new Response('', { status: 502 }), 'sign-in-unreachable'],
  ['a login page with status 200', new Response('<html>'), 'answer-broken'],
  ['half an answer', new Response('{"access_token":"a'), 'answer-broken'],
  ['no token', json({ token_type: 'Bearer' }), 'answer-broken'],
  ['another kind of token', json({ access_token: 'a', token_type: 'mac', patient: '1' }), 'answer-broken'],
  ['no answer in time', new DOMException('', 'TimeoutError'), 'sign-in-unreachable'],
])('the token endpoint answers with %s', async (_what, answer, kind) => {
  const flow = await started();
  flow.browser.answer(answer);
  expect(await flow.failure()).toMatchObject({ kind, systemId: 'office' });
  expect(flow.posts()).toBe(1);
});

test('an answer that is cut off in the middle is one that cannot be used, not one that may not be read', async () => {
  const flow = await started();
  flow.browser.answer(cutOff, new Response(null));
  expect(await flow.failure()).toMatchObject({ kind: 'answer-broken', reason: 'cut-off' });
  expect(flow.browser.requests).toHaveLength(1);
});

test('who signed in is kept as a hash: the name may be in it', async () => {
  const kept = await record({ id_token: fakeIdToken(claims({ sub: 'provider.jones' })) });
  expect(kept.identity).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(kept)).not.toContain('jones');
  expect((await record({ id_token: undefined })).identity).toBeUndefined();
});

test('"Failed to fetch" is blocked where the server is there, and unreachable where it is not', async () => {
  const blocked = await started();
  blocked.browser.answer(new TypeError('Failed to fetch'), new Response(null));
  expect((await blocked.failure()).kind).toBe('exchange-blocked');
  expect(blocked.browser.requests[1]?.init).toMatchObject({ mode: 'no-cors', credentials: 'omit' });
  expect(blocked.posts()).toBe(1);
  const gone = await started();
  gone.browser.answer(new TypeError('Failed to fetch'));
  expect(await gone.failure()).toMatchObject({ kind: 'sign-in-unreachable', reason: 'network' });
});

test.each([
  ['another issuer', { iss: 'https://evil.test' }],
  ['another audience', { aud: 'another-app' }],
  ['expired long ago', { exp: 1_000_000 }],
  ['not yet valid', { nbf: 9_999_999_999 }],
  ['no subject', { sub: undefined }],
])('an id_token with %s is refused', async (_what, changed) => {
  const flow = await started();
  answerWith(flow.browser, { id_token: fakeIdToken(claims(changed)) });
  expect((await flow.failure()).kind).toBe('answer-broken');
});

test('an unsigned or symmetrically signed id_token is refused', async () => {
  for (const alg of ['none', 'HS256']) {
    const flow = await started();
    answerWith(flow.browser, { id_token: fakeIdToken(claims(), alg) });
    expect((await flow.failure()).kind).toBe('answer-broken');
  }
});

test('@threat-22 a clock that is ten minutes off does not matter', async () => {
  const flow = await started();
  const now = Math.floor(Date.now() / 1000);
  answerWith(flow.browser, {
    id_token: fakeIdToken(claims({ exp: now - 500, iat: now - 590 })),
  });
  await expect(flow.finish()).resolves.toBeTypeOf('object');
});

// Security check 22.
test.each([
  ['"false"', 'false', false],
  ['false', false, false],
  ['"FALSE "', 'FALSE ', false],
  ['"true"', 'true', true],
  ['"TRUE"', 'TRUE', true],
  ['true', true, true],
  ['absent', undefined, true],
  ['nonsense', 'maybe', true],
])('@threat-22 need_patient_banner %s', async (_what, sent, shown) => {
  expect((await record({ need_patient_banner: sent })).needPatientBanner).toBe(shown);
});

test('a system whose banner is always shown does not ask', async () => {
  expect(
    (await record({ need_patient_banner: 'false' }, fakeSystem({ banner: 'always' }))).needPatientBanner,
  ).toBe(true);
});

test.each([
  [300, 240_000],
  ['300', 240_000],
  ['300.5', 240_500],
  [20, 15_000],
  [0, undefined],
  ['0', undefined],
  [-5, undefined],
  ['soon', undefined],
  [null, undefined],
  [undefined, undefined],
])('@threat-22 expires_in %j', async (sent, wait) => {
  const { tokens, openedAt } = await record({
    expires_in: sent,
    refresh_expires_in: 0,
    'not-before-policy': 0,
  });
  expect(tokens.renewAt).toBe(wait === undefined ? undefined : openedAt + wait);
});

test("@threat-22 NextGen's spellings: spaces round values, lower-case bearer, a number for an id", async () => {
  const made = await record({
    token_type: 'bearer',
    patient: ' 428946492',
    encounter: 'PT-123456 ',
    smart_style_url: ' https://fhir.example.org/style.json ',
    resource: 'person/45678',
    practice_id: 17,
  });
  expect(made).toMatchObject({
    patientId: '428946492',
    encounterId: 'PT-123456',
    styleUrl: 'https://fhir.example.org/style.json',
  });
  expect((await record({ patient: 428946492 })).patientId).toBe('428946492');
  expect((await record({ patient: 'Patient/428946492' })).patientId).toBe('428946492');
});

test.each([
  'https://evil.test/style.json',
  'http://fhir.example.org/style.json',
  'javascript:alert(1)',
  '/style.json',
  7,
])('a style file at %j is not taken', async (url) => {
  expect((await record({ smart_style_url: url })).styleUrl).toBeUndefined();
});

test.each([undefined, '', ' ', '..', '1/../2', '1?x=1', 'Practitioner/1', {}, 'x'.repeat(200)])(
  '@threat-22 a token for no patient (%j) opens nothing',
  async (patient) => {
    const flow = await started();
    answerWith(flow.browser, { patient });
    expect((await flow.failure()).kind).toBe('patient-missing');
  },
);

const twoNames = fakeSystem({
  endpoints: { ...fakeSystem().endpoints!, issuers: ['https://fhir.example.org/api/fhir/r4'] },
});

test.each([issuer, 'https://fhir.example.org/api/fhir/r4'])(
  '@threat-6 a server of two names may use either, in the callback and in the id_token: %s',
  async (name) => {
    for (const other of [issuer, 'https://fhir.example.org/api/fhir/r4']) {
      const flow = await started(twoNames);
      answerWith(flow.browser, { id_token: fakeIdToken(claims({ iss: other })) });
      const result = await flow.finish(`state=${flow.state}&code=x&iss=${encodeURIComponent(name)}`);
      expect(result).toMatchObject({ record: { patientId: '428946492' } });
    }
  },
);

test.each(['https://fhir.example.org/api/fhir/r4/', 'https://fhir.example.org/api/fhir/R4', `${issuer}/`])(
  '@threat-6 character by character: %s is neither',
  async (name) => {
    const flow = await started(twoNames);
    expect(await flow.failure(`state=${flow.state}&code=x&iss=${encodeURIComponent(name)}`)).toMatchObject({
      kind: 'callback-unexpected',
      reason: 'issuer',
    });
    expect(flow.posts()).toBe(0);
    const signed = await started(twoNames);
    answerWith(signed.browser, { id_token: fakeIdToken(claims({ iss: name })) });
    expect((await signed.failure()).kind).toBe('answer-broken');
  },
);

test('without PKCE no verifier is sent', async () => {
  const enterprise = fakeSystem({
    pkce: 'off',
    clientAuthentication: 'broker',
    broker: { authentication: 'query' },
  });
  const flow = await started(enterprise);
  answerWith(flow.browser);
  await flow.finish();
  expect(Object.keys(JSON.parse(flow.browser.requests[0]!.init.body as string) as object).toSorted()).toEqual(
    ['code', 'session', 'system'],
  );
  const open = await started(fakeSystem({ pkce: 'off' }));
  answerWith(open.browser);
  await open.finish();
  expect(open.browser.requests[0]!.form.get('code_verifier')).toBeNull();
});

test('NextGen Enterprise: a token answer without patient, scope or id_token opens all that is not refused', async () => {
  const enterprise = fakeSystem({
    patientFrom: 'search',
    kinds: ['standalone'],
    scopes: { standalone: [] },
  });
  const bare = { patient: undefined, id_token: undefined };
  for (const scope of [undefined, '', 'openid offline_access']) {
    const kept = await record({ ...bare, scope }, enterprise, 'standalone');
    expect([kept.patientId, kept.scopes, kept.identity]).toEqual([undefined, undefined, undefined]);
    expect(grantedScopes(kept.scopes).allows('Observation')).toBe('yes');
  }
  const said = await record({ ...bare, scope: 'patient/Patient.read' }, enterprise, 'standalone');
  expect(grantedScopes(said.scopes).allows('Observation')).toBe('no');
});

test('the place where a reader was outlives a sign-in that names nobody yet', async () => {
  const place = { patientId: 'p1', path: '/chart/results' };
  const browser = fakeBrowser();
  const system = fakeSystem({ patientFrom: 'search' });
  const url = await authorizationUrl(browser, system, {
    kind: 'standalone',
    origin: 'https://app.example.org',
    place,
  });
  answerWith(browser, { patient: undefined });
  const registry = { systems: [system], defaultLaunch: undefined };
  const search = `?state=${url.searchParams.get('state')}&code=x`;
  expect(await finishSignIn(browser, registry, { pathname: '/callback', search })).toMatchObject({ place });
});

test('@threat-22 where the system names its patients by search, a token without one is enough', async () => {
  expect(
    (await record({ patient: undefined }, fakeSystem({ patientFrom: 'search' }))).patientId,
  ).toBeUndefined();
});

test('@threat-22 a missing scope means: as asked; an empty one: nothing', async () => {
  expect((await record({ scope: undefined })).scopes).toEqual(fakeSystem().scopes['ehr-launch']);
  expect((await record({ scope: ['user/*.read', 'openid'] })).scopes).toEqual(['user/*.read', 'openid']);
  const flow = await started();
  answerWith(flow.browser, { scope: ' ' });
  expect((await flow.failure()).kind).toBe('patient-not-shared');
});

test('without leave to read the patient there is no chart', async () => {
  const flow = await started();
  answerWith(flow.browser, { scope: 'openid user/Observation.read' });
  expect((await flow.failure()).kind).toBe('patient-not-shared');
});

test('@threat-22 id_tokens are base64url with any letters in them', async () => {
  const flow = await started();
  const token = fakeIdToken(
    claims({ name: 'Ünal 李 ÿþ??>>', fhirUser: `${fakeSystem().fhirBase}/Patient/9` }),
  );
  expect(token).toMatch(/[-_]/);
  answerWith(flow.browser, { id_token: token });
  const result = await flow.finish();
  expect(result !== 'again' && result.record.fhirUser).toBe('Patient/9');
});

test.each(['https://evil.test/Practitioner/1', 'Practitioner/..', 'Organization/1', 5])(
  'fhirUser %j names nobody here',
  async (fhirUser) => {
    const flow = await started();
    answerWith(flow.browser, { id_token: fakeIdToken(claims({ fhirUser })) });
    const result = await flow.finish();
    expect(result !== 'again' && result.record.fhirUser).toBeUndefined();
  },
);

test('what is kept holds no name and no claim of the id_token', async () => {
  const flow = await started();
  answerWith(flow.browser, {
    id_token: fakeIdToken(claims({ name: 'CANARY Name', email: 'canary@example.org' })),
    patient_name: 'CANARY Patient',
  });
  const result = await flow.finish();
  if (result === 'again') throw new Error('again');
  writeRecord(flow.browser, result.record);
  const kept = Array.from(
    { length: flow.browser.storage.length },
    (_, n) => flow.browser.storage.key(n) ?? '',
  );
  expect(kept).toEqual(['chartside.session']);
  expect(flow.browser.storage.getItem('chartside.session')?.toLowerCase()).not.toContain('canary');
});
