import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { fakeBrowser, fakeSystem, json, type FakeBrowser } from './fake-browser.ts';
import { SignInError, type SignInFailure } from './failure.ts';
import { launchUrl, rawValues } from './launch.ts';
import { takePending } from './pending.ts';
import type { Registry, System } from './registry.ts';

const base = 'https://fhir.example.org/api/fhir/r4';
// In NextGen's shape: base64 of text, with raw padding.
const launch = `${btoa(`a20.${'x'.repeat(240)}`)}==`;

const registryOf = (system: System, defaultLaunch?: string): Registry => ({
  systems: [system],
  defaultLaunch,
});
const page = (query: string): URL => new URL(`https://app.example.org/launch?${query}`);

async function launched(
  query: string,
  browser: FakeBrowser = fakeBrowser(),
  registry = registryOf(fakeSystem()),
) {
  const url = await launchUrl(browser, registry, page(query));
  return { url, browser, sent: url.searchParams };
}

async function failure(work: Promise<unknown>): Promise<SignInFailure> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SignInError) return error.failure;
  throw new Error('did not fail');
}

test('the authorization request, whole, and no request before it', async () => {
  const { url, sent, browser } = await launched(`iss=${encodeURIComponent(base)}&launch=${launch}`);
  expect(url.origin + url.pathname).toBe('https://id.example.org/realm/auth');
  expect(browser.requests).toEqual([]);
  const { state, code_challenge: challenge, ...rest } = Object.fromEntries(sent);
  expect(rest).toEqual({
    response_type: 'code',
    client_id: 'chartside-test',
    redirect_uri: 'https://app.example.org/callback',
    scope: 'launch openid fhirUser offline_access user/*.read',
    aud: base,
    code_challenge_method: 'S256',
    launch,
  });
  const pending = takePending(browser, state ?? '');
  expect(
    createHash('sha256')
      .update(pending?.verifier ?? '')
      .digest('base64url'),
  ).toBe(challenge);
  expect(pending).toMatchObject({ systemId: 'office', kind: 'ehr-launch' });
});

test('the launch token is sent exactly as it came', async () => {
  for (const token of ['a+b/c==', 'a%2Bb', 'ä', '%zz', 'x&y']) {
    const { sent } = await launched(`launch=${token.replace('&', '%26')}&iss=${base}`);
    // `+` stays a plus: URLSearchParams would have made it a space.
    expect(sent.get('launch')).toBe(token === 'a%2Bb' ? 'a+b' : token);
  }
  expect(rawValues('?a=1&launch=x&launch=y&launcher=z', 'launch')).toEqual(['x', 'y']);
});

// Security check 4.
test('@threat-4 200 launches: state and verifier are new each time, long, and from the crypto generator', async () => {
  const drawn = vi.spyOn(crypto, 'getRandomValues');
  vi.spyOn(Math, 'random').mockImplementation(() => {
    throw new Error('no source of secrets');
  });
  const browser = fakeBrowser();
  const states = new Set<string>();
  const verifiers = new Set<string>();
  for (let n = 0; n < 200; n += 1) {
    const { sent } = await launched(`iss=${base}&launch=${launch}`, browser);
    const state = sent.get('state') ?? '';
    expect(state).toMatch(/^[\w-]{43}$/); // 256 bits
    expect(sent.get('code_challenge_method')).toBe('S256');
    states.add(state);
    const verifier = takePending(browser, state)?.verifier ?? '';
    expect(verifier).toMatch(/^[\w.~-]{43,128}$/);
    verifiers.add(verifier);
  }
  expect(states.size).toBe(200);
  expect(verifiers.size).toBe(200);
  // 256 bits for each state and each verifier.
  const long = drawn.mock.results.filter(({ value }) => (value as Uint8Array).byteLength >= 32);
  expect(long).toHaveLength(400);
});

