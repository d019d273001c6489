/** Each failure of the server as the command meets it: what is said, what it ends with, and that it goes on once mended. */
import { appendFile, readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testKeys } from '#bulk/bulk-fixture.ts';
import { bulkFailureNames, type BulkFailureName } from '#sandbox/bulk/bulk-settings.ts';
import { startBulkCommand, type BulkCommand } from './bulk-command-fixture.ts';

/** No test waits; what happens while the command would wait is the test's to say. */
const waiting = vi.hoisted(() => ({ happens: (): void => undefined }));
vi.mock(import('#bulk/pause.ts'), async (original) => ({
  ...(await original()),
  machinePacing: (signal) => ({
    now: Date.now,
    wait: async () => {
      waiting.happens();
      signal?.throwIfAborted();
    },
  }),
}));

let command: BulkCommand;
beforeEach(async () => {
  command = await startBulkCommand();
});
afterEach(async () => {
  waiting.happens = () => undefined;
  await command.stop();
});

const out = (): string => join(command.folder, 'export');
/** One type alone, that of the first file, on which the failures fall. */
const argv = (): readonly string[] => {
  return ['export', '--group', '2', '--type', 'AllergyIntolerance', '--out', out()];
};

interface Ending {
  readonly exit: number;
  /** In words, on standard output where it ends well and on the other where not. */
  readonly said: RegExp;
}

const endings: Readonly<Record<BulkFailureName, Ending>> = {
  none: { exit: 0, said: /AllergyIntolerance +\d+\n.*as of/ },
  'too-many-requests': { exit: 5, said: /no more requests for now \(429\)\. .* in 60 minutes/ },
  '500-mid-poll': { exit: 0, said: /as of/ },
  'job-failed': { exit: 1, said: /could not make this export: .*the practice is being moved/ },
  'broken-file': { exit: 0, said: /as of/ },
  'expired-token': { exit: 0, said: /as of/ },
  'wrong-count': { exit: 1, said: /AllergyIntolerance.*another number of records/ },
  'foreign-host': { exit: 1, said: /an address of another server, to which no token is sent/ },
  'error-file': { exit: 4, said: /could not export 1 things:\n.*Observation\/1234 could not be exported/ },
  // These matter to whoever comes back later, or to the one list that is asked for twice: below, and `export-resume`.
  'expired-job': { exit: 0, said: /as of/ },
  'another-order': { exit: 0, said: /as of/ },
  'addresses-run-out': { exit: 0, said: /as of/ },
  'lost-answer': { exit: 5, said: /may have begun the export all the same.*with --again/ },
  'no-deletion': { exit: 0, said: /has not deleted its copy yet/ },
  'deletion-refused': { exit: 0, said: /would not delete its copy/ },
};

test.each(bulkFailureNames)('a server with: %s', async (name) => {
  const { exit, said } = endings[name];
  Object.assign(command.sandbox.settings, { failure: name, pollsUntilDone: 2 });
  const ran = await command.run(...argv());
  const isAnswer = exit === 0 || exit === 4;
  expect(ran).toMatchObject({ exit, [isAnswer ? 'out' : 'err']: expect.stringMatching(said) as string });
  expect(ran.out + ran.err).not.toMatch(/bulk\.[\w-]{8}|eyJ|Bearer/);
  // A file has its name only once it is whole and as promised.
  const kept = await readdir(out()).catch((): string[] => []);
  expect(kept.includes('AllergyIntolerance.000.ndjson')).toBe(isAnswer);
});

test('a job that is gone when the command comes back', async () => {
  const { settings } = command.sandbox;
  settings.failure = 'foreign-host';
  expect((await command.run(...argv())).exit).toBe(1);
  settings.failure = 'expired-job';
  expect(await command.run(...argv())).toMatchObject({
    exit: 1,
    err: expect.stringContaining('no longer knows this export') as string,
  });
});

test('interrupted while the server prepares it: 130, and the same command goes on', async () => {
  command.sandbox.settings.pollsUntilDone = 3;
  const stop = new AbortController();
  waiting.happens = () => stop.abort();
  expect(await command.runUntil(stop.signal, ...argv())).toMatchObject({
    exit: 130,
    err: expect.stringContaining('Run the same command again to go on') as string,
  });
  expect((await command.run('status', out())).out).toContain('The server prepares it.');
  waiting.happens = () => undefined;
  expect((await command.run(...argv())).exit).toBe(0);
});

test('status, cancel and verify', async () => {
  const { settings } = command.sandbox;
  for (const verb of ['status', 'cancel', 'verify'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await command.run(verb, out())).toMatchObject({
      exit: 1,
      err: expect.stringContaining('holds no export') as string,
    });
  settings.failure = 'foreign-host';
  await command.run(...argv());
  expect((await command.run('status', out())).out).toMatch(/^Begun at 20.* 0 of \d+ files are here/);
  expect(await command.run('cancel', out())).toMatchObject({
    exit: 0,
    out: expect.stringContaining('The server has forgotten the export') as string,
  });
  settings.failure = 'none';
  const whole = ['export', '--group', '2', '--again', '--out', `${out()}-2`];
  expect((await command.run(...whole)).exit).toBe(0);
  expect(await command.run('status', `${out()}-2`)).toMatchObject({
    exit: 0,
    out: expect.stringContaining('It is complete.') as string,
  });
  expect((await command.run('verify', `${out()}-2`)).exit).toBe(0);
  await appendFile(join(`${out()}-2`, 'Patient.000.ndjson'), '{}\n');
  expect(await command.run('verify', `${out()}-2`)).toMatchObject({
    exit: 1,
    out: expect.stringContaining('Patient.000.ndjson has changed since it was fetched') as string,
  });
});

test('a client that the sign-in server does not know is refused', async () => {
  const stranger = await startBulkCommand({ clientId: 'nobody' });
  try {
    expect(await stranger.run('token')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('does not accept this client') as string,
    });
  } finally {
    await stranger.stop();
  }
});

test('no answer at all: try later', async () => {
  await command.sandbox.stop();
  expect(await command.run('groups')).toMatchObject({
    exit: 5,
    err: expect.stringContaining('Check the network') as string,
  });
});

async function publish(set: object): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=3600' });
    response.end(JSON.stringify(set));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/jwks.json`, server };
}

test('jwks --check looks for one’s own keys, and takes no address without https', async () => {
  const { url, server } = await publish(testKeys.public);
  try {
    const known = await command.run('jwks', '--check', url);
    expect(known).toMatchObject({
      exit: 1,
      out: 'The address is not https: NextGen fetches no other.\n',
    });
    const keys = join(command.folder, 'mine');
    const made = await command.run('keys', '--out', keys, '--json');
    const { kids } = JSON.parse(made.out) as { readonly kids: readonly string[] };
    const mine = await command.runWith(join(keys, 'private-keys.json'), 'jwks', '--check', url);
    for (const kid of kids) expect(mine.out).toContain(`The key ${kid} is not in it`);
    const refused = await command.run('keys', '--out', keys, '--rotate', '--check', url);
    expect(refused).toMatchObject({
      exit: 1,
      err: expect.stringContaining(`The key ${String(kids[1])} is not in it`) as string,
    });
  } finally {
    server.close();
  }
  expect((await command.run('jwks', '--check', url)).exit).toBe(5);
});
