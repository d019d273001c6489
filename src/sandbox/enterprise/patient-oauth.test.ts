import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { enterpriseClients, people } from '#sandbox/cast.ts';
import {
  app,
  authorizeUrl,
  dstu2,
  origin,
  patientOauth,
  pkce,
  r4,
  redeeming,
  secretOf,
  TestSite,
  withParameters,
} from './test-site.ts';

const hour = 3_600_000;
let site: TestSite;
beforeEach(async () => {
  site = await TestSite.start();
});

const readable = async (token: unknown, base = r4): Promise<number> =>
  (await site.ask(`${base}/Patient`, { headers: { Authorization: `Bearer ${String(token)}` } })).status;

describe('authorize', () => {
  test('needs neither scope nor aud nor PKCE, and gives the state back', async () => {
    const back = await site.authorize(patientOauth);
    expect([...back.keys()]).toEqual(['code', 'state']);
    expect(back.get('state')).toBe('state-of-the-app');
  });

  test('the request may come as a form (authorize-post)', async () => {
    site.control.switches.autoConsent = true;
    const body = new URL(authorizeUrl(patientOauth)).searchParams;
    const response = await site.ask(`${patientOauth}/authorize`, { method: 'POST', body });
    expect(response.headers.get('Location')).toMatch(/\?code=.+&state=state-of-the-app$/);
  });

  test.each([
    ['an unknown client', { client_id: 'someone' }],
    ['a client of another door', { client_id: enterpriseClients[2].id }],
    ['a redirect address that is not registered', { redirect_uri: `${app}/elsewhere` }],
  ])('%s is told on a page: nobody is sent anywhere', async (_, changes) => {
    const response = await site.ask(authorizeUrl(patientOauth, changes));
    expect(response.status).toBe(400);
    expect(response.headers.get('Location')).toBeNull();
    expect(await response.text()).toContain('not registered');
  });

  test.each([
    ['checked', 'invalid_request', null],
    ['overlooked', null, null],
    ['refused', 'invalid_request', 'invalid_request'],
  ] as const)('aud is %s', async (value, other, own) => {
    site.control.switches.enterpriseAud = value;
    const errorFor = async (aud?: string) => (await site.authorize(patientOauth, { aud })).get('error');
    expect(await errorFor(dstu2)).toBe(other);
    expect(await errorFor(r4)).toBe(own);
    expect(await errorFor()).toBeNull();
  });

  test.each([
    ['response_type', { response_type: 'token' }, 'unsupported_response_type'],
    ['another server’s aud', { aud: dstu2 }, 'invalid_request'],
    ['plain PKCE', { ...pkce().sent, code_challenge_method: 'plain' }, 'invalid_request'],
  ])('%s is refused at the app, with its state', async (_, changes, error) => {
    const back = await site.authorize(patientOauth, changes);
    expect(back.get('error')).toBe(error);
    expect(back.get('state')).toBe('state-of-the-app');
    expect(back.has('code')).toBe(false);
  });

  test('its own aud may be written /R4 and with a slash', async () => {
    const back = await site.authorize(patientOauth, { aud: `${r4.replace(/r4$/, 'R4')}/` });
    expect(back.has('code')).toBe(true);
  });
});

describe('PKCE', () => {
  test('is held to where it is sent', async () => {
    const { verifier, sent } = pkce();
    const code = async () => (await site.authorize(patientOauth, sent)).get('code') ?? '';
    expect((await site.token({ ...redeeming(await code()), code_verifier: verifier })).status).toBe(200);
    expect((await site.token(redeeming(await code()))).body['error']).toBe('invalid_grant');
    expect((await site.token({ ...redeeming(await code()), code_verifier: `${verifier}x` })).status).toBe(
      400,
    );
  });

  test('a verifier without a challenge is refused', async () => {
    const code = (await site.authorize(patientOauth)).get('code') ?? '';
    expect((await site.token({ ...redeeming(code), code_verifier: pkce().verifier })).status).toBe(400);
  });

  test('is required, or refused, by a switch', async () => {
    site.control.switches.enterprisePkce = 'required';
    expect((await site.authorize(patientOauth)).get('error')).toBe('invalid_request');
    expect((await site.authorize(patientOauth, pkce().sent)).has('code')).toBe(true);
    site.control.switches.enterprisePkce = 'refused';
    expect((await site.authorize(patientOauth, pkce().sent)).get('error')).toBe('invalid_request');
    expect((await site.authorize(patientOauth)).has('code')).toBe(true);
  });
});

