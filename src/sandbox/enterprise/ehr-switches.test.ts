/** Each thing that is only assumed of launches from Enterprise's EHR, both ways. */
import { beforeEach, describe, expect, test } from 'vitest';
import { enterpriseClients, people, providers } from '#sandbox/cast.ts';
import type { EnterpriseSwitches } from './enterprise-switches.ts';
import { app, authorizeUrl, ehrBase, ehrOauth, ehrScopes, pkce, redeeming, TestSite } from './test-site.ts';

const david = people.david.id;
const hour = 3_600_000;
let site: TestSite;
beforeEach(async () => {
  site = await TestSite.start();
});
const set = (switches: Partial<EnterpriseSwitches>): void =>
  void Object.assign(site.control.switches, switches);
const asked = (changes: Readonly<Record<string, string | undefined>> = {}) => ({
  client_id: enterpriseClients[2].id,
  scope: ehrScopes,
  aud: ehrBase,
  launch: site.mint(),
  ...changes,
});
const errorOf = async (changes: Readonly<Record<string, string | undefined>>) =>
  (await site.authorize(ehrOauth, asked(changes))).get('error');

describe('a launch', () => {
  test('is good for 300 seconds, or for as long as is set', async () => {
    const after = async (seconds: number) => {
      const launch = site.mint();
      site.later(seconds * 1000);
      return errorOf({ launch });
    };
    expect([await after(300), await after(301)]).toEqual([null, 'invalid_request']);
    set({ enterpriseLaunchSeconds: 60 });
    expect([await after(60), await after(61)]).toEqual([null, 'invalid_request']);
  });

  test('looks like one of Office, or is a UUID', async () => {
    expect(site.mint()).toMatch(/^[\w+/=]{328,332}$/);
    set({ enterpriseLaunchForm: 'uuid' });
    const launch = site.mint();
    expect(launch).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(await errorOf({ launch })).toBeNull();
    expect(await errorOf({ launch: crypto.randomUUID() })).toBe('invalid_request');
    expect((await site.launch()).body['patient']).toBe(david);
  });
});

