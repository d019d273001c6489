/**
 * What the certification test kits' client suites check of a SMART app (SMART App Launch STU2.2), read from what the
 * sandbox received. Numbers in brackets are those kits' requirement ids.
 */
import { createHash } from 'node:crypto';
import type { Request } from '@playwright/test';
import { callbackPaths, people } from '#sandbox/cast.ts';
import { expect, test, type Witness } from './fixtures.ts';
import {
  clickAddress,
  enterEhr,
  expectAllRead,
  expectChartOf,
  launchAgain,
  launchFromEhr,
  openAsPatient,
  openRenewAndSignOut,
  received,
  tokenRequests,
} from './steps.ts';

const base64url = /^[\w-]+$/;
/** RFC 6749 §3.3. */
const scopeSyntax = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.slice(url.indexOf('?') + 1));
}

/** Every member of a query, each once. */
function membersOf(query: URLSearchParams): Readonly<Record<string, string>> {
  const names = [...query.keys()];
  expect(new Set(names).size, 'a parameter sent twice').toBe(names.length);
  return Object.fromEntries(query);
}

function formsSent(witness: Witness, pathEnd: string): readonly Readonly<Record<string, string>>[] {
  return requestsTo(witness, pathEnd).map((request) =>
    membersOf(new URLSearchParams(request.postData() ?? '')),
  );
}

function requestsTo(witness: Witness, pathEnd: string, method = 'POST'): readonly Request[] {
  return witness.requests.filter(
    (request) => request.method() === method && new URL(request.url()).pathname.endsWith(pathEnd),
  );
}

function expectScopes(scope: string): void {
  const scopes = scope.split(' ');
  for (const each of scopes) expect(each).toMatch(scopeSyntax); // [135–146]
  expect(new Set(scopes).size).toBe(scopes.length);
  expect(scopes.includes('openid')).toBe(scopes.includes('fhirUser')); // [47, 196]
}

for (const flow of ['EHR launch', 'standalone launch'] as const) {
  test(`${flow}: authorization and token requests`, async ({ page, sandbox, appUrl, witness }) => {
    if (flow === 'EHR launch') await expectAllRead(await launchFromEhr(page, sandbox));
    else {
      await openAsPatient(page, appUrl);
      await expectAllRead(page);
    }
    const fhirBase = `${sandbox.fhirUrl}/api/fhir/r4`;
    const [authorization, ...moreAuthorizations] = received(sandbox, '/openid-connect/auth');
    expect(moreAuthorizations).toEqual([]);
    const asked = membersOf(queryOf(authorization!.url));
    expect(asked['response_type']).toBe('code'); // [32]
    expect(asked['client_id']).toBe('chartside-sandbox'); // [33]
    expect(asked['redirect_uri']).toBe(appUrl + callbackPaths.realm); // [34]
    expect(asked['aud']).toBe(fhirBase); // [41, 42]
    expect(asked['code_challenge_method']).toBe('S256'); // [45]
    expect(asked['code_challenge']).toMatch(/^[\w-]{43}$/); // [44]
    expect(asked['state']).toMatch(base64url); // [3]
    expect(asked['state']!.length * 6, 'bits of the state').toBeGreaterThanOrEqual(256); // [40]
    expectScopes(asked['scope']!); // [37, 235]

    if (flow === 'EHR launch') {
      // [35] The launch token as it came, letter for letter, in an address that says nothing else.
      const launched = witness.requests.find((request) => request.url().startsWith(`${appUrl}/launch?`));
      const raw = /[?&]launch=([^&]*)/.exec(launched!.url())![1]!;
      expect(raw.length).toBeGreaterThan(300);
      expect(asked['launch']).toBe(raw);
      expect(asked['scope']!.split(' ')).toContain('launch');
    } else {
      expect(asked['launch']).toBeUndefined(); // [36]
      expect(asked['scope']!.split(' ')).toContain('launch/patient');
    }

    // One code, once, from the browser that asked for it.
    const [request, ...more] = requestsTo(witness, '/openid-connect/token');
    expect(more).toEqual([]);
    expect(witness.header(request!, 'content-type')).toMatch(/^application\/x-www-form-urlencoded\b/); // [62]
    const sent = membersOf(new URLSearchParams(request!.postData() ?? ''));
    const wayBack = witness.requests.find((each) =>
      each.url().startsWith(`${appUrl}${callbackPaths.realm}?`),
    );
    expect(Object.keys(sent).toSorted()).toEqual([
      'client_id', // [71, 317]
      'code',
      'code_verifier',
      'grant_type',
      'redirect_uri',
    ]);
    expect(sent['grant_type']).toBe('authorization_code'); // [67]
    expect(sent['code']).toBe(queryOf(wayBack!.url()).get('code')); // [68]
    expect(sent['redirect_uri']).toBe(asked['redirect_uri']); // [69]
    expect(sent['client_id']).toBe('chartside-sandbox');
    expect(sent['code_verifier']).toMatch(/^[\w.~-]{43,128}$/); // [13]
    const challenge = createHash('sha256').update(sent['code_verifier']!).digest('base64url');
    expect(asked['code_challenge']).toBe(challenge); // [70]
    expect(witness.authorization(request!)).toBeUndefined(); // [63]
    expect(tokenRequests(sandbox).map(({ status, authorization: auth }) => ({ status, auth }))).toEqual([
      { status: 200, auth: false },
    ]);

    // A token on every request for records (preflights cannot have one), and none with the style file.
    const records = sandbox.control.received.filter(
      ({ server, method }) => server === 'fhir' && method !== 'OPTIONS',
    );
    expect(records.length).toBeGreaterThan(10);
    expect(records.filter((each) => !each.authorization)).toEqual([]); // [93, 267]
    expect(witness.authorized().map((each) => witness.authorization(each)!.split(' ')[0])).toEqual(
      witness.authorized().map(() => 'Bearer'), // [264]
    );
    const styles = sandbox.control.received.filter(({ server }) => server === 'style');
    expect(styles.filter((each) => each.authorization)).toEqual([]);
  });
}

