/** Whether Spark's Parquet files hold the rows of the loaded tables, view by view. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exactFile, quotedName, quotedText, sqlType } from '#sql-on-fhir/shape.ts';
import type { Column, ViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { databaseInMemory, databaseName } from './database.ts';

export interface Compared {
  readonly name: string;
  readonly rows: number;
  /** Rows that are in one and not in the other. */
  readonly onlyDuckDb: number;
  readonly onlySpark: number;
}

/**
 * Both in one spelling. Pathling's keys are references as they were sent, contained ones too; an empty list and, of
 * `join()`, an empty text are null there; a decimal has six digits; an instant is a point in time, without its zone.
 */
function spelled({ name, path, type, collection }: Column, side: 'duckdb' | 'spark'): string {
  const column = quotedName(name);
  const isKey = /get(Resource|Reference)Key\(/.test(path);
  const plain = (value: string): string => {
    if (isKey)
      return `CASE WHEN ${value} NOT LIKE '#%' THEN regexp_replace(${value}, '^(.*/|urn:uuid:)', '') END`;
    if (type === 'instant') return `epoch_ms(${value}${side === 'duckdb' ? '::TIMESTAMPTZ' : ''})`;
    if (sqlType(type) === 'DOUBLE') return `round(${value}::DOUBLE, 6)`;
    return sqlType(type) === 'VARCHAR' ? `nullif(${value}::VARCHAR, '')` : `${value}::${sqlType(type)}`;
  };
  const list = `coalesce(list_transform(${column}, lambda each_: ${plain('each_')}), [])`;
  return `${collection ? list : plain(column)} AS ${column}`;
}

/**
 * Views of which the loaded folder has no table are left out; all, where it has not been loaded.
 * @param target the folder into which Spark wrote a folder for each view
 */
export async function compareWithSpark(
  folder: string,
  target: string,
  views: readonly ViewDefinition[],
): Promise<readonly Compared[]> {
  if (!existsSync(join(folder, databaseName))) return [];
  const database = await databaseInMemory();
  const { connection } = database;
  const ask = async (sql: string): Promise<readonly (readonly unknown[])[]> =>
    (await connection.runAndReadAll(sql)).getRowsJson();
  try {
    await connection.run(`ATTACH ${quotedText(join(folder, databaseName))} AS loaded (READ_ONLY)`);
    const tables = await ask("SELECT table_name FROM duckdb_tables() WHERE database_name = 'loaded'");
    const loaded = new Set(tables.flat());
    const compared: Compared[] = [];
    for (const { name, columns } of views.filter((view) => loaded.has(view.name))) {
      const ours = `SELECT ${columns.map((column) => spelled(column, 'duckdb')).join(', ')} FROM loaded.${quotedName(name)}`;
      const theirs = `SELECT ${columns.map((column) => spelled(column, 'spark')).join(', ')} FROM read_parquet(${quotedText(join(exactFile(join(target, name)), '**/*.parquet'))}, hive_partitioning = false)`;
      const count = (of: string): string => `(SELECT count(*)::INTEGER FROM (${of}))`;
      const sql = `SELECT ${count(ours)}, ${count(`${ours} EXCEPT ALL ${theirs}`)}, ${count(`${theirs} EXCEPT ALL ${ours}`)}`;
      // oxlint-disable-next-line no-await-in-loop -- one database, one view after another
      const [[rows, onlyDuckDb, onlySpark] = []] = await ask(sql);
      compared.push({
        name,
        rows: Number(rows),
        onlyDuckDb: Number(onlyDuckDb),
        onlySpark: Number(onlySpark),
      });
    }
    return compared;
  } finally {
    database.close();
  }
}
