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

const errorIn = ({ out }: { readonly out: string }): unknown =>
  (JSON.parse(out) as { readonly error: unknown }).error;

test('for machines a failure is one object, with what can be acted on as members', async () => {
  const { run, sandbox } = command;
  expect(errorIn(await run('export', '--json'))).toMatchObject({
    kind: 'usage',
    say: expect.stringContaining('--out DIR') as string,
  });
  expect(errorIn(await run('nonsense', '--json'))).toMatchObject({ kind: 'usage' });
  expect(JSON.parse((await run('--help', '--json')).out)).toMatchObject({
    usage: expect.stringContaining('COMMAND') as string,
  });
  const unknown = await run('group', 'create', '--name', 'x', '--patient', '77777', '--json');
  expect(errorIn(unknown)).toMatchObject({ kind: 'patients-invalid', ids: ['77777'] });
  sandbox.settings.failure = 'too-many-requests';
  expect(errorIn(await run('export', '--group', '2', ...into('a'), '--json'))).toMatchObject({
    kind: 'throttled',
    retryAfter: 3600,
  });
  sandbox.settings.failure = 'none';
  await run('export', '--group', '2', ...into('b'), '--again');
  expect(errorIn(await run('export', '--group', '2', ...into('c'), '--json'))).toMatchObject({
    kind: 'too-soon',
    last: expect.any(Number) as number,
  });
});

test.each([
  [['groups', 'delete', '5'], '"groups" does not take "delete"'],
  [['group', 'delete', '5', '6'], '"group" does not take "6"'],
  [['group', 'create', '5', '--name', 'x', '--patient', '1'], '"group" does not take "5"'],
  [['export', '--system', '--out', 'x', 'y'], '"export" does not take "y"'],
  [['verify', 'a', '--out', 'b'], '"verify" does not take "a"'],
  [['patients', 'list'], '"patients" does not take "list"'],
  [['patients', '--seen', 'yesterday'], '--seen takes a day'],
])('%j: what is not understood is not passed over', async (argv, said) => {
  expect(await command.run(...argv)).toMatchObject({
    exit: 2,
    out: '',
    err: expect.stringContaining(said) as string,
  });
});

test('patients search is what the words of a failure call it', async () => {
  const found = await command.run('patients', 'search', '--chart-number', 'HF428946492');
  expect(found).toMatchObject({ exit: 0, out: '428946492  HF428946492\n' });
});

test('a finished export that is asked for again says that nothing was asked for', async () => {
  const first = await command.run('export', '--group', '2', ...into('a'));
  expect(first.out).not.toContain('complete already');
  const again = await command.run('export', '--group', '2', ...into('a'));
  expect(again).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/begun at 20.*was complete already.*\n[^]*as of/) as string,
  });
  const json = await command.run('export', '--group', '2', ...into('a'), '--json');
  expect(JSON.parse(json.out)).toMatchObject({ wasComplete: true });
});