test(
  'state, verifier and challenge are new for every launch',
  { tag: '@threat-4' },
  async ({ page, sandbox, witness }) => {
    sandbox.control.switches.autoConsent = true;
    await enterEhr(page, sandbox);
    for (const person of [people.david, people.anna, people.david, people.alex]) {
      await page.goto(clickAddress(sandbox, person));
      await expectChartOf(page, person);
      // What is under way when the page goes is told by the server alone.
      await expectAllRead(page);
    }
    const asked = received(sandbox, '/openid-connect/auth').map(({ url }) => membersOf(queryOf(url)));
    const sent = formsSent(witness, '/openid-connect/token');
    for (const values of [
      asked.map(({ state }) => state),
      asked.map(({ code_challenge: challenge }) => challenge),
      sent.map(({ code_verifier: verifier }) => verifier),
      sent.map(({ code }) => code),
    ]) {
      expect(values).toHaveLength(4);
      expect(new Set(values).size).toBe(4); // [2, 40]
    }
  },
);

test(
  'requests to other hosts keep nothing and take no cookies along',
  { tag: '@threat-13' },
  async ({ page, sandbox, appUrl, witness }) => {
    await openAsPatient(page, appUrl);
    await expectAllRead(page);
    await witness.settle();
    const asked = witness.requests.filter(
      (request) => request.resourceType() === 'fetch' && !request.url().startsWith(appUrl),
    );
    const hosts = new Set(asked.map((request) => new URL(request.url()).origin));
    expect(hosts).toEqual(new Set([sandbox.ehrUrl, sandbox.fhirUrl]));
    // The sign-in server has set cookies for this host: they would go along if the page let them.
    expect((await page.context().cookies(`${sandbox.ehrUrl}/auth/realms/nextgen/`)).length).toBeGreaterThan(
      0,
    );
    for (const request of asked) {
      const [, path] = request.url().split(/(?<=:\d+)(?=\/)/);
      expect(witness.header(request, 'cookie'), `cookies with ${path}`).toBeUndefined();
      expect(witness.header(request, 'cache-control'), `the cache and ${path}`).toBe('no-cache');
      expect(witness.header(request, 'referer'), `an address told with ${path}`).toBeUndefined();
    }
  },
);

test('renewing and signing out: an issued token, the same scopes or fewer, one revocation', async ({
  page,
  sandbox,
  appUrl,
  witness,
}) => {
  await openRenewAndSignOut(page, sandbox, appUrl);

  const [, renewal] = formsSent(witness, '/openid-connect/token');
  expect(Object.keys(renewal!).toSorted()).toEqual(['client_id', 'grant_type', 'refresh_token']); // [105]
  expect(renewal!['grant_type']).toBe('refresh_token');
  const [revocation] = formsSent(witness, '/openid-connect/revoke');
  expect(Object.keys(revocation!).toSorted()).toEqual(['client_id', 'token']);
  // The newest token, not the one that was renewed.
  expect(revocation!['token']).not.toBe(renewal!['refresh_token']);
  expect(sandbox.control.received.filter(({ status }) => status >= 400)).toEqual([]);
});

test('a second patient is asked for with a launch of its own', async ({ page, sandbox }) => {
  await launchFromEhr(page, sandbox, people.david);
  await expectChartOf(await launchAgain(page, people.anna), people.anna);
  const launches = received(sandbox, '/openid-connect/auth').map(({ url }) => queryOf(url).get('launch'));
  expect(new Set(launches).size).toBe(2);
});
