import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from './bulk-fixture.ts';
import { findSpark } from './find-spark.ts';

async function script(path: string, body: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

test('a Python without Pathling is told of, with how it is had', () => {
  const found = findSpark({ CHARTSIDE_SPARK_PYTHON: '/nowhere/python' });
  expect('missing' in found && found.missing).toMatch(
    /^\/nowhere\/python has no Pathling.*pip install pathling==/,
  );
});

test('a Java that is new enough is found by JAVA_HOME', async () => {
  const folder = await testFolder();
  await mkdir(join(folder.path, 'bin'));
  const python = await script(join(folder.path, 'python'), 'exit 0');
  await script(join(folder.path, 'bin', 'java'), `echo 'openjdk version "21.0.2"' >&2`);
  expect(findSpark({ CHARTSIDE_SPARK_PYTHON: python, JAVA_HOME: folder.path })).toEqual({
    python,
    environment: { JAVA_HOME: folder.path },
  });
  await folder.remove();
});
