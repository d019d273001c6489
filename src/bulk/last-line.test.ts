import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testFolder } from './bulk-fixture.ts';
import { hasWholeEnd } from './last-line.ts';
import { countNdjson } from './ndjson-count.ts';

let folder: Awaited<ReturnType<typeof testFolder>>;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

async function endsWell(text: string): Promise<boolean> {
  const path = join(folder.path, 'a.ndjson');
  await writeFile(path, text);
  const count = countNdjson();
  count.add(Buffer.from(text));
  return hasWholeEnd(path, count.lastLine());
}

const long = 'x'.repeat(9 * 1024 * 1024);

test.each([
  ['', true],
  ['\n\n', true],
  ['{}\n{"a":"ü"}', true],
  ['{}\n{"a":"ü"}\r\n \n', true],
  ['{"a":1}\n{"a":', false],
  ['{"a":{"b":1}', false],
  ['{"a":"ends in }', false],
])('%j: %s', async (text, isWhole) => {
  expect(await endsWell(text)).toBe(isWhole);
});

test('a record larger than what is held of one is looked at from behind', async () => {
  expect(await endsWell(`{}\n{"a":"${long}"}\n`)).toBe(true);
  expect(await endsWell(`{}\n{"a":"${long}`)).toBe(false);
});
