/** What is installed is what was reviewed: every package pinned by its content, and none may run code when installed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Readonly<Record<string, string>>>
>;

/** Our own stand-ins for packages: files of this repository. */
const ours = /^(node_modules\/(isomorphic-webcrypto|@napi-rs\/canvas)|stubs\/[\w-]+)$/;

test('@threat-20 every package of the lockfile is pinned by a sha512 of its content, and comes from nowhere unusual', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(100);
  expect(lock.lockfileVersion).toBe(3);
  const strangers = packages.filter(
    ([path, { integrity }]) => !ours.test(path) && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  expect(strangers.map(([path]) => path)).toEqual([]);
  // A tarball's own address, a git repository or a folder elsewhere would go round the registry that is configured.
  const elsewhere = packages.filter(
    ([path, { resolved }]) => resolved !== undefined && !ours.test(path) && !resolved.startsWith('https://'),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

test('@threat-20 dependencies are named by one version each, never by a range', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(
    versions.filter(([, version]) => !/^(\d+\.\d+\.\d+(-r\.\d+)?|file:stubs\/[\w-]+)$/.test(version)),
  ).toEqual([]);
});

test('@threat-20 the lockfile is whole: npm ci finds it in agreement with package.json, without a script', () => {
  const { status, stderr } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--dry-run', '--offline', '--no-audit', '--no-fund'],
    { encoding: 'utf8' },
  );
  expect(stderr).not.toContain('npm error');
  expect(status).toBe(0);
});
