/** The built command as it is installed: what it reads from beside itself is in the package, wherever it is run. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { duckDbMissing } from '#bulk/duckdb-missing.ts';

const repository = resolve(import.meta.dirname, '../..');
const packageFile = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly files: readonly string[];
  readonly bin: { readonly chartside: string };
};
let folder: string;
let elsewhere: string;

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

function node(cwd: string, argv: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [...argv],
      { cwd, env: { ...process.env, ...environment } },
      (_error, out, err) => done({ exit: child.exitCode ?? -1, out, err }),
    );
  });
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'chartside-built-')));
  elsewhere = join(folder, 'elsewhere');
  const installed = join(folder, 'package');
  await mkdir(elsewhere);
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const outDir = join(installed, 'dist/commands');
  const { exit, err } = await node(
    repository,
    [vite, 'build', '--ssr', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { NODE_ENV: 'production' },
  );
  if (exit !== 0) throw new Error(err);
  // As npm packs it, and its dependencies beside it.
  for (const file of ['package.json', ...packageFile.files.filter((each) => each !== 'dist')])
    // oxlint-disable-next-line no-await-in-loop -- a few files
    await cp(join(repository, file), join(installed, file), { recursive: true });
  await symlink(join(repository, 'node_modules'), join(installed, 'node_modules'), 'dir');
  await writeFile(
    join(elsewhere, 'Patient.000.ndjson'),
    `${JSON.stringify({ resourceType: 'Patient', id: 'p1', gender: 'female' })}\n`,
  );
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const chartside = (argv: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Ran> =>
  node(elsewhere, [join(folder, 'package', packageFile.bin.chartside), 'bulk', ...argv], environment);

test.skipIf(duckDbMissing !== undefined)(
  `load and sql in a folder that is not the package’s${duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`}`,
  async () => {
    expect(await chartside(['load', '.'])).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^patients +1 rows$/m) as string,
    });
    expect((await chartside(['sql', 'SELECT id, gender FROM patients', '--csv'])).out).toContain('p1,female');
  },
);

test('the servers that come with the package are known elsewhere too; one’s own configuration goes before', async () => {
  const ask = ['groups', '--server', 'sandbox'];
  const keys = { CHARTSIDE_BULK_KEYS_FILE: '' };
  expect((await chartside(ask, keys)).err).toContain('Say where the private keys are');
  await writeFile(join(elsewhere, 'bulk-config.json'), '{"servers":[]}');
  expect((await chartside(ask, keys)).err).toContain('has no server "sandbox"');
});

test('the script for Spark is in the package', async () => {
  const python = join(folder, 'python');
  // Stands in for a Python that has all, and looks whether what it is to run is there.
  await writeFile(python, '#!/bin/sh\ncase "$1" in -c) exit 0;; esac\n[ -f "$1" ] && [ "$2" = FETCH ]\n', {
    mode: 0o755,
  });
  const home = join(folder, 'java');
  await mkdir(join(home, 'bin'), { recursive: true });
  await writeFile(join(home, 'bin/java'), '#!/bin/sh\necho \'openjdk version "21.0.1"\' >&2\n', {
    mode: 0o755,
  });
  const environment = { CHARTSIDE_SPARK_PYTHON: python, JAVA_HOME: home };
  expect(await chartside(['spark', '--fetch'], environment)).toMatchObject({ exit: 0 });
});