describe('token', () => {
  test('answers with tokens alone: no patient, no scope, no id_token; nothing is stored; no CORS', async () => {
    const { status, headers, body } = await site.signIn();
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['access_token', 'token_type', 'expires_in', 'refresh_token']);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300 });
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(await readable(body['access_token'])).toBe(200);
  });

  test('a preflight is refused', async () => {
    const response = await site.ask(`${patientOauth}/token`, {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(403);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  const sentAs = async (how: 'query' | 'form' | 'basic'): Promise<number> => {
    const code = (await site.authorize(patientOauth)).get('code') ?? '';
    const { client_id: id, client_secret: secret } = secretOf('patient-r4');
    const form = withParameters(origin, {
      ...redeeming(code),
      ...(how === 'basic' ? {} : { client_id: id, client_secret: secret }),
    });
    const { search, searchParams } = new URL(form);
    const headers: HeadersInit = how === 'basic' ? { Authorization: `Basic ${btoa(`${id}:${secret}`)}` } : {};
    const response = await site.ask(`${patientOauth}/token${how === 'query' ? search : ''}`, {
      method: 'POST',
      headers,
      ...(how === 'query' ? {} : { body: searchParams }),
    });
    return response.status;
  };

  test.each([
    ['query', [200, 400, 400]],
    ['form', [400, 200, 401]],
    ['basic', [400, 401, 200]],
    ['any', [200, 200, 200]],
  ] as const)('parameters from %s: query, form, Basic → %j', async (where, expected) => {
    site.control.switches.enterpriseParameters = where;
    const found = [await sentAs('query'), await sentAs('form'), await sentAs('basic')];
    // A client whose form has its secret beside Basic, or that has none at all, is not known.
    expect(found).toEqual(expected);
  });

  test('an empty form with its content type is what is wanted; GET is not', async () => {
    const url = withParameters(`${patientOauth}/token`, secretOf('patient-r4'));
    expect((await site.ask(url)).status).toBe(405);
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['no secret', { client_secret: undefined }, 401, 'invalid_client'],
    ['another client', secretOf('patient-dstu2'), 400, 'invalid_grant'],
    ['a client of the EHR', secretOf('ehr'), 401, 'invalid_client'],
    ['another redirect address', { redirect_uri: `${app}/other` }, 400, 'invalid_grant'],
    ['no code', { code: undefined }, 400, 'invalid_request'],
    ['a code of nobody', { code: 'nothing' }, 400, 'invalid_grant'],
    ['no grant type', { grant_type: undefined }, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('%s is refused', async (_, changes, status, error) => {
    const code = (await site.authorize(patientOauth)).get('code') ?? '';
    const found = await site.token({ ...redeeming(code), ...changes });
    expect([found.status, found.body['error']]).toEqual([status, error]);
  });

  test('a code is good once and for a minute; the second use ends what the first one gave', async () => {
    const code = (await site.authorize(patientOauth)).get('code') ?? '';
    const { body } = await site.token(redeeming(code));
    expect((await site.token(redeeming(code))).body['error']).toBe('invalid_grant');
    expect(await readable(body['access_token'])).toBe(401);
    const late = (await site.authorize(patientOauth)).get('code') ?? '';
    site.later(61_000);
    expect((await site.token(redeeming(late))).body['error']).toBe('invalid_grant');
    site.control.switches.codeReused = true;
    const reused = (await site.authorize(patientOauth)).get('code') ?? '';
    expect((await site.token(redeeming(reused))).body['error']).toBe('invalid_grant');
  });

  test('the scope comes back by a switch', async () => {
    site.control.switches.enterpriseScope = 'granted';
    const { body } = await site.signIn({
      scope: 'openid offline_access patient/Observation.read patient/Condition.rs',
    });
    expect(body['scope']).toBe('openid offline_access patient/Condition.read patient/Observation.read');
    const { body: all } = await site.signIn();
    expect(String(all['scope']).split(' ')).toHaveLength(29);
  });

  test('the secret and the code are shortened in the record of requests', async () => {
    const { body } = await site.signIn();
    const urls = JSON.stringify(site.control.received);
    expect(urls).toContain('/nge/prod/patient-oauth/token?client_id=chartside-sandbox-enterprise');
    expect(urls).not.toContain(enterpriseClients[0].secret);
    await site.token({ grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) });
    expect(JSON.stringify(site.control.received)).not.toContain(String(body['refresh_token']));
  });

  test('faults of the authorization server are no OperationOutcomes', async () => {
    site.control.faults = [{ target: 'token', kind: 'status', status: 503 }];
    const { status, body } = await site.signIn();
    expect([status, body]).toEqual([503, { error: 'server_error' }]);
  });
});

describe('id_token', () => {
  const verified = async (token: unknown) => {
    const response = await site.ask(`${origin}/nge/prod/fhir-api-r4/.well-known/jwks.json`);
    const keys = createLocalJWKSet((await response.json()) as Parameters<typeof createLocalJWKSet>[0]);
    return (await jwtVerify(String(token), keys, { audience: enterpriseClients[0].id })).payload;
  };

  test('only where openid is asked for; its issuer by a switch either of the two', async () => {
    const asked = { scope: 'openid', nonce: 'a-nonce' };
    const { body } = await site.signIn(asked);
    expect(await verified(body['id_token'])).toMatchObject({ iss: patientOauth, nonce: 'a-nonce' });
    site.control.switches.enterpriseIssuer = 'fhir-base';
    expect((await verified((await site.signIn(asked)).body['id_token'])).iss).toBe(r4);
  });

  test('has the chosen fault', async () => {
    site.control.switches.idToken = 'other-audience';
    await expect(verified((await site.signIn({ scope: 'openid' })).body['id_token'])).rejects.toThrow('aud');
  });
});

describe('refresh', () => {
  const refresh = (token: unknown) =>
    site.token({ grant_type: 'refresh_token', refresh_token: String(token) });

  test('a refresh token that is kept comes back as it was, and is no younger for it', async () => {
    site.control.switches.enterpriseRotation = 'kept';
    const at = site.control.now();
    const { body } = await site.signIn();
    for (const hours of [0, 47]) {
      site.control.fixedNow = at + hours * 3_600_000;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const again = await refresh(body['refresh_token']);
      expect(again.status).toBe(200);
      expect(again.body['refresh_token']).toBe(body['refresh_token']);
      expect(again.body['access_token']).not.toBe(body['access_token']);
    }
    site.control.fixedNow = at + 48 * 3_600_000;
    expect((await refresh(body['refresh_token'])).body['error']).toBe('invalid_grant');
  });

  test('gives new tokens and uses the old one up', async () => {
    const first = (await site.signIn({ scope: 'openid' })).body;
    const second = await refresh(first['refresh_token']);
    expect(second.status).toBe(200);
    expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
    expect(second.body).not.toHaveProperty('id_token');
    expect(await readable(second.body['access_token'])).toBe(200);
    expect((await refresh(first['refresh_token'])).body['error']).toBe('invalid_grant');
    expect((await refresh(second.body['refresh_token'])).status).toBe(200);
  });

  test('within 48 hours of its issue by the sandbox’s clock, and each exchange starts them anew', async () => {
    const first = (await site.signIn()).body;
    site.later(48 * hour - 1);
    const second = await refresh(first['refresh_token']);
    expect(second.status).toBe(200);
    site.later(47 * hour);
    const third = await refresh(second.body['refresh_token']);
    expect(third.status).toBe(200);
    site.later(48 * hour);
    expect((await refresh(third.body['refresh_token'])).body['error']).toBe('invalid_grant');
  });

  test('the access token ends after its own time', async () => {
    const { body } = await site.signIn();
    site.later(299_000);
    expect(await readable(body['access_token'])).toBe(200);
    site.later(1000);
    expect(await readable(body['access_token'])).toBe(401);
  });

  test('is refused by a switch, and to another client', async () => {
    const { body } = await site.signIn();
    const other = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) };
    expect((await site.token({ ...other, ...secretOf('patient-dstu2') })).body['error']).toBe(
      'invalid_grant',
    );
    site.control.switches.enterpriseRefreshRefused = true;
    expect((await refresh(body['refresh_token'])).body['error']).toBe('invalid_grant');
    site.control.switches.enterpriseRefreshRefused = false;
    expect((await refresh(body['refresh_token'])).status).toBe(200);
  });
});

describe('revocation', () => {
  test('of the refresh token ends everything of the sign-in', async () => {
    const { body } = await site.signIn();
    const { status, headers } = await site.token({ token: String(body['refresh_token']) }, 'token/revoke');
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([200, null]);
    expect(await readable(body['access_token'])).toBe(401);
    const again = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) };
    expect((await site.token(again)).body['error']).toBe('invalid_grant');
  });

  test('of the access token ends that one; of nothing known is no error; of another client does nothing', async () => {
    const { body } = await site.signIn();
    const revoke = (changes: Record<string, string | undefined>) => site.token(changes, 'token/revoke');
    await revoke({ token: String(body['refresh_token']), ...secretOf('patient-dstu2') });
    expect(await readable(body['access_token'])).toBe(200);
    expect((await revoke({ token: 'nothing' })).status).toBe(200);
    expect((await revoke({ token: 'nothing', client_secret: 'wrong' })).status).toBe(401);
    await revoke({ token: String(body['access_token']) });
    expect(await readable(body['access_token'])).toBe(401);
    expect(
      (await site.token({ grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) }))
        .status,
    ).toBe(200);
  });
});

