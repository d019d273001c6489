/** The command as a person runs it, killed at any point. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testKeys } from '#bulk/bulk-fixture.ts';
import { startBulkSandbox, type BulkSandbox } from '#sandbox/bulk/start-bulk.ts';
import { bulk } from './bulk.ts';

let sandbox: BulkSandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startBulkSandbox({ keys: testKeys.public as never, madeUp: 400 });
  Object.assign(sandbox.settings, { pollsUntilDone: 0, retryAfter: 0 });
  folder = await mkdtemp(join(tmpdir(), 'chartside-bulk-'));
  const keys = join(folder, 'keys.json');
  await writeFile(keys, JSON.stringify(testKeys.private));
  await chmod(keys, 0o600);
  const { base, tokenEndpoint } = sandbox;
  const server = {
    id: 'test',
    label: 'Test',
    base,
    tokenEndpoint,
    clientId: 'chartside-sandbox-bulk',
    scope: 'system/*.read',
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ servers: [server] }));
});
afterAll(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

const common = (): readonly string[] => [
  '--config',
  join(folder, 'config.json'),
  '--server',
  'test',
  '--keys',
  join(folder, 'keys.json'),
];

async function run(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const exit = await bulk(
    [...argv, ...common()],
    streams,
    { XDG_STATE_HOME: folder },
    new AbortController().signal,
  );
  return { exit, out, err };
}

/** Starts the command in a process of its own, and kills it after so many milliseconds; resolves with its exit code. */
function runAndKill(argv: readonly string[], after: number | undefined): Promise<number | null> {
  const command = resolve(import.meta.dirname, 'bulk.ts');
  const child = spawn(process.execPath, [command, ...argv, ...common()], {
    stdio: 'ignore',
    env: { ...process.env, XDG_STATE_HOME: folder },
  });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((done) =>
    child.once('exit', (code) => {
      clearTimeout(timer);
      done(code);
    }),
  );
}

async function filesIn(name: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(join(folder, name))).filter((each) => each.endsWith('.ndjson'));
  return Object.fromEntries(
    await Promise.all(
      names.map(async (each) => [each, await readFile(join(folder, name, each), 'utf8')] as const),
    ),
  );
}

test('killed at one point after another, the same command ends with the same files, byte for byte', async () => {
  expect((await run('export', '--system', '--out', join(folder, 'whole'))).exit).toBe(0);
  const argv = ['export', '--system', '--again', '--parallel', '2', '--out', join(folder, 'killed')];
  // Each run lives a little longer than the one before: the first hardly begins, the last ones are near the end.
  let kills = 0;
  for (let life = 150; ; life += 70) {
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    if ((await runAndKill(argv, life)) === 0) break;
    kills += 1;
    if (kills > 200) throw new Error('It never came to its end.');
  }
  expect(kills).toBeGreaterThan(0);
  expect(await filesIn('killed')).toEqual(await filesIn('whole'));
  expect((await run('verify', join(folder, 'killed'))).exit).toBe(0);
}, 240_000);

test('groups from the making to the deleting, in words and as JSON', async () => {
  const made = await run('group', 'create', '--name', 'Two', '--patient', '500000001,500000002', '--json');
  const { id } = JSON.parse(made.out) as { id: string };
  expect((await run('group', 'update', id, '--patient', '500000003', '--without', '500000001')).exit).toBe(0);
  expect((await run('group', 'show', id)).out).toContain('500000003');
  expect((await run('groups')).out).toMatch(/^2 {2}TestFHIRAPI/m);
  expect((await run('group', 'delete', id)).exit).toBe(0);
  expect(await run('group', 'show', id)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('no such group') as string,
  });
  expect(await run('group', 'create', '--name', 'x', '--patient', '77777')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('77777') as string,
  });
  sandbox.settings.groupLimit = 1;
  expect((await run('group', 'create', '--name', 'x', '--patient', '500000001,500000002')).exit).toBe(3);
  sandbox.settings.groupLimit = 1000;
});

test('patients are looked up page by page', async () => {
  const { out } = await run('patients', '--json');
  expect((JSON.parse(out) as { patients: unknown[] }).patients).toHaveLength(421);
  expect((await run('patients', '--chart-number', 'HF428946492')).out).toBe('428946492  HF428946492\n');
});

test('no token and no key is printed unless it is asked for', async () => {
  const { out, err } = await run('token');
  expect(out + err).toBe('Signed in to Test.\n');
  expect((await run('token', '--show-token')).out).toMatch(/^bulk\./);
});

test.each([
  [['export', '--out', 'x'], 2, 'one of --group ID, --patients, --system'],
  [['export', '--system'], 2, '--out DIR'],
  [['export', '--system', '--out', 'x', '--since', '2026'], 2, 'an instant'],
  [['export', '--system', '--out', 'x', '--type', '../x'], 2, 'FHIR types'],
  [['nonsense'], 2, 'no command "nonsense"'],
  [['keys', '--out', 'x', '--bits', '2048'], 2, '3072 or 4096'],
  [['group', 'toString'], 2, 'create, show, update or delete'],
  [['verify', 'there-is-no-such-folder'], 1, 'holds no export'],
])('%j ends with %i and says why', async (argv, exit, said) => {
  const result = await run(...argv);
  expect(result).toMatchObject({ exit, err: expect.stringContaining(said) as string });
});
