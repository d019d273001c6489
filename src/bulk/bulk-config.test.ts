import { expect, test } from 'vitest';
import { fileAddress, ownAddress, readBulkServer } from './bulk-config.ts';
import { testServer } from './bulk-fixture.ts';

const server = testServer({
  base: 'https://fhir.example.org/api/bulkfhir/r4',
  tokenEndpoint: 'https://id.example.org/token',
});

test.each([
  [
    'https://fhir.example.org/api/bulkfhir/r4/$export-poll-status?_jobId=1',
    'https://fhir.example.org/api/bulkfhir/r4/$export-poll-status?_jobId=1',
  ],
  // NextGen's guide prints this one: plain http, another host. It is asked at the base.
  [
    'http://fhir.meditouch.com/api/bulkfhir/r4/$export-poll-status?_jobId=1',
    'https://fhir.example.org/api/bulkfhir/r4/$export-poll-status?_jobId=1',
  ],
  ['$export-poll-status?_jobId=1', 'https://fhir.example.org/api/bulkfhir/r4/$export-poll-status?_jobId=1'],
])('an address of the server’s own: %s', (address, asked) => {
  expect(ownAddress(server, address)).toBe(asked);
});

test.each([
  'https://evil.example/api/bulkfhir/r4/x',
  'http://fhir.example.org/api/bulkfhir/r4/x',
  'https://fhir.example.org/api/bulkfhir/r4evil/x',
  'https://fhir.example.org/api/bulkfhir/r4/../x',
  'https://fhir.example.org/api/bulkfhir/r4/%2e%2e/x',
  'https://user@fhir.example.org/api/bulkfhir/r4/x',
  'https://fhir.example.org.evil.example/api/bulkfhir/r4/x',
  '//evil.example/api/bulkfhir/r4/x',
  'http://fhir.meditouch.com.evil.example/api/bulkfhir/r4/x',
  'javascript:alert(1)',
])('an address that no token is sent to: %s', (address) => {
  expect(ownAddress(server, address)).toBeUndefined();
});

test.each([
  [true, 'https://fhir.example.org/files/1', { url: 'https://fhir.example.org/files/1', withToken: true }],
  [true, 'https://storage.example.net/1?signature=x', { refused: 'foreign-address' }],
  [
    false,
    'https://storage.example.net/1?signature=x',
    { url: 'https://storage.example.net/1?signature=x', withToken: false },
  ],
  [false, 'http://storage.example.net/1', { refused: 'plain-http' }],
  [true, 'http://fhir.example.org/files/1', { refused: 'plain-http' }],
  [
    true,
    'http://fhir.meditouch.com/api/bulkfhir/r4/files/1',
    { url: 'https://fhir.example.org/api/bulkfhir/r4/files/1', withToken: true },
  ],
  [false, 'https://a:b@storage.example.net/1', { refused: 'foreign-address' }],
  [false, 'http://127.0.0.1:5432/', { refused: 'foreign-address' }],
])('a file, token required %s: %s', (required, address, expected) => {
  expect(fileAddress(server, address, required)).toEqual(expected);
});

const entry = {
  id: 'a',
  label: 'A',
  base: 'https://a.example/r4',
  tokenEndpoint: 'https://a.example/token',
  clientId: 'c',
  scope: 'system/*.read',
};

test.each([
  [{ ...entry, base: 'http://a.example/r4' }, 'servers.0.base'],
  [{ ...entry, base: 'https://a.example/r4/' }, 'servers.0.base'],
  [{ ...entry, tokenEndpoint: 'ftp://a.example' }, 'servers.0.tokenEndpoint'],
  [{ ...entry, secret: 'x' }, 'servers.0'],
  [{ ...entry, clientId: 'REPLACE-WITH-YOUR-CLIENT-ID' }, 'no client id yet'],
  [{ ...entry, id: 'b' }, 'no server "a"'],
])('a configuration that will not do is told by what is wrong with it', (faulty, said) => {
  expect(() => readBulkServer(JSON.stringify({ servers: [faulty] }), 'a')).toThrow(said);
});

test('plain http on this machine alone', () => {
  const local = { ...entry, base: 'http://localhost:1/r4', tokenEndpoint: 'http://127.0.0.1:2/token' };
  expect(readBulkServer(JSON.stringify({ servers: [local] }), 'a')).toMatchObject({
    base: 'http://localhost:1/r4',
    daysBetweenExports: 7,
  });
});
