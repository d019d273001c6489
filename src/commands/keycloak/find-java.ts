import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { javaWanted, type Distribution } from './generations.ts';

/** Where Javas may be, and how to ask one which it is: the machine's, or a test's. */
export interface JavaSearch {
  /** Paths of `java`, in the order in which they are tried. */
  readonly candidates: readonly string[];
  /** What `java -version` prints; undefined where that does not run. */
  version(path: string): string | undefined;
}

function installed(): readonly string[] {
  const folders = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'].flatMap((parent) =>
    existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [],
  );
  return [
    process.env['JAVA_HOME'] ?? '',
    ...folders.flatMap((folder) => [folder, join(folder, 'Contents/Home')]),
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, '..')),
  ]
    .filter((home) => home !== '')
    .map((home) => join(home, 'bin', 'java'));
}

export const thisMachine = (): JavaSearch => ({
  // One Java may stand under several names; each is asked once.
  candidates: [
    ...new Set(
      installed()
        .filter((path) => existsSync(path))
        .map((path) => realpathSync(path)),
    ),
  ],
  version: (path) => {
    const { status, stderr } = spawnSync(path, ['-version'], { encoding: 'utf8' });
    return status === 0 ? stderr : undefined;
  },
});

/** The major version in what `java -version` prints: `1.8.0` is 8. */
export function javaVersion(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  return first === undefined ? undefined : Number(first === '1' ? second : first);
}

/** The first Java on which a Keycloak runs, or the sentence that says which are there and which is wanted. */
export function findJava(
  distribution: Distribution,
  search: JavaSearch = thisMachine(),
): { readonly java: string } | { readonly missing: string } {
  const found: number[] = [];
  for (const java of search.candidates) {
    const version = javaVersion(search.version(java) ?? '');
    if (version === undefined) continue;
    if (version >= distribution.java.from && version <= distribution.java.to) return { java };
    found.push(version);
  }
  const there = found.length === 0 ? 'there is none here' : `here is Java ${found.join(', ')}`;
  return {
    missing: `Keycloak ${distribution.version} needs ${javaWanted(distribution)}, and ${there}. Install one (on Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME to it.`,
  };
}
