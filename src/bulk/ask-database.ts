/** Questions in SQL to a loaded folder's database. */
import { BulkError } from './failure.ts';
import type { DuckDBPreparedStatement } from '@duckdb/node-api';
import { loadDuckDb, type Database } from './database.ts';
import type { Question } from './questions.ts';
import { spell, type Plain } from './table-text.ts';

export interface Answer {
  readonly names: readonly string[];
  /** In pieces, as they come: an answer may be larger than memory. */
  readonly rows: AsyncIterable<readonly (readonly Plain[])[]>;
}

const whole = new Set(['BIGINT', 'UBIGINT', 'HUGEINT', 'INTEGER', 'UINTEGER']);

const refused = (say: string): BulkError => new BulkError({ kind: 'query', say });

/**
 * One SELECT made ready (DESCRIBE, SHOW and SUMMARIZE are some too). All else is refused before it is run: EXPLAIN as
 * well, for EXPLAIN ANALYZE runs the COPY that it explains.
 */
async function prepareQuestion({ connection }: Database, sql: string): Promise<DuckDBPreparedStatement> {
  const { StatementType } = await loadDuckDb();
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1)
    throw refused(
      'One SELECT is run at a time. (A PIVOT is one where it lists its values: ON column IN (…).)',
    );
  const prepared = await statements.prepare(0);
  if (prepared.statementType === StatementType.SELECT) return prepared;
  prepared.destroySync();
  throw refused('Only a SELECT is run: the tables are there to be asked.');
}

/** Asks; `values` stand for the names with a dollar sign. Rejects with `BulkError` (`query`) where it is no question DuckDB understands. */
export async function askDatabase(
  database: Database,
  sql: string,
  signal: AbortSignal,
  values: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const failed = (error: unknown): BulkError =>
    signal.aborted
      ? new BulkError({ kind: 'interrupted' })
      : new BulkError({ kind: 'query', say: error instanceof Error ? error.message.trim() : String(error) });
  signal.addEventListener('abort', () => database.connection.interrupt(), { once: true });
  const used = Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`$${name}`)));
  try {
    const prepared = await prepareQuestion(database, sql);
    prepared.bind(used);
    const result = await prepared.stream().finally(() => prepared.destroySync());
    const types = result.columnTypes();
    const isWhole = types.map((type) => whole.has(String(type)));
    // Whole numbers come as texts, for they may be larger than JavaScript's: those that are not become numbers.
    const plain = (cell: unknown, index: number): Plain =>
      isWhole[index] === true && typeof cell === 'string' && Number.isSafeInteger(Number(cell))
        ? Number(cell)
        : (cell as Plain);
    async function* rows() {
      try {
        for await (const piece of result.yieldRowsJson()) yield piece.map((row) => row.map(plain));
      } catch (error) {
        throw failed(error);
      }
    }
    return { names: result.columnNames(), rows: rows() };
  } catch (error) {
    throw error instanceof BulkError ? error : failed(error);
  }
}

export async function allRows(answer: Answer): Promise<readonly (readonly Plain[])[]> {
  const all: (readonly Plain[])[] = [];
  for await (const piece of answer.rows) all.push(...piece);
  return all;
}

/**
 * What the load noted of the export, and which of a question's views had no file to be made from. Rejects with
 * `BulkError` (`setup`) where the database is older than a view that is asked.
 */
export async function notesOn(
  database: Database,
  { views, beside = [] }: Pick<Question, 'views' | 'beside'>,
  signal: AbortSignal,
): Promise<{ readonly notes: readonly string[]; readonly unknown: readonly string[] }> {
  const said = await allRows(await askDatabase(database, 'SELECT note FROM chartside_notes', signal));
  const made = await allRows(
    await askDatabase(database, 'SELECT name, resource, files, way, why FROM chartside_views', signal),
  );
  const older = [...views, ...beside].find((view) => !made.some(([name]) => spell(name) === view));
  if (older !== undefined) {
    throw new BulkError({
      kind: 'setup',
      say: `This database was made before there was a view ${older}, which the question asks: "load" makes it anew.`,
    });
  }
  const lacking = made.filter(
    ([name, , files, way]) => views.includes(spell(name)) && (files === 0 || way === 'failed'),
  );
  const unknown = [
    ...new Set(
      lacking.map(([name, resource, , way, why]) =>
        way === 'failed'
          ? `The view ${spell(name)} could not be made: ${spell(why)}`
          : `No ${spell(resource)} files came with the export: whether there are such records is not known.`,
      ),
    ),
  ];
  return { notes: said.map(([note]) => spell(note)), unknown };
}
