/** Where Spark with Pathling is: a Python that has both, and a Java that they run on. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Spark {
  readonly python: string;
  /** What both are started with beside the environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Pathling 9.4 is compiled for Java 21. */
const leastJava = 21;

export const sparkSetUp =
  'Make a Python of its own for it: python3 -m venv ~/spark; ~/spark/bin/pip install pathling==9.4.0; ' +
  '~/spark/bin/pip install --no-deps pyspark==4.3.0; then CHARTSIDE_SPARK_PYTHON=~/spark/bin/python.';

function javaHomes(environment: NodeJS.ProcessEnv): readonly string[] {
  const own = environment['JAVA_HOME'];
  const parents = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'].filter((parent) =>
    existsSync(parent),
  );
  const installed = parents.flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)));
  return [
    ...(own === undefined ? [] : [own]),
    ...installed.flatMap((home) => [home, join(home, 'Contents/Home')]),
  ];
}

function javaVersion(home: string): number {
  const java = join(home, 'bin', 'java');
  if (!existsSync(java)) return 0;
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

/** Finds both, or says in a sentence or two what is missing and how it is had. */
export function findSpark(environment: NodeJS.ProcessEnv): Spark | { readonly missing: string } {
  const python = environment['CHARTSIDE_SPARK_PYTHON'] ?? 'python3';
  const { status } = spawnSync(python, ['-c', 'import pathling, pyspark'], { stdio: 'ignore' });
  if (status !== 0) return { missing: `${python} has no Pathling and Spark. ${sparkSetUp}` };
  const home = javaHomes(environment).find((each) => javaVersion(each) >= leastJava);
  if (home === undefined)
    return {
      missing: `Spark with Pathling needs Java ${leastJava} or later. Install one, or set JAVA_HOME to it.`,
    };
  return { python, environment: { JAVA_HOME: home } };
}
