/** One view made into one table: in DuckDB's own words where its paths allow, else on `fhirpath`. */
import { compileView } from '#sql-on-fhir/compile-view.ts';
import { NotCompiled } from '#sql-on-fhir/compile-value.ts';
import { parseResource } from '#sql-on-fhir/path-functions.ts';
import { quotedName, sqlType } from '#sql-on-fhir/shape.ts';
import { ViewError, type Column, type ViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { viewRows, type Cell } from '#sql-on-fhir/view-rows.ts';
import type { DuckDBAppender, DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { basename } from 'node:path';
import { loadDuckDb } from './database.ts';
import { BulkError } from './failure.ts';
import { ndjsonLines } from './ndjson-lines.ts';

export interface LoadedView {
  readonly name: string;
  readonly resource: string;
  readonly files: number;
  readonly rows: number;
  readonly way: 'sql' | 'fhirpath' | 'failed';
  /** Why it did not run as SQL, or why it did not run at all. */
  readonly why: string | undefined;
}

const columnType = ({ type, collection }: Column): string => `${sqlType(type)}${collection ? '[]' : ''}`;

async function createTable(connection: DuckDBConnection, view: ViewDefinition): Promise<void> {
  const columns = view.columns.map((column) => `${quotedName(column.name)} ${columnType(column)}`);
  await connection.run(`CREATE OR REPLACE TABLE ${quotedName(view.name)} (${columns.join(', ')})`);
}

async function count(connection: DuckDBConnection, name: string): Promise<number> {
  const answer = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${quotedName(name)}`);
  return Number(answer.getRowsJson()[0]?.[0]);
}

function plainCell(cell: Cell, type: string | undefined): unknown {
  if (cell === null) return null;
  if (Array.isArray(cell)) return cell.map((each) => plainCell(each as Cell, type));
  switch (sqlType(type)) {
    case 'BIGINT':
      if (!Number.isInteger(cell))
        throw new ViewError('A whole number is wanted in a column, and there is none.');
      return BigInt(cell as number);
    case 'DOUBLE':
    case 'BOOLEAN':
      return cell;
    default:
      return String(cell as string | number | boolean);
  }
}

async function appendRows(
  appender: DuckDBAppender,
  view: ViewDefinition,
  files: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { listValue } = await loadDuckDb();
  const run = viewRows(view);
  const types = view.columns.map((_column, index) => appender.columnType(index));
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- one line after another: the files are larger than memory
    for await (const line of ndjsonLines(file)) {
      if (signal.aborted) throw new BulkError({ kind: 'interrupted' });
      let resource: unknown;
      try {
        resource = parseResource(line);
      } catch {
        throw new BulkError({ kind: 'file-broken', file: basename(file), reason: 'not-ndjson' });
      }
      for (const row of run(resource)) {
        row.forEach((cell, index) => {
          const value = plainCell(cell, view.columns[index]?.type);
          if (value === null) appender.appendNull();
          else
            appender.appendValue(
              Array.isArray(value) ? listValue(value) : (value as DuckDBValue),
              types[index],
            );
        });
        appender.endRow();
      }
    }
  }
}

/** What DuckDB says may quote the record it stumbled over; of that, nothing is repeated. */
function whyNotSql(error: unknown): string {
  if (error instanceof NotCompiled) return error.message;
  const said = error instanceof Error ? error.message : '';
  const ours =
    /(Column \w+|A condition|\S+) has several values in one row[^\n]*|(lower|upper)\(\) of letters beyond ASCII/.exec(
      said,
    );
  if (ours !== null) return ours[0];
  return /JSON|transform|maximum_object_size/i.test(said)
    ? 'some records have not the shape that FHIR R4 gives them'
    : 'DuckDB could not run it';
}

const isOutOfRoom = (error: unknown): boolean =>
  error instanceof Error && /^(Out of Memory|IO) Error/i.test(error.message);

/**
 * Fills a table with a view's rows. A view that cannot be run leaves no table and says why; a file that is no NDJSON, a
 * full disk and an interruption end the whole load (`BulkError`).
 */
export async function loadView(
  connection: DuckDBConnection,
  view: ViewDefinition,
  files: readonly string[],
  signal: AbortSignal,
): Promise<LoadedView> {
  const of = { name: view.name, resource: view.resource, files: files.length };
  if (files.length === 0) {
    await createTable(connection, view);
    return { ...of, rows: 0, way: 'sql', why: undefined };
  }
  let why: string;
  try {
    const sql = compileView(view, files);
    await connection.run(`CREATE OR REPLACE TABLE ${quotedName(view.name)} AS ${sql}`);
    return { ...of, rows: await count(connection, view.name), way: 'sql', why: undefined };
  } catch (error) {
    if (signal.aborted) throw new BulkError({ kind: 'interrupted' });
    if (isOutOfRoom(error))
      throw new BulkError({
        kind: 'setup',
        say: 'There is no room to load this: the disk is full, or a file cannot be read.',
      });
    why = whyNotSql(error);
  }
  await createTable(connection, view);
  const appender = await connection.createAppender(view.name);
  try {
    await appendRows(appender, view, files, signal);
    appender.closeSync();
    return { ...of, rows: await count(connection, view.name), way: 'fhirpath', why };
  } catch (error) {
    appender.closeSync();
    if (!(error instanceof ViewError)) throw error;
    await connection.run(`DROP TABLE ${quotedName(view.name)}`);
    return { ...of, rows: 0, way: 'failed', why: error.message };
  }
}
