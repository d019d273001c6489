import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Distribution } from './generations.ts';

/** Where distributions are kept, outside the repository: `CHARTSIDE_CACHE`, else the user's cache. */
export function cacheFolder(): string {
  const named = process.env['CHARTSIDE_CACHE'] ?? '';
  return named === '' ? join(homedir(), '.cache', 'chartside') : named;
}

/** The unpacked distribution; undefined before it was fetched. */
export function cachedHome(distribution: Distribution, cache = cacheFolder()): string | undefined {
  const home = join(cache, distribution.folder);
  return existsSync(home) ? home : undefined;
}

/** The sentence for a file that is not the one this repository knows; undefined where it is. */
export async function checksumFault(
  file: string,
  { version, sha256 }: Distribution,
): Promise<string | undefined> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  return found === sha256
    ? undefined
    : `What came as Keycloak ${version} is not what this project was tried with (SHA-256 ${found}, not ${sha256}). It was not unpacked. Delete ${file} and try again.`;
}

/**
 * The unpacked distribution, fetched with Maven where it is not there yet. It appears whole or not at all. Rejects
 * with a sentence that says what is missing.
 */
export async function fetchDistribution(
  distribution: Distribution,
  prepare: (home: string) => void,
  cache = cacheFolder(),
): Promise<string> {
  const there = cachedHome(distribution, cache);
  if (there !== undefined) return there;
  const { version, artifact, megabytes } = distribution;
  if (spawnSync('mvn', ['--version']).status !== 0)
    throw new Error(
      `Keycloak ${version} is fetched with Maven, and there is no "mvn" here. Install it (on Debian: apt-get install maven).`,
    );
  process.stdout.write(`Fetching Keycloak ${version} with Maven (${megabytes} MB, once).\n`);
  await mkdir(cache, { recursive: true });
  // A Maven repository of its own, thrown away after: the packed file is not kept beside the unpacked one.
  const work = await mkdtemp(join(cache, 'fetching-'));
  try {
    const repository = join(work, 'repository');
    const maven = ['-q', '-B', `-Dmaven.repo.local=${repository}`, 'dependency:get'];
    const got = spawnSync('mvn', [...maven, `-Dartifact=${artifact}`, '-Dtransitive=false'], {
      encoding: 'utf8',
    });
    if (got.status !== 0)
      throw new Error(
        `Maven could not fetch Keycloak ${version}. Is there a network? It said:\n${got.stdout}`,
      );
    const packed = join(repository, distribution.file);
    const fault = await checksumFault(packed, distribution);
    if (fault !== undefined) throw new Error(fault);
    const unpacked = spawnSync('tar', ['xzf', packed, '-C', work], { encoding: 'utf8' });
    if (unpacked.status !== 0) throw new Error(`${packed} could not be unpacked: ${unpacked.stderr}`);
    prepare(join(work, distribution.folder));
    const home = join(cache, distribution.folder);
    // Somebody else may have been faster: theirs is as good.
    await rename(join(work, distribution.folder), home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
    return home;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