describe('which base a token opens', () => {
  test('follows from the client: R4 and DSTU2 do not open each other', async () => {
    const ofR4 = await site.accessToken();
    const ofDstu2 = await site.accessToken({ client_id: enterpriseClients[1].id, aud: dstu2 });
    expect([await readable(ofR4, r4), await readable(ofR4, dstu2)]).toEqual([200, 401]);
    expect([await readable(ofDstu2, r4), await readable(ofDstu2, dstu2)]).toEqual([401, 200]);
  });
});

describe('categories', () => {
  test('a category denied by the switch is refused by type, the others are not', async () => {
    site.control.switches.enterpriseDenied = 'medications';
    const token = await site.accessToken();
    const refused = await site.json(`${r4}/MedicationRequest?patient=${people.david.id}`, token);
    expect([refused.status, refused.body.issue?.[0]]).toEqual([
      403,
      { severity: 'error', diagnostics: "Read access to 'MedicationRequest' is denied by user" },
    ]);
    expect((await site.json(`${r4}/Condition?patient=${people.david.id}`, token)).status).toBe(200);
  });

  test('scopes for types narrow what is given', async () => {
    const token = await site.accessToken({ scope: 'patient/Condition.read' });
    expect((await site.json(`${r4}/Condition`, token)).status).toBe(200);
    expect((await site.json(`${r4}/Goal`, token)).status).toBe(403);
    const all = await site.accessToken({ scope: 'launch/patient openid patient/*.*' });
    expect((await site.json(`${r4}/Goal`, all)).status).toBe(200);
  });

  test('nothing left to share is a refusal', async () => {
    site.control.switches.enterpriseDenied = 'goals';
    const back = await site.authorize(patientOauth, { scope: 'patient/Goal.read' });
    expect(Object.fromEntries(back)).toEqual({ error: 'access_denied', state: 'state-of-the-app' });
  });
});

test('the DSTU2 base names patient-oauth in a discovery document of the same shape', async () => {
  const smart = await (await site.ask(`${dstu2}/.well-known/smart-configuration`)).json();
  expect(smart).toMatchObject({ issuer: patientOauth, revocation_endpoint: `${patientOauth}/token/revoke` });
  expect(smart).not.toHaveProperty('introspection_endpoint');
});

test('what patient access asks for is not held against an app’s launches from the EHR', async () => {
  const told: string[] = [];
  site.control.flows.record = (url) => void told.push(url);
  await readable(await site.accessToken());
  await readable(await site.accessToken({ client_id: enterpriseClients[1].id }), dstu2);
  expect(told).toEqual([]);
});
