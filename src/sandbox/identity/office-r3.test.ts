/** Sign-in for NextGen Office R3: the realm's own pages, with that base as the audience. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

describe('the audience, where it turns out otherwise', () => {
  const base = (): string => `${sandbox.fhirUrl}/api/fhir`;
  /** What becomes of a sign-in: an error of the callback, or what the token is answered at R3 and at R4. */
  async function outcome(aud: string | undefined): Promise<unknown> {
    const own = new TestFlow(sandbox, new TestBrowser(app));
    const done = await own.standalone(davidLogin, david.id, scope, { aud });
    const error = new URL(done.callback).searchParams.get('error');
    if (error !== null) return error;
    const token = (await own.tokensOf(done))['access_token'];
    return [await own.readPatient(token, david.id, '/api/fhir'), await own.readPatient(token, david.id)];
  }

  test.each([
    ['base', 'invalid_request', 'invalid_request', [401, 200]],
    ['base-with-slash', 'invalid_request', 'invalid_request', [401, 200]],
    ['r4', 'invalid_request', 'invalid_request', [200, 200]],
    ['none', [200, 401], [200, 401], [401, 200]],
  ] as const)('%s', async (value, without, another, ofR4) => {
    sandbox.control.switches.officeR3Aud = value;
    const own = {
      base: [200, 401],
      'base-with-slash': 'invalid_request',
      r4: 'invalid_request',
      none: [200, 401],
    };
    expect(await outcome(base())).toEqual(own[value]);
    expect(await outcome(`${base()}/`)).toEqual(value === 'base-with-slash' ? [200, 401] : another);
    expect(await outcome(undefined)).toEqual(without);
    expect(await outcome(`${base()}/r4`)).toEqual(ofR4);
  });

  test('tokens of both bases may be shared', async () => {
    sandbox.control.switches.officeR3Tokens = 'shared';
    expect(await outcome(base())).toEqual([200, 200]);
    expect(await outcome(`${base()}/r4`)).toEqual([200, 200]);
  });
});
