/**
 * Signing in without a person (SMART Backend Services) at a real Keycloak, legacy and current, with the command that a
 * practice runs: keys, a published set, an assertion. The sandbox's own bulk server is tried by the unit tests.
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeJwt, importJWK, SignJWT, type JWK } from 'jose';
import { backendClientId } from '#commands/start-keycloak.ts';
import { expect, test as base } from './identity-server-fixtures.ts';

interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

function runBulk(argv: readonly string[]): Promise<Ran> {
  const command = resolve(import.meta.dirname, '../src/commands/bulk.ts');
  const child = spawn(process.execPath, [command, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString('utf8')));
  return new Promise((done) => child.once('close', (exit) => done({ exit, out, err })));
}

interface Service {
  readonly folder: string;
  readonly tokenEndpoint: string;
  /** The command as a person types it. */
  readonly run: (...argv: readonly string[]) => Promise<Ran>;
}

const test = base.extend<{ readonly service: Service }>({
  service: async ({ serving, server }, use) => {
    if (!('running' in serving) || serving.backendKeys === undefined)
      throw new Error('No folder for the keys of a backend service.');
    const folder = serving.backendKeys;
    const tokenEndpoint = `${server.realmUrl}/protocol/openid-connect/token`;
    const entry = {
      id: 'keycloak',
      label: 'Keycloak',
      base: 'http://localhost/bulkfhir/r4',
      tokenEndpoint,
      clientId: backendClientId,
      scope: 'system/*.read',
    };
    const config = join(folder, 'bulk-config.json');
    const others = [
      { ...entry, id: 'strange-scope', scope: 'system/Poem.read' },
      { ...entry, id: 'strange-client', clientId: 'nobody' },
    ];
    await writeFile(config, JSON.stringify({ servers: [entry, ...others] }));
    await use({
      folder,
      tokenEndpoint,
      run: (...argv) => runBulk([...argv, '--config', config, '--keys', join(folder, 'private-keys.json')]),
    });
  },
});

test('keys are made, published and taken; new ones take their place; what is wrong is said', async ({
  service,
  server,
}) => {
  const { folder, tokenEndpoint, run } = service;
  const token = (id: string) => run('token', '--server', id, '--show-token', '--json');
  expect((await run('keys', '--out', folder)).exit).toBe(0);

  const first = await token('keycloak');
  expect(first.err).toBe('');
  const claims = decodeJwt((JSON.parse(first.out) as { token: string }).token);
  expect(claims).toMatchObject({ iss: server.realmUrl, azp: backendClientId });
  expect(String(claims['scope']).split(' ')).toContain('system/*.read');
  // Nobody is signed in: no session that a refresh token would keep up.
  expect(claims['sid'] ?? claims['session_state']).toBeUndefined();

  // Each sign-in is an assertion of its own; the same one a second time is noticed.
  expect((await token('keycloak')).exit).toBe(0);
  const [jwk] = (JSON.parse(await readFile(join(folder, 'private-keys.json'), 'utf8')) as { keys: [JWK] })
    .keys;
  const { kid = '', use: _use, key_ops: _ops, ...bare } = jwk;
  const key = await importJWK(bare, 'RS384');
  const assertion = (audience: string, madeAt: number): Promise<string> =>
    new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: 'RS384', typ: 'JWT', kid })
      .setIssuer(backendClientId)
      .setSubject(backendClientId)
      .setAudience(audience)
      .setIssuedAt(madeAt)
      .setExpirationTime(madeAt + 240)
      .sign(key);
  const now = Math.floor(Date.now() / 1000);
  const ask = async (signed: string) => {
    const response = await fetch(tokenEndpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'system/*.read',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: signed,
      }),
    });
    return { status: response.status, answer: (await response.json()) as Readonly<Record<string, unknown>> };
  };
  const once = await assertion(tokenEndpoint, now);
  const granted = await ask(once);
  expect(granted.status).toBe(200);
  expect(granted.answer).not.toHaveProperty('refresh_token');
  expect((await ask(once)).answer).toMatchObject({ error: 'invalid_client' });
  // Five minutes are over, or it was meant for somebody else.
  const old = await assertion(tokenEndpoint, now - 600);
  expect((await ask(old)).answer).toMatchObject({ error: 'invalid_client' });
  const elsewhere = await assertion('https://elsewhere.example/token', now);
  expect((await ask(elsewhere)).answer).toMatchObject({ error: 'invalid_client' });

  for (const id of ['strange-scope', 'strange-client']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const refused = await token(id);
    expect(refused.exit).not.toBe(0);
    expect(refused.err).toContain('does not accept this client');
    expect(refused.err).not.toContain('eyJ');
  }

  // The second key signs now: it was in the published set that Keycloak fetched, and is taken at once.
  expect((await run('keys', '--out', folder, '--rotate')).exit).toBe(0);
  const [signing] = (JSON.parse(await readFile(join(folder, 'private-keys.json'), 'utf8')) as { keys: [JWK] })
    .keys;
  expect(signing.kid).not.toBe(kid);
  const rotated = await token('keycloak');
  expect(rotated.err).toBe('');
  expect(rotated.exit).toBe(0);
});
