/** Sign-in for NextGen Office R3: the realm's own pages, with that base as the audience. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import { davidLogin, TestBrowser } from './test-browser.ts';
import { app, TestFlow } from './test-flow.ts';

const { david, alex } = people;
const scope = 'openid fhirUser launch/patient offline_access patient/*.read';
let sandbox: Sandbox;
let flow: TestFlow;

beforeAll(async () => {
  sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.control.reset();
  flow = new TestFlow(sandbox, new TestBrowser(app));
});

const audience = (): { aud: string } => ({ aud: `${sandbox.fhirUrl}/api/fhir` });

test('a patient signs in, chooses a record and shares it, on the pages of R4', async () => {
  const done = await flow.standalone(davidLogin, alex.id, scope, audience());
  expect(done.shown).toEqual(['login', 'select_patient', 'consent']);
  const tokens = await flow.tokensOf(done);
  expect(String(tokens['patient']).trim()).toBe(alex.id);
  expect(tokens['scope']).toContain('patient/*.read');
});

test('without pages the account’s own record is opened', async () => {
  sandbox.control.switches.autoConsent = true;
  const done = await flow.standalone(davidLogin, undefined, scope, audience());
  expect(done.shown).toEqual([]);
  expect(String((await flow.tokensOf(done))['patient']).trim()).toBe(david.id);
});

test('a token opens the base it was asked for, and a renewed one too; not the other', async () => {
  const r3 = await flow.tokensOf(await flow.standalone(davidLogin, david.id, scope, audience()));
  const renewed = (await flow.refresh(r3['refresh_token'])).body['access_token'];
  for (const token of [r3['access_token'], renewed]) {
    expect(await flow.readPatient(token, david.id, '/api/fhir')).toBe(200);
    expect(await flow.readPatient(token, david.id)).toBe(401);
  }
  const other = new TestFlow(sandbox, new TestBrowser(app));
  const r4 = (await other.tokensOf(await other.standalone(davidLogin, david.id)))['access_token'];
  expect(await flow.readPatient(r4, david.id)).toBe(200);
  expect(await flow.readPatient(r4, david.id, '/api/fhir')).toBe(401);
});

test('the base with a slash at the end is no audience', async () => {
  const { callback } = await flow.standalone(davidLogin, david.id, scope, {
    aud: `${sandbox.fhirUrl}/api/fhir/`,
  });
  expect(new URL(callback).searchParams.get('error')).toBe('invalid_request');
});
