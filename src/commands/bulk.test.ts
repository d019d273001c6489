/** The command as a person runs it, killed at any point. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testKeys } from '#bulk/bulk-fixture.ts';
import { readState } from '#bulk/export-state.ts';
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

/**
 * Starts the command in a process of its own, and kills it so many milliseconds after the server has answered so many of
 * its requests; resolves with its exit code, null where it was killed.
 */
function runAndKill(argv: readonly string[], requests: number, after: number): Promise<number | null> {
  const command = resolve(import.meta.dirname, 'bulk.ts');
  const before = sandbox.requests.length;
  const child = spawn(process.execPath, [command, ...argv, ...common()], {
    stdio: 'ignore',
    env: { ...process.env, XDG_STATE_HOME: folder },
  });
  const watch = setInterval(() => {
    if (sandbox.requests.length - before < requests) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), after);
  }, 2);
  return new Promise((done) =>
    child.once('exit', (code) => {
      clearInterval(watch);
      done(code);
    }),
  );
}

/** Numbers from 0 up to 1, the same in every run (Park and Miller's generator). */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

async function filesIn(name: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(join(folder, name))).filter((each) => each.endsWith('.ndjson'));
  return Object.fromEntries(
    await Promise.all(
      names.map(async (each) => [each, await readFile(join(folder, name, each), 'utf8')] as const),
    ),
  );
}

test('killed at random points, in each phase, the same command ends with the same files, byte for byte', async () => {
  expect((await run('export', '--system', '--out', join(folder, 'whole'))).exit).toBe(0);
  Object.assign(sandbox.settings, { pollsUntilDone: 2, retryAfter: 1 });
  const argv = ['export', '--system', '--again', '--parallel', '2', '--out', join(folder, 'killed')];
  const chance = chances(7);
  const phases: (string | undefined)[] = [];
  for (let kills = 0; ; kills += 1) {
    // As it starts; at the first poll; then after the token, the listing and up to twelve files.
    const requests = [0, 3][kills] ?? 3 + Math.floor(chance.next().value * 12);
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    if ((await runAndKill(argv, requests, chance.next().value * 15)) === 0) break;
    // oxlint-disable-next-line no-await-in-loop -- as above
    phases.push((await readState(join(folder, 'killed')))?.phase);
    if (kills > 200) throw new Error('It never came to its end.');
  }
  Object.assign(sandbox.settings, { pollsUntilDone: 0, retryAfter: 0 });
  expect(phases.slice(0, 2)).toEqual([undefined, 'preparing']);
  expect(phases.filter((phase) => phase === 'fetching').length).toBeGreaterThan(1);
  expect(await filesIn('killed')).toEqual(await filesIn('whole'));
  expect((await run('verify', join(folder, 'killed'))).exit).toBe(0);
}, 240_000);

test('the folder tells how far its export is, from the begun to the cancelled', async () => {
  const out = join(folder, 'told');
  const argv = ['export', '--system', '--again', '--type', 'Patient', '--parallel', '1', '--out', out];
  const status = async (): Promise<string> => (await run('status', out)).out;
  sandbox.settings.failure = 'lost-answer';
  expect((await run(...argv)).exit).toBe(5);
  expect(await status()).toContain('no answer came');
  expect((await run('cancel', out)).err).toContain('no export at the server');
  Object.assign(sandbox.settings, { failure: 'job-failed', pollsUntilDone: 1 });
  expect((await run(...argv)).exit).toBe(1);
  expect(await status()).toContain('The server prepares it');
  Object.assign(sandbox.settings, { failure: 'none', pollsUntilDone: 0 });
  expect(await run('cancel', out)).toMatchObject({
    exit: 0,
    out: expect.stringContaining('forgotten') as string,
  });
  expect(await status()).toContain('It was cancelled: 0 of 0 files');
  expect(await run(...argv)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('was cancelled') as string,
  });

  const second = [...argv.slice(0, -1), join(folder, 'second')];
  sandbox.settings.failure = 'wrong-count';
  sandbox.settings.takesParameters = true;
  expect((await run(...second)).exit).toBe(1);
  expect((await run('status', join(folder, 'second'))).out).toMatch(
    /0 of 2 files are here\. The server keeps its files until 20\d\d-/,
  );
  sandbox.settings.failure = 'none';
  sandbox.settings.takesParameters = false;

  // The server takes no types: what was left out is neither missing nor counted.
  const third = join(folder, 'third');
  sandbox.settings.failure = 'no-deletion';
  expect((await run(...argv.slice(0, -1), third)).out).toContain('has not deleted its copy yet');
  expect((await run('status', third)).out).toContain('has not deleted its copy yet');
  sandbox.settings.failure = 'none';
  expect((await run(...argv.slice(0, -1), third)).exit).toBe(0);
  expect((await run('status', third)).out).toContain('It is complete.');
  expect(JSON.parse((await run('status', third, '--json')).out)).toMatchObject({ files: 2, done: 2 });
  expect(await run('verify', third)).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^2 files/) as string,
  });
});

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
