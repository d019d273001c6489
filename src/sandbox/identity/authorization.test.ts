import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people, practice } from '#sandbox/cast.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import {
  annaLogin,
  askFor,
  clickApp,
  davidLogin,
  ehrScopes,
  formOf,
  patientScopes,
  providerLogin,
  TestBrowser,
} from './test-browser.ts';
import { app, TestFlow } from './test-flow.ts';

const { david, anna, alex } = people;
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

describe('a launch from the EHR', () => {
  test('opens the app with iss and a launch token in the shape of NextGen', async () => {
    const opened = await clickApp(browser, sandbox, david.id);
    expect(opened.origin + opened.pathname).toBe(`${app}/launch`);
    expect(opened.searchParams.get('iss')).toBe(`${sandbox.fhirUrl}/api/fhir/r4`);
    const token = /launch=([^&]*)$/.exec(opened.search)?.[1] ?? '';
    expect(token).toMatch(/^[A-Za-z0-9]{320,331}={0,2}$/);
    expect(token.length).toBeGreaterThanOrEqual(328);
    expect(token.length).toBeLessThanOrEqual(332);
    expect(Buffer.from(token, 'base64').toString()).toMatch(/^a20\.[A-Za-z0-9+/]+=*$/);
  });

  test('leaves iss out where the switch says so', async () => {
    sandbox.control.switches.sendIss = false;
    expect((await clickApp(browser, sandbox, david.id)).search).toMatch(/^\?launch=/);
  });

  test('asks for sign-in and consent, then sends state, session_state and a code of three UUIDs', async () => {
    const { asked, callback, shown } = await flow.launch(david.id);
    expect(shown).toEqual(['login', 'consent']);
    const query = new URL(callback).searchParams;
    expect([...query.keys()]).toEqual(['state', 'session_state', 'code']);
    expect(query.get('state')).toBe(asked.state);
    expect(query.get('code')).toMatch(/^([\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}\.){2}[\da-f-]{36}$/);
  });

  test('sends iss in the callback where the switch says so', async () => {
    sandbox.control.switches.callbackIss = true;
    const { callback } = await flow.launch(david.id);
    const query = new URL(callback).searchParams;
    expect([...query.keys()]).toEqual(['state', 'session_state', 'iss', 'code']);
    expect(query.get('iss')).toBe(`${sandbox.ehrUrl}/auth/realms/nextgen`);
  });

  test('answers the code with the members of the guide, their quirks included', async () => {
    const done = await flow.launch(david.id, { encounter: david.encounter });
    const { access_token, refresh_token, id_token, scope, ...rest } = await flow.tokensOf(done);
    expect(rest).toEqual({
      expires_in: 300,
      refresh_expires_in: 0,
      token_type: 'Bearer',
      'not-before-policy': 0,
      session_state: new URL(done.callback).searchParams.get('session_state'),
      resource: expect.stringMatching(/^person\/\d+$/) as unknown,
      patient: ` ${david.id} `,
      need_patient_banner: 'false',
      practice_id: practice.id,
      smart_style_url: ` ${sandbox.fhirUrl}/electronic/json/api/ehrSmartStyleConfig.json `,
      client_type: 'EHR',
      encounter: david.encounter,
    });
    expect([access_token, refresh_token, id_token].map((each) => typeof each)).toEqual([
      'string',
      'string',
      'string',
    ]);
    expect(String(scope)).not.toBe(ehrScopes);
    expect(String(scope).split(' ').toSorted()).toEqual(ehrScopes.split(' ').toSorted());
  });

  test('signs an id_token that names the user', async () => {
    const { id_token } = await flow.tokensOf(await flow.launch(david.id));
    const [head = '', payload = ''] = String(id_token).split('.');
    const decode = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    expect(decode(head)).toMatchObject({ alg: 'RS256' });
    expect(decode(payload)).toMatchObject({
      iss: `${sandbox.ehrUrl}/auth/realms/nextgen`,
      aud: 'chartside-sandbox',
      fhirUser: `${sandbox.fhirUrl}/api/fhir/r4/Practitioner/1000851`,
      preferred_username: providerLogin.username,
    });
  });

  test('a second one needs no sign-in and opens the second patient; the first session lives on', async () => {
    const first = await flow.tokensOf(await flow.launch(david.id));
    const second = await flow.launch(anna.id);
    expect(second.shown).toEqual([]);
    const tokens = await flow.tokensOf(second);
    expect(tokens['patient']).toBe(` ${anna.id} `);
    expect(await flow.readPatient(first['access_token'], david.id)).toBe(200);
    expect((await flow.refresh(first['refresh_token'])).body['patient']).toBe(` ${david.id} `);
  });

  test('asks for consent again when the app asks for more, or for consent', async () => {
    await flow.launch(david.id);
    expect((await flow.launch(anna.id, { scope: `${ehrScopes} profile` })).shown).toEqual(['consent']);
    const opened = await clickApp(browser, sandbox, david.id);
    const asked = askFor(sandbox, app, {
      launch: opened.searchParams.get('launch') ?? '',
      prompt: 'consent',
    });
    expect((await browser.open(asked.url)).url).toMatch(/login-actions\/consent/);
  });

  test('a wrong password asks again and keeps the name', async () => {
    const opened = await clickApp(browser, sandbox, david.id);
    const page = await browser.open(
      askFor(sandbox, app, { launch: opened.searchParams.get('launch') ?? '' }).url,
    );
    const again = await browser.submit(page, { ...providerLogin, password: 'wrong' });
    expect(again.body).toContain('User name or password is wrong');
    expect(formOf(again).fields.get('username')).toBe(providerLogin.username);
  });
});