describe('staff', () => {
  /** Where a launch leads a browser that has these cookies. */
  const open = async (cookie = '') =>
    (await site.ask(authorizeUrl(ehrOauth, asked()), { headers: { Cookie: cookie } })).headers.get(
      'Location',
    ) ?? '';
  const send = (page: string, form: Record<string, string>) =>
    site.ask(page, {
      method: 'POST',
      headers: { Origin: new URL(page).origin },
      body: new URLSearchParams(form),
    });
  const signIn = async (): Promise<{ readonly next: string; readonly cookie: string }> => {
    const { username, password } = providers[0];
    const { headers } = await send(await open(), { username, password });
    return {
      next: headers.get('Location') ?? '',
      cookie: headers.get('Set-Cookie')?.split(';', 1)[0] ?? '',
    };
  };

  test('stay signed in, or sign in at each launch', async () => {
    const { cookie } = await signIn();
    expect(await open(cookie)).toContain(`${app}/callback`);
    set({ enterpriseStaffSession: 'each-launch' });
    expect(await open(cookie)).toMatch(/\/nge-oauth\/sign-in\//);
  });

  test('are asked nothing more, or whether the app may read, and can refuse', async () => {
    const { next, cookie } = await signIn();
    expect(new URL(next).searchParams.has('code')).toBe(true);
    set({ enterpriseStaffConsent: 'asked' });
    const { next: page } = await signIn();
    expect(page).toMatch(/\/nge-oauth\/allow\//);
    expect(await (await site.ask(page)).text()).toContain('May Chartside read this chart?');
    const allowed = (await send(page, { answer: 'yes' })).headers.get('Location') ?? '';
    expect(new URL(allowed).searchParams.has('code')).toBe(true);
    expect((await site.ask(page)).status).toBe(400);
    const refused = (await send(await open(cookie), { answer: 'no' })).headers.get('Location') ?? '';
    expect(new URL(refused).searchParams.get('error')).toBe('access_denied');
  });
});

describe('nge-oauth', () => {
  test.each([
    ['optional', true, 200],
    ['optional', false, 400],
    ['overlooked', false, 200],
  ] as const)('PKCE %s, its verifier sent: %s → %i', async (value, verified, status) => {
    set({ enterpriseEhrPkce: value });
    const { verifier, sent } = pkce();
    const code = (await site.authorize(ehrOauth, asked(sent))).get('code') ?? '';
    const form = { ...redeeming(code, ehrOauth), ...(verified && { code_verifier: verifier }) };
    expect((await site.ehrToken(form)).status).toBe(status);
  });

  test.each([
    ['required', 'invalid_request', null],
    ['refused', null, 'invalid_request'],
  ] as const)('PKCE %s', async (value, without, withIt) => {
    set({ enterpriseEhrPkce: value });
    expect([await errorOf({}), await errorOf(pkce().sent)]).toEqual([without, withIt]);
  });

  test('CORS at its token endpoint: none, or for whoever asks; at its pages never', async () => {
    const allowed = async (step: string) =>
      (await site.ask(`${ehrOauth}/${step}`, { method: 'POST' })).headers.get('Access-Control-Allow-Origin');
    expect([await allowed('token'), await allowed('sign-in/x')]).toEqual([null, null]);
    set({ enterpriseEhrTokenCors: 'sent' });
    expect([await allowed('token'), await allowed('sign-in/x')]).toEqual([app, null]);
    const preflight = await site.ask(`${ehrOauth}/token`, {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).toBe(200);
  });

  test('a refresh token has no age, or has to be exchanged in time', async () => {
    const after = async (hours: number): Promise<number> => {
      const refresh = String((await site.launch()).body['refresh_token']);
      site.later(hours * hour);
      return (await site.ehrToken({ grant_type: 'refresh_token', refresh_token: refresh })).status;
    };
    expect(await after(2000)).toBe(200);
    set({ enterpriseEhrRefreshHours: 8 });
    expect([await after(7), await after(8)]).toEqual([200, 400]);
  });

  test('a refresh token can be used once, or is kept', async () => {
    const refresh = String((await site.launch()).body['refresh_token']);
    const again = () => site.ehrToken({ grant_type: 'refresh_token', refresh_token: refresh });
    expect([(await again()).status, (await again()).status]).toEqual([200, 400]);
    site.control.switches.enterpriseRotation = 'kept';
    const kept = String((await site.launch()).body['refresh_token']);
    const renewed = await site.ehrToken({ grant_type: 'refresh_token', refresh_token: kept });
    expect(renewed.body['refresh_token']).toBe(kept);
  });
});

test('the base answers by the rules of patient access, or as a plain server', async () => {
  const found = async () => {
    const { body } = await site.launch();
    const token = String(body['access_token']);
    const statuses = [
      'Observation',
      'CarePlan',
      'ExplanationOfBenefit',
      `Encounter/${String(body['encounter'])}`,
    ];
    const answers = await Promise.all(
      statuses.map((path) =>
        site.json(`${ehrBase}/${path}${path.includes('/') ? '' : `?patient=${david}`}`, token),
      ),
    );
    return answers.map(({ status }) => status);
  };
  expect(await found()).toEqual([400, 404, 403, 200]);
  set({ enterpriseEhrRules: 'plain' });
  expect(await found()).toEqual([200, 200, 404, 200]);
});

test('with ids of its own, a launch names the visit by the server’s id', async () => {
  set({ enterpriseIds: 'own' });
  const { body } = await site.launch();
  expect(body['encounter']).toBe(`own-PT-${people.david.encounter}`);
  const visit = await site.json(
    `${ehrBase}/Encounter/${String(body['encounter'])}`,
    String(body['access_token']),
  );
  expect(visit.status).toBe(200);
});
