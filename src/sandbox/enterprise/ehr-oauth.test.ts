import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { enterpriseClients, people } from '#sandbox/cast.ts';
import { LaunchTokens } from '#sandbox/identity/launch-tokens.ts';
import { ehrBase, ehrOauth, ehrScopes, origin, pkce, r4, redeeming, TestSite } from './test-site.ts';

let site: TestSite;
beforeEach(async () => {
  site = await TestSite.start();
});

const asked = (changes: Readonly<Record<string, string | undefined>> = {}) => ({
  client_id: enterpriseClients[2].id,
  scope: ehrScopes,
  aud: ehrBase,
  launch: site.mint(),
  ...changes,
});
const errorOf = async (changes: Readonly<Record<string, string | undefined>>) =>
  (await site.authorize(ehrOauth, asked(changes))).get('error');
const statusAt = async (url: string, token: unknown): Promise<number> =>
  (await site.ask(url, { headers: { Authorization: `Bearer ${String(token)}` } })).status;

describe('authorize', () => {
  test.each([
    ['no launch', { launch: undefined }, 'invalid_request'],
    ['a launch of nobody', { launch: 'nothing' }, 'invalid_request'],
    ['no aud', { aud: undefined }, 'invalid_request'],
    ['another aud', { aud: r4 }, 'invalid_request'],
    ['no launch scope', { scope: 'openid user/*.read' }, 'invalid_scope'],
    ['a scope that is not known', { scope: `${ehrScopes} all` }, 'invalid_scope'],
    ['plain PKCE', { ...pkce().sent, code_challenge_method: 'plain' }, 'invalid_request'],
  ])('%s is refused', async (_, changes, error) => {
    expect(await errorOf(changes)).toBe(error);
  });

  test('a launch of NextGen Office is none of Enterprise', async () => {
    const office = new LaunchTokens(() => site.control.now());
    const launch = office.mint({ user: 'x', base: 'office', patient: people.david.id, encounter: undefined });
    expect(await errorOf({ launch })).toBe('invalid_request');
  });

  test('a launch is good for five minutes; practices may be without a subscription; consent may be refused', async () => {
    const launch = site.mint();
    site.later(301_000);
    expect(await errorOf({ launch })).toBe('invalid_request');
    site.control.switches.launch = 'not-subscribed';
    expect(await errorOf({})).toBe('access_denied');
    site.control.switches.launch = 'fresh';
    site.control.switches.consentRefused = true;
    expect(await errorOf({})).toBe('access_denied');
  });
});

