import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enterpriseClients, patientLogins, people, providers } from '#sandbox/cast.ts';
import { formOf, TestBrowser, type Landing } from '#sandbox/identity/test-browser.ts';
import { startSandbox, type Sandbox } from '#sandbox/start.ts';
import { categories } from './categories.ts';
import {
  app,
  authorizeUrl,
  redeeming,
  secretOf,
  withParameters,
  type Bundle,
  type Parameters,
} from './test-site.ts';

const [david, , guadalupe] = patientLogins;
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

const oauth = () => `${sandbox.fhirUrl}/nge/prod/patient-oauth`;
const base = () => `${sandbox.fhirUrl}/nge/prod/fhir-api-r4/fhir/r4`;
const open = (changes: Parameters = {}) => browser.open(authorizeUrl(oauth(), changes));
const stepOf = ({ url }: Landing): string => /patient-oauth\/([a-z-]+)\//.exec(url)?.[1] ?? url;
const signIn = (page: Landing, { username, password }: { username: string; password: string } = david) =>
  browser.submit(page, { username, password });
const answer = ({ url }: Landing) => Object.fromEntries(new URL(url).searchParams);

async function tokenFor({ url }: Landing): Promise<string> {
  const code = new URL(url).searchParams.get('code') ?? '';
  const sent = withParameters(`${oauth()}/token`, { ...secretOf('patient-r4'), ...redeeming(code) });
  const body = (await (await fetch(sent, { method: 'POST' })).json()) as { access_token: string };
  return body.access_token;
}

async function get(path: string, token: string): Promise<{ status: number; body: Bundle }> {
  const response = await fetch(`${base()}/${path}`, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as Bundle };
}

describe('the pages of patient-oauth', () => {
  test('sign in, categories, stay signed in; a denied category is refused, the rest is there', async () => {
    const first = await open();
    expect(stepOf(first)).toBe('sign-in');
    expect(first.body).toContain('Everyone and everything here is made up');
    expect(first.body).toContain(david.password);
    const consent = await signIn(first);
    expect(stepOf(consent)).toBe('categories');
    expect(consent.body).toContain('<b>DAVID SMITH</b>');
    expect(consent.body).toContain('<b>ALEX SMITH</b>');
    expect(formOf(consent).fields.getAll('category')).toEqual(categories.map(({ id }) => id));
    const most = categories.map(({ id }) => id).filter((id) => id !== 'conditions' && id !== 'goals');
    const keep = await browser.submit(consent, { category: most, answer: 'yes' });
    expect(stepOf(keep)).toBe('keep');
    const back = await browser.submit(keep, { keep: 'no' });
    expect(back.url).toMatch(
      /^http:\/\/127\.0\.0\.1:4200\/callback\/sandbox-enterprise\?code=[\w-]{43}&state=state-of-the-app$/,
    );
    const token = await tokenFor(back);
    for (const [type, status] of [
      ['Condition', 403],
      ['Goal', 403],
      ['Encounter', 200],
      ['Patient', 200],
    ] as const)
      expect([type, (await get(type, token)).status]).toEqual([type, status]);
  });

  test('a wrong password is said, and nothing is lost', async () => {
    const page = await signIn(await open(), { username: david.username, password: 'wrong' });
    expect(page.body).toContain('User name or password is wrong.');
    expect(page.body).toContain(`value="${david.username}"`);
    expect(stepOf(await signIn(page))).toBe('categories');
    const staff = await signIn(await open(), providers[0]);
    expect(staff.body).toContain('User name or password is wrong.');
  });

  test('sharing nothing, or no category, sends the app away with access_denied', async () => {
    const refused = await browser.submit(await signIn(await open()), { answer: 'no' });
    expect(answer(refused)).toEqual({ error: 'access_denied', state: 'state-of-the-app' });
    const none = await browser.submit(await signIn(await open()), { category: [], answer: 'yes' });
    expect(answer(await browser.submit(none, { keep: 'no' }))).toEqual({
      error: 'access_denied',
      state: 'state-of-the-app',
    });
  });

  test('the switch refuses without the page', async () => {
    sandbox.control.switches.consentRefused = true;
    expect(answer(await signIn(await open()))['error']).toBe('access_denied');
  });

  test('who stays signed in is asked for the categories alone, and can be somebody else', async () => {
    const keep = await browser.submit(await signIn(await open()), { answer: 'yes' });
    await browser.submit(keep, { keep: 'yes' });
    const again = await open();
    expect(stepOf(again)).toBe('categories');
    expect(new URL((await browser.submit(again, { answer: 'yes' })).url).origin).toBe(app);
    const other = await browser.submit(await open(), { answer: 'other' });
    expect(stepOf(other)).toBe('sign-in');
    expect((await signIn(other, guadalupe)).body).toContain('GUADALUPE');
  });

  test('who does not stay signed in is asked again', async () => {
    const keep = await browser.submit(await signIn(await open()), { answer: 'yes' });
    await browser.submit(keep, { keep: 'no' });
    expect(stepOf(await open())).toBe('sign-in');
  });

  test('only what was asked for is offered', async () => {
    const page = await signIn(await open({ scope: 'openid patient/Observation.read patient/Goal.read' }));
    expect(formOf(page).fields.getAll('category')).toEqual(['goals', 'observations']);
  });

  test('a page that was finished, one that never was, and a form of another site', async () => {
    const page = await open();
    await browser.submit(await signIn(page), { answer: 'no' });
    expect((await browser.open(page.url)).status).toBe(400);
    expect((await browser.open(`${oauth()}/elsewhere`)).status).toBe(404);
    const response = await fetch((await open()).url, {
      method: 'POST',
      headers: { Origin: 'https://other.example' },
      body: new URLSearchParams({ username: david.username, password: david.password }),
    });
    expect(response.status).toBe(403);
  });

  test('the pages bring their style, script and security headers', async () => {
    const response = await fetch((await open()).url);
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    for (const path of ['/style.css', '/consent.js', '/favicon.svg'])
      expect((await fetch(sandbox.fhirUrl + path)).status).toBe(200);
  });
});

