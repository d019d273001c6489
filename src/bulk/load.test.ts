import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readViewDefinition, type ViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { allRows, askDatabase } from './ask-database.ts';
import { testFolder } from './bulk-fixture.ts';
import { openDatabase } from './database.ts';
import { duckDbMissing } from './duckdb-missing.ts';
import { writeExport, type Resource } from './load-fixture.ts';
import { filesByType, loadExport, type Loaded } from './load.ts';
import { readViews } from './view-files.ts';

const skipped = duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`;
let root: Awaited<ReturnType<typeof testFolder>>;
beforeAll(async () => {
  root = await testFolder();
});
afterAll(() => root.remove());

const going = new AbortController().signal;

function view(json: object): ViewDefinition {
  const read = readViewDefinition(json);
  if ('faults' in read) throw new Error(read.faults.join());
  return read.view;
}

const people = view({
  name: 'people',
  resource: 'Patient',
  select: [
    {
      column: [
        { name: 'id', path: 'id', type: 'id' },
        { name: 'born', path: 'birthDate', type: 'date' },
        { name: 'given', path: 'name.given', type: 'string', collection: true },
      ],
    },
  ],
});
/** Has no counterpart in SQL. */
const slow = view({
  name: 'slow',
  resource: 'Patient',
  select: [
    {
      column: [
        { name: 'id', path: 'id', type: 'id' },
        { name: 'latest', path: 'birthDate.highBoundary()', type: 'date' },
        { name: 'born', path: 'birthDate', type: 'date', collection: true },
        { name: 'births', path: 'multipleBirth.ofType(integer) * 2', type: 'integer' },
        { name: 'alive', path: 'deceased.exists().not()', type: 'boolean' },
        { name: 'half', path: 'multipleBirth.ofType(integer) / 4', type: 'decimal' },
      ],
    },
  ],
});
const impossible = view({
  name: 'impossible',
  resource: 'Patient',
  select: [{ column: [{ name: 'given', path: 'name.given', type: 'string' }] }],
});

const patients: readonly Resource[] = [
  {
    resourceType: 'Patient',
    id: 'a',
    birthDate: '1970-02',
    name: [{ given: ['Ada', 'B.'] }],
    multipleBirthInteger: 3,
  },
  { resourceType: 'Patient', id: 'b', name: [{ given: ['Line\u2028Separator "quoted"'] }] },
];

describe.skipIf(duckDbMissing !== undefined)(`loading${skipped}`, () => {
  async function load(name: string, views: readonly ViewDefinition[], resources = patients): Promise<Loaded> {
    const folder = join(root.path, name);
    await writeExport(folder, resources);
    return loadExport({ folder, views, parquet: true }, going);
  }

  async function rowsOf(name: string, sql: string): Promise<readonly unknown[]> {
    const database = await openDatabase(join(root.path, name));
    try {
      return await allRows(await askDatabase(database, sql, going));
    } finally {
      database.close();
    }
  }

  test('each view becomes a table, as SQL or on fhirpath, and says so', async () => {
    const loaded = await load('two-ways', [people, slow]);
    expect(loaded.views).toMatchObject([
      { name: 'people', rows: 2, files: 1, way: 'sql' },
      { name: 'slow', rows: 2, files: 1, way: 'fhirpath', why: 'highBoundary()' },
    ]);
    expect(await rowsOf('two-ways', 'SELECT * FROM people ORDER BY id')).toEqual([
      ['a', '1970-02', ['Ada', 'B.']],
      ['b', null, ['Line\u2028Separator "quoted"']],
    ]);
    expect(await rowsOf('two-ways', 'SELECT * FROM slow ORDER BY id')).toEqual([
      ['a', '1970-02-28', ['1970-02'], 6, true, 0.75],
      ['b', null, [], null, true, null],
    ]);
    const types = await rowsOf(
      'two-ways',
      "SELECT data_type FROM duckdb_columns() WHERE table_name = 'slow' ORDER BY column_index",
    );
    expect(types.flat()).toEqual(['VARCHAR', 'VARCHAR', 'VARCHAR[]', 'BIGINT', 'BOOLEAN', 'DOUBLE']);
  });

  test('@threat-25 the database and its Parquet files are their owner’s alone, and nothing else is left', async () => {
    await load('modes', [people]);
    const folder = join(root.path, 'modes');
    expect((await readdir(folder)).toSorted()).toEqual(['Patient.000.ndjson', 'chartside.duckdb', 'parquet']);
    const mode = async (path: string): Promise<number> => (await stat(join(folder, path))).mode & 0o777;
    expect(await mode('chartside.duckdb')).toBe(0o600);
    expect(await mode('parquet')).toBe(0o700);
    expect(await mode('parquet/people.parquet')).toBe(0o600);
    expect((await readFile(join(folder, 'parquet/people.parquet'))).subarray(0, 4).toString()).toBe('PAR1');
  });

  test('@threat-25 a view that fails leaves the others, and says why without a word of the record', async () => {
    const loaded = await load('failing', [impossible, people]);
    expect(loaded.views).toMatchObject([
      { name: 'impossible', way: 'failed', rows: 0 },
      { name: 'people', way: 'sql', rows: 2 },
    ]);
    expect(loaded.views[0]?.why).toContain('has 2 values in one row');
    expect(JSON.stringify(loaded)).not.toContain('Ada');
    await expect(rowsOf('failing', 'SELECT * FROM impossible')).rejects.toThrow('does not exist');
  });

  test('records that have not FHIR’s shape are read all the same, on fhirpath', async () => {
    const odd = { resourceType: 'Patient', id: 'odd', name: { given: ['Secret'] } };
    const loaded = await load('odd', [people], [...patients, odd]);
    expect(loaded.views).toMatchObject([
      { rows: 3, way: 'fhirpath', why: 'some records have not the shape that FHIR R4 gives them' },
    ]);
    expect(await rowsOf('odd', "SELECT given FROM people WHERE id = 'odd'")).toEqual([[['Secret']]]);
  });

  test('@threat-25 a line that is no JSON ends it, names the file, and leaves the old database', async () => {
    await load('broken', [people]);
    const folder = join(root.path, 'broken');
    const before = await readFile(join(folder, 'chartside.duckdb'));
    await writeFile(join(folder, 'Patient.001.ndjson'), '{"resourceType":"Patient","id":"Secret\n');
    const failed = loadExport({ folder, views: [people], parquet: false }, going);
    await expect(failed).rejects.toThrow('Patient.001.ndjson: it is no NDJSON');
    await expect(failed).rejects.not.toThrow('Secret');
    expect(await readFile(join(folder, 'chartside.duckdb'))).toEqual(before);
    expect(await readdir(folder)).not.toContain('.loading');
  });

  test('a type of which no file came is told from one without records', async () => {
    const loaded = await load('absent', await readViews());
    expect(loaded.views.find(({ name }) => name === 'immunizations')).toMatchObject({ files: 0, rows: 0 });
    expect(await rowsOf('absent', 'SELECT count(*) FROM immunizations')).toEqual([[0]]);
    expect(await rowsOf('absent', "SELECT files FROM chartside_views WHERE name = 'immunizations'")).toEqual([
      [0],
    ]);
  });

  test('a type that came and that no view reads is named, with how many records it has', async () => {
    const given = (id: string): Resource => ({ resourceType: 'MedicationAdministration', id });
    const { unread } = await load('unread', await readViews(), [
      ...patients,
      given('a'),
      given('b'),
      { resourceType: 'Basic', id: 'c' },
      { resourceType: 'PractitionerRole', id: 'd' },
      { resourceType: 'QuestionnaireResponse', id: 'e' },
    ]);
    expect(unread).toEqual([
      { type: 'Basic', records: 1 },
      { type: 'MedicationAdministration', records: 2 },
    ]);
    // A view of one's own may read it.
    const select = [{ column: [{ name: 'id', path: 'id', type: 'id' }] }];
    const own = view({ name: 'given', resource: 'MedicationAdministration', select });
    expect((await load('unread', [...(await readViews()), own])).unread).toEqual([
      { type: 'Basic', records: 1 },
    ]);
  });

  test('where an id is not enough to tell people apart, each answer says so', async () => {
    const person = (id: string, family: string, birthDate: string) => ({
      resourceType: 'Patient',
      id,
      name: [{ family }],
      birthDate,
    });
    const problem = (id: string, subject: object) => ({ resourceType: 'Condition', id, subject });
    const { notes } = await load('same-ids', await readViews(), [
      person('1', 'Anna', '1980-01-01'),
      person('1', 'Anna', '1980-01-01'),
      person('2', 'Bert', '1990-01-01'),
      person('2', 'Dora', '1950-05-05'),
      person('3', 'Cleo', '2000-01-01'),
      problem('a', { reference: 'Patient/3' }),
      problem('b', { reference: 'Patient/9' }),
      problem('c', { reference: 'urn:uuid:3' }),
      problem('d', { reference: 'urn:uuid:3', type: 'Patient' }),
    ]);
    expect(notes).toEqual([
      'The folder does not say how its files came about.',
      '2 patient ids have more than one Patient record: what is joined by patient_id appears once for each.',
      'One patient id may stand for two people, for birth dates or names differ: the tables cannot tell whose their records are.',
      'Rows without a patient_id, for the record does not say whose it is: problems 1.',
      'Patients who are named, and of whom no Patient record came: problems 1.',
    ]);
    expect((await rowsOf('same-ids', 'SELECT note FROM chartside_notes')).flat()).toEqual(notes);
    expect((await load('own-ids', await readViews())).notes).toHaveLength(1);
  });

  test('interrupted, it says so and leaves nothing', async () => {
    const folder = join(root.path, 'interrupted');
    await writeExport(folder, patients);
    const stop = new AbortController();
    const wish = { folder, views: [people, slow], parquet: false, onView: () => stop.abort() };
    await expect(loadExport(wish, stop.signal)).rejects.toThrow('Interrupted');
    expect(await readdir(folder)).toEqual(['Patient.000.ndjson']);
  });

  test.each([
    ["SELECT * FROM read_text('/etc/hostname')", 'has been disabled'],
    ["COPY people TO '/dev/null'", 'has been disabled'],
    ["SELECT * FROM read_csv('https://example.org/x.csv')", 'has been disabled'],
    ["SELECT * FROM glob('/etc/*')", 'has been disabled'],
    ["SELECT * FROM '/etc/hostname.csv'", 'has been disabled'],
    ['SET enable_external_access = true', 'Only a SELECT is run'],
    ['CREATE TABLE mine (i INTEGER)', 'Only a SELECT is run'],
    ['DELETE FROM people', 'Only a SELECT is run'],
    ["ATTACH '/dev/null'", 'Only a SELECT is run'],
    ['INSTALL httpfs', 'Only a SELECT is run'],
    ['EXPLAIN ANALYZE SELECT 1', 'Only a SELECT is run'],
    ['CALL enable_logging()', 'Only a SELECT is run'],
    ['SELECT 1; SELECT 2', 'One SELECT is run at a time'],
    ['PIVOT people ON id USING count(*)', 'One SELECT is run at a time'],
    ['SELEC', 'syntax error'],
  ])('@threat-25 asking reaches nothing but the tables: %s', async (sql, said) => {
    await load('asked', [people]);
    await expect(rowsOf('asked', sql)).rejects.toThrow(said);
  });

  test.each(['SHOW TABLES', 'DESCRIBE people', 'SUMMARIZE people', 'FROM people; -- all'])(
    'what is a SELECT by another name is answered: %s',
    async (sql) => {
      await load('other-names', [people]);
      expect(await rowsOf('other-names', sql)).not.toHaveLength(0);
    },
  );

  // DuckDB leaves the opened database and its WAL open to its own writing, other files or not.
  test.each(['chartside.duckdb', 'chartside.duckdb.wal'])(
    '@threat-25 asking does not write %s either',
    async (name) => {
      await load('written', [people]);
      const folder = join(root.path, 'written');
      const [names, before] = [await readdir(folder), await readFile(join(folder, 'chartside.duckdb'))];
      const file = join(folder, name);
      const copy = `COPY people TO '${file}' (FORMAT csv, USE_TMP_FILE false)`;
      for (const sql of [
        copy,
        `EXPLAIN ANALYZE ${copy}`,
        `SELECT 1; ${copy}`,
        `SELECT * FROM enable_logging(storage = 'file', storage_path = '${file}')`,
        `SELECT * FROM enable_profiling(save_location = '${file}')`,
        `SELECT * FROM read_blob('${file}')`,
      ]) {
        // oxlint-disable-next-line no-await-in-loop -- each on a folder that the last one left as it was
        await expect(rowsOf('written', sql)).rejects.toThrow(/disabled|Only a SELECT|One SELECT/);
      }
      // The second door by itself: whatever statement came through the first.
      const database = await openDatabase(folder);
      await expect(database.connection.run(copy)).rejects.toThrow('disabled');
      await expect(database.connection.run("SET disabled_filesystems = ''")).rejects.toThrow('locked');
      database.close();
      expect(await readdir(folder)).toEqual(names);
      expect(await readFile(join(folder, 'chartside.duckdb'))).toEqual(before);
    },
  );

  test('@threat-25 while it is being written, the database is its owner’s alone too', async () => {
    const folder = join(root.path, 'being-written');
    await writeExport(folder, patients);
    let mode: number | undefined;
    const onView = (): void => {
      mode = statSync(join(folder, '.loading', 'chartside.duckdb')).mode & 0o777;
    };
    const before = process.umask(0o022);
    try {
      await loadExport({ folder, views: [people], parquet: false, onView }, going);
      expect(process.umask()).toBe(0o022);
    } finally {
      process.umask(before);
    }
    expect(mode).toBe(0o600);
  });

  test('@threat-25 a folder with a question mark in its name is refused: the WAL would stand beside it', async () => {
    await expect(load(join('what?', 'export'), [people])).rejects.toThrow('question mark');
    expect(await readdir(join(root.path, 'what?', 'export'))).toEqual(['Patient.000.ndjson']);
  });

  test.each([
    ['export[1]', 'export1'],
    ['a*', 'ab'],
    ['**', 'q/deep'],
    ['[a-z]', 'm'],
    ['id=5', 'id=6'],
    ['quote’s "', 'other'],
  ])('a folder called %s is read, and not its neighbour %s', async (name, neighbour) => {
    const inside = (id: string): Resource => ({ resourceType: 'Patient', id });
    await writeExport(join(root.path, 'patterns', neighbour), [inside('neighbour')]);
    const loaded = await load(join('patterns', name), [people], [inside('own')]);
    expect(loaded.views).toMatchObject([{ rows: 1, way: 'sql' }]);
    expect(await rowsOf(join('patterns', name), 'SELECT id FROM people')).toEqual([['own']]);
  });
});

test('the files of a folder are known by their type', async () => {
  const folder = join(root.path, 'names');
  await mkdir(join(folder, 'errors'), { recursive: true });
  const names = [
    'Patient.000.ndjson',
    'Patient.001.ndjson',
    'Observation.ndjson',
    'export.json',
    'x.ndjson',
    'Patient.002.ndjson.part',
  ];
  await Promise.all(names.map((name) => writeFile(join(folder, name), '')));
  const found = await filesByType(folder);
  expect([...found.keys()].toSorted()).toEqual(['Observation', 'Patient']);
  expect(found.get('Patient')).toHaveLength(2);
  await expect(filesByType(join(folder, 'errors'))).rejects.toThrow('holds no NDJSON files');
  await expect(filesByType(join(folder, 'nowhere'))).rejects.toThrow('cannot be read');
});

test('a view of the user’s stands beside the shipped ones, and takes no name of theirs', async () => {
  const folder = join(root.path, 'own-views');
  await mkdir(folder);
  const own = { resource: 'Patient', select: [{ column: [{ name: 'id', path: 'id' }] }] };
  await writeFile(join(folder, 'my-people.json'), JSON.stringify(own));
  expect((await readViews(folder)).map(({ name }) => name)).toContain('my_people');
  await writeFile(join(folder, 'more.json'), JSON.stringify({ ...own, name: 'Patients' }));
  await expect(readViews(folder)).rejects.toThrow('There is a view called Patients already');
  await writeFile(join(folder, 'more.json'), JSON.stringify({ ...own, resource: 'Nobody' }));
  await expect(readViews(folder)).rejects.toThrow('more.json cannot be run. resource: names no type');
  await expect(readViews(join(folder, 'nowhere'))).rejects.toThrow('cannot be read');
});