describe('token', () => {
  test('says whose chart is open, as SMART has it', async () => {
    const { status, body, headers } = await site.launch();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'launch openid fhirUser offline_access user/*.read',
      patient: people.david.id,
      encounter: `PT-${people.david.encounter}`,
      need_patient_banner: false,
      smart_style_url: `${origin}/electronic/json/api/ehrSmartStyleConfig.json`,
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(
      (await site.json(`${ehrBase}/Encounter/${String(body['encounter'])}`, String(body['access_token'])))
        .status,
    ).toBe(200);
  });

  test('the id_token names the clinician and can be checked with the keys of discovery', async () => {
    const { body } = await site.launch({}, { nonce: 'a-nonce' });
    const smart = await (await site.ask(`${ehrBase}/.well-known/smart-configuration`)).json();
    const { jwks_uri: keysAt, issuer } = smart as { jwks_uri: string; issuer: string };
    const keys = createLocalJWKSet(
      (await (await site.ask(keysAt)).json()) as Parameters<typeof createLocalJWKSet>[0],
    );
    const { payload } = await jwtVerify(String(body['id_token']), keys, {
      issuer,
      audience: enterpriseClients[2].id,
    });
    expect(payload).toMatchObject({ fhirUser: `${ehrBase}/Practitioner/1000851`, nonce: 'a-nonce' });
    const plain = await site.launch({}, { scope: 'launch user/*.read' });
    expect(plain.body).not.toHaveProperty('id_token');
  });

  test.each([
    ['banner', 'true', 'need_patient_banner', true],
    ['banner', 'absent', 'need_patient_banner', undefined],
    ['style', 'absent', 'smart_style_url', undefined],
    ['encounter', 'none', 'encounter', undefined],
    ['omitPatient', true, 'patient', undefined],
  ])('switch %s = %s → %s is %s', async (name, value, member, expected) => {
    Object.assign(site.control.switches, { [name]: value });
    expect((await site.launch()).body[member]).toBe(expected);
  });

  test('the client is known by Basic alone; PKCE is held to', async () => {
    const { verifier, sent } = pkce();
    const code = async () => (await site.authorize(ehrOauth, asked(sent))).get('code') ?? '';
    expect(
      (await site.ehrToken({ ...redeeming(await code(), ehrOauth), code_verifier: verifier })).status,
    ).toBe(200);
    expect((await site.ehrToken(redeeming(await code(), ehrOauth))).status).toBe(400);
    const { id, secret } = enterpriseClients[2];
    const query = new URLSearchParams({
      ...redeeming(await code(), ehrOauth),
      client_id: id,
      client_secret: secret,
    } as Record<string, string>);
    const inTheQuery = await site.ask(`${ehrOauth}/token?${query.toString()}`, { method: 'POST' });
    expect(inTheQuery.status).toBe(400);
    expect((await site.ask(`${ehrOauth}/token`, { method: 'POST', body: query })).status).toBe(401);
  });

  test('refresh turns tokens over and repeats the context; revocation ends them', async () => {
    const { body } = await site.launch();
    const again = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) };
    site.later(72 * 3_600_000);
    const second = await site.ehrToken(again);
    expect(second.body).toMatchObject({ patient: people.david.id });
    expect((await site.ehrToken(again)).body['error']).toBe('invalid_grant');
    const access = second.body['access_token'];
    expect(await statusAt(`${ehrBase}/Patient`, access)).toBe(200);
    await site.ehrToken({ token: String(second.body['refresh_token']) }, 'token/revoke');
    expect(await statusAt(`${ehrBase}/Patient`, access)).toBe(401);
  });
});

describe('the base', () => {
  test('answers by the rules of patient access, for every patient, and to its own tokens alone', async () => {
    const token = String((await site.launch()).body['access_token']);
    expect((await site.json(`${ehrBase}/Observation?patient=${people.david.id}`, token)).status).toBe(400);
    expect((await site.json(`${ehrBase}/Goal?patient=${people.anna.id}`, token)).status).toBe(200);
    expect(await statusAt(`${r4}/Patient`, token)).toBe(401);
    expect(await statusAt(`${ehrBase}/Patient`, await site.accessToken())).toBe(401);
  });

  test('patient scopes keep to the chart that is open', async () => {
    const { body } = await site.launch({}, { scope: 'launch patient/*.*' });
    const token = String(body['access_token']);
    expect((await site.json(`${ehrBase}/Goal?patient=${people.david.id}`, token)).status).toBe(200);
    expect((await site.json(`${ehrBase}/Goal?patient=${people.anna.id}`, token)).status).toBe(403);
  });
});

describe('the record of flows', () => {
  const kept = async (): Promise<readonly (readonly [flow: string, broken: readonly string[]])[]> =>
    site.control.flows
      .flows(site.control.received.map(({ url }) => url))
      .map(({ flow, lines }) => [flow, lines.filter(({ held }) => !held).map(({ asked: words }) => words)]);

  test('holds a launch, a renewal and a sign-out against what SMART asks', async () => {
    const { verifier, sent } = pkce();
    const state = 'k3Jd8-x0Pq_zW5vYbN1mR7tUaS2cE4fG';
    const code = (await site.authorize(ehrOauth, asked({ ...sent, state }))).get('code') ?? '';
    const { body } = await site.ehrToken({ ...redeeming(code, ehrOauth), code_verifier: verifier });
    expect(await statusAt(`${ehrBase}/Patient`, body['access_token'])).toBe(200);
    const second = await site.ehrToken({
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
    });
    await site.ehrToken({ token: String(second.body['refresh_token']) }, 'token/revoke');
    expect(await kept()).toEqual([
      ['ehr-launch', []],
      ['refresh', []],
      ['sign-out', []],
    ]);
  });

  test('says what was not held to, and knows nothing of patient access', async () => {
    await site.accessToken();
    expect(await kept()).toEqual([]);
    await site.launch();
    const [launch] = await kept();
    expect(launch?.[0]).toBe('ehr-launch');
    expect(launch?.[1]).toContain('code_challenge_method is S256');
  });
});
