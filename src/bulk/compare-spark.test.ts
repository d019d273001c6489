import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { testFolder } from './bulk-fixture.ts';
import { compareWithSpark } from './compare-spark.ts';
import { databaseInMemory } from './database.ts';
import { duckDbMissing } from './duckdb-missing.ts';
import { writeExport } from './load-fixture.ts';
import { loadExport } from './load.ts';

const column = [
  { name: 'id', path: 'getResourceKey()', type: 'string' },
  { name: 'organization_id', path: 'managingOrganization.getReferenceKey()', type: 'string' },
  { name: 'given', path: 'name.given', type: 'string', collection: true },
  { name: 'all_given', path: "name.given.join(' ')", type: 'string' },
  { name: 'last_updated', path: 'meta.lastUpdated', type: 'instant' },
];
const read = readViewDefinition({ name: 'people', resource: 'Patient', select: [{ column }] });
if ('faults' in read) throw new Error(read.faults.join());
const { view } = read;

const title = duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`;

test.skipIf(duckDbMissing !== undefined)(
  `rows in Spark’s spelling are the same; one that is missing or other is counted${title}`,
  async () => {
    const folder = await testFolder();
    await writeExport(folder.path, [
      {
        resourceType: 'Patient',
        id: 'a',
        name: [{ given: ['Ada'] }],
        meta: { lastUpdated: '2026-11-23T08:00:00-07:00' },
      },
      { resourceType: 'Patient', id: 'b', managingOrganization: { reference: 'Organization/o' } },
      { resourceType: 'Patient', id: 'c' },
    ]);
    // Not loaded: nothing to be compared with.
    expect(await compareWithSpark(folder.path, join(folder.path, 'spark'), [view])).toEqual([]);
    await loadExport({ folder: folder.path, views: [view], parquet: false }, new AbortController().signal);
    await mkdir(join(folder.path, 'spark', 'people'), { recursive: true });
    const database = await databaseInMemory();
    const write = (third: string): Promise<unknown> =>
      database.connection.run(`COPY (SELECT * FROM (VALUES
        ('Patient/a', NULL, ['Ada'], 'Ada', TIMESTAMP '2026-11-23 15:00:00'),
        ('Patient/b', 'Organization/o', NULL, NULL, NULL),
        ('Patient/${third}', NULL, NULL, NULL, NULL)
      ) t(id, organization_id, given, all_given, last_updated)) TO '${folder.path}/spark/people/part-0.parquet' (FORMAT parquet)`);
    const compare = () => compareWithSpark(folder.path, join(folder.path, 'spark'), [view]);
    await write('c');
    expect(await compare()).toEqual([{ name: 'people', rows: 3, onlyDuckDb: 0, onlySpark: 0 }]);
    await write('d');
    expect(await compare()).toEqual([{ name: 'people', rows: 3, onlyDuckDb: 1, onlySpark: 1 }]);
    database.close();
    await folder.remove();
  },
);

test.skipIf(duckDbMissing !== undefined).each([
  ['a*', 'ab'],
  ['x[1]', 'x1'],
  ['id=5', 'other'],
])(`a folder called %s is compared, and not its neighbour %s${title}`, async (name, neighbour) => {
  const root = await testFolder();
  const folder = join(root.path, name);
  await writeExport(folder, [{ resourceType: 'Patient', id: 'a' }]);
  await loadExport({ folder, views: [view], parquet: false }, new AbortController().signal);
  const database = await databaseInMemory();
  for (const [where, id] of [
    [name, 'a'],
    [neighbour, 'z'],
  ] as const) {
    const people = join(root.path, where, 'spark', 'people');
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await mkdir(people, { recursive: true });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await database.connection.run(
      `COPY (SELECT 'Patient/${id}' AS id, NULL::VARCHAR AS organization_id, NULL::VARCHAR[] AS given, NULL::VARCHAR AS all_given,
        NULL::TIMESTAMP AS last_updated) TO '${people}/part-0.parquet' (FORMAT parquet)`,
    );
  }
  expect(await compareWithSpark(folder, join(folder, 'spark'), [view])).toEqual([
    { name: 'people', rows: 1, onlyDuckDb: 0, onlySpark: 0 },
  ]);
  database.close();
  await root.remove();
});
