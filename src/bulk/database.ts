/** The database that a loaded export becomes: DuckDB, in one file of the export's folder. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BulkError } from './failure.ts';

export const databaseName = 'chartside.duckdb';

export type DuckDb = typeof import('@duckdb/node-api');

export interface Database {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** DuckDB itself: an optional dependency, with a build for each platform that there is one for. */
export async function loadDuckDb(): Promise<DuckDb> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new BulkError({
      kind: 'setup',
      say:
        `DuckDB (@duckdb/node-api) is not installed, or has no build for this machine (${process.platform}, ` +
        `${process.arch}). Install with "npm ci" without --omit=optional; nothing but "load", "sql" and "query" needs it.`,
    });
  }
}

// Extensions are programs from elsewhere: what is built in is all there is, and nothing is fetched.
const alone = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

async function open(path: string, options: Readonly<Record<string, string>>): Promise<Database> {
  const { DuckDBInstance } = await loadDuckDb();
  // What DuckDB makes is its owner's alone from the first byte.
  const before = process.umask(0o077);
  const instance = await DuckDBInstance.create(path, { ...alone, ...options }).finally(() =>
    process.umask(before),
  );
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A new database, written with a bounded amount of memory; what does not fit is put into `spill`. */
export function createDatabase(path: string, spill: string): Promise<Database> {
  return open(path, {
    memory_limit: '1GB',
    temp_directory: spill,
    // Nobody relies on the order of a table, and keeping it would hold whole files in memory.
    preserve_insertion_order: 'false',
  });
}

/** A database in memory alone, for a view that is only tried. */
export function databaseInMemory(): Promise<Database> {
  return open(':memory:', {});
}

/**
 * The database of a loaded folder, to be asked and nothing else: it is not written, and no question reaches another
 * file or the network. Rejects with `BulkError` where the folder has none.
 */
export async function openDatabase(folder: string): Promise<Database> {
  const path = join(folder, databaseName);
  try {
    await access(path);
  } catch {
    throw new BulkError({
      kind: 'setup',
      say: `${folder} has not been loaded: "load ${folder}" makes the database.`,
    });
  }
  try {
    // An absolute path, for DuckDB has its own ideas of "~" and "md:".
    const database = await open(resolve(path), {
      // Before the door is shut, for it is a file too: asking leaves nothing on the disk.
      temp_directory: '',
      access_mode: 'READ_ONLY',
      enable_external_access: 'false',
    });
    // The opened database and its WAL are outside that shut door, even for writing: once it is open, no file can be.
    await database.connection.run("SET disabled_filesystems = 'LocalFileSystem'");
    await database.connection.run('SET lock_configuration = true');
    return database;
  } catch (error) {
    if (error instanceof BulkError) throw error;
    throw new BulkError({
      kind: 'setup',
      say: `${path} cannot be opened: it is damaged, or another program is writing it. "load ${folder}" makes it anew.`,
    });
  }
}
