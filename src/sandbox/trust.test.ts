import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from './cast.ts';
import { startSandbox, type Sandbox } from './start.ts';

const issuer = 'http://localhost:1/auth/realms/nextgen';
const realm = createServer();
let own: CryptoKey;
let sandbox: Sandbox;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  own = privateKey;
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }];
  realm.on('request', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((listening) => realm.listen(0, '127.0.0.1', listening));
  const jwksUri = `http://127.0.0.1:${(realm.address() as AddressInfo).port}/certs`;
  const trust = { issuer, jwksUri, second: [people.anna.id] };
  sandbox = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: 'http://127.0.0.1:4200', trust });
});
afterAll(async () => {
  realm.close();
  await sandbox.stop();
});

interface Made {
  readonly claims?: JWTPayload;
  readonly key?: CryptoKey;
  readonly expires?: string;
}

async function readDavid({ claims = {}, key = own, expires = '5m' }: Made, path = '/api/fhir/r4') {
  const token = await new SignJWT({
    iss: issuer,
    typ: 'Bearer',
    azp: 'chartside-sandbox',
    aud: `${sandbox.fhirUrl}/api/fhir/r4`,
    scope: 'openid user/*.read',
    fhirUser: 'Practitioner/1000851',
    patient: ` ${people.david.id} `,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
  const { status } = await fetch(`${sandbox.fhirUrl}${path}/Patient/${people.david.id}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return status;
}

test('a token of the trusted realm opens what its scopes and its patient let it', async () => {
  expect(await readDavid({})).toBe(200);
  const patient = { scope: 'patient/Patient.read', fhirUser: `Patient/${people.david.id}` };
  expect(await readDavid({ claims: patient })).toBe(200);
  expect(await readDavid({ claims: { ...patient, patient: people.anna.id } })).toBe(403);
  expect(await readDavid({ claims: { scope: 'user/Observation.read' } })).toBe(403);
});

test.each<[string, Made]>([
  ['another realm', { claims: { iss: `${issuer}2` } }],
  ['another use (id_token)', { claims: { typ: 'ID' } }],
  ['a time that is over', { expires: '-1s' }],
  ['another FHIR base', { claims: { aud: 'http://localhost:9/api/fhir/r4' } }],
  ['no FHIR base', { claims: { aud: undefined } }],
])('a token of %s opens nothing', async (_what, made) => {
  expect(await readDavid(made)).toBe(401);
});

test('a token signed with a key of somebody else opens nothing', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  expect(await readDavid({ key: privateKey })).toBe(401);
});

test('the second base takes its own tokens alone, and is not there without a realm to trust', async () => {
  const aud = `${sandbox.fhirUrl}/second/fhir/r4`;
  expect(await readDavid({ claims: { aud } }, '/second/fhir/r4')).toBe(200);
  expect(await readDavid({}, '/second/fhir/r4')).toBe(401);
  const alone = await startSandbox({ ehrPort: 0, fhirPort: 0, appOrigin: 'http://127.0.0.1:4200' });
  expect((await fetch(`${alone.fhirUrl}/second/fhir/r4/metadata`)).status).toBe(404);
  await alone.stop();
});

test("the sandbox's own sign-in is not there beside it", async () => {
  const address = `${sandbox.ehrUrl}/auth/realms/nextgen/.well-known/openid-configuration`;
  expect((await fetch(address)).status).not.toBe(200);
  expect(sandbox.identityUrl).toBe('http://localhost:1');
});
