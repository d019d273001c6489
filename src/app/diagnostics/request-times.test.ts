import { expect, test } from 'vitest';
import { fakeSystem } from '#smart/fake-browser.ts';
import { requestTimes } from './request-times.ts';

const base = 'https://fhir.example.org/api/fhir/r4';
const system = fakeSystem({
  documents: ['https://fhir.example.org/api/ccda'],
  endpoints: { token: 'https://idp.example.org/token', revocation: undefined } as never,
});
const origin = 'https://chart.example.org';
const of = (name: string, responseStatus?: number) =>
  requestTimes(
    [{ name, startTime: 12.4, duration: 30.6, ...(responseStatus !== undefined && { responseStatus }) }],
    system,
    origin,
  )[0];

test('a search, with its status and its times', () => {
  expect(of(`${base}/Observation?patient=428946492`, 200)).toEqual({
    kind: 'search',
    type: 'Observation',
    status: 200,
    startedMs: 12,
    ms: 31,
  });
});

test.each([
  [`${base}/Patient/428946492`, 'record', 'Patient'],
  [`${base}/Practitioner/7`, 'record', 'Practitioner'],
  [`${base}?_getpages=5c2f`, 'more', undefined],
  [`${base}/SmithDavid/1`, 'record', undefined],
  [`${base}/428946492`, 'search', undefined],
  [`${base}/.well-known/smart-configuration`, 'discovery', undefined],
  [`${base}/metadata`, 'statement', undefined],
  [`${base}/document/pdf-0b8c5a2e`, 'document', undefined],
  ['https://fhir.example.org/api/ccda/doc/9', 'document', undefined],
  ['https://idp.example.org/token', 'sign-in', undefined],
  [`${origin}/broker/refresh`, 'broker', undefined],
])('%s', (url, kind, type) => {
  expect(of(url)).toMatchObject({ kind, type, status: undefined });
});

test('nothing else is looked at', () => {
  for (const url of [`${origin}/assets/a.js`, 'https://other.example.org/Patient/1', `${base}x/Patient/1`])
    expect(of(url)).toBeUndefined();
});
