/** An exported folder flattened into tables: a database that is asked in SQL, and Parquet files where they are wanted. */
import { quotedName, quotedText } from '#sql-on-fhir/shape.ts';
import type { ViewDefinition } from '#sql-on-fhir/view-definition.ts';
import type { DuckDBConnection } from '@duckdb/node-api';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createDatabase, databaseName } from './database.ts';
import { readState } from './export-state.ts';
import { BulkError } from './failure.ts';
import { exportNotes, peopleNotes } from './load-notes.ts';
import { loadView, type LoadedView } from './load-view.ts';
import { unreadTypes, type UnreadType } from './unread-types.ts';

export interface LoadWish {
  readonly folder: string;
  readonly views: readonly ViewDefinition[];
  readonly parquet: boolean;
  readonly onView?: (view: LoadedView) => void;
}

export interface Loaded {
  readonly database: string;
  readonly parquet: string | undefined;
  readonly views: readonly LoadedView[];
  /** Types that came and are in no table. */
  readonly unread: readonly UnreadType[];
  /** What whoever asks the database should know about what is in it. */
  readonly notes: readonly string[];
}

/** The NDJSON files of a folder by the type of what is in them, as `export` names them (`Patient.000.ndjson`). */
export async function filesByType(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = await readdir(folder).catch(() => {
    throw new BulkError({ kind: 'setup', say: `The folder ${folder} cannot be read.` });
  });
  const found = new Map<string, string[]>();
  for (const name of names.toSorted()) {
    const type = /^([A-Z][A-Za-z]+)(?:[.-][\w-]+)*\.ndjson$/.exec(name)?.[1];
    if (type !== undefined) found.set(type, [...(found.get(type) ?? []), join(folder, name)]);
  }
  if (found.size === 0)
    throw new BulkError({
      kind: 'setup',
      say: `${folder} holds no NDJSON files such as Patient.000.ndjson.`,
    });
  return found;
}

/** Who made the tables is kept beside them: a question can tell an empty list from a type that never came. */
async function writeLoadTables(
  connection: DuckDBConnection,
  views: readonly LoadedView[],
  notes: readonly string[],
): Promise<void> {
  await connection.run(
    'CREATE TABLE chartside_views (name VARCHAR, resource VARCHAR, files INTEGER, rows BIGINT, way VARCHAR, why VARCHAR)',
  );
  const text = (value: string | undefined): string => (value === undefined ? 'NULL' : quotedText(value));
  for (const { name, resource, files, rows, way, why } of views) {
    // oxlint-disable-next-line no-await-in-loop -- a few rows, in order
    await connection.run(
      `INSERT INTO chartside_views VALUES (${text(name)}, ${text(resource)}, ${files}, ${rows}, ${text(way)}, ${text(why)})`,
    );
  }
  await connection.run('CREATE TABLE chartside_notes (note VARCHAR)');
  for (const note of notes) {
    // oxlint-disable-next-line no-await-in-loop -- a few rows, in order
    await connection.run(`INSERT INTO chartside_notes VALUES (${text(note)})`);
  }
  // FHIR's dates may lack a month or a day: the earliest day they can mean; null where they are none.
  await connection.run(
    "CREATE MACRO fhir_day(text) AS TRY_CAST(CASE length(text) WHEN 4 THEN text || '-01-01' WHEN 7 THEN text || '-01' ELSE left(text, 10) END AS DATE)",
  );
}

async function writeParquet(
  connection: DuckDBConnection,
  folder: string,
  views: readonly LoadedView[],
): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  for (const { name, way } of views) {
    if (way === 'failed') continue;
    const file = join(folder, `${name}.parquet`);
    // oxlint-disable-next-line no-await-in-loop -- DuckDB uses all processors for one
    await connection.run(
      `COPY ${quotedName(name)} TO ${quotedText(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    // oxlint-disable-next-line no-await-in-loop -- as above
    await chmod(file, 0o600);
  }
}

/**
 * Loads a folder. The database takes its place when it is whole: until then the old one, if any, is what is asked.
 * Rejects with `BulkError`; a view that cannot be run is told of and does not stop the others.
 */
export async function loadExport(wish: LoadWish, signal: AbortSignal): Promise<Loaded> {
  const { views } = wish;
  // An absolute path, for DuckDB has its own ideas of "~" and "md:".
  const folder = resolve(wish.folder);
  const files = await filesByType(folder);
  // What follows one is to DuckDB a query, as in an address: it would write its WAL beside the folder.
  if (folder.includes('?'))
    throw new BulkError({
      kind: 'setup',
      say: `${folder} cannot be loaded, for its path has a question mark. Rename the folder.`,
    });
  const state = await readState(folder);
  const unread = await unreadTypes(files, views, state, signal);
  const hasErrors = (await readdir(join(folder, 'errors')).catch(() => [])).length > 0;
  // For its owner alone, whatever the folder around it allows: what is written passes through here.
  const work = join(folder, '.loading');
  try {
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { mode: 0o700 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new BulkError({ kind: 'setup', say: `Nothing can be written into ${folder} (${code}).` });
  }
  try {
    const path = join(work, databaseName);
    const database = await createDatabase(path, join(work, 'spill'));
    const { connection } = database;
    const stop = (): void => connection.interrupt();
    signal.addEventListener('abort', stop);
    const loaded: LoadedView[] = [];
    const notes = [...exportNotes(state, hasErrors)];
    try {
      for (const view of views) {
        if (signal.aborted) throw new BulkError({ kind: 'interrupted' });
        // oxlint-disable-next-line no-await-in-loop -- one view after another: DuckDB uses all processors for one
        const done = await loadView(connection, view, files.get(view.resource) ?? [], signal);
        loaded.push(done);
        wish.onView?.(done);
      }
      notes.push(...(await peopleNotes(connection, loaded)));
      await writeLoadTables(connection, loaded, notes);
      if (wish.parquet) await writeParquet(connection, join(work, 'parquet'), loaded);
      await connection.run('CHECKPOINT');
    } finally {
      signal.removeEventListener('abort', stop);
      database.close();
    }
    await chmod(path, 0o600);
    await rename(path, join(folder, databaseName));
    const parquet = wish.parquet ? join(folder, 'parquet') : undefined;
    if (parquet !== undefined) {
      await rm(parquet, { recursive: true, force: true });
      await rename(join(work, 'parquet'), parquet);
    }
    return { database: join(folder, databaseName), parquet, views: loaded, unread, notes };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