describe('dependents', () => {
  const signedIn = async (login: { username: string; password: string }): Promise<string> => {
    const keep = await browser.submit(await signIn(await open(), login), { answer: 'yes' });
    return tokenFor(await browser.submit(keep, { keep: 'no' }));
  };

  test('GET Patient is a Bundle: the account’s own first, those in its care behind', async () => {
    const token = await signedIn(guadalupe);
    const ids = (await get('Patient', token)).body.entry?.map(({ resource }) => resource.id);
    expect(ids).toEqual([people.guadalupe.id, people.child.id]);
    expect((await get(`Immunization?patient=${people.child.id}`, token)).status).toBe(200);
    expect((await get(`Immunization?patient=${people.david.id}`, token)).status).toBe(403);
    sandbox.control.switches.enterprisePatient = 'patient';
    expect((await get('Patient', token)).body.id).toBe(people.guadalupe.id);
  });

  test('somebody without anyone in care gets a Bundle of one', async () => {
    const { body } = await get('Patient', await signedIn(patientLogins[1]));
    expect(body.entry?.map(({ resource }) => resource.id)).toEqual([people.anna.id]);
  });
});

test('the server can be down', async () => {
  sandbox.control.faults = [{ target: 'enterprise-oauth', kind: 'drop' }];
  await expect(fetch(authorizeUrl(oauth()))).rejects.toThrow('fetch failed');
  await expect(fetch(`${oauth()}/token`, { method: 'POST' })).rejects.toThrow('fetch failed');
});

test('a launch from the EHR page as NextGen Enterprise: sign in once, and back with a code', async () => {
  const { username, password } = providers[0];
  await browser.open(`${sandbox.ehrUrl}/sign-in`, new URLSearchParams({ username, password }));
  const chart = await browser.open(`${sandbox.ehrUrl}/patients/office/${people.david.id}`);
  expect(chart.body).toMatch(/<button name="system" value="enterprise">\s*Launch as NextGen Enterprise/);
  const launched = await browser.open(
    `${sandbox.ehrUrl}/ehr/launch?base=office&patient=${people.david.id}&encounter=${people.david.encounter}&system=enterprise`,
  );
  const sent = new URL(launched.url).searchParams;
  expect(new URL(launched.url).pathname).toBe('/launch');
  expect(sent.get('iss')).toBe(`${sandbox.fhirUrl}/nge/prod/nge-api/fhir/r4`);
  const asked = authorizeUrl(`${sandbox.fhirUrl}/nge/prod/nge-oauth`, {
    client_id: enterpriseClients[2].id,
    scope: 'launch openid fhirUser user/*.read',
    aud: sent.get('iss') ?? '',
    launch: sent.get('launch') ?? '',
  });
  const page = await browser.open(asked);
  expect(page.body).toContain('Sign in to NextGen Enterprise');
  expect((await browser.submit(page, { username, password: 'wrong' })).body).toContain('password is wrong');
  expect((await browser.submit(page, { username, password })).url).toMatch(
    /\/callback\/sandbox-enterprise-ehr\?code=/,
  );
  // Signed in from now on.
  expect((await browser.open(asked)).url).toMatch(/\/callback\/sandbox-enterprise-ehr\?code=/);
});
