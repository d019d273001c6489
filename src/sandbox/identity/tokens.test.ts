import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import {
  askFor,
  clickApp,
  ehrScopes,
  exchange,
  patientScopes,
  postForm,
  providerLogin,
  TestBrowser,
} from './test-browser.ts';
import { app, client, TestFlow } from './test-flow.ts';

const { david, anna } = people;
let sandbox: Sandbox;
let browser: TestBrowser;
let flow: TestFlow;

beforeAll(async () => {
  sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.control.reset();
  browser = new TestBrowser(app);
  flow = new TestFlow(sandbox, browser);
});

describe('the token endpoint', () => {
  beforeEach(() => {
    sandbox.control.switches.autoConsent = true;
  });

  test.each([
    ['tokens of a code with offline_access stay good', ehrScopes, 200],
    ['the others end', ehrScopes.replace(' offline_access', ''), 401],
  ])('takes a code once; at the second use %s', async (_what, scope, read) => {
    const done = await flow.launch(david.id, { scope });
    const tokens = await flow.tokensOf(done);
    const again = await exchange(sandbox, app, done.callback, done.asked);
    expect([again.status, again.body]).toEqual([
      400,
      { error: 'invalid_grant', error_description: 'Code not valid' },
    ]);
    expect(await flow.readPatient(tokens['access_token'], david.id)).toBe(read);
    expect((await flow.refresh(tokens['refresh_token'])).status).toBe(read === 200 ? 200 : 400);
  });

  test.each([
    [
      'another verifier',
      { code_verifier: 'x'.repeat(43) },
      'invalid_grant',
      'PKCE verification failed: Code mismatch',
    ],
    ['no verifier', { code_verifier: '' }, 'invalid_grant', 'PKCE code verifier not specified'],
    [
      'another redirect URI',
      { redirect_uri: 'http://127.0.0.1:4200/' },
      'invalid_grant',
      'Incorrect redirect_uri',
    ],
    ['a code of nobody', { code: 'a.b.c' }, 'invalid_grant', 'Code not valid'],
    [
      'another client',
      { client_id: 'nobody' },
      'invalid_client',
      'Invalid client or Invalid client credentials',
    ],
  ])('refuses %s', async (_what, changes, error, description) => {
    const done = await flow.launch(david.id);
    const { body } = await exchange(sandbox, app, done.callback, done.asked, changes);
    expect(body).toEqual({ error, error_description: description });
  });

  test('refuses a parameter given twice', async () => {
    const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x', ...client });
    form.append('refresh_token', 'y');
    expect((await postForm(sandbox, 'token', form, app)).body).toEqual({
      error: 'invalid_request',
      error_description: 'duplicated parameter',
    });
  });

  test('by name, the code was used by somebody faster', async () => {
    sandbox.control.switches.codeReused = true;
    const done = await flow.launch(david.id);
    expect((await exchange(sandbox, app, done.callback, done.asked)).body['error_description']).toBe(
      'Code not valid',
    );
  });

  test('rotates refresh tokens; one used twice ends the whole family', async () => {
    const first = await flow.tokensOf(await flow.launch(david.id));
    const second = await flow.refresh(first['refresh_token']);
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({
      patient: ` ${david.id} `,
      client_type: 'EHR',
      refresh_expires_in: 0,
    });
    expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
    expect((await flow.refresh(first['refresh_token'])).body).toEqual({
      error: 'invalid_grant',
      error_description: 'Maximum allowed refresh token reuse exceeded',
    });
    expect((await flow.refresh(second.body['refresh_token'])).body['error']).toBe('invalid_grant');
    expect(await flow.readPatient(second.body['access_token'], david.id)).toBe(401);
  });

  test('access tokens expire by the sandbox clock', async () => {
    sandbox.control.fixedNow = Date.now();
    const { access_token } = await flow.tokensOf(await flow.launch(david.id));
    sandbox.control.fixedNow += 299_999;
    expect(await flow.readPatient(access_token, david.id)).toBe(200);
    sandbox.control.fixedNow += 1;
    expect(await flow.readPatient(access_token, david.id)).toBe(401);
  });

  test('revocation ends access and refresh', async () => {
    const tokens = await flow.tokensOf(await flow.launch(david.id));
    const revoked = await postForm(
      sandbox,
      'revoke',
      { token: String(tokens['refresh_token']), ...client },
      app,
    );
    expect([revoked.status, revoked.headers.get('Access-Control-Allow-Origin')]).toEqual([200, app]);
    expect((await flow.refresh(tokens['refresh_token'])).body).toEqual({
      error: 'invalid_grant',
      error_description: "Session doesn't have required client",
    });
    expect(await flow.readPatient(tokens['access_token'], david.id)).toBe(401);
  });

  test('introspection tells patient and scope, and nothing of a dead token', async () => {
    const tokens = await flow.tokensOf(await flow.launch(david.id));
    const ask = async () =>
      (await postForm(sandbox, 'token/introspect', { token: String(tokens['access_token']), ...client }))
        .body;
    expect(await ask()).toMatchObject({ active: true, patient: david.id, client_id: 'chartside-sandbox' });
    await postForm(sandbox, 'revoke', { token: String(tokens['refresh_token']), ...client });
    expect(await ask()).toEqual({ active: false });
  });

  test('only the origin of the app may read answers, errors included', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: 'x', ...client };
    const own = await postForm(sandbox, 'token', form, app);
    const foreign = await postForm(sandbox, 'token', form, 'https://elsewhere.invalid');
    expect(own.headers.get('Access-Control-Allow-Origin')).toBe(app);
    expect(foreign.status).toBe(400);
    expect([...foreign.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('userinfo tells who signed in', async () => {
    const { access_token } = await flow.tokensOf(await flow.launch(david.id));
    const response = await fetch(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/userinfo`, {
      headers: { Authorization: `Bearer ${String(access_token)}` },
    });
    expect(await response.json()).toMatchObject({ preferred_username: providerLogin.username });
  });
});

describe('switches of the token response', () => {
  test.each([
    ['"false"', 'false'],
    ['"true"', 'true'],
    ['false', false],
    ['true', true],
    ['absent', undefined],
  ] as const)('banner %s', async (banner, sent) => {
    Object.assign(sandbox.control.switches, { banner, autoConsent: true });
    expect((await flow.tokensOf(await flow.launch(david.id)))['need_patient_banner']).toBe(sent);
  });

  test('patient, encounter and style left out; lifetime shortened', async () => {
    Object.assign(sandbox.control.switches, {
      omitPatient: true,
      encounter: 'none',
      style: 'absent',
      accessTokenSeconds: 42,
      autoConsent: true,
    });
    const tokens = await flow.tokensOf(await flow.launch(david.id, { encounter: david.encounter }));
    for (const member of ['patient', 'encounter', 'smart_style_url'])
      expect(tokens).not.toHaveProperty(member);
    expect(tokens['expires_in']).toBe(42);
  });

  test('autoConsent goes from the request to the callback in one redirect', async () => {
    sandbox.control.switches.autoConsent = true;
    for (const [scope, patient] of [
      [ehrScopes, ` ${anna.id} `],
      [patientScopes, ` ${david.id}`],
    ] as const) {
      const opened = await clickApp(browser, sandbox, anna.id);
      const launched = scope === ehrScopes ? { launch: opened.searchParams.get('launch') ?? '' } : {};
      const asked = askFor(sandbox, app, { scope, ...launched });
      const response = await fetch(asked.url, { redirect: 'manual' });
      const callback = response.headers.get('Location') ?? '';
      expect(callback).toMatch(/^http:\/\/127\.0\.0\.1:4200\/callback\/sandbox\?/);
      expect((await flow.tokensOf({ asked, callback }))['patient']).toBe(patient);
    }
  });
});

test('logout with an id_token goes back at once, ends the tokens and asks for a sign-in next time', async () => {
  const tokens = await flow.tokensOf(await flow.launch(david.id));
  const url = new URL(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/logout`);
  url.searchParams.set('id_token_hint', String(tokens['id_token']));
  url.searchParams.set('post_logout_redirect_uri', `${app}/`);
  url.searchParams.set('state', 'kept');
  expect((await browser.open(url.href)).url).toBe(`${app}/?state=kept`);
  expect((await flow.refresh(tokens['refresh_token'])).body['error']).toBe('invalid_grant');
  expect((await flow.launch(david.id)).shown).toEqual(['login', 'consent']);
});

test('logout without an id_token asks first, then ends the tokens of the browser session', async () => {
  const tokens = await flow.tokensOf(await flow.launch(david.id));
  const page = await browser.open(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/logout`);
  expect(page.body).toContain('Do you want to sign out?');
  expect((await flow.refresh(tokens['refresh_token'])).status).toBe(200);
  expect((await browser.submit(page, { logout: 'yes' })).body).toContain('You are signed out');
  expect((await flow.refresh(tokens['refresh_token'])).body['error']).toBe('invalid_grant');
  expect(await flow.readPatient(tokens['access_token'], david.id)).toBe(401);
});
