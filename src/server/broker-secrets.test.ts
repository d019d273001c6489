import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { System } from '#smart/registry.ts';
import { brokered, newKey, registryOf } from './broker-fixture.ts';
import { readBrokerSecrets, servedSystems, variableOf, type Environment } from './broker-secrets.ts';
import { readBrokerSettings } from './broker-settings.ts';
import { createTokenBroker } from './token-broker.ts';

let folder: string;
let rsa: JWK;
let otherRsa: JWK;
let ec: JWK;
const CHARTSIDE_COOKIE_KEYS = newKey();
const CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET = 's3cret';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  const made = async (algorithm: string, kid: string): Promise<JWK> => {
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    return { ...(await exportJWK(privateKey)), kid };
  };
  rsa = await made('RS384', 'one');
  otherRsa = await made('RS384', 'other');
  ec = await made('ES384', 'two');
});
afterAll(() => rm(folder, { recursive: true }));

const office = (changes: Partial<System> = {}): System =>
  brokered('https://id.example.org', { id: 'nextgen-office', label: 'NextGen Office', ...changes });
const withKeys = (algorithm?: 'RS384' | 'ES384'): System =>
  office({ broker: { authentication: 'private_key_jwt', algorithm } });

async function faultsOf(env: Environment, ...systems: System[]): Promise<readonly string[]> {
  const read = await readBrokerSecrets(env, registryOf(...systems));
  return read.ok ? [] : read.faults;
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('everything that is missing is named at once, with what to do', async () => {
  const faults = await faultsOf(
    {},
    office(),
    brokered('https://id.example.org', { id: 'portal.2', label: 'Portal' }),
  );
  expect(faults).toEqual([
    'CHARTSIDE_COOKIE_KEYS (or CHARTSIDE_COOKIE_KEYS_FILE) is missing: keys of 32 bytes in base64url, separated by commas; the first encrypts. ' +
      `Make one with: node -e "console.log(require('crypto').randomBytes(32).toString('base64url'))"`,
    'CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET (or CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET_FILE) is missing: the client secret that NextGen Office gave this app.',
    'CHARTSIDE_PORTAL_2_CLIENT_SECRET (or CHARTSIDE_PORTAL_2_CLIENT_SECRET_FILE) is missing: the client secret that Portal gave this app.',
  ]);
  expect(await faultsOf({ CHARTSIDE_COOKIE_KEYS }, withKeys())).toEqual([
    'CHARTSIDE_NEXTGEN_OFFICE_PRIVATE_KEYS (or CHARTSIDE_NEXTGEN_OFFICE_PRIVATE_KEYS_FILE) is missing: the private keys with which NextGen Office knows this app, as a JWK set; the first one signs.',
  ]);
});

test('a registry of public clients and placeholders needs no secret at all', async () => {
  const open = office({ clientAuthentication: 'public', broker: undefined });
  expect(await faultsOf({}, open, office({ id: 'later', clientId: 'REPLACE-WITH-YOUR-CLIENT-ID' }))).toEqual(
    [],
  );
});

test('secrets from files: the line break at the end is no part of them', async () => {
  const read = await readBrokerSecrets(
    {
      CHARTSIDE_COOKIE_KEYS_FILE: await file('keys', `${newKey()},\n${newKey()}\n`),
      CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET_FILE: await file('secret', 's3cret\r\n'),
    },
    registryOf(office()),
  );
  if (!read.ok) throw new Error(read.faults.join());
  expect(read.secrets.cookieKeys).toHaveLength(2);
  expect(read.secrets.credentials.get('nextgen-office')).toEqual({ kind: 'secret', secret: 's3cret' });
});

test.each<[string, Environment, RegExp]>([
  ['both', { CHARTSIDE_COOKIE_KEYS, CHARTSIDE_COOKIE_KEYS_FILE: '/x' }, /are both set: keep one/],
  [
    'no file',
    { CHARTSIDE_COOKIE_KEYS_FILE: '/no/such/file' },
    /cannot be read \(ENOENT\): \/no\/such\/file$/,
  ],
  ['a folder', { CHARTSIDE_COOKIE_KEYS_FILE: '/' }, /cannot be read \(EISDIR\): \/$/],
  ['an empty file', { CHARTSIDE_COOKIE_KEYS_FILE: '/dev/null' }, /names an empty file/],
  ['a short key', { CHARTSIDE_COOKIE_KEYS: 'c2hvcnQ' }, /key 1 is not 32 bytes in base64url/],
  ['a bad second key', { CHARTSIDE_COOKIE_KEYS: `${CHARTSIDE_COOKIE_KEYS},!` }, /key 2 is not 32 bytes/],
  ['a comma too many', { CHARTSIDE_COOKIE_KEYS: `${CHARTSIDE_COOKIE_KEYS},` }, /key 2 is not 32 bytes/],
  [
    'a key twice',
    { CHARTSIDE_COOKIE_KEYS: `${CHARTSIDE_COOKIE_KEYS},${CHARTSIDE_COOKIE_KEYS}` },
    /key 2 is listed twice/,
  ],
])('cookie keys: %s', async (_name, env, fault) => {
  const faults = await faultsOf({ CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET, ...env }, office());
  expect(faults).toEqual([expect.stringMatching(fault)]);
  expect(faults.join()).not.toContain(CHARTSIDE_COOKIE_KEYS);
});

test('a client secret of two lines is a mistake, and is not repeated', async () => {
  const env = { CHARTSIDE_COOKIE_KEYS, CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET: 'id: x\nsecret: y' };
  expect(await faultsOf(env, office())).toEqual([
    'CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET holds more than one line: a client secret is a single one.',
  ]);
});

test('private keys: whatever cannot be used is said by its place', async () => {
  const fault = async (keys: unknown, algorithm?: 'RS384' | 'ES384'): Promise<string> => {
    const set = typeof keys === 'string' ? keys : JSON.stringify({ keys });
    const env = { CHARTSIDE_COOKIE_KEYS, CHARTSIDE_NEXTGEN_OFFICE_PRIVATE_KEYS: set };
    const said = (await faultsOf(env, withKeys(algorithm))).join('|');
    for (const key of [rsa, ec]) expect(said).not.toContain(key.d);
    return said.replace('CHARTSIDE_NEXTGEN_OFFICE_PRIVATE_KEYS: the key set ', '');
  };
  const { d: _rsaHalf, ...rsaPublic } = rsa;
  expect(await fault([rsa])).toBe('');
  expect(await fault([rsa], 'RS384')).toBe('');
  expect(await fault([ec])).toBe('');
  expect(await fault([ec], 'ES384')).toBe('');
  expect(await fault([{ ...rsa, use: 'sig', key_ops: ['verify'], alg: 'RS384' }])).toBe('');
  // One that is published ahead of its use, or after it, may have been taken out of its private half.
  expect(await fault([rsa, { ...rsaPublic, kid: 'earlier' }])).toBe('');
  expect(await fault('-----BEGIN PRIVATE KEY-----')).toBe('is not JSON.');
  expect(await fault('null')).toBe('has no list "keys" with a key in it.');
  expect(await fault([])).toBe('has no list "keys" with a key in it.');
  expect(await fault([null])).toBe('has a key 1 that is no object.');
  expect(await fault([{ ...rsa, kid: undefined }])).toBe('has no "kid" in key 1.');
  expect(await fault([rsa, rsa])).toBe('has the "kid" of key 2 twice.');
  expect(await fault([ec], 'RS384')).toBe('needs an RSA key for RS384 in key 1.');
  expect(await fault([rsa, ec])).toBe('needs an RSA key for RS384 in key 2.');
  expect(await fault([rsa], 'ES384')).toBe('needs an EC key on the curve P-384 for ES384 in key 1.');
  expect(await fault([{ ...ec, crv: 'P-256' }], 'ES384')).toMatch(/P-384 for ES384 in key 1/);
  expect(await fault([{ ...rsa, alg: 'RS256' }])).toBe('needs an RSA key for RS384 in key 1.');
  expect(await fault([{ ...rsa, n: undefined }])).toBe('has a key 1 whose public half cannot be read.');
  expect(await fault([{ ...ec, x: '!' }])).toBe('has a key 1 whose public half cannot be read.');
  expect(await fault([rsaPublic])).toBe('has no private half ("d") in key 1, which signs.');
  const { n, e } = otherRsa;
  expect(await fault([{ ...rsa, n, e }])).toMatch(/^has a key 1 that cannot sign/);
});

test('two systems: one variable for both, and one key name for two keys, are faults', async () => {
  const env = { CHARTSIDE_COOKIE_KEYS, CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET };
  expect(variableOf('nextgen-office', 'CLIENT_SECRET')).toBe('CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET');
  expect(await faultsOf(env, office(), office({ id: 'nextgen_office' }))).toEqual([
    'nextgen-office and nextgen_office would share CHARTSIDE_NEXTGEN_OFFICE_CLIENT_SECRET: give one of them another id.',
  ]);
  const two = [withKeys(), { ...withKeys(), id: 'portal' }] as const;
  const set = (key: JWK): string => JSON.stringify({ keys: [key] });
  const keys = (portal: JWK): Environment => ({
    CHARTSIDE_COOKIE_KEYS,
    CHARTSIDE_NEXTGEN_OFFICE_PRIVATE_KEYS: set(rsa),
    CHARTSIDE_PORTAL_PRIVATE_KEYS: set(portal),
  });
  expect(await faultsOf(keys({ ...ec, kid: 'one' }), ...two)).toEqual([
    'CHARTSIDE_PORTAL_PRIVATE_KEYS: another system has another key with the "kid" one.',
  ]);
  const same = await readBrokerSecrets(keys(rsa), registryOf(...two));
  expect(same.ok && same.secrets.published.map(({ kid }) => kid)).toEqual(['one']);
});

test('the sandbox’s made-up clients need a secret only where one is set: a practice runs no sandbox', async () => {
  const sandbox = office({ id: 'sandbox-x', sandbox: true });
  expect(await faultsOf({}, sandbox)).toEqual([]);
  expect(servedSystems({}, registryOf(sandbox, office())).map(({ id }) => id)).toEqual(['nextgen-office']);
  const env = { CHARTSIDE_SANDBOX_X_CLIENT_SECRET: 'x' };
  expect(await faultsOf(env, sandbox)).toEqual([expect.stringMatching(/^CHARTSIDE_COOKIE_KEYS /)]);
  const read = await readBrokerSecrets({ ...env, CHARTSIDE_COOKIE_KEYS }, registryOf(sandbox));
  expect(read.ok && [...read.secrets.credentials.keys()]).toEqual(['sandbox-x']);
});

test('the broker does not begin without a secret', () => {
  const none = { cookieKeys: [], credentials: new Map(), published: [] };
  expect(() =>
    createTokenBroker({ registry: registryOf(office()), secrets: none, origin: () => '' }),
  ).toThrow('The token broker has no secret for "nextgen-office".');
});

test('settings: nothing set is well; each bad one is a sentence', () => {
  expect(readBrokerSettings({})).toEqual({
    ok: true,
    settings: {
      origin: undefined,
      trustedProxies: undefined,
      requestsPerMinute: undefined,
      instances: undefined,
    },
  });
  expect(
    readBrokerSettings({
      CHARTSIDE_ORIGIN: 'https://chart.example.org',
      CHARTSIDE_REQUESTS_PER_MINUTE: '600',
    }),
  ).toMatchObject({ settings: { origin: 'https://chart.example.org', requestsPerMinute: 600 } });
  expect(readBrokerSettings({ CHARTSIDE_ORIGIN: 'http://127.0.0.1:4200' }).ok).toBe(true);
  for (const origin of [
    'chart.example.org',
    'https://chart.example.org/',
    'https://chart.example.org/x',
    'null',
  ]) {
    expect(readBrokerSettings({ CHARTSIDE_ORIGIN: origin })).toEqual({
      ok: false,
      faults: [
        `CHARTSIDE_ORIGIN is "${origin}": it must be an origin alone, such as https://chart.example.org, without a path or a final slash.`,
      ],
    });
  }
  const bad = readBrokerSettings({
    CHARTSIDE_ORIGIN: 'http://chart.example.org',
    CHARTSIDE_TRUSTED_PROXIES: '10.0.0.1, proxy',
    CHARTSIDE_REQUESTS_PER_MINUTE: 'many',
    CHARTSIDE_INSTANCES: '0',
  });
  expect(bad.ok ? [] : bad.faults).toEqual([
    expect.stringContaining('must begin with https://'),
    expect.stringContaining('"proxy" is no address'),
    expect.stringContaining('CHARTSIDE_REQUESTS_PER_MINUTE is "many"'),
    expect.stringContaining('CHARTSIDE_INSTANCES is "0"'),
  ]);
});
