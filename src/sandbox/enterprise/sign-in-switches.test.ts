/** Each thing that is only assumed of Enterprise's sign-in for patients, both ways. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enterpriseClients, patientLogins } from '#sandbox/cast.ts';
import { formOf, TestBrowser, type Landing } from '#sandbox/identity/test-browser.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import { categories, offeredLines } from './categories.ts';
import { enterpriseDefaults, type EnterpriseSwitches } from './enterprise-switches.ts';
import {
  app,
  authorizeUrl,
  dstu2,
  type Parameters,
  patientOauth,
  pkce,
  r4,
  redeeming,
  TestSite,
} from './test-site.ts';

let site: TestSite;
beforeEach(async () => {
  site = await TestSite.start();
});
const set = (switches: Partial<EnterpriseSwitches>): void =>
  void Object.assign(site.control.switches, switches);
const statusOf = async (path: string, token: unknown, base = r4): Promise<number> =>
  (await site.ask(`${base}/${path}`, { headers: { Authorization: `Bearer ${String(token)}` } })).status;

describe('scopes', () => {
  test('that are not known: overlooked, or refused', async () => {
    const errorFor = async (scope: string) => (await site.authorize(patientOauth, { scope })).get('error');
    expect(await errorFor('openid everything')).toBeNull();
    set({ enterpriseUnknownScopes: 'refused' });
    expect(await errorFor('openid everything')).toBe('invalid_scope');
    expect(await errorFor('openid launch/patient offline_access patient/*.read patient/Goal.rs')).toBeNull();
  });

  test('for single types: they narrow, or are overlooked', async () => {
    const scope = 'patient/Condition.read';
    expect(await statusOf('Goal', await site.accessToken({ scope }))).toBe(403);
    set({ enterpriseScopesNarrow: 'overlooked' });
    expect(await statusOf('Goal', await site.accessToken({ scope }))).toBe(200);
  });

  test('none for records: everything, or what the app is registered for', async () => {
    const found = async (token: string) =>
      Promise.all(['Goal', 'Practitioner', 'Questionnaire'].map((path) => statusOf(path, token)));
    expect(await found(await site.accessToken({ scope: 'openid' }))).toEqual([200, 200, 200]);
    set({ enterpriseNoScopes: 'registered' });
    expect(await found(await site.accessToken({ scope: 'openid' }))).toEqual([200, 403, 403]);
    expect(await found(await site.accessToken())).toEqual([200, 403, 403]);
    expect(await found(await site.accessToken({ scope: 'patient/*.read' }))).toEqual([200, 200, 200]);
  });
});

describe('tokens', () => {
  test('an id_token where openid is asked for, or never', async () => {
    expect((await site.signIn({ scope: 'openid' })).body).toHaveProperty('id_token');
    set({ enterpriseIdToken: 'never' });
    expect((await site.signIn({ scope: 'openid' })).body).not.toHaveProperty('id_token');
  });

  test('revoking a refresh token ends all, or that one alone', async () => {
    const afterRevoking = async () => {
      const { access_token: access, refresh_token: refresh } = (await site.signIn()).body;
      await site.token({ token: String(refresh) }, 'token/revoke');
      const again = await site.token({ grant_type: 'refresh_token', refresh_token: String(refresh) });
      return [await statusOf('Patient', access), again.body['error']];
    };
    expect(await afterRevoking()).toEqual([401, 'invalid_grant']);
    set({ enterpriseRevocation: 'one' });
    expect(await afterRevoking()).toEqual([200, 'invalid_grant']);
  });

  test('a code is good for a minute, or as long as is set', async () => {
    const after = async (seconds: number): Promise<number> => {
      const code = (await site.authorize(patientOauth)).get('code') ?? '';
      site.later(seconds * 1000);
      return (await site.token(redeeming(code))).status;
    };
    expect([await after(60), await after(61)]).toEqual([200, 400]);
    set({ enterpriseCodeSeconds: 10 });
    expect([await after(10), await after(11)]).toEqual([200, 400]);
  });

  test('PKCE that is sent is held to, or overlooked', async () => {
    const without = async (sent: Parameters): Promise<number> =>
      (await site.token(redeeming((await site.authorize(patientOauth, sent)).get('code') ?? ''))).status;
    expect(await without(pkce().sent)).toBe(400);
    site.control.switches.enterprisePkce = 'overlooked';
    expect(await without(pkce().sent)).toBe(200);
    expect(await without({ ...pkce().sent, code_challenge_method: 'plain' })).toBe(200);
    const code = (await site.authorize(patientOauth, pkce().sent)).get('code') ?? '';
    expect((await site.token({ ...redeeming(code), code_verifier: pkce().verifier })).status).toBe(200);
  });

  test('the version that a token opens follows from the client, or from aud', async () => {
    const opened = async (changes: Readonly<Record<string, string>>) => {
      const token = await site.accessToken(changes);
      return [await statusOf('Patient', token, r4), await statusOf('Patient', token, dstu2)];
    };
    const older = { client_id: enterpriseClients[1].id };
    expect([await opened({}), await opened(older)]).toEqual([
      [200, 401],
      [401, 200],
    ]);
    expect((await site.authorize(patientOauth, { aud: dstu2 })).get('error')).toBe('invalid_request');
    set({ enterpriseTokenBase: 'aud' });
    expect([await opened({ aud: dstu2 }), await opened({ aud: r4 }), await opened(older)]).toEqual([
      [401, 200],
      [200, 401],
      [200, 200],
    ]);
    expect((await site.authorize(patientOauth, { aud: `${app}/fhir` })).get('error')).toBe('invalid_request');
  });
});

describe('the page of categories', () => {
  let sandbox: Sandbox;
  let browser: TestBrowser;
  beforeAll(async () => {
    sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: app });
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => {
    sandbox.control.reset();
    browser = new TestBrowser(app);
  });
  const { username, password } = patientLogins[0];
  const consent = async (scope?: string): Promise<Landing> => {
    const first = await browser.open(authorizeUrl(`${sandbox.fhirUrl}/nge/prod/patient-oauth`, { scope }));
    return browser.submit(first, { username, password });
  };
  const lines = (page: Landing): readonly string[] =>
    [...page.body.matchAll(/name="category"[^>]*\/?><span>([^<]*)</g)].map(([, title = '']) => title);

  test('names them in everyday words, or by their types', async () => {
    expect(lines(await consent())).toContain('Allergies');
    sandbox.control.switches.enterpriseCategoryTitles = 'types';
    const titles = lines(await consent());
    expect(titles).toContain('AllergyIntolerance');
    expect(titles).toContain('MedicationRequest, MedicationStatement, MedicationDispense');
  });

  test('has one for each subject, or a few broad ones, of which one shares all that is in it', async () => {
    expect(lines(await consent())).toHaveLength(categories.length);
    Object.assign(sandbox.control.switches, { enterpriseCategoryTypes: 'broad', enterpriseScope: 'granted' });
    const page = await consent();
    expect(lines(page)).toEqual([
      'About you and your practice',
      'Your health record',
      'Your results',
      'Documents and questionnaires',
    ]);
    const chosen = formOf(page).fields.getAll('category').slice(2);
    const keep = await browser.submit(page, { category: chosen, answer: 'yes' });
    const back = await browser.submit(keep, { keep: 'no' });
    expect(new URL(back.url).searchParams.has('code')).toBe(true);
    // Narrowed to one type, the one line that has it is offered.
    expect(lines(await consent('patient/Goal.read'))).toEqual(['Your health record']);
  });

  test('every category stands in one of the broad ones', () => {
    const found = offeredLines(categories, { ...enterpriseDefaults, enterpriseCategoryTypes: 'broad' });
    const ids = found.flatMap((line) => line.categories.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(categories.map(({ id }) => id).toSorted());
  });

  test('none approved: refused, or let in and denied everything', async () => {
    const none = async () => {
      const keep = await browser.submit(await consent(), { category: [], answer: 'yes' });
      return new URL((await browser.submit(keep, { keep: 'no' })).url).searchParams;
    };
    expect((await none()).get('error')).toBe('access_denied');
    sandbox.control.switches.enterpriseNoneApproved = 'let-in';
    expect((await none()).has('code')).toBe(true);
    set({ enterpriseNoneApproved: 'let-in' });
    site.control.switches.enterpriseDenied = 'goals';
    const token = await site.accessToken({ scope: 'patient/Goal.read' });
    expect([await statusOf('Goal', token), await statusOf('Patient', token)]).toEqual([403, 403]);
  });
});
