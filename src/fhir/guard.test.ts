import { describe, expect, it } from 'vitest';
import { guardedUrl, mayCarryToken } from './guard.ts';

const bounds = {
  fhirBase: 'https://fhir.example.com/api/fhir/r4',
  documents: ['https://fhir.example.com/api/ccda'],
};

describe('@threat-7 addresses that may carry the token', () => {
  it.each([
    'https://fhir.example.com/api/fhir/r4',
    'https://fhir.example.com/api/fhir/r4/',
    'https://fhir.example.com/api/fhir/r4/Patient/85',
    'https://fhir.example.com/api/fhir/r4/Observation?patient=85&_revinclude=Provenance%3Atarget',
    // HAPI's own link to the next page: no slash between base and question mark.
    'https://fhir.example.com/api/fhir/r4?_getpages=1b2c&_getpagesoffset=50&_count=50&_bundletype=searchset',
    'HTTPS://FHIR.Example.COM/api/fhir/r4/Patient/85',
    'https://fhir.example.com:443/api/fhir/r4/Patient/85',
    'https://fhir.example.com/api/other/../fhir/r4/Patient/85',
    'https://fhir.example.com/api/fhir/r4/Patient/85#name',
    'https://fhir.example.com/api/fhir/r4/Patient?name=a@b&x=%2e%2e%2f',
    'https://fhir.example.com/api/ccda?patient=85&date=',
    'https://fhir.example.com/api/ccda/85',
  ])('%s', (url) => {
    expect(mayCarryToken(url, bounds)).toBe(true);
  });

  it('is handed back in the spelling that was checked', () => {
    expect(guardedUrl('https://fhir.example.com/x/../api/fhir/r4/Patient/85#a', bounds)).toBe(
      'https://fhir.example.com/api/fhir/r4/Patient/85',
    );
  });

  it('keeps the query of a page link as it came', () => {
    const next = 'https://fhir.example.com/api/fhir/r4?_getpages=a&_include=Provenance%3Atarget';
    expect(guardedUrl(next, bounds)).toBe(next);
  });
});

describe('@threat-7 the base in other letters, as NextGen Enterprise writes it', () => {
  it.each([
    ['https://fhir.example.com/api/fhir/R4', ''],
    ['https://fhir.example.com/api/fhir/R4/Goal?patient=85&page=2', '/Goal?patient=85&page=2'],
    ['https://fhir.example.com/API/FHIR/R4?_getpages=A', '?_getpages=A'],
    ['https://fhir.example.com/api/fhir/R4/document/PDF-0B8C', '/document/PDF-0B8C'],
    ['https://fhir.example.com/x/../API/fhir/R4/Patient/85', '/Patient/85'],
  ])('%s is asked for in the letters of the registry', (url, rest) => {
    expect(guardedUrl(url, bounds)).toBe(`${bounds.fhirBase}${rest}`);
  });

  it('reaches nothing that the base’s own letters would not', () => {
    const base = new URL(bounds.fhirBase);
    for (const path of ['/api/fhir/R4/Patient', '/API/fhir/r4', '/api/FHIR/R4evil', '/api/fhir/R4/../R5']) {
      const url = guardedUrl(base.origin + path, bounds);
      expect(url === undefined || url.startsWith(bounds.fhirBase)).toBe(true);
    }
  });

  it('a base that is written in capitals keeps them', () => {
    const capitals = { fhirBase: 'https://fhir.example.com/Api/R4', documents: [] };
    expect(guardedUrl('https://fhir.example.com/api/r4/Goal/1', capitals)).toBe(
      'https://fhir.example.com/Api/R4/Goal/1',
    );
  });
});

