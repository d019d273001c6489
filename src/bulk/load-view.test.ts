import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { testFolder } from './bulk-fixture.ts';
import { databaseInMemory, type Database } from './database.ts';
import { duckDbMissing } from './duckdb-missing.ts';
import { loadView, type LoadedView } from './load-view.ts';

const skipped = duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`;

describe.skipIf(duckDbMissing !== undefined)(`records that SQL is not to read${skipped}`, () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  let database: Database;
  beforeEach(async () => {
    folder = await testFolder();
    database = await databaseInMemory();
  });
  afterEach(async () => {
    database.close();
    await folder.remove();
  });

  async function load(column: object, patient: object): Promise<LoadedView> {
    const read = readViewDefinition({
      resource: 'Patient',
      name: 'people',
      select: [{ column: [{ name: 'v', ...column }] }],
    });
    if ('faults' in read) throw new Error(read.faults.join(' '));
    const file = join(folder.path, 'Patient.000.ndjson');
    await writeFile(file, `${JSON.stringify({ resourceType: 'Patient', ...patient })}\n`);
    return loadView(database.connection, read.view, [file], new AbortController().signal);
  }
  const rows = async (): Promise<unknown> =>
    (await database.connection.runAndReadAll('SELECT v FROM people')).getRowsJson();

  test('letters whose case DuckDB changes otherwise', async () => {
    const loaded = await load({ path: 'name.first().family.upper()' }, { name: [{ family: 'Groß' }] });
    expect(loaded).toMatchObject({ way: 'fhirpath', why: 'upper() of letters beyond ASCII' });
    expect(await rows()).toEqual([['GROSS']]);
  });

  test('a truth value that is none is not guessed at', async () => {
    const loaded = await load({ path: 'active', type: 'boolean' }, { active: 'yes' });
    expect(loaded).toMatchObject({ way: 'failed', why: 'Column v is no boolean.' });
  });

  test('a whole number is one, and a half is not rounded', async () => {
    const loaded = await load(
      { path: 'multipleBirth.ofType(integer)', type: 'integer' },
      { multipleBirthInteger: 2 },
    );
    expect(loaded.way).toBe('sql');
    expect(await rows()).toEqual([['2']]);
    const half = await load(
      { path: 'multipleBirth.ofType(integer)', type: 'integer' },
      { multipleBirthInteger: 2.5 },
    );
    expect(half.way).toBe('failed');
  });
});
