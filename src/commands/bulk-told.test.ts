/** What the bulk command says and ends with, as a person or a machine meets it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBulkCommand, type BulkCommand } from './bulk-command-fixture.ts';

let command: BulkCommand;
beforeEach(async () => {
  command = await startBulkCommand();
});
afterEach(() => command.stop());

const into = (name: string): readonly string[] => ['--out', join(command.folder, name)];

test('an export is noted where the environment says, and any other inside the week is asked about', async () => {
  expect((await command.run('export', '--group', '2', ...into('a'))).exit).toBe(0);
  const noted = await readFile(join(command.folder, 'chartside/bulk-exports.json'), 'utf8');
  expect(Object.keys(JSON.parse(noted) as object)).toEqual([`${command.sandbox.base} group 2`]);
  expect(await command.run('export', '--patients', ...into('b'))).toMatchObject({
    exit: 5,
    err: expect.stringContaining('add --again') as string,
  });
  expect((await command.run('export', '--patients', '--again', ...into('b'))).exit).toBe(0);
});