// Security check 3.
test('@threat-3 nothing of the launch address but the launch token reaches the request', async () => {
  const plain = await launched(`iss=${base}&launch=${launch}`);
  const hostile = await launched(
    `iss=${base}&clientId=evil&client_id=evil&patientId=1&fhirServiceUrl=https://evil.test&redirect_uri=https://evil.test` +
      `&scope=system/*.*&aud=https://evil.test&state=fixed&code_challenge=x&prompt=none&launch=${launch}`,
  );
  const without = ({ sent, url }: typeof plain) => {
    const copy = new URLSearchParams(sent);
    copy.delete('state');
    copy.delete('code_challenge');
    return `${url.origin}${url.pathname}?${copy}`;
  };
  expect(without(hostile)).toBe(without(plain));
});

test('a system without audience, scopes or PKCE is sent none of them; state always', async () => {
  const system = fakeSystem({
    clientAuthentication: 'broker',
    broker: { authentication: 'query' },
    aud: undefined,
    pkce: 'off',
    scopes: { 'ehr-launch': [] },
  });
  const browser = fakeBrowser();
  const { sent } = await launched(`iss=${encodeURIComponent(base)}&launch=x`, browser, registryOf(system));
  const { state = '', ...rest } = Object.fromEntries(sent);
  expect(rest).toEqual({
    response_type: 'code',
    client_id: 'chartside-test',
    redirect_uri: 'https://app.example.org/callback',
    launch: 'x',
  });
  expect(state).toHaveLength(43);
  expect(takePending(browser, state)?.verifier).toBe('');
});

test('@threat-3 a parameter that the configured address already carries is replaced, not doubled', async () => {
  const { endpoints } = fakeSystem();
  const authorization = 'https://id.example.org/realm/auth?&aud=https://old.example.org&kc_idp_hint=x';
  const system = fakeSystem({ endpoints: { ...endpoints!, authorization } });
  const { sent } = await launched(`iss=${base}&launch=${launch}`, fakeBrowser(), registryOf(system));
  expect(sent.getAll('aud')).toEqual([base]);
  expect(sent.get('kc_idp_hint')).toBe('x');
});

test('without iss the default of the registry is meant; without a default nothing is', async () => {
  const system = fakeSystem();
  const browser = fakeBrowser();
  const { url } = await launched(`launch=${launch}`, browser, registryOf(system, 'office'));
  expect(url.host).toBe('id.example.org');
  expect(await failure(launchUrl(browser, registryOf(system), page(`launch=${launch}`)))).toEqual({
    kind: 'unknown-system',
  });
});

// Security check 1.
test.each([
  `iss=https://evil.test/r4&launch=x`,
  `iss=${base}&iss=https://evil.test&launch=x`,
  `iss=${base}&iss=${base}&launch=x`,
  `iss=${encodeURIComponent(`${base}?x`)}&launch=x`,
])('@threat-1 an issuer that is not known exactly gets no request: %s', async (query) => {
  const browser = fakeBrowser();
  expect(await failure(launchUrl(browser, registryOf(fakeSystem()), page(query)))).toEqual({
    kind: 'unknown-system',
  });
  expect(browser.requests).toEqual([]);
  expect(browser.storage.length).toBe(0);
});

test.each(['', 'launch=', 'launch=a&launch=b', `launch=${'x'.repeat(9000)}`])(
  'what is no launch from a chart is told so: %s',
  async (query) => {
    const work = launchUrl(fakeBrowser(), registryOf(fakeSystem()), page(`iss=${base}&${query}`));
    expect((await failure(work)).kind).toBe('not-opened-from-ehr');
  },
);

test.each([
  ['placeholder', { clientId: 'REPLACE-WITH-YOUR-CLIENT-ID' }],
  ['placeholder', { fhirBase: 'https://replace.invalid/r4', aliases: [base] }],
] as const)('a system that is not set up (%s) is not gone to', async (reason, changed) => {
  const work = launchUrl(fakeBrowser(), registryOf(fakeSystem(changed)), page(`iss=${base}&launch=x`));
  expect(await failure(work)).toEqual({ kind: 'not-set-up', reason, systemId: 'office' });
});

