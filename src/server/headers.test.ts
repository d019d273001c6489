import { expect, test } from 'vitest';
import type { Registry, System } from '#smart/registry.ts';
import { connectOrigins, contentSecurityPolicy, securityHeaders } from './headers.ts';

const system = {
  fhirBase: 'https://fhir.example.org/api/fhir/r4',
  documents: ['https://documents.example.org/api/ccda'],
  identityHosts: ['id.example.org:8443'],
  styleHosts: ['style.example.org'],
  endpoints: {
    issuer: 'https://login.example.org/realm',
    authorization: 'https://login.example.org/auth',
    token: 'https://login.example.org/token',
    revocation: 'https://login.example.org/revoke',
    jwks: undefined,
  },
} as unknown as System;
const registry: Registry = { systems: [system], defaultLaunch: undefined };

test('the page may connect to the configured origins and to no other', () => {
  expect(connectOrigins(registry)).toEqual([
    'https://documents.example.org',
    'https://fhir.example.org',
    'https://id.example.org:8443',
    'https://login.example.org',
    'https://style.example.org',
  ]);
});

test('the policy of production, word for word', () => {
  expect(contentSecurityPolicy({ systems: [], defaultLaunch: undefined })).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; " +
      "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src-attr 'none'; " +
      "img-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src blob: 'self'; form-action 'none'; " +
      "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dompurify chartside",
  );
});

test('@threat-8 production allows no inline code, no eval and no wildcard', () => {
  const policy = contentSecurityPolicy(registry);
  for (const loose of ['unsafe-inline', 'unsafe-eval', 'data:', ' * ', 'ws:'])
    expect(policy).not.toContain(loose);
});

test('@threat-19 nobody may frame the app or keep a handle on its window', () => {
  const headers = securityHeaders(registry);
  expect(headers['Cross-Origin-Opener-Policy']).toBe('same-origin');
  expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
});
