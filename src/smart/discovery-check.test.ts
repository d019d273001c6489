import { expect, test } from 'vitest';
import { askDiscovery, checkDiscovery } from './discovery-check.ts';
import { fakeBrowser, fakeSystem } from './fake-browser.ts';

const endpoints = {
  issuer: 'https://idp.example.org/realm',
  authorization: 'https://idp.example.org/realm/auth',
  token: 'https://idp.example.org/realm/token',
  revocation: 'https://idp.example.org/realm/revoke',
  issInCallback: false,
} as const;
const pinned = fakeSystem({
  kinds: ['ehr-launch'],
  identityHosts: ['idp.example.org'],
  endpoints: endpoints as never,
  scopes: { 'ehr-launch': ['launch', 'openid', 'user/Goal.read', 'user/*.read'] },
});
const document = {
  issuer: endpoints.issuer,
  authorization_endpoint: endpoints.authorization,
  token_endpoint: endpoints.token,
  revocation_endpoint: endpoints.revocation,
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['launch', 'openid', 'user/*.rs'],
  capabilities: ['launch-ehr', 'context-ehr-patient', 'client-public', 'sso-openid-connect'],
  authorization_response_iss_parameter_supported: true,
};

test('a document that agrees', () => {
  expect(checkDiscovery(pinned, document)).toEqual({
    endpoints: { issuer: 'same', authorization: 'same', token: 'same', revocation: 'same' },
    s256: true,
    scopesNotListed: [],
    capabilitiesMissing: [],
    issInCallback: true,
  });
});

test('endpoints: moved, on a foreign host, not there, and not pinned', () => {
  const { endpoints: found } = checkDiscovery(pinned, {
    issuer: `${endpoints.issuer}/`,
    authorization_endpoint: 'https://idp.example.org/moved/auth',
    token_endpoint: 'https://evil.example.com/token',
  });
  expect(found).toEqual({ issuer: 'other', authorization: 'other', token: 'foreign', revocation: 'missing' });
  const free = fakeSystem({ identityHosts: ['idp.example.org'], endpoints: undefined });
  expect(checkDiscovery(free, { ...document, token_endpoint: 'http://idp.example.org/t' }).endpoints).toEqual(
    {
      issuer: 'listed',
      authorization: 'listed',
      token: 'foreign',
      revocation: 'listed',
    },
  );
});

test('what is asked for and not listed, what is needed and not promised', () => {
  const less = { ...document, scopes_supported: ['openid', 'user/Goal.rs'], capabilities: ['launch-ehr'] };
  expect(checkDiscovery(pinned, { ...less, code_challenge_methods_supported: ['plain'] })).toMatchObject({
    s256: false,
    scopesNotListed: ['launch', 'user/*.read'],
    capabilitiesMissing: ['context-ehr-patient', 'client-public', 'sso-openid-connect'],
  });
  expect(checkDiscovery(pinned, {})).toMatchObject({
    scopesNotListed: undefined,
    capabilitiesMissing: undefined,
  });
  const secret = fakeSystem({ ...pinned, clientAuthentication: 'broker' });
  const jwt = fakeSystem({
    ...secret,
    broker: { authentication: 'private_key_jwt' } as never,
  });
  expect(checkDiscovery(secret, document).capabilitiesMissing).toEqual(['client-confidential-symmetric']);
  expect(checkDiscovery(jwt, document).capabilitiesMissing).toEqual(['client-confidential-asymmetric']);
});

test('one request, without anything of a person; the clock against the server’s where its Date may be read', async () => {
  const browser = fakeBrowser();
  const date = new Date(browser.time - 90_000).toUTCString();
  browser.answer(new Response(JSON.stringify(document), { headers: { Date: date } }));
  expect(await askDiscovery(browser, pinned)).toMatchObject({ kind: 'read', clockAhead: 90_000 });
  expect(browser.requests.map(({ url }) => url)).toEqual([
    'https://fhir.example.org/api/fhir/r4/.well-known/smart-configuration',
  ]);
  expect(browser.requests[0]?.init).toMatchObject({
    credentials: 'omit',
    redirect: 'error',
    headers: { Accept: 'application/json' },
  });
  browser.answer(new Response(JSON.stringify(document)));
  expect(await askDiscovery(browser, pinned)).toMatchObject({ kind: 'read', clockAhead: undefined });
});

test('no answer, a refusal, an answer that is no document', async () => {
  const browser = fakeBrowser();
  browser.answer(new TypeError('Failed to fetch'));
  expect(await askDiscovery(browser, pinned)).toEqual({ kind: 'silent', reason: 'network' });
  browser.answer(new Response('no', { status: 404 }));
  expect(await askDiscovery(browser, pinned)).toEqual({ kind: 'refused', status: 404 });
  for (const body of ['<html>', '[]', 'null', 'x'.repeat(300_000)]) {
    browser.answer(new Response(body));
    expect(await askDiscovery(browser, pinned)).toEqual({ kind: 'broken' });
  }
});
