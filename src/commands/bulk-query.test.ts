/** load, sql and query as a person runs them, over an export from the sandbox's bulk server. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duckDbMissing } from '#bulk/duckdb-missing.ts';
import { bulk } from './bulk.ts';
import { startBulkCommand, type BulkCommand } from './bulk-command-fixture.ts';

const skipped = duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`;
let command: BulkCommand;
let folder: string;
let loaded: Awaited<ReturnType<typeof run>>;

async function run(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const environment = { XDG_STATE_HOME: folder };
  const exit = await bulk(argv, streams, environment, new AbortController().signal);
  return { exit, out, err };
}

const exported = (): string => join(folder, 'export');

describe.skipIf(duckDbMissing !== undefined)(`an export that is asked${skipped}`, () => {
  beforeAll(async () => {
    command = await startBulkCommand({}, 60);
    folder = command.folder;
    await command.run('export', '--system', '--out', exported());
    loaded = await run('load', exported());
  });
  afterAll(async () => {
    await command.stop();
  });

  test('load says how many rows each view has, and as of when', () => {
    expect(loaded).toMatchObject({ exit: 0, out: expect.stringMatching(/^patients +\d+ rows$/m) as string });
    expect(loaded.out).toContain('32 of 32 views, in ');
    expect(loaded.out).not.toContain('ran on fhirpath');
    expect(loaded.err).toContain('The records are as of');
  });

  test('load names the types that are in no table', async () => {
    expect(loaded.out).toMatch(
      /^MedicationAdministration +11 records that no view reads: they are in no table$/m,
    );
    expect(loaded.out.match(/that no view reads/g)).toHaveLength(1);
    const { out } = await run('load', exported(), '--json');
    expect(JSON.parse(out)).toMatchObject({ unread: [{ type: 'MedicationAdministration', records: 11 }] });
  });

  test('sql: a table for people, CSV, JSON', async () => {
    const count = "SELECT count(*) AS made_up FROM patients WHERE id LIKE '5000000%'";
    expect((await run('sql', count, exported())).out).toBe('made_up\n-------\n60\n1 row\n');
    expect((await run('sql', count, exported(), '--csv')).out).toBe('\u{FEFF}made_up\r\n60\r\n');
    expect(JSON.parse((await run('sql', count, exported(), '--json')).out)).toEqual({
      columns: ['made_up'],
      rows: [{ made_up: 60 }],
      notes: [],
    });
    const twice = await run('sql', 'SELECT 1 AS id, 2 AS id, 3 AS id_2, 4 AS id', exported(), '--json');
    expect(JSON.parse(twice.out)).toMatchObject({
      columns: ['id', 'id_3', 'id_2', 'id_4'],
      rows: [{ id: 1, id_3: 2, id_2: 3, id_4: 4 }],
    });
    const many = await run('sql', 'SELECT * FROM range(250)', exported());
    expect(many.out).toContain('150 more rows: --csv gives all.\n250 rows\n');
    expect(
      (await run('sql', 'SELECT * FROM range(250)', exported(), '--csv')).out.split('\r\n'),
    ).toHaveLength(252);
  });

  test('each ready question is answered on a day that is told', async () => {
    const names =
      'patients-by-problem medications-by-rxnorm a1c-above-9 no-influenza-vaccine missing-data'.split(' ');
    expect((await run('query')).out.match(/^[a-z0-9-]+/gm)).toEqual(names);
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop -- one question after another
      const { exit, out, err } = await run('query', name, exported(), '--csv', '--today', '2026-11-30');
      expect({ name, exit, err }).toMatchObject({ name, exit: 0 });
      expect(out).toMatch(/^.+\r\n.+\r\n/);
    }
    // On another day, others: the clock is told, not looked at.
    const later = await run('query', 'a1c-above-9', exported(), '--csv', '--today', '2090-01-01');
    expect(later.out.split('\r\n')).toHaveLength(2);
  });

  test.each([
    [['load', 'nowhere'], 1, 'cannot be read'],
    [['load'], 2, 'load DIR'],
    [['sql'], 2, 'sql "SELECT …" [DIR]'],
    [['sql', 'SELECT 1', 'nowhere'], 1, 'has not been loaded'],
    [['query', 'nonsense'], 2, 'There is no question "nonsense". There are: patients-by-problem'],
    [['query', 'missing-data', '.', '--today', '2026-02-30'], 2, '--today takes a day'],
    [['query', 'missing-data', '.', '--csv', '--json'], 2, 'not both'],
  ])('%j ends with %i and says why', async (argv, exit, said) => {
    expect(await run(...argv)).toMatchObject({ exit, err: expect.stringContaining(said) as string });
  });

  test('what is no SQL ends with 1, and as JSON too', async () => {
    expect(await run('sql', 'SELEC', exported(), '--json')).toMatchObject({
      exit: 1,
      out: expect.stringContaining('"kind": "query"') as string,
    });
  });

  test('what DuckDB repeats of a cell does not command the terminal', async () => {
    const cast = "SELECT CAST(chr(27) || '[2J' || chr(155) || chr(8238) || 'x' AS INTEGER)";
    const { exit, out, err } = await run('sql', cast, exported());
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain("Could not convert string ' [2J x'");
    expect(err).not.toMatch(/[^\P{C}\n]/u);
    const csv = await run('sql', "SELECT chr(27) || '[2J' AS cell", exported(), '--csv');
    expect(csv.out).toBe('\u{FEFF}cell\r\n" [2J"\r\n');
  });

  test('a view of one’s own that cannot be run ends with 4, and the others are there', async () => {
    const views = await mkdtemp(join(folder, 'views-'));
    const column = [{ name: 'codes', path: 'code.coding.code' }];
    const odd = { name: 'odd', resource: 'Condition', select: [{ column }] };
    await writeFile(join(views, 'odd.json'), JSON.stringify(odd));
    const again = await run('load', exported(), '--views', views);
    expect(again).toMatchObject({
      exit: 4,
      out: expect.stringContaining('odd COULD NOT BE RUN: ') as string,
    });
    expect(again.out).toContain('32 of 33 views');
  });
});
