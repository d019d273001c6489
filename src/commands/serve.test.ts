/** What stops `npm run serve`, as whoever starts it sees it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './read-registry.ts';

const folder = await mkdtemp(join(tmpdir(), 'chartside-serve-'));
afterAll(() => rm(folder, { recursive: true }));

/** Starts it with one system that needs a secret, changed; it has to end by itself. */
async function serve(changes: object, environment: Readonly<Record<string, string>>) {
  const { systems } = JSON.parse(await readConfig('smart-config.json')) as { systems: object[] };
  const system = {
    ...systems[0],
    clientId: 'vendor-app',
    clientAuthentication: 'broker',
    broker: { authentication: 'basic' },
    ...changes,
  };
  const config = join(folder, 'config.json');
  await writeFile(config, JSON.stringify({ systems: [system] }));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/commands/serve.ts', '--config', config, '--port', '0'],
    { encoding: 'utf8', timeout: 25_000, env: { PATH: process.env['PATH'], ...environment } },
  );
  return { status, stdout, stderr };
}

test('a server that others reach has to be told its address', async () => {
  const { status, stdout, stderr } = await serve({}, { CHARTSIDE_LISTEN: '0.0.0.0' });
  expect(stderr).toMatch(/^CHARTSIDE_ORIGIN is missing: .*https:\/\/chart\.example\.org/);
  expect(stderr).not.toMatch(/--ehr-port|^ +at /m);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
});

test('a faulty configuration is named fault by fault, and a secret in it is not repeated', async () => {
  const { status, stderr } = await serve({ fhirBase: 'nonsense', clientSecret: 'very-secret' }, {});
  expect(stderr).toMatch(
    /systems\[0\]\.fhirBase: .+\n.*systems\[0\]\.clientSecret: |clientSecret: .+\n.*fhirBase: /,
  );
  expect(stderr).toContain('clientSecret: no secret is accepted');
  // In words, not as the keys of words that nobody has loaded.
  expect(stderr).not.toMatch(/config\.[a-z]+$/m);
  expect(stderr).not.toContain('very-secret');
  expect(status).toBe(1);
});
