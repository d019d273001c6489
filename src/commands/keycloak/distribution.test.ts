import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { cachedHome, checksumFault, fetchDistribution } from './distribution.ts';
import { generations } from './generations.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'chartside-'));
  folders.push(made);
  return made;
}

test('a file that is not the pinned one is named and refused, the pinned one is not', async () => {
  const file = join(await folder(), 'packed.tar.gz');
  await writeFile(file, 'something else');
  const fault = await checksumFault(file, generations[26]);
  expect(fault).toMatch(/^What came as Keycloak 26\.7\.3 is not what this project was tried with/);
  expect(fault).toContain(file);
  const [, found] = /SHA-256 ([0-9a-f]{64}), not/.exec(fault ?? '') ?? [];
  expect(await checksumFault(file, { ...generations[26], sha256: found ?? '' })).toBeUndefined();
});

test('what is unpacked already is used as it is, with no Maven', async () => {
  const cache = await folder();
  expect(cachedHome(generations[16], cache)).toBeUndefined();
  await mkdir(join(cache, generations[16].folder));
  const prepare = (): void => {
    throw new Error('prepared twice');
  };
  expect(await fetchDistribution(generations[16], prepare, cache)).toBe(join(cache, 'keycloak-16.1.1'));
});

test('where Maven is missing, a sentence says so and nothing is left behind', async () => {
  const cache = join(await folder(), 'cache');
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    await expect(fetchDistribution(generations[16], () => undefined, cache)).rejects.toThrow(
      /^Keycloak 16\.1\.1 is fetched with Maven, and there is no "mvn" here\. Install it/,
    );
  } finally {
    process.env['PATH'] = path;
  }
  expect(cachedHome(generations[16], cache)).toBeUndefined();
});