describe('@threat-7 addresses that may not', () => {
  it.each([
    ['another host', 'https://evil.example/api/fhir/r4/Patient/85'],
    ['a longer host', 'https://fhir.example.com.evil.example/api/fhir/r4/Patient/85'],
    ['a host before', 'https://evil-fhir.example.com/api/fhir/r4/Patient/85'],
    ['a user name', 'https://fhir.example.com@evil.example/api/fhir/r4'],
    ['a user name at the right host', 'https://evil@fhir.example.com/api/fhir/r4'],
    ['an empty user name', 'https://@fhir.example.com/api/fhir/r4'],
    ['a password', 'https://a:b@fhir.example.com/api/fhir/r4'],
    ['another port', 'https://fhir.example.com:8443/api/fhir/r4'],
    ['plain http', 'http://fhir.example.com/api/fhir/r4'],
    ['another path', 'https://fhir.example.com/api'],
    ['a longer last segment', 'https://fhir.example.com/api/fhir/r4evil'],
    ['a longer last segment with a query', 'https://fhir.example.com/api/fhir/r4evil?x=/api/fhir/r4'],
    ['a longer documents segment', 'https://fhir.example.com/api/ccdax?patient=85'],
    ['a longer last segment in other letters', 'https://fhir.example.com/api/fhir/R4evil/Patient/85'],
    ['a parent step from the base in other letters', 'https://fhir.example.com/api/fhir/R4/../x'],
    ['an escaped parent step in other letters', 'https://fhir.example.com/API/FHIR/R4/%2E%2E/x'],
    ['the base in escaped letters', 'https://fhir.example.com/api/fhir/%52%34/Patient/85'],
    ['one escaped letter', 'https://fhir.example.com/api/fhir/%724/Patient/85'],
    ['a letter that is lower-cased to another', 'https://fhir.example.com/api/fħir/r4/Patient/85'],
    ['another host in other letters', 'https://FHIR.EVIL.example/api/fhir/R4/Patient/85'],
    ['another port, the base in other letters', 'https://fhir.example.com:8443/API/FHIR/R4/Patient/85'],
    ['plain http, the base in other letters', 'HTTP://fhir.example.com/api/fhir/R4/Patient/85'],
    ['documents in other letters', 'https://fhir.example.com/api/CCDA?patient=85'],
    ['a parent step', 'https://fhir.example.com/api/fhir/r4/../r5/Patient'],
    ['an escaped parent step', 'https://fhir.example.com/api/fhir/r4/%2e%2e/r5/Patient'],
    ['an escaped slash', 'https://fhir.example.com/api/fhir/r4/..%2fr5/Patient'],
    ['an escaped backslash', 'https://fhir.example.com/api/fhir/r4/..%5Cr5'],
    ['a doubly escaped slash', 'https://fhir.example.com/api/fhir/r4/..%252fr5'],
    ['an escaped NUL', 'https://fhir.example.com/api/fhir/r4/%00'],
    ['a parent step with a parameter', 'https://fhir.example.com/api/fhir/r4/..;/r5'],
    ['scheme-relative', '//fhir.example.com/api/fhir/r4/Patient/85'],
    ['relative', 'Patient/85'],
    ['absolute path', '/api/fhir/r4/Patient/85'],
    ['backslashes', 'https:\\\\fhir.example.com\\api\\fhir\\r4'],
    ['a backslash before the host', 'https://evil.example\\@fhir.example.com/api/fhir/r4'],
    ['a tab in the scheme', 'ht\ttps://fhir.example.com/api/fhir/r4'],
    ['a line break in the path', 'https://fhir.example.com/api/fhir/\nr4/Patient'],
    ['a leading blank', ' https://fhir.example.com/api/fhir/r4'],
    ['the base in the query', 'https://evil.example/?https://fhir.example.com/api/fhir/r4/'],
    ['the base in the fragment', 'https://evil.example/#https://fhir.example.com/api/fhir/r4/'],
    ['javascript:', 'javascript:alert(1)//https://fhir.example.com/api/fhir/r4'],
    ['data:', 'data:text/html,https://fhir.example.com/api/fhir/r4'],
    ['blob:', 'blob:https://fhir.example.com/api/fhir/r4'],
    ['file:', 'file:///api/fhir/r4'],
    ['ws:', 'wss://fhir.example.com/api/fhir/r4'],
    ['a look-alike letter', 'https://fhir.exаmple.com/api/fhir/r4'],
    ['urn:', 'urn:uuid:0b8c5a2e-0000-0000-0000-000000000000'],
    ['nothing', ''],
  ])('%s', (_, url) => {
    expect(mayCarryToken(url, bounds)).toBe(false);
  });

  it('an address under a base that is no URL', () => {
    expect(mayCarryToken('https://fhir.example.com/Patient', { fhirBase: 'null', documents: [''] })).toBe(
      false,
    );
  });
});

it('@threat-7 below another system’s base the address is that system’s: the longest base that fits is meant', () => {
  const r3 = {
    fhirBase: 'https://fhir.example.com/api/fhir',
    documents: ['https://fhir.example.com/api/ccda', 'https://fhir.example.com/api/fhir/r4/documents'],
    innerBases: ['https://fhir.example.com/api/fhir/r4'],
  };
  for (const own of ['/api/fhir/Patient/1', '/api/fhir/r4x', '/api/ccda', '/api/fhir/r4/documents/1']) {
    expect(mayCarryToken(`https://fhir.example.com${own}`, r3)).toBe(true);
  }
  for (const foreign of [
    '/api/fhir/r4',
    '/api/fhir/r4/Patient/1',
    '/api/fhir/R4/Patient/1',
    '/API/fhir/r4/x',
    // As lax servers route them.
    '/api/fhir/%72%34/Patient/1',
    '/api/fhir//r4/Patient/1',
    '/api/fhir/r4;x=1/Patient/1',
  ]) {
    expect(mayCarryToken(`https://fhir.example.com${foreign}`, r3)).toBe(false);
  }
  // The other system's own token goes there as ever.
  const r4 = { fhirBase: 'https://fhir.example.com/api/fhir/r4', documents: [] };
  expect(mayCarryToken('https://fhir.example.com/api/fhir/r4/Patient/1', r4)).toBe(true);
  expect(mayCarryToken('https://fhir.example.com/api/fhir/Patient/1', r4)).toBe(false);
});

it('a base at the root of its origin covers that origin and no other', () => {
  const root = { fhirBase: 'http://localhost:4202', documents: [] };
  expect(mayCarryToken('http://localhost:4202/Patient/1', root)).toBe(true);
  expect(mayCarryToken('http://localhost:4202?_getpages=1', root)).toBe(true);
  expect(mayCarryToken('http://localhost:42020/Patient/1', root)).toBe(false);
  expect(mayCarryToken('http://localhost.evil:4202/Patient/1', root)).toBe(false);
});
