import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from './bulk-fixture.ts';
import { ndjsonLines } from './ndjson-lines.ts';

test('lines end at line feeds alone, whatever the size of what is read at once', async () => {
  const folder = await testFolder();
  const path = join(folder.path, 'a.ndjson');
  // Longer than a piece of the file, with letters of several bytes across its border.
  const long = 'é'.repeat(700_000);
  await writeFile(path, `{"a":"x\u2028y"}\r\n\n${long}\n \nlast`);
  const lines: string[] = [];
  for await (const line of ndjsonLines(path)) lines.push(line);
  expect(lines.map((line) => line.trim())).toEqual(['{"a":"x\u2028y"}', long, 'last']);
  await folder.remove();
});