test('launches that never came back are forgotten after half an hour; a clock set back costs none', async () => {
  const browser = fakeBrowser();
  const { sent: first } = await launched(`iss=${base}&launch=x`, browser);
  browser.time -= 3_600_000;
  const { sent: second } = await launched(`iss=${base}&launch=x`, browser);
  expect(browser.storage.length).toBe(2);
  browser.time += 3_600_000 + 31 * 60_000;
  expect(takePending(browser, first.get('state')!)).toBeUndefined();
  await launched(`iss=${base}&launch=x`, browser);
  expect(browser.storage.length).toBe(1);
  expect(takePending(browser, second.get('state')!)).toBeUndefined();
});

// Discovery: security check 2.
const discovered = {
  issuer: 'https://id.example.org/realm',
  authorization_endpoint: 'https://id.example.org/realm/auth',
  token_endpoint: 'https://id.example.org/realm/token',
  capabilities: [],
};
const unpinned = registryOf(fakeSystem({ endpoints: undefined }));
const go = (browser: FakeBrowser) => launchUrl(browser, unpinned, page(`iss=${base}&launch=x`));

test('@threat-2 without pinned addresses the system is asked for them, safely; PKCE even where it names none', async () => {
  const browser = fakeBrowser();
  browser.answer(json(discovered));
  const url = await go(browser);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  expect(browser.requests).toHaveLength(1);
  expect(browser.requests[0]).toMatchObject({
    url: `${base}/.well-known/smart-configuration`,
    init: {
      headers: { Accept: 'application/json' },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    },
  });
});

test('relative addresses resolve against the FHIR base', async () => {
  const browser = fakeBrowser();
  browser.answer(json({ ...discovered, authorization_endpoint: 'auth', token_endpoint: '/token' }));
  expect((await go(browser)).href).toMatch(/^https:\/\/fhir\.example\.org\/api\/fhir\/r4\/auth\?/);
});

test.each([
  ['authorization_endpoint', 'javascript:alert(1)'],
  ['authorization_endpoint', 'data:text/html,x'],
  ['authorization_endpoint', 'http://id.example.org/realm/auth'],
  ['authorization_endpoint', 'https://evil.test/auth'],
  ['authorization_endpoint', 'https://id.example.org@evil.test/auth'],
  ['authorization_endpoint', 'https://user:pass@id.example.org/auth'],
  ['authorization_endpoint', 'https://id.example.org:8443/auth'],
  ['authorization_endpoint', '//evil.test/auth'],
  ['authorization_endpoint', ['https://id.example.org/realm/auth']],
  ['authorization_endpoint', undefined],
  ['token_endpoint', 'https://evil.test/token'],
  ['token_endpoint', undefined],
  ['issuer', 'https://evil.test'],
  ['issuer', undefined],
  ['revocation_endpoint', 'https://evil.test/revoke'],
])('@threat-2 a discovery document with %s %j is refused', async (name, value) => {
  const browser = fakeBrowser();
  browser.answer(json({ ...discovered, [name]: value }));
  expect(await failure(go(browser))).toEqual({ kind: 'discovery-refused', reason: name, systemId: 'office' });
  expect(browser.requests).toHaveLength(1);
});

test.each([
  ['a page', new Response('<!doctype html>'), 'discovery-refused'],
  ['a list', json([]), 'discovery-refused'],
  ['five megabytes', json({ ...discovered, pad: 'x'.repeat(5_000_000) }), 'discovery-refused'],
  ['nothing there', json({}, 404), 'discovery-refused'],
  ['a broken server', json({}, 503), 'sign-in-unreachable'],
  [
    'no answer (or a redirect, which is an error too)',
    new TypeError('Failed to fetch'),
    'sign-in-unreachable',
  ],
  ['no answer in time', new DOMException('', 'TimeoutError'), 'sign-in-unreachable'],
])('@threat-2 discovery that answers with %s ends in a page', async (_what, answer, kind) => {
  const browser = fakeBrowser();
  browser.answer(answer);
  expect((await failure(go(browser))).kind).toBe(kind);
});