describe('consent', () => {
  async function consentFor(answer: string, scope: readonly string[]) {
    const opened = await clickApp(browser, sandbox, david.id);
    const wanted = `${ehrScopes} user/Observation.read`;
    const asked = askFor(sandbox, app, { launch: opened.searchParams.get('launch') ?? '', scope: wanted });
    const page = await browser.submit(await browser.open(asked.url), providerLogin);
    expect(page.body).toContain('SMITH, DAVID');
    return { asked, page, callback: (await browser.submit(page, { answer, scope })).url };
  }

  test('gives what is left selected; what cannot be deselected stays', async () => {
    const done = await consentFor('yes', ['user/Observation.read']);
    const { scope, fhirUser, refresh_expires_in } = await flow.tokensOf(done);
    expect(String(scope).split(' ').toSorted()).toEqual(['launch', 'openid', 'user/Observation.read']);
    expect(fhirUser).toBeUndefined();
    expect(refresh_expires_in).toBe(1800);
  });

  test('marks openid and launch as needed', async () => {
    const { page } = await consentFor('yes', []);
    const disabled = [...page.body.matchAll(/value="([^"]*)" checked disabled/g)].map(([, scope]) => scope);
    expect(new Set(disabled)).toEqual(new Set(['launch', 'openid']));
  });

  test.each([
    ['at the page', false],
    ['by the named failure', true],
  ])('refused %s comes back as access_denied with the state alone', async (_where, named) => {
    sandbox.control.switches.consentRefused = named;
    const opened = await clickApp(browser, sandbox, david.id);
    const asked = askFor(sandbox, app, { launch: opened.searchParams.get('launch') ?? '' });
    let page = await browser.submit(await browser.open(asked.url), providerLogin);
    if (!named) page = await browser.submit(page, { answer: 'no' });
    expect([...new URL(page.url).searchParams]).toEqual([
      ['error', 'access_denied'],
      ['state', asked.state],
    ]);
    sandbox.control.switches.consentRefused = false;
    expect((await flow.launch(david.id)).shown).toEqual(['login', 'consent']);
  });

  test('refused by somebody who was signed in before leaves them signed in', async () => {
    await flow.launch(david.id);
    const opened = await clickApp(browser, sandbox, anna.id);
    const launch = opened.searchParams.get('launch') ?? '';
    const page = await browser.open(askFor(sandbox, app, { launch, prompt: 'consent' }).url);
    const refused = await browser.submit(page, { answer: 'no' });
    expect(new URL(refused.url).searchParams.get('error')).toBe('access_denied');
    expect((await flow.launch(anna.id)).shown).toEqual([]);
  });
});

describe("a patient's own sign-in", () => {
  test('asks whose record, shows the dependents, and gives the one chosen', async () => {
    const done = await flow.standalone(davidLogin, alex.id);
    expect(done.shown).toEqual(['login', 'select_patient', 'consent']);
    const tokens = await flow.tokensOf(done);
    expect(tokens).toMatchObject({
      patient: ` ${alex.id}`,
      client_type: 'STANDALONE',
      subscription_type: 'Indefinite',
      smart_style_url: `\n${sandbox.fhirUrl}/electronic/json/api/portalSmartStyleConfig.json `,
      resource: expect.stringMatching(/^Person\/\d+$/) as unknown,
    });
    expect(tokens).not.toHaveProperty('encounter');
    expect(await flow.readPatient(tokens['access_token'], alex.id)).toBe(200);
    expect(await flow.readPatient(tokens['access_token'], anna.id)).toBe(403);
  });

  test('shows the main patient alone where there are no dependents', async () => {
    const page = await browser.submit(
      await browser.open(askFor(sandbox, app, { scope: patientScopes }).url),
      annaLogin,
    );
    expect([...page.body.matchAll(/name="patient" value="(\d+)"/g)].map(([, id]) => id)).toEqual([anna.id]);
  });

  test('takes no record the account may not open', async () => {
    const page = await browser.submit(
      await browser.open(askFor(sandbox, app, { scope: patientScopes }).url),
      annaLogin,
    );
    expect((await browser.submit(page, { patient: david.id })).url).toMatch(/select_patient/);
  });

  test('does not take staff, nor staff pages patients', async () => {
    const page = await browser.open(askFor(sandbox, app, { scope: patientScopes }).url);
    expect((await browser.submit(page, providerLogin)).body).toContain('wrong');
  });

  test('a second one asks for the record again, not for the sign-in', async () => {
    await flow.standalone(davidLogin, david.id);
    const again = await flow.standalone(davidLogin, alex.id);
    expect(again.shown).toEqual(['select_patient']);
    expect((await flow.tokensOf(again))['patient']).toBe(` ${alex.id}`);
  });

  test('in the browser of the staff asks for a sign-in and ends none of their sessions', async () => {
    const staff = await flow.tokensOf(await flow.launch(david.id));
    expect((await flow.standalone(annaLogin, anna.id)).shown).toEqual(['login', 'select_patient', 'consent']);
    expect(await flow.readPatient(staff['access_token'], david.id)).toBe(200);
    expect((await flow.launch(anna.id)).shown[0]).toBe('login');
  });

  test('without launch/patient names no patient', async () => {
    const done = await flow.standalone(davidLogin, undefined, 'openid patient/*.read');
    expect(done.shown).toEqual(['login', 'consent']);
    expect(await flow.tokensOf(done)).not.toHaveProperty('patient');
  });
});
